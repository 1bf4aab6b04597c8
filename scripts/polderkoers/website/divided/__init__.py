"""Overviews that are too big for one page: their parts, and the page that leads to these."""
