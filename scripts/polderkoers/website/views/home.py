"""What the home page says itself: goals of today by name, a figure with its year, what is coming up, and what came last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.base import Cijfer
from polderkoers.policy.model.blocks import Bedrag, Doel
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.having import jaar_of
from polderkoers.policy.model.versies import Versie
from polderkoers.website.views import overviews
from polderkoers.website.views.age import is_of_today
from polderkoers.website.views.certainty import WIDER, how_sure
from polderkoers.website.views.link import Link, said_when
from polderkoers.website.views.subject_page import goals_of_today
from polderkoers.website.views.tally import tally_of_today
from polderkoers.website.views.time_span import IN_TIME, last_day
from polderkoers.website.words import amount, figure

if TYPE_CHECKING:
    from datetime import date

    from polderkoers.website.views.site import Site
    from polderkoers.website.views.tiles import Tile

_GOALS, _COMING, _NEWS = 3, 4, 2


@dataclass(frozen=True)
class NamedGoal:
    """A goal of today, in which file it stands, and of which year that is."""

    link: Link
    within: Link
    jaar: str


@dataclass(frozen=True)
class NamedFigure:
    """A figure with its year: how much, of what, and where it stands; of money also how `sure` it is."""

    waarde: str
    link: Link
    jaar: str
    sure: str


@dataclass(frozen=True)
class Coming:
    """What has a date that is not past: when, and what."""

    wanneer: str
    link: Link
    within: Link


@dataclass(frozen=True)
class News:
    """What came last: when, what it is called, and what it is."""

    wanneer: str
    link: Link
    text: str


def home(site: Site, today: date) -> dict[str, Any]:
    """Return what the home page says of the policy of today. `today` is the day as of which the site speaks."""
    files = [
        file for file in (*overviews.tasks_in_order(site), *site.policy.of_kind("plan")) if is_of_today(site, file)
    ]
    return {
        "doelen": tuple(_goals(site, files))[:_GOALS],
        "cijfer": next(_figures(site, files, today), None),
        "coming": tuple(coming(site, files, today))[:_COMING],
        "has_policy": bool(files),
        "tally": tally_of_today(site),
        "nieuws": tuple(_news(site))[:_NEWS],
        "date": datum_in_words(today.isoformat()),
    }


def subject_tiles(site: Site) -> Iterator[Tile]:
    """Yield a tile per subject with how many goals of today it has; on a portal with what participants say."""
    subjects = {site.address(entry): entry for entry in site.policy.of_kind("thema")}
    for tile in overviews.theme_tiles(site):
        total = 0 if site.portal else goals_of_today(site, subjects[tile.link.address])
        yield replace(tile, foot=f"{site.words.count(total, 'doel')} van nu") if total else _without_count(site, tile)


def _without_count(site: Site, tile: Tile) -> Tile:
    """Return a tile of a subject that has no goal of today: how often older policy names it says nothing of now."""
    return tile if site.portal or not site.policy.of(Doel) else replace(tile, foot="Geen doelen van nu")


def _goals(site: Site, files: list[Entry]) -> Iterator[NamedGoal]:
    """Yield the first goal of each file."""
    for file in files:
        for goal in only(Doel, site.policy.below(file))[:1]:
            yield NamedGoal(site.link(goal), site.link(file), str(site.year(file) or ""))


def _figures(site: Site, files: list[Entry], today: date) -> Iterator[NamedFigure]:
    """Yield the figures and amounts of which the value and the year are known; what is of later than today is an aim."""
    for file in files:
        for entry in site.policy.below(file):
            year, (told, sure) = jaar_of(entry.item), _value(entry)
            if told and year and year <= today.year:
                yield NamedFigure(told, site.link(entry), str(year), sure)


def _value(entry: Entry) -> tuple[str, str]:
    """Return how much an item says, and of money how sure that is; nothing where it says no figure, or one of a wider area than ours."""
    item = entry.item
    if isinstance(item, Bedrag) and item.bedrag is not None and item.schaal not in WIDER:
        return amount(item), how_sure(item.zekerheid)
    if isinstance(item, Cijfer) and item.waarde is not None:
        return figure(item), ""
    return "", ""


def coming(site: Site, files: list[Entry], today: date) -> Iterator[Coming]:
    """Yield what begins or ends today or later, the nearest first."""
    found = []
    for file in files:
        for entry in site.policy.below(file):
            last = last_day(entry) if entry.item.soortnaam in IN_TIME else None
            if last is not None and last >= today:
                found.append((last, entry.ref, entry))
    for _, _, entry in sorted(found, key=lambda one: one[:2]):
        yield Coming(said_when(entry), site.link(entry), site.link(site.policy.entries[entry.file.id]))


def _news(site: Site) -> Iterator[News]:
    """Yield the versions of the policy, the newest first."""
    for entry in reversed(site.policy.of(Versie)):
        if entry.item.datum:
            yield News(datum_in_words(entry.item.datum), site.link(entry), entry.item.uitleg)
