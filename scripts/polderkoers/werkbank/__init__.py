"""The werkbank: from a page that is not right to an accepted proposal, in forms and without YAML or Git."""
