"""The table of all figures, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from benchmarks.measure import Cost

_HEAD = ("Wat", "Polderkoers", "Geheugen", "Naast", "Dat kost", "Verhouding", "Doel", "Gehaald")


@dataclass(frozen=True)
class Row:
    """One figure: what was measured, what it took us, what the other tool is and took, and the aim as a share of that.

    `ours` and `other` are a text when they could not be measured, and why. Where `beside` is empty there is nothing beside it, and
    the aim is so many of the `unit`, in which `ours.seconds` then is: s, kB or MB.
    """

    what: str
    ours: Cost | str
    beside: str
    other: Cost | str
    aim: float | None = None
    unit: str = "s"


def as_text(rows: Iterable[Row]) -> str:
    """Return the rows as aligned text, with the reasons for what is missing below it."""
    rows = tuple(rows)
    cells = [_HEAD, *(_cells(row) for row in rows)]
    reasons = dict.fromkeys(why for row in rows for why in (row.ours, row.other) if isinstance(why, str) and why)
    notes = [f"Niet gemeten: {reason}" for reason in reasons]
    return "\n".join([aligned(cells, left={0, 3}), *notes]).rstrip() + "\n"


def aligned(rows: Sequence[Sequence[str]], left: AbstractSet[int]) -> str:
    """Return rows as aligned text, of which the first is the head; the columns in `left` begin at the left."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = [_line(row, widths, left) for row in rows]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:], ""])


def _line(cells: Sequence[str], widths: Sequence[int], left: AbstractSet[int]) -> str:
    padded = (
        cell.ljust(width) if place in left else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(padded)


def _cells(row: Row) -> tuple[str, ...]:
    share = _share(row)
    memory = f"{row.ours.megabytes:.0f} MB" if isinstance(row.ours, Cost) and row.ours.megabytes else ""
    shown = "" if share is None else f"{dutch(share * 100, 1)}%"
    other = _seconds(row.other, "s") if row.beside else ""
    return (row.what, _seconds(row.ours, row.unit), memory, row.beside, other, shown, _aim(row), _reached(row, share))


def _aim(row: Row) -> str:
    if row.aim is None:
        return ""
    if not row.beside:
        return f"{dutch(row.aim, 1 if row.unit == 's' else 0)} {row.unit}"
    percent = row.aim * 100
    return f"{dutch(percent, 0 if percent >= 1 else 1)}%"


def _reached(row: Row, share: float | None) -> str:
    if row.aim is None or isinstance(row.ours, str):
        return ""
    measured = share if row.beside else row.ours.seconds
    if measured is None:
        return ""
    return "ja" if measured <= row.aim else "nee"


def _share(row: Row) -> float | None:
    if isinstance(row.ours, Cost) and isinstance(row.other, Cost) and row.other.seconds:
        return row.ours.seconds / row.other.seconds
    return None


def _seconds(cost: Cost | str, unit: str) -> str:
    if isinstance(cost, str):
        return "niet gemeten"
    return f"{dutch(cost.seconds, 2 if unit == 's' else 0)} {unit}"


def dutch(number: float, decimals: int) -> str:
    """Return a number as it is written in Dutch."""
    return f"{number:.{decimals}f}".replace(".", ",")
