"""Money in a comparison: what an amount is in total, how a change of it is said, and what all changes do to the budget."""
