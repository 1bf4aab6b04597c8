"""The answers that are a number: how many goals, plans or places a site has, of which years and of whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import listing
from polderkoers.policy.in_force import WITHDRAWN
from polderkoers.policy.model.having import wanneer_of
from polderkoers.website.pages import overview
from polderkoers.website.search.answer import Answer, Lead, Overview
from polderkoers.website.views.timeline import years

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site
    from polderkoers.website.views.timeline import TimelineYear

# The kinds that are counted, with the overview that shows them all.
_SHOWN = {
    "doel": "doelen", "activiteit": "doelen", "plan": "plannen", "kernopgave": "plannen", "programmalijn": "plannen", "thema": "onderwerpen",
    "begrip": "begrippen", "organisatie": "organisaties", "plaats": "plaatsen", "document": "bronnen", "bedrag": "geld", "indicator": "cijfers",
    "besluit": "besluiten",
}  # fmt: skip
_LISTED = frozenset({"thema", "begrip", "organisatie", "plaats", "document", "besluit"})
_TIMELINE = "tijdlijn"
_IN_A_YEAR = 3
_ASKED = (
    "hoeveel {}",
    "aantal {}",
    "hoeveel {} gemeente",
    "hoeveel {} beleid",
    "hoeveel {} plannen",
    "hoeveel {} site",
)


def counted(site: Site, overviews: Mapping[str, Overview]) -> Iterator[Answer]:
    """Yield an answer for every kind that the site has something of; `overviews` are the pages about no item, by address."""
    for kind, name in _SHOWN.items():
        there = [entry for entry in site.policy.of_kind(kind) if site.mark(entry) != WITHDRAWN]
        address = f"{overview(name, site.words)}/"
        if there and address in overviews:
            yield _answer(site, kind, there, Lead(overviews[address].title, address))


def _answer(site: Site, kind: str, there: Sequence[Entry], shown: Lead) -> Answer:
    noun = site.words.more(kind).lower()
    parts = _parts(site, kind, there)
    told = f"{site.words.count(len(there), kind)} op deze site"
    text = " ".join((f"Deze site heeft {site.words.count(len(there), kind)}.", *parts, *_when(site, kind, there)))
    asked = tuple(form.format(noun) for form in _ASKED)
    return Answer("Geteld", told, text, shown.address, (), asked, "Kijk bij", (shown,))


def _parts(site: Site, kind: str, there: Sequence[Entry]) -> Iterator[str]:
    """Yield how many are of each year, and how many of others; the total of plans that follow each other says little."""
    if kind in _LISTED:
        return
    own = Counter(site.year(entry) for entry in there if not site.is_foreign(entry))
    years = [f"{total} uit {year}" for year, total in sorted(own.items(), key=lambda one: -(one[0] or 0)) if year]
    if undated := own[None]:
        years.append(f"{undated} zonder jaar")
    if others := len(there) - own.total():
        years.append(f"{others} van andere organisaties")
    if len(years) > 1:
        verb = "is" if years[0].startswith("1 ") else "zijn"
        yield f"Dat {verb} er {listing(years)}."


def _when(site: Site, kind: str, there: Sequence[Entry]) -> Iterator[str]:
    if kind == "activiteit":
        dated = sum(wanneer_of(entry.item) is not None for entry in there if not site.is_foreign(entry))
        yield f"Bij {dated} daarvan noemt ons eigen beleid wanneer."


def in_years(site: Site, overviews: Mapping[str, Overview]) -> Iterator[Answer]:
    """Yield an answer for this year and each one to come, up to the last that own policy names: also that it names a year nowhere."""
    address, today = f"{overview(_TIMELINE, site.words)}/", site.day()
    if address not in overviews:
        return
    named = {int(year.jaar): year for year in years(site, today) if year.own}
    for jaar in range(today.year, max(named, default=0) + 1):
        if jaar in named:
            yield _of_year(site, named[jaar], f"{address}#jaar-{jaar}")
        else:
            text = f"Op de tijdlijn staat bij {jaar} niets uit het beleid van {site.publisher.the}."
            lead = Lead(overviews[address].title, address)
            yield Answer("Geteld", _title(str(jaar)), text, address, (), _asked(str(jaar)), "Kijk bij", (lead,))


def _title(jaar: str) -> str:
    return f"Wat er bij {jaar} staat"


def _asked(jaar: str) -> tuple[str, ...]:
    return (jaar, f"planning {jaar}", f"agenda {jaar}", f"plannen {jaar}", f"nieuw in {jaar}")


def _of_year(site: Site, year: TimelineYear, address: str) -> Answer:
    own = len(year.own)
    verb, parts = ("staat", "onderdeel") if own == 1 else ("staan", "onderdelen")
    text = f"Bij {year.jaar} {verb} op de tijdlijn {own} {parts} uit het beleid van {site.publisher.the}. Wat het is en van wie, lees je daar."
    leads = tuple(Lead(moment.link.text, moment.link.address, moment.wanneer) for moment in year.own[:_IN_A_YEAR])
    return Answer("Geteld", _title(year.jaar), text, address, (), _asked(year.jaar), "Zoals", leads)
