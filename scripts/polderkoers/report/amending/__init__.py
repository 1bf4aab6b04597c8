"""Amendments told: three columns, what does not fit, and what clashes, in the forms of a terminal, a page and a program."""
