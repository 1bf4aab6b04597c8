"""A draft decision: what changes in the policy of whoever publishes, by document, and what stands outside it; all with numbers.

The numbers are those of the changes wherever they are told: the list of what was and will be, print, feeds and the decision itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.changes.change import Change
    from polderkoers.changes.deciding.layout import Row
    from polderkoers.changes.deciding.lines import DecisionLine

NOTE = (
    "Dit is een concept. De computer heeft deze tekst gemaakt uit de verschillen tussen twee versies. "
    "Een mens moet hem nog nakijken. Alleen een besluit dat is genomen, geldt."
)
"""What must stand beside every draft."""
READING = (
    "Voer de punten uit in de volgorde waarin ze staan. Elk punt noemt namen, nummers en plaatsen zoals ze nu gelden, dus van vóór dit "
    "besluit. Alleen wat ‘nieuw’ heet, komt er pas door dit besluit bij."
)
"""How a draft must be read."""

_NOTHING = {
    True: "In het eigen beleid verandert niets. Er is dus niets om over te besluiten.",
    False: "In het eigen beleid verandert niets, voor zover het te vergelijken is.",
}

OTHERS, SPELLING, NOTED, LISTED = "A", "R", "O", "L"
"""The series of numbers outside the decision: policy of others, spelling, notes of the editors, and lists of names."""
VERSIONS = "V"
"""The series of the list of versions, which nobody is told of."""
_SERIES = OTHERS + SPELLING + NOTED + LISTED + VERSIONS


def nothing_to_decide(*, is_whole: bool) -> str:
    """Return that a draft has no points, of all of both versions or only of what could be compared."""
    return _NOTHING[is_whole]


@dataclass(frozen=True)
class Point:
    """A point of a decision: its number, its line and the changes that it makes."""

    number: str
    line: DecisionLine
    changes: tuple[Change, ...]

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors of its changes."""
        return frozenset(map(attrgetter("anchor"), self.changes))


@dataclass(frozen=True)
class Article:
    """The points about one document, which is called as it is in force."""

    number: int
    ref: str
    heading: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Annex:
    """A new document written out whole."""

    number: int
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Draft:
    """A draft decision. `numbers` has the number of every change by its anchor, `others` the documents of others that change."""

    articles: tuple[Article, ...]
    annexes: tuple[Annex, ...]
    others: tuple[str, ...]
    numbers: Mapping[str, str]

    def number(self, change: Change) -> str:
        """Return the number of a change, the same in every output; nothing for one of another comparison."""
        return self.numbers.get(change.anchor, "")

    def ordered(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Return changes in the order of their numbers: those of the decision first, and then series by series."""
        return tuple(sorted(changes, key=self._rank))

    def _rank(self, change: Change) -> tuple[int, int, int]:
        number = self.number(change)
        if not number:
            return 0, 0, 0
        first, _, second = number.partition(".")
        if first.isdigit():
            return 0, int(first), int(second)
        return 1 + _SERIES.find(first), 0, int(second or 0)

    def outside(self) -> Mapping[str, tuple[int, ...]]:
        """Return the numbers that stand outside the decision, by their series, in order."""
        found: dict[str, set[int]] = {}
        for number in self.numbers.values():
            series, _, place = number.partition(".")
            if series in _SERIES[:-1]:
                found.setdefault(series, set()).add(int(place))
        return {series: tuple(sorted(places)) for series, places in found.items()}

    def only(self, changes: Iterable[Change]) -> Draft:
        """Return the draft of some changes alone: their points and annexes, and what of them stands outside; all keep their numbers."""
        shown = {change.anchor for change in changes}
        articles = tuple(_only(self.articles, shown))
        points = chain.from_iterable(map(attrgetter("points"), articles))
        annexed = {point.line.annex for point in points}
        return replace(
            self,
            articles=articles,
            annexes=tuple(annex for annex in self.annexes if annex.number in annexed),
            numbers={anchor: number for anchor, number in self.numbers.items() if anchor in shown},
        )


def _only(articles: Iterable[Article], shown: set[str]) -> Iterator[Article]:
    """Yield articles with the points that make one of some changes, given their anchors; not those without such a point."""
    for article in articles:
        if points := tuple(point for point in article.points if not shown.isdisjoint(point.anchors)):
            yield replace(article, points=points)


NO_DRAFT = Draft((), (), (), {})
"""The draft of a comparison of which nobody asked for one: its changes have no numbers."""
