"""Which places lie in which others, as `ligt_in` says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.model.plaatsen import Plaats

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy


def is_in(policy: Policy, place: Entry, area: str) -> bool:
    """Return whether a place is an area, given by its id, or lies in it; data that go round in a circle end."""
    return area in _around(policy, place)


def _around(policy: Policy, place: Entry) -> Iterator[str]:
    seen: set[str] = set()
    current: Entry | None = place
    while current is not None and isinstance(current.item, Plaats) and current.item.id not in seen:
        seen.add(current.item.id)
        yield current.item.id
        current = policy.get(f"plaatsen/{current.item.ligt_in}")
