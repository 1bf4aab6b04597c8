"""What a report can tell of: the items, who answers for each, and what was reported of it before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from polderkoers.policy.model.blocks import Activiteit, Bedrag, Doel, Indicator, Stap
from polderkoers.policy.progress import Reported, reported_of
from polderkoers.werkbank.forms.choices import meant
from polderkoers.werkbank.forms.desk import Desk, Placed
from polderkoers.werkbank.forms.form import FormChoice
from polderkoers.werkbank.forms.plain import as_list

_KINDS = (Doel, Activiteit, Stap, Indicator, Bedrag)
# By class the field that says who answers for an item.
_ANSWERS = {Activiteit: "verantwoordelijk", Stap: "trekker"}


@dataclass(frozen=True)
class Reportable:
    """An item that a report can tell of: the file that it stands in, who answers for it, and what was said before.

    `before` is the newest that another report says of it, and `here` what this one says already.
    """

    placed: Placed
    top: Placed
    who: tuple[FormChoice, ...] = ()
    before: Reported | None = None
    here: Reported | None = None

    def is_of(self, who: str) -> bool:
        """Return whether somebody answers for it."""
        return any(choice.value == who for choice in self.who)


@dataclass(frozen=True)
class ReportedWanted:
    """Which items are looked for: of whom, from which file, and with which words in their name; empty for all."""

    who: str = ""
    file: str = ""
    words: str = ""

    def fits(self, each: Reportable) -> bool:
        """Return whether an item is one of those."""
        is_theirs = not self.who or each.is_of(self.who)
        is_there = self.file in ("", each.top.ref)
        return is_theirs and is_there and self.words.casefold() in each.placed.label.casefold()


def reportable(desk: Desk, report: str) -> tuple[Reportable, ...]:
    """Return all items that a report can tell of, kind after kind in the order of the files."""
    kinds = (cls.soortnaam for cls in _KINDS)
    return tuple(reportable_item(desk, report, each) for each in desk.of_kind(*kinds))


def reportable_item(desk: Desk, report: str, placed: Placed) -> Reportable:
    """Return what is known for a report of one item."""
    said = reported_of(desk.policy, placed.ref)
    here = next((each for each in said if each.report.ref == report), None)
    before = next((each for each in said if each.report.ref != report), None)
    return Reportable(placed, desk.item(placed.ref.partition("/")[0]), tuple(_who(desk, placed)), before, here)


def _who(desk: Desk, placed: Placed) -> Iterator[FormChoice]:
    """Yield who answers for an item."""
    file = placed.ref.partition("/")[0]
    for written in as_list(placed.data.get(_ANSWERS.get(placed.cls, ""))):
        known = meant(desk, "betrokkenen", str(written), file)
        yield known[0].choice if len(known) == 1 else FormChoice(str(written), str(written))


def who_answers(found: tuple[Reportable, ...]) -> tuple[FormChoice, ...]:
    """Return all who answer for one of some items, by name."""
    every = chain.from_iterable(each.who for each in found)
    return tuple(sorted(dict.fromkeys(every), key=attrgetter("label")))


def files_of(found: tuple[Reportable, ...]) -> tuple[FormChoice, ...]:
    """Return the files that some items stand in, by name."""
    every = {each.top.ref: FormChoice(each.top.ref, each.top.label) for each in found}
    return tuple(sorted(every.values(), key=attrgetter("label")))
