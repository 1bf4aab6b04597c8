"""What a decision leaves out: what editors note beside the policy, and what only programs use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polderkoers.changes.deciding.parts import NOTED
from polderkoers.changes.sameness import canonical
from polderkoers.policy.model.kinds import of_editors

# Of what is measured or wanted, the way of measuring says what it is of.
_KEPT = {"metingen": frozenset({"meting"}), "streefwaarden": frozenset({"meting"})}


def decided(data: Mapping[str, Any], slot: str = "") -> dict[str, Any]:
    """Return the data of a file, or of what stands in a field (`slot`) of it, without what a decision leaves out.

    What says nothing (`null`, `[]`) is left out as well.
    """
    found = {}
    left_out = NOTED - _KEPT.get(slot, frozenset())
    for name, value in data.items():
        kept = _kept(value, name)
        if name not in left_out and canonical(kept, name) is not None:
            found[name] = kept
    return found


def _kept(value: Any, slot: str) -> Any:
    if isinstance(value, Mapping):
        return decided(value, slot)
    if isinstance(value, list):
        return [_kept(part, slot) for part in value if not (isinstance(part, Mapping) and of_editors(part))]
    return value
