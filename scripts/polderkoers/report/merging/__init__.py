"""A merge, told: what came from each side, what clashes, and what the check says of the whole."""
