"""The account of a comparison: what changed, said once as values. Every form of output dresses it, and decides nothing of its own."""
