"""A new measurement in words: with its unit, and beside the one before it when both are surely of one series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from polderkoers.policy.numbers import in_dutch

if TYPE_CHECKING:
    from polderkoers.changes.items import Item

_PERCENT = frozenset({"procent", "%"})
Data = Mapping[str, Any]


def measured(item: Item, *, with_earlier: bool = True) -> str:
    """Return a measurement: `70 procent in 2022, 5 procentpunt meer dan in 2020 (65 procent)`; empty when it holds no plain figure.

    `with_earlier` is for one that is new: what goes is not beside what stays.
    """
    value, indicator = _value(item.data), item.parent
    if value is None or indicator is None:
        return ""
    unit = indicator.data.get("eenheid")
    said = _with_unit(value, unit)
    if (year := _year(item.data)) is None:
        return said
    told = f"{said} in {year}"
    before = _before(item.data, year, indicator)
    if before is None or not with_earlier or not isinstance(unit, str):
        return told
    return f"{told}, {_against(value, before, unit)}"


def _value(data: Data) -> Decimal | None:
    held = data.get("waarde")
    if data.get("weergave") or isinstance(held, bool) or not isinstance(held, int | float):
        return None
    return Decimal(str(held))


def _year(data: Data) -> int | None:
    year = data.get("jaar")
    if isinstance(year, bool) or not isinstance(year, int):
        return None
    return year


def _with_unit(value: Decimal, unit: Any) -> str:
    return f"{in_dutch(value)} {unit or ''}".rstrip()


def _before(data: Data, year: int, indicator: Item) -> Data | None:
    """Return the last measurement of before a year; None when there are more of it, or it may have been measured otherwise."""
    if indicator.data.get("noot"):
        return None
    by_year: dict[int, list[Data]] = {}
    for other in _others(indicator):
        then = _year(other)
        if then is not None and then < year and _is_of_series(data, other):
            by_year.setdefault(then, []).append(other)
    last = by_year[max(by_year)] if by_year else []
    if len(last) != 1 or _value(last[0]) is None or not _is_as(data, last[0]):
        return None
    return last[0]


def _is_of_series(one: Data, other: Data) -> bool:
    return all(one.get(name) == other.get(name) for name in ("groep", "meting"))


def _others(indicator: Item) -> Iterator[Data]:
    held = indicator.data.get("metingen")
    for other in held if isinstance(held, list) else ():
        if isinstance(other, Mapping):
            yield other


def _is_as(one: Data, other: Data) -> bool:
    """Return whether nothing says that two measurements were made in another way: no note, and no other source."""
    return not (one.get("noot") or other.get("noot")) and _document(one) == _document(other)


def _document(data: Data) -> Any:
    source = data.get("bron")
    if isinstance(source, Mapping):
        return source.get("document")
    return None


def _against(value: Decimal, before: Data, unit: str) -> str:
    was = _value(before)
    assert was is not None  # noqa: S101  # what has no figure is not beside anything
    then = f"in {_year(before)}"
    if value == was:
        return f"evenveel als {then}"
    way = "meer" if value > was else "minder"
    counted = "procentpunt" if unit in _PERCENT else unit
    return f"{in_dutch(abs(value - was))} {counted} {way} dan {then} ({_with_unit(was, unit)})"
