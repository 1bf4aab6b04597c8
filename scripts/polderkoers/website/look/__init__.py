"""The own look of an instance: the tokens of a house style, and files that take the place of those of the engine."""
