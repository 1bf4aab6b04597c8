"""Groups of people that are a part of each other: what is for residents is for young people too."""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.catalogues import Partij


def wider(policy: Policy, group: Entry) -> tuple[Entry, ...]:
    """Return the groups that a group is a part of, the nearest first; of a round of groups each once."""
    found: dict[str, Entry] = {}
    above = _above(policy, group)
    while above is not None and above.ref not in {group.ref, *found}:
        found[above.ref] = above
        above = _above(policy, above)
    return tuple(found.values())


def _above(policy: Policy, group: Entry) -> Entry | None:
    item = group.item
    if not isinstance(item, Partij) or item.deel_van is None:
        return None
    return policy.resolve(item.deel_van, "partijen", group.file)


def parts(policy: Policy, group: Entry) -> tuple[Entry, ...]:
    """Return the groups that are a part of a group, at any depth, in the order of the data."""
    return tuple(
        other for other in policy.of(Partij) if group.ref in {above.ref for above in wider(policy, other)}
    )


def direct_parts(policy: Policy, group: Entry) -> Iterator[Entry]:
    """Yield the groups that say themselves that they are a part of a group."""
    for other in policy.of(Partij):
        above = _above(policy, other)
        if above is not None and above.ref == group.ref:
            yield other
