"""Ends of the road for a comparison: text, Markdown, a page of its own, JSON, and the report on a proposal."""
