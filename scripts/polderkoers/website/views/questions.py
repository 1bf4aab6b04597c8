"""The notes of the editors on a source: what they say, and what became of the text on its way to this site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.model.base import LetOp
from polderkoers.policy.model.having import place_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.link import Link
    from polderkoers.website.views.site import Site

# What a note is about, as its `soort` says: what a reader must know, the source, and our text of it.
READER, SOURCE, TRANSCRIPT = "lezer", "bron", "overname"


@dataclass(frozen=True)
class OpenQuestion:
    """A note of the editors and the items that it is about; `id` is its anchor, empty where that stands elsewhere on the page.

    `also` are other files of the same document of which the same is said.
    """

    id: str
    text: str
    about: tuple[Link, ...]
    bron: str
    also: tuple[Link, ...] = ()


def question(site: Site, note: Entry[LetOp]) -> OpenQuestion:
    """Return a note as a page shows it."""
    return OpenQuestion(
        note.item.id, note.item.tekst, tuple(map(site.link, noted_items(site, note))), place_of(note.item)
    )


def noted_items(site: Site, note: Entry[LetOp]) -> tuple[Entry, ...]:
    """Return the items that a note is about; none when it is about its whole file."""
    found = (site.policy.get(f"{note.file.id}/{id_}") for id_ in note.item.over)
    return tuple(filter(None, found))


def is_transcript(site: Site, note: Entry[LetOp]) -> bool:
    """Return whether a note stands with the source document only; of an earlier version there is no such page."""
    return note.item.soort == TRANSCRIPT and not site.is_earlier


def transcript_notes(site: Site, document: Entry) -> tuple[OpenQuestion, ...]:
    """Return what is noted about our text of a document; what is noted of several files stands there once, with all of them."""
    told = (
        note for note in site.policy.of(LetOp) if note.bron.document == document.item.id and is_transcript(site, note)
    )
    return tuple(_together(site, notes) for notes in _alike(told))


def said_once(site: Site, notes: Iterable[Entry[LetOp]]) -> dict[str, OpenQuestion]:
    """Return notes by reference as an overview shows them: what several files say stands with the first, with the names of the others."""
    found = {}
    for first, *others in _alike(notes):
        also = tuple(site.link(site.policy.entries[other.file.id]) for other in others)
        found[first.ref] = replace(question(site, first), id="", also=also)
    return found


def _alike(notes: Iterable[Entry[LetOp]]) -> tuple[list[Entry[LetOp]], ...]:
    """Return notes together that say the same in the same words."""
    found: dict[str, list[Entry[LetOp]]] = defaultdict(list)
    for note in notes:
        found[" ".join(note.item.tekst.split())].append(note)
    return tuple(found.values())


def _together(site: Site, notes: list[Entry[LetOp]]) -> OpenQuestion:
    about = chain.from_iterable(_noted_or_file(site, note) for note in notes)
    # Of several files it has to be said in which each item stands.
    named = site.link if len({note.file.id for note in notes}) == 1 else site.titled
    return OpenQuestion("", notes[0].item.tekst, tuple(map(named, about)), place_of(notes[0].item))


def _noted_or_file(site: Site, note: Entry[LetOp]) -> tuple[Entry, ...]:
    return noted_items(site, note) or (site.policy.entries[note.file.id],)
