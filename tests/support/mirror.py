"""What a comparison must be when it is made the other way around: the oracle for changes and for the words of a text."""

from __future__ import annotations

import dataclasses

from polderkoers.changes.change import Change, Kind, MovedFigure
from polderkoers.changes.words import Run, State

_OTHER: dict[State, State] = {"same": "same", "removed": "added", "added": "removed"}
_REVERSED_KIND: dict[Kind, Kind] = {"added": "removed", "removed": "added", "changed": "changed", "moved": "moved"}

# What a change means when it is read from new to old; a meaning that is not here stays what it is.
_REVERSED_MEANING = {
    "doel-aangescherpt": "doel-afgezwakt",
    "verplichting-aangescherpt": "verplichting-afgezwakt",
    "van-kort-naar-lang": "van-lang-naar-kort",
    "uitgesteld": "vervroegd",
    "einde-later": "einde-eerder",
    "roltype-omhoog": "roltype-omlaag",
    "toegevoegd": "vervallen",
    "bedrag-bekend": "bedrag-onbekend",
}
_REVERSED_MEANING |= {later: sooner for sooner, later in _REVERSED_MEANING.items()}


def reverse(change: Change) -> Change:
    """Return the change as it is when the versions are compared the other way around."""
    return dataclasses.replace(
        change,
        kind=_REVERSED_KIND[change.kind],
        was=change.now,
        now=change.was,
        old=change.new,
        new=change.old,
        origin=change.target,
        target=change.origin,
        meaning=tuple(_REVERSED_MEANING.get(name, name) for name in change.meaning),
        amount=_reversed(change.amount) if change.amount else None,
    )


def _reversed(amount: MovedFigure) -> MovedFigure:
    return MovedFigure(old=amount.new, new=amount.old, unit=amount.unit, is_sure=amount.is_sure)


def mirrored(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the runs of the comparison the other way around."""
    found: list[Run] = []
    for run in runs:
        other = Run(_OTHER[run.state], run.text)
        if other.state == "removed" and found and found[-1].state == "added":
            found.insert(-1, other)
        else:
            found.append(other)
    return tuple(found)
