"""The kinds of items that a page always shows as a card of their own, so that other pages can lead to them."""

from __future__ import annotations

FOUND_ALONE = frozenset(
    {"doel", "rol", "stap", "activiteit", "fase", "besluitmoment", "indicator", "bedrag", "voorbeeld", "route"}
)
"""The kinds that have a card of their own wherever they stand, past the top of the page."""
