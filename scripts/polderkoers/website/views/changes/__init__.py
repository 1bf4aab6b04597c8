"""What the part of the site about changes shows: the versions, what changes between two of them, and draft decisions."""
