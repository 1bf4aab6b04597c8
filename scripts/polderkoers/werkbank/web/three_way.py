"""What one person makes of an item while another changed it too: per field, what only one of them changed is as that one has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polderkoers.policy.values import same
from polderkoers.werkbank.forms.plain import NOTHING


def three_way(
    base: Mapping[str, Any], mine: Mapping[str, Any], other: Mapping[str, Any]
) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the fields of an item with both changes in them, mine where both changed one; and the names of those."""
    values, clashing = dict(mine), set()
    for name in base.keys() | mine.keys() | other.keys():
        was, own, its = (state.get(name, NOTHING) for state in (base, mine, other))
        if _is_same(was, its) or _is_same(own, its):
            continue
        if not _is_same(was, own):
            clashing.add(name)
        elif its is NOTHING:
            values.pop(name, None)
        else:
            values[name] = its
    return values, frozenset(clashing)


def differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> frozenset[str]:
    """Return the names of the fields that are not the same in two states of an item."""
    names = one.keys() | other.keys()
    return frozenset(name for name in names if not _is_same(one.get(name, NOTHING), other.get(name, NOTHING)))


def _is_same(one: Any, other: Any) -> bool:
    if one is NOTHING or other is NOTHING:
        return one is other
    return same(one, other)
