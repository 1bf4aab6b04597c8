"""Groups of people that are a part of each other: what is for residents is for young people too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.model.catalogues import Partij

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy


def wider(policy: Policy, group: Entry) -> tuple[Entry, ...]:
    """Return the groups that a group is a part of, the nearest first; of a round of groups each once."""
    found = {group.ref: group}
    above = _above(policy, group)
    while above is not None and above.ref not in found:
        found[above.ref] = above
        above = _above(policy, above)
    return tuple(found.values())[1:]


def _above(policy: Policy, group: Entry) -> Entry | None:
    item = group.item
    if not isinstance(item, Partij) or item.deel_van is None:
        return None
    return policy.resolve(item.deel_van, "partijen", group.file)


def parts(policy: Policy, group: Entry) -> Iterator[Entry]:
    """Yield the groups that are a part of a group, at any depth, in the order of the data."""
    for other in policy.of(Partij):
        if group in wider(policy, other):
            yield other


def direct_parts(policy: Policy, group: Entry) -> Iterator[Entry]:
    """Yield the groups that say themselves that they are a part of a group."""
    for other in policy.of(Partij):
        if _above(policy, other) is group:
            yield other


def is_of_people(policy: Policy, group: Entry) -> bool:
    """Return whether a party is a group of people, and no kind of organisations: it is a part of one, has parts, or works in nothing."""
    item = group.item
    if not isinstance(item, Partij) or item.organisatie is not None:
        return False
    return bool(item.deel_van or not item.werkvelden or any(direct_parts(policy, group)))
