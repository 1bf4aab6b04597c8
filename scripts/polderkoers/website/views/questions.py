"""The open questions of a file: what the editors noted about its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.base import LetOp
from polderkoers.website.views.link import Link
from polderkoers.website.views.sources import place_of

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class OpenQuestion:
    """An open question: a note on the source, and the items that it is about."""

    id: str
    text: str
    about: tuple[Link, ...]
    bron: str


def questions(site: Site, entry: Entry) -> Iterator[OpenQuestion]:
    """Yield the open questions of a file."""
    for note in only(LetOp, site.policy.children(entry, "let_op")):
        yield question(site, note)


def question(site: Site, note: Entry[LetOp]) -> OpenQuestion:
    """Return an open question as a page shows it."""
    over = (site.policy.get(f"{note.file.id}/{id_}") for id_ in note.item.over)
    links = tuple(map(site.link, filter(None, over)))
    return OpenQuestion(note.item.id, note.item.tekst, links, place_of(note.item))
