"""The pages of the werkbank: each takes a `Visit` and returns an answer."""
