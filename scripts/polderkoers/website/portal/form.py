"""The form of what a site gives a portal to read."""

FILE = "data/portaal.json"
FORM = 1
"""The number of the form; another one asks for another engine."""
