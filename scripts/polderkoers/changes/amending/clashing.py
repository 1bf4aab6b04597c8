"""Which amendments clash: those of which the order matters, or of which one no longer fits after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from polderkoers.changes.amending.misfit import ChangesDoNotFit, Misfit
from polderkoers.changes.compare import compare_data
from polderkoers.changes.phrases import field_name, full_name
from polderkoers.changes.sameness import canonical
from polderkoers.changes.sides import Names

if TYPE_CHECKING:
    from polderkoers.changes.amending.amendment import Amendment

Documents = Mapping[str, Any]
Changes = tuple[Mapping[str, Any], ...]
Apply = Callable[[Documents, Changes], Documents]


@dataclass(frozen=True)
class Clash:
    """Two amendments that do not go together. `about` are the items and fields concerned, in words.

    `equal` says that both want the same, `order` that both fit, but that the outcome depends on which goes first.
    """

    one: Amendment
    other: Amendment
    about: tuple[str, ...]
    equal: bool = False
    order: bool = False


def clashes(documents: Documents, amendments: Sequence[Amendment], do: Apply) -> tuple[Clash, ...]:
    """Return each pair of amendments that clash, which all fit by themselves; `do` applies one, as `applying.apply` does."""
    if len(amendments) < 2:
        return ()
    alone = {amendment: do(documents, amendment.changes) for amendment in amendments}
    found = []
    for one, other in combinations(amendments, 2):
        if clash := _clash(one, other, alone, do):
            found.append(clash)
    return tuple(found)


def _clash(one: Amendment, other: Amendment, alone: Mapping[Amendment, Documents], do: Apply) -> Clash | None:
    first = _after(alone[one], other.changes, do)
    second = _after(alone[other], one.changes, do)
    misfits = [*_misfits(first), *_misfits(second)]
    if misfits:
        equal = canonical(alone[one]) == canonical(alone[other])
        return Clash(one, other, about_misfits(misfits), equal=equal)
    if canonical(first) == canonical(second):
        return None
    return Clash(one, other, _differing(first, second), order=True)


def about_misfits(misfits: Iterable[Misfit]) -> tuple[str, ...]:
    """Return what changes that do not fit are about, in words, each once."""
    return tuple(dict.fromkeys(misfit.what for misfit in misfits))


def _after(documents: Documents, changes: Changes, do: Apply) -> Any:
    try:
        return do(documents, changes)
    except ChangesDoNotFit as refused:
        return refused


def _misfits(outcome: Any) -> Iterable[Misfit]:
    if isinstance(outcome, ChangesDoNotFit):
        return outcome.misfits
    return ()


def _differing(first: Any, second: Any) -> tuple[str, ...]:
    """Return what two outcomes do not have in common, in words."""
    comparison = compare_data(first, second)
    told = (_about(change, comparison.names) for change in comparison.changes)
    return tuple(dict.fromkeys(told))


def _about(change: Any, names: Names) -> str:
    told = full_name(change.item, names, with_kind=True)
    if not change.field:
        return f"{told}: de plek"
    return f"{told}: {field_name(change.field)}"
