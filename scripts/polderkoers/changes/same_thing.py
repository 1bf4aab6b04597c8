"""Whether a figure, measurement or amount is of the same thing in both versions; between two things nobody may tell a difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from polderkoers.changes.change import LABELS, OF_INDICATOR, MoneyTold
from polderkoers.changes.figure_marks import marked, marks_of
from polderkoers.changes.spelling import fold
from polderkoers.policy.numbers import in_dutch

if TYPE_CHECKING:
    from polderkoers.changes.items import Item

# What says of what a figure is: its name, what is counted, among whom, and in which series it was measured.
_OF_WHAT = (*LABELS, "eenheid", "groep", "meting")
Data = Mapping[str, Any]


def is_same_thing(old: Data, new: Data) -> bool:
    """Return whether two figures, each as its data, are of the same thing: their names differ in spelling at most."""
    return all(_plain(old.get(name)) == _plain(new.get(name)) for name in _OF_WHAT)


def _plain(held: Any) -> str:
    return fold(str(held or "").replace("%", "procent"))


def whole_figure(item: Item) -> Data:
    """Return the data of a figure; what a measurement or a target is of, its indicator says."""
    if item.block not in OF_INDICATOR or item.parent is None:
        return item.data
    above = item.parent.data
    return {**{name: above.get(name) for name in (*LABELS, "eenheid")}, **item.data}


def told_as_other(old: Data, new: Data) -> MoneyTold:
    """Return both figures as they stand: `eerst 52 procent (jongeren die genoeg bewegen, 2024), nu 47 procent (…)`."""
    was, now = _stands(old, new), _stands(new, old)
    return MoneyTold(words=("", f" is een ander cijfer dan eerst: eerst {was}, nu {now}"), was=was, now=now)


def _stands(data: Data, other: Data) -> str:
    said = _figure(data)
    around = ", ".join(_around(data, other))
    if not around:
        return said
    return f"{said} ({around})"


def _figure(data: Data) -> str:
    if data.get("weergave"):
        return " ".join(str(data["weergave"]).split())
    held = data.get("waarde")
    if not isinstance(held, int | float):
        return "niet bekend"
    return marked(f"{in_dutch(held)} {data.get('eenheid') or ''}".rstrip(), marks_of(data))


def _around(data: Data, other: Data) -> Iterator[str]:
    """Yield what is said around a figure that the other does not say."""
    for name in (*LABELS, "groep", "meting", "jaar"):
        if data.get(name) and data.get(name) != other.get(name):
            yield " ".join(str(data[name]).split())
