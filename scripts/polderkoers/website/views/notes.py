"""Where each note of the editors stands on the page of a file: once, with an item, at the top, or folded below a section."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import filterfalse
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.base import Cijfer, LetOp
from polderkoers.policy.model.blocks import Publicatie
from polderkoers.website.views.link import Link
from polderkoers.website.views.questions import (
    READER,
    SOURCE,
    TRANSCRIPT,
    OpenQuestion,
    is_transcript,
    noted_items,
    question,
)

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

# Figures and publications are rows of a list, in which there is no room for a note.
_ROWS = (Cijfer, Publicatie)


@dataclass
class ItemNotes:
    """What is noted about an item: what stands with it, where else a note about it stands, and the anchors of what is folded."""

    here: list[OpenQuestion] = field(default_factory=list)
    there: list[Link] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)


@dataclass
class FileNotes:
    """The notes of a file: by the id of an item, at the top of its page, at its end, what is to be folded, and what stands elsewhere.

    What is folded, and what an item of the page cannot show, is still to be given a section: by the ids that it is about.
    """

    items: defaultdict[str, ItemNotes] = field(default_factory=lambda: defaultdict(ItemNotes))
    top: list[OpenQuestion] = field(default_factory=list)
    end: list[OpenQuestion] = field(default_factory=list)
    rows: list[tuple[tuple[str, ...], OpenQuestion]] = field(default_factory=list)
    folded: list[tuple[tuple[str, ...], OpenQuestion]] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


def item_notes(site: Site, entry: Entry) -> ItemNotes:
    """Return what is noted about an item of a file of policy."""
    return file_notes(site, entry.file.id).items.get(entry.item.id, _NONE)


_NONE = ItemNotes()


# The cards of one page are made one after another.
@lru_cache(maxsize=1)
def file_notes(site: Site, file: str) -> FileNotes:
    """Return the place of each note of a file, by the id of that file."""
    found = FileNotes()
    for note in only(LetOp, site.policy.children(site.policy.entries[file], "let_op")):
        _put(site, note, found)
    return found


def _put(site: Site, note: Entry[LetOp], found: FileNotes) -> None:
    about = noted_items(site, note)
    if is_transcript(site, note):
        found.elsewhere.append(note.item.id)
    elif note.item.soort in (SOURCE, TRANSCRIPT):
        _fold(site, note, about, found)
    elif about:
        _place(site, note, about, found)
    elif note.item.soort == READER:
        found.top.append(question(site, note))
    else:
        found.end.append(question(site, note))


def _fold(site: Site, note: Entry[LetOp], about: tuple[Entry, ...], found: FileNotes) -> None:
    found.folded.append((note.item.over, question(site, note)))
    for entry in _with_room(about):
        found.items[entry.item.id].folded.append(note.item.id)


def _place(site: Site, note: Entry[LetOp], about: tuple[Entry, ...], found: FileNotes) -> None:
    """Put a note for readers at the part that holds all that it is about, else with the first and a link to it with each other."""
    shown, entries = question(site, note), _with_room(about)
    if not entries:
        found.rows.append((note.item.over, shown))
    elif shared := _shared(entries):
        _put_above(shared, replace(shown, about=_named(site, shared, entries)), entries, found)
    else:
        first, *others = entries
        found.items[first.item.id].here.append(replace(shown, about=()))
        for other in others:
            if not other.is_inside(first):
                found.items[other.item.id].there.append(Link(first.item.label, f"#{note.item.id}"))


def _shared(entries: tuple[Entry, ...]) -> Entry | None:
    """Return what several items of one list stand in."""
    lists = {(entry.parent.ref, entry.field) for entry in entries if entry.parent}
    return entries[0].parent if len(entries) > 1 and len(lists) == 1 else None


def _put_above(shared: Entry, note: OpenQuestion, entries: tuple[Entry, ...], found: FileNotes) -> None:
    if shared.is_file:
        found.rows.append((tuple(map(attrgetter("item.id"), entries)), note))
    else:
        found.items[shared.item.id].here.append(note)


def _named(site: Site, shared: Entry, entries: tuple[Entry, ...]) -> tuple[Link, ...]:
    """Return links to items of a list; none when they are all of it."""
    if len(entries) == len(site.policy.children(shared, entries[0].field)):
        return ()
    return tuple(map(site.link, entries))


def _with_room(about: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the items whose cards can show a note: those that it is about, or what their rows stand in."""
    hosts = {entry.ref: entry for entry in map(_host, about)}
    return tuple(filterfalse(attrgetter("is_file"), hosts.values()))


def _host(entry: Entry) -> Entry:
    while isinstance(entry.item, _ROWS) and entry.parent is not None:
        entry = entry.parent
    return entry
