"""What ships with the engine and an instance does without, as data/instelling.yaml says at `zonder`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polderkoers.policy.model.instelling import Instelling

if TYPE_CHECKING:
    from polderkoers.policy.index import Policy


def shipped_called(name: str, shipped: Policy) -> frozenset[str]:
    """Return the references of what ships under a name: an id, or a list with an id (begrippen/wmo)."""
    entries = shipped.entries.values()
    return frozenset(entry.ref for entry in entries if not entry.is_file and name in (entry.ref, entry.item.id))


def done_without(own: Policy, shipped: Policy) -> frozenset[str]:
    """Return the references of what ships and the instance does without, given its own policy and all that ships."""
    named: list[str] = []
    for file in own.files:
        if isinstance(file, Instelling):
            named += file.zonder
    return frozenset().union(*(shipped_called(name, shipped) for name in named))
