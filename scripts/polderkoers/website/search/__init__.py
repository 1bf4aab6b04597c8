"""Searching the site: what of each page goes into the index, with which words, and the index itself."""
