"""The measurements of an indicator as series that may stand in one line, each with its targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.base import Meting, Streefwaarde
    from polderkoers.policy.model.blocks import Indicator


@dataclass(frozen=True)
class Measured:
    """Measurements of one group that were made in one way, by year, and the targets for these. What has no year comes last.

    `meting` is the name of that way, empty where the data give none.
    """

    groep: str
    meting: str
    metingen: tuple[Meting, ...]
    streefwaarden: tuple[Streefwaarde, ...]

    @property
    def known(self) -> tuple[Meting, ...]:
        """The measurements with a number and a year; none when a year has more than one."""
        found = tuple(each for each in self.metingen if each.waarde is not None and each.jaar is not None)
        return found if len({each.jaar for each in found}) == len(found) else ()

    @property
    def latest(self) -> Meting | None:
        """The last known measurement."""
        return next(reversed(self.known), None)

    @property
    def baseline(self) -> Meting | None:
        """What later measurements are held against: the one that the source calls so, and else the first."""
        said = (each for each in self.known if each.nulmeting)
        return next(said, next(iter(self.known), None))


@dataclass(frozen=True)
class PlacedTarget:
    """A target where it stands (JSON Pointer), and what its series began with. `about` is the year, group and way that it is for."""

    streefwaarde: Streefwaarde
    pointer: str
    baseline: Meting | None

    @property
    def about(self) -> tuple[int, str, str] | None:
        """What only one target may be for; None where the year is not known, which may be any."""
        each = self.streefwaarde
        return None if each.jaar is None else (each.jaar, same_group(each.groep), each.meting or "")


def targets_of(entry: Entry[Indicator]) -> Iterator[PlacedTarget]:
    """Yield the targets of an indicator in the order of the data."""
    began: dict[int, Meting | None] = {}
    for series in series_of(entry):
        began |= {id(target): series.baseline for target in series.streefwaarden}
    for number, target in enumerate(entry.item.streefwaarden):
        yield PlacedTarget(target, f"{entry.item.pointer}/streefwaarden/{number}", began[id(target)])


def series_of(entry: Entry[Indicator]) -> tuple[Measured, ...]:
    """Return the series of an indicator, in the order in which the data begin them.

    Values of two documents are of one series only where both say that they were measured in the same way. A target is of the
    series that it names, or of the only one of its group; any other is of a series without measurements.
    """
    by_way: dict[tuple[str, str, str], list[Meting]] = {}
    for each in entry.item.metingen:
        by_way.setdefault((same_group(each.groep), each.meting or "", _document(entry, each)), []).append(each)
    measured = [_of(metingen[0], metingen, ()) for metingen in by_way.values()]
    wanted: dict[int | tuple[str, str], list[Streefwaarde]] = {}
    for target in entry.item.streefwaarden:
        wanted.setdefault(_place(target, measured), []).append(target)
    with_targets = [_of(each, each.metingen, wanted.pop(place, ())) for place, each in enumerate(measured)]
    return (*with_targets, *(_of(targets[0], (), targets) for targets in wanted.values()))


def _document(entry: Entry[Indicator], measured: Meting) -> str:
    """Return the document of a measurement that does not say how it was made."""
    if measured.meting:
        return ""
    return (measured.bron and measured.bron.document) or entry.bron.document or ""


def _place(target: Streefwaarde, measured: list[Measured]) -> int | tuple[str, str]:
    """Return the place of the series that a target is for, or what targets of no series have in common."""
    group = [place for place, each in enumerate(measured) if same_group(each.groep) == same_group(target.groep)]
    named = [place for place in group if target.meting and measured[place].meting == target.meting]
    mine = named if target.meting else group
    return mine[0] if len(mine) == 1 else (same_group(target.groep), target.meting or "")


def _of(
    named: Meting | Streefwaarde | Measured, metingen: Iterable[Meting], streefwaarden: Iterable[Streefwaarde]
) -> Measured:
    in_time = tuple(sorted(metingen, key=_by_year))
    return Measured(named.groep or "", named.meting or "", in_time, tuple(sorted(streefwaarden, key=_by_year)))


def _by_year(each: Meting | Streefwaarde) -> tuple[bool, int]:
    return each.jaar is None, each.jaar or 0


def same_group(group: str | None) -> str:
    """Return a group as it is compared: in any case, with any blanks."""
    return " ".join((group or "").lower().split())
