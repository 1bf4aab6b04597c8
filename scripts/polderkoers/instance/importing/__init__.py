"""Takes over what others publish: each import shows what it takes, and writes it only when asked."""
