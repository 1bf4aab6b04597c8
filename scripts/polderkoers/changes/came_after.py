"""What the list of versions says of the changes that came after a version: read first, above a comparison that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from polderkoers.policy.model.versies import NOW

if TYPE_CHECKING:
    from polderkoers.policy.model.versies import Versie


class CameAfter(NamedTuple):
    """What came after a version, in the words of the editors."""

    version: str
    text: str

    @property
    def heading(self) -> str:
        """After which version it came."""
        return f"Na {self.version}"

    @property
    def line(self) -> str:
        """All of it in one line."""
        return f"{self.heading}: {' '.join(self.text.split())}"


def since(listed: Sequence[Versie], old: str, new: str) -> tuple[CameAfter, ...]:
    """Return what came after each version from the old one up to the new one, given their ids, as far as the list says it.

    Of a new version that is not in the list nobody knows what of it came after later versions: only the old one counts.
    """
    ids = [version.id for version in listed]
    if old not in ids:
        return ()
    first = ids.index(old)
    last = first + 1
    if new == NOW:
        last = len(ids)
    elif new in ids:
        last = ids.index(new)
    return tuple(CameAfter(each.naam, each.sindsdien) for each in listed[first:last] if each.sindsdien)
