"""Ends of the road for problems: text, JSON and annotations."""
