"""The pages that explain to an editor what a message of the check means, one per rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from polderkoers.report.formats import page_of_rule
from polderkoers.website.pages import ViewPage
from polderkoers.website.views.link import Link
from polderkoers.website.views.tiles import Tile, TileBox

if TYPE_CHECKING:
    from polderkoers.policy.rule_docs import RuleDoc


_HEADINGS = {
    "fout": "Fouten: hiermee kan de site niet worden gemaakt",
    "waarschuwing": "Waarschuwingen: het kan beter",
}


def rule_pages(docs: Iterable[RuleDoc]) -> Iterator[ViewPage]:
    """Yield the page of every rule."""
    yield from map(_rule_page, docs)


def _rule_page(doc: RuleDoc) -> ViewPage:
    return ViewPage(
        page_of_rule(doc.rule),
        doc.title,
        lambda: f"Wat de melding {doc.rule} betekent en hoe je het oplost.",
        "meepraten.md",
        (("Beleid wijzigen", "meedoen/"), ("Wat betekent deze melding?", "meedoen/meldingen/")),
        "melding.md.j2",
        lambda: {"rule": doc},
    )


def rule_tiles(docs: Sequence[RuleDoc]) -> tuple[TileBox, ...]:
    """Return every rule, the faults first."""
    return tuple(
        TileBox(f"{level}-meldingen", heading, tuple(_tiles(level, docs))) for level, heading in _HEADINGS.items()
    )


def _tiles(level: str, docs: Sequence[RuleDoc]) -> Iterator[Tile]:
    for doc in docs:
        if doc.level == level:
            yield Tile(Link(doc.rule, page_of_rule(doc.rule)), "", f"{doc.title}.")
