"""The measurements of an indicator as series that may stand in one line, each with its targets.

What was measured stands with the indicator, as the policy had it, and in reports since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.model.base import Meting

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.base import Streefwaarde
    from polderkoers.policy.model.blocks import Indicator
    from polderkoers.policy.model.verslag import GemeldeMeting, Verslag
    from polderkoers.policy.progress import Reported


@dataclass(frozen=True)
class MeasuredValue:
    """A measurement, with the report that gives it: None for one that stands with the indicator itself."""

    meting: Meting | GemeldeMeting
    report: Entry[Verslag] | None
    document: str

    @property
    def waarde(self) -> float | None:
        """The number, None when it is not known."""
        return self.meting.waarde

    @property
    def jaar(self) -> int | None:
        """The year, None when it is not known."""
        return self.meting.jaar

    @property
    def is_baseline(self) -> bool:
        """Whether the source calls it the baseline, which no report does."""
        return isinstance(self.meting, Meting) and self.meting.nulmeting


@dataclass(frozen=True)
class Measured:
    """Measurements of one group that were made in one way, by year, and the targets for these. What has no year comes last.

    `meting` is the name of that way, empty where the data give none.
    """

    groep: str
    meting: str
    values: tuple[MeasuredValue, ...]
    streefwaarden: tuple[Streefwaarde, ...]

    @property
    def known(self) -> tuple[MeasuredValue, ...]:
        """The measurements with a number and a year, one a year: what is given last, by the newest report."""
        found = {each.jaar: each for each in self.values if each.waarde is not None and each.jaar is not None}
        return tuple(found.values())

    @property
    def latest(self) -> MeasuredValue | None:
        """The last known measurement."""
        return next(reversed(self.known), None)

    @property
    def baseline(self) -> MeasuredValue | None:
        """What later measurements are held against: the one that the source calls so, and else the first."""
        said = (each for each in self.known if each.is_baseline)
        return next(said, next(iter(self.known), None))


@dataclass(frozen=True)
class PlacedTarget:
    """A target where it stands (JSON Pointer), and what its series began with. `about` is the year, group and way that it is for."""

    streefwaarde: Streefwaarde
    pointer: str
    baseline: MeasuredValue | None

    @property
    def about(self) -> tuple[int, str, str] | None:
        """What only one target may be for; None where the year is not known, which may be any."""
        each = self.streefwaarde
        return None if each.jaar is None else (each.jaar, same_group(each.groep), each.meting or "")


def targets_of(entry: Entry[Indicator]) -> Iterator[PlacedTarget]:
    """Yield the targets of an indicator in the order of the data, beside what the policy itself has measured."""
    began: dict[int, MeasuredValue | None] = {}
    for series in series_of(entry):
        began |= {id(target): series.baseline for target in series.streefwaarden}
    for number, target in enumerate(entry.item.streefwaarden):
        yield PlacedTarget(target, f"{entry.item.pointer}/streefwaarden/{number}", began[id(target)])


def measurements_of(entry: Entry[Indicator], reported: Sequence[Reported] = ()) -> Iterator[MeasuredValue]:
    """Yield what was measured of an indicator: with it, and then in what is `reported` of it (the newest first), the oldest first."""
    for own in entry.item.metingen:
        yield MeasuredValue(own, None, (own.bron and own.bron.document) or entry.bron.document or "")
    for said in reversed(reported):
        for each in said.melding.metingen:
            document = (each.bron and each.bron.document) or said.entry.bron.document or said.report.ref
            yield MeasuredValue(each, said.report, document)


def series_of(entry: Entry[Indicator], reported: Sequence[Reported] = ()) -> tuple[Measured, ...]:
    """Return the series of an indicator, in the order in which the data begin them.

    Values of two documents are of one series only where both say that they were measured in the same way. A target is of the
    series that it names, or of the only one of its group; any other is of a series without measurements.
    """
    by_way: dict[tuple[str, str, str], list[MeasuredValue]] = {}
    for each in measurements_of(entry, reported):
        way = each.meting.meting or ""
        by_way.setdefault((same_group(each.meting.groep), way, "" if way else each.document), []).append(each)
    measured = [_of(values[0].meting, values, ()) for values in by_way.values()]
    wanted: dict[int | tuple[str, str], list[Streefwaarde]] = {}
    for target in entry.item.streefwaarden:
        wanted.setdefault(_place(target, measured), []).append(target)
    with_targets = [_of(each, each.values, wanted.pop(place, ())) for place, each in enumerate(measured)]
    return (*with_targets, *(_of(targets[0], (), targets) for targets in wanted.values()))


def _place(target: Streefwaarde, measured: list[Measured]) -> int | tuple[str, str]:
    """Return the place of the series that a target is for, or what targets of no series have in common."""
    group = [place for place, each in enumerate(measured) if same_group(each.groep) == same_group(target.groep)]
    named = [place for place in group if target.meting and measured[place].meting == target.meting]
    mine = named if target.meting else group
    return mine[0] if len(mine) == 1 else (same_group(target.groep), target.meting or "")


def _of(
    named: Meting | GemeldeMeting | Streefwaarde | Measured,
    values: Iterable[MeasuredValue],
    streefwaarden: Iterable[Streefwaarde],
) -> Measured:
    in_time = tuple(sorted(values, key=_by_year))
    return Measured(named.groep or "", named.meting or "", in_time, tuple(sorted(streefwaarden, key=_by_year)))


def _by_year(each: MeasuredValue | Streefwaarde) -> tuple[bool, int]:
    return each.jaar is None, each.jaar or 0


def same_group(group: str | None) -> str:
    """Return a group as it is compared: in any case, with any blanks."""
    return " ".join((group or "").lower().split())
