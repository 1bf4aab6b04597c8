"""What the site says of a second person who laid its text beside the source: only what is marked, and only of text that is as it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.reading_marks import marks_of
from polderkoers.policy.statements import Read, has_source, read_of, sourced

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site

_DONE = "door een tweede lezer naast de bron gelegd"


def read_again(site: Site, entry: Entry) -> str:
    """Return how much of a page was laid beside the source by a second person, in a sentence; nothing when none of it was."""
    if not marks_of(site.policy):
        return ""
    return _told(
        read_of(site.policy, filter(has_source, (entry, *site.policy.below(entry)))), "onderdelen van deze pagina"
    )


def read_of_all(site: Site) -> str:
    """Return the same of all that comes from a source."""
    if not marks_of(site.policy):
        return ""
    return _told(read_of(site.policy, sourced(site.policy)), "onderdelen")


def _told(found: Read, what: str) -> str:
    if not found.read:
        return ""
    if found.read == found.total:
        return f"Alle {found.total} {what} zijn {_DONE}{_days(found)}."
    verb = {True: "is", False: "zijn"}[found.read == 1]
    return f"{found.read} van de {found.total} {what} {verb} {_DONE}{_days(found)}."


def _days(found: Read) -> str:
    first, last = datum_in_words(found.first), datum_in_words(found.last)
    return f" op {last}" if first == last else f", van {first} tot en met {last}"
