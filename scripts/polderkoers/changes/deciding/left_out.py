"""What a decision leaves out: what editors note beside the policy, and what only programs use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polderkoers.changes.deciding.parts import NOTED
from polderkoers.changes.sameness import canonical
from polderkoers.policy.model.kinds import of_editors


def decided(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a file or block without what a decision leaves out, and without what says nothing (`null`, `[]`)."""
    found = {}
    for name, value in data.items():
        kept = _kept(value)
        if name not in NOTED and canonical(kept, name) is not None:
            found[name] = kept
    return found


def _kept(value: Any) -> Any:
    if isinstance(value, Mapping):
        return decided(value)
    if isinstance(value, list):
        return [_kept(part) for part in value if not (isinstance(part, Mapping) and of_editors(part))]
    return value
