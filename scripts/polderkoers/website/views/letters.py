"""Items by the first letter of their name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from polderkoers.website.views.boxes import Box, OverviewSection

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site

_NO_LETTER = "Overig"


def letter_boxes(entries: Iterable[Entry]) -> Iterator[Box]:
    """Yield items by their first letter and their name; what begins with none comes last."""
    grouped: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.item.label.casefold()):
        grouped.setdefault(_initial(entry.item.label), []).append(entry)
    for letter in sorted(grouped, key=lambda letter: (letter == _NO_LETTER, letter)):
        yield Box(f"letter-{letter.lower()}", letter, tuple(grouped[letter]))


def letter_sections(site: Site, *kinds: str) -> tuple[OverviewSection, ...]:
    """Return the items of some kinds by letter, each letter to be found by itself."""
    boxes = letter_boxes(site.policy.of_kind(*kinds))
    return tuple(OverviewSection(box.name.lower(), box.id, box.name, (box,)) for box in boxes)


def _initial(label: str) -> str:
    """Return the letter or digit that an item is listed under; it becomes an anchor, so no other sign will do."""
    first = unicodedata.normalize("NFD", label.lstrip())[:1].upper()
    if first.isascii() and first.isalnum():
        return first
    return _NO_LETTER
