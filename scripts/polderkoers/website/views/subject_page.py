"""The page of a subject: the answer first, then someone to turn to and the goals of today, and all else folded and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from polderkoers.policy.answers import answer_of
from polderkoers.policy.dutch_words import uncapital
from polderkoers.policy.index import only
from polderkoers.policy.model.blocks import Bedrag, Doel, Indicator
from polderkoers.website.views.age import EARLIER, NOW, OTHERS, WAITING, is_of_today, time_of
from polderkoers.website.views.answered import AnswerLine, GoalOfToday
from polderkoers.website.views.backlinks import RelationBacklinks, relation_sections, relations
from polderkoers.website.views.boxes import Box, OverviewSection
from polderkoers.website.views.contacts import contacts_for
from polderkoers.website.views.doers import done_by
from polderkoers.website.views.link import said_when, unique
from polderkoers.website.views.shown_times import WORDS, time_choices
from polderkoers.website.views.tally import tally

if TYPE_CHECKING:
    from polderkoers.policy.answers import AnswerPart
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site

_HEADINGS = {
    "wil": "Wat wil {the}?",
    "merk": "Wat merk je ervan?",
    "tijd": "Wanneer?",
    "niet": "Wat staat er niet in?",
}


def subject_page(site: Site, entry: Entry) -> dict[str, Any]:
    """Return what the template of a subject shows beside what every item of a list has."""
    boxes = tuple(chain.from_iterable(section.boxes for section in relation_sections(site, entry, "themas")))
    today = [box for box in boxes if _is_of_today(site, box)]
    goals, folds = _goals_in(today), tuple(_folds(site, entry, boxes))
    totals = Counter({NOW: len(goals)})
    for fold in folds:
        totals[fold.time] += fold.total
    return {
        **subject_top(site, entry),
        "doelen": site.each(_goal, goals),
        "tally": tally(site, chain.from_iterable(_with_inside(site, box) for box in today)),
        "folds": folds,
        "times": time_choices(site, totals),
    }


def subject_top(site: Site, entry: Entry) -> dict[str, Any]:
    """Return what stands first on the page of a subject: its answer, and who can be turned to."""
    return {"answer": answer_lines(site, entry), "contacts": contacts_for(site, entry)}


def answer_lines(site: Site, entry: Entry) -> tuple[AnswerLine, ...]:
    """Return the answer of a subject as a page shows it; nothing when it has none."""
    return tuple(_line(site, part) for part in answer_of(site.policy, entry))


def _line(site: Site, part: AnswerPart) -> AnswerLine:
    links = unique(map(site.link, part.sources))
    return AnswerLine(part.name, _HEADINGS[part.name].format(the=site.publisher.the), part.said.tekst, links)


def goals_of_today(site: Site, entry: Entry) -> int:
    """Return how many goals in force of our own a subject has."""
    return len(own_goals(site, entry))


def own_goals(site: Site, entry: Entry) -> tuple[Entry[Doel], ...]:
    """Return the goals in force of our own that the page of a subject shows, in its order."""
    boxes = chain.from_iterable(section.boxes for section in relation_sections(site, entry, "themas"))
    return _goals_in(box for box in boxes if _is_of_today(site, box))


def _is_of_today(site: Site, box: Box) -> bool:
    return box.about is not None and is_of_today(site, box.about)


def _goals_in(boxes: Iterable[Box]) -> tuple[Entry[Doel], ...]:
    return only(Doel, chain.from_iterable(box.entries for box in boxes))


def _with_inside(site: Site, box: Box) -> Iterator[Entry]:
    """Yield the items of a box, and what stands inside its goals."""
    for entry in box.entries:
        yield entry
        if isinstance(entry.item, Doel):
            yield from site.policy.below(entry)


def _goal(site: Site, entry: Entry[Doel]) -> GoalOfToday:
    return GoalOfToday(
        link=site.link(entry),
        wie=done_by(site, entry),
        wanneer="; ".join(dict.fromkeys(map(uncapital, filter(None, map(said_when, site.policy.below(entry)))))),
        within=site.link(site.policy.entries[entry.file.id]),
        jaar=str(site.year(entry) or ""),
        state=site.standing(entry),
    )


def _folds(site: Site, entry: Entry, boxes: tuple[Box, ...]) -> Iterator[RelationBacklinks]:
    """Yield what is folded, each with how much there is: more of today, figures, earlier plans by year, of others, and lists."""
    grouped: dict[tuple[str, str], list[Box]] = {}
    for box in boxes:
        for key, part in _parted(site, box):
            if part.entries:
                grouped.setdefault(key, []).append(part)
    sections = (
        OverviewSection(path, path, heading, tuple(found))
        for (path, heading), found in sorted(grouped.items(), key=lambda one: _place(one[0][0]))
    )
    for fold in relations(site, entry, sections):
        yield replace(fold, time=_TIMES[fold.id.partition("-")[0]])


def _parted(site: Site, box: Box) -> Iterator[tuple[tuple[str, str], Box]]:
    """Yield under which fold something of a box falls, with that part of it."""
    file = box.about
    if file is None:
        yield ("woorden", "Woorden en lijsten"), box
        return
    time = time_of(site, file)
    if time == OTHERS:
        yield ("anderen", "Beleid van anderen"), box
    elif time == WAITING:
        yield ("niet-nu", f"Geldt nu niet: {site.mark(file).lower()}"), box
    elif time == EARLIER:
        year = site.year(file)
        yield (f"eerder-{year or 'onbekend'}", f"Ouder beleid, van {year}" if year else "Ouder beleid"), box
    else:
        yield ("cijfers", "Geld en indicatoren van nu"), _part(box, _is_figure)
        yield ("meer", "Meer in het beleid van nu"), _part(box, _is_more)


def _part(box: Box, wanted: Callable[[Entry], bool]) -> Box:
    return replace(box, entries=tuple(filter(wanted, box.entries)))


def _is_figure(entry: Entry) -> bool:
    return isinstance(entry.item, Bedrag | Indicator)


def _is_more(entry: Entry) -> bool:
    return not isinstance(entry.item, Bedrag | Indicator | Doel)


# Of which time each fold is, in the order of the folds.
_TIMES = {"meer": NOW, "cijfers": NOW, "eerder": EARLIER, "niet": WAITING, "anderen": OTHERS, "woorden": WORDS}


def _place(path: str) -> tuple[int, str]:
    return tuple(_TIMES).index(path.partition("-")[0]), path
