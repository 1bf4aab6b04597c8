"""Where in its source something stands that a page shows."""

from __future__ import annotations

from polderkoers.policy.model.having import bron_of


def place_of(item: object) -> str:
    """Return the place in the source that an item gives itself, or nothing."""
    source = bron_of(item)
    return (source.plek or "") if source else ""
