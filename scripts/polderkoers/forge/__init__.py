"""The joints with a forge: what is taken from a stranger's proposal, and what is told about it below it."""
