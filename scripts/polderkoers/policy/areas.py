"""Which places lie in which others, as `ligt_in` says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.catalogues import Plaats

if TYPE_CHECKING:
    from polderkoers.policy.index import Policy


def is_in(policy: Policy, place: Entry, area: str) -> bool:
    """Return whether a place is an area, given by its id, or lies in it."""
    return any(found.item.id == area for found in around(policy, place))


def around(policy: Policy, place: Entry) -> Iterator[Entry[Plaats]]:
    """Yield a place and what it lies in, the nearest first; data that go round in a circle end."""
    seen: set[str] = set()
    todo = only(Plaats, (place,))
    while todo and todo[0].ref not in seen:
        seen.add(todo[0].ref)
        yield todo[0]
        above = policy.get(f"plaatsen/{todo[0].item.ligt_in}")
        todo = only(Plaats, (above,) if above else ())
