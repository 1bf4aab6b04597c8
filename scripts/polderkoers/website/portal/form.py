"""The form of what a site gives a portal to read."""

FILE = "data/portaal.json"
FORM = 2
"""The number of the form; another one asks for another engine. Since 2 words are searched as they stand, and not by their stems."""
# A portal searches with the program of its own index. Anything else a browser could take for a page or a program of the portal itself.
SEARCHED = frozenset({".json", ".txt", ".pf_fragment", ".pf_index", ".pf_meta"})
"""What the names of the files end in that are searched."""
