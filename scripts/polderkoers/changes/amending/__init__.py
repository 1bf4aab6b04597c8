"""Amendments: changes of a proposal that somebody hands in, applied strictly, held against each other, and accepted as one commit."""
