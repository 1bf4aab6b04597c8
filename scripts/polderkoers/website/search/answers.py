"""Writes what the search answers beside its list of pages: the cards above it, and what is suggested while somebody types."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.having import plain_name_of
from polderkoers.policy.model.instelling import Instelling
from polderkoers.website.search.answer import Answer, Lead, Overview
from polderkoers.website.search.cards import PolicyAnswers, in_order
from polderkoers.website.search.counted import counted, in_years
from polderkoers.website.search.of_editors import of_editors
from polderkoers.website.search.places import ANSWERS, SUGGESTIONS
from polderkoers.website.search.plain_questions import plain_questions
from polderkoers.website.search.reached import reached
from polderkoers.website.search.standing import decided, standing
from polderkoers.website.search.written import asked_pages, written

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.search.collect import Searchable
    from polderkoers.website.views.site import Site

Row = tuple[str, str, str]


def answers(site: Site, leads: Mapping[str, list[str]], overviews: Mapping[str, Overview]) -> tuple[Answer, ...]:
    """Return all answers, what comes before another that answers to the same words first."""
    of = next((entry.item.type for entry in site.policy.of(Instelling)), "")
    return (
        *of_editors(site, overviews),
        *written(site, of, overviews),
        *reached(site, overviews),
        *counted(site, overviews),
        *in_years(site, overviews),
        *standing(site),
        *asked_pages(site, overviews),
        *plain_questions(site, overviews),
        *decided(site),
        *PolicyAnswers(site, leads),
    )


def suggestions(site: Site, leads: Mapping[str, list[str]], overviews: Mapping[str, Overview]) -> tuple[Row, ...]:
    """Return what can be suggested: words, what they are or lead to, and the address. `overviews` are the pages about no item, by address.

    Names come first and words of residents last; what has a name that leads to the same is not there twice.
    """
    # By name and address, since two things may have one name.
    once: dict[tuple[str, str], Row] = {}
    for row in _rows(site, leads, overviews):
        once.setdefault((row[0].casefold(), row[2]), row)
    return tuple(once.values())


def _rows(site: Site, leads: Mapping[str, list[str]], overviews: Mapping[str, Overview]) -> Iterator[Row]:
    """Yield what can be suggested: items with a page, goals, overviews, and the words of residents that lead to an item."""
    pages = {page.path: page for page in in_order(site)}
    for path, page in pages.items():
        yield page.title, _kind(site, page.entry), path
    for goal in PolicyAnswers(site, leads).goals:
        yield plain_name_of(goal.item), _kind_and_year(site, goal), site.address(goal)
    for path, shown in overviews.items():
        yield shown.title, "Overzicht", path
    for words, paths in leads.items():
        first = next(iter(paths), "")
        if first in pages:
            yield words, pages[first].title, first


def _kind(site: Site, entry: Entry) -> str:
    kind = site.words.one(entry.item.soortnaam)
    owner = site.other_owner(entry)
    if owner:
        return f"{kind} van {owner}"
    return kind


def _kind_and_year(site: Site, entry: Entry) -> str:
    return ", ".join(filter(None, (_kind(site, entry), str(site.year(entry) or ""))))


def write_beside(site: Site, searchable: Searchable, folder: Path) -> None:
    """Write the answers and the suggestions beside the index of the pages that can be found."""
    leads, overviews = searchable.leads, searchable.overviews
    write_answers(folder, answers(site, leads, overviews), suggestions(site, leads, overviews))


def write_answers(folder: Path, found: tuple[Answer, ...], rows: tuple[Row, ...]) -> None:
    """Write the answers and the suggestions into the folder of a built site.

    The suggestions are a module and no JSON, since a page that may only run scripts of the site can import them and fetch nothing.
    """
    (folder / ANSWERS).write_text(_json(list(map(_told, found))), encoding="utf-8")
    (folder / SUGGESTIONS).write_text(f"export default {_json(rows)};\n", encoding="utf-8")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _told(answer: Answer) -> dict[str, Any]:
    """Return an answer as the page for searching reads it, without what is empty."""
    told = {
        "soort": answer.kind, "is": answer.sort, "titel": answer.title, "tekst": answer.text, "adres": answer.address, "namen": answer.names,
        "geheel": answer.whole, "stil": answer.silent, "kop": answer.heading, "meer": list(map(_lead, answer.leads)),
        "terecht": list(map(_lead, answer.contacts)),
        "tekening": answer.drawing,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value}


def _lead(lead: Lead) -> list[str]:
    return [lead.text, lead.address, *filter(None, (lead.note,))]
