"""Pages for the council: what the goals lack, and all open questions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from polderkoers.policy.in_force import is_withdrawn
from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.base import LetOp
from polderkoers.policy.model.blocks import Bedrag, Doel
from polderkoers.policy.progress import reported_of, reported_of_goal
from polderkoers.policy.threads import ASPECTS, Thread, Threads, follow
from polderkoers.website.views.boxes import Box, OverviewSection, entries_in
from polderkoers.website.views.link import Link
from polderkoers.website.views.overviews import document_heading, newest_first
from polderkoers.website.views.questions import OpenQuestion, is_transcript, said_once

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

_STATES = {"ja": "Ja", "samen": "Samen", "nee": "Nee"}
_KINDS = {"stappen": "stap", "activiteiten": "activiteit", "indicatoren": "indicator"}


@dataclass(frozen=True)
class AspectState:
    """What a goal has for one aspect: a word, the same as a code, and how many."""

    word: str
    code: str
    total: int


@dataclass(frozen=True)
class DoelThread:
    """A goal and what it has."""

    link: Link
    within: Link
    states: tuple[AspectState, ...]


@dataclass(frozen=True)
class AspectCount:
    """How many goals of a document have an aspect."""

    heading: str
    own: int
    together: int
    lacking: int


@dataclass(frozen=True)
class ThreadBox:
    """The threads of one document."""

    id: str
    heading: str
    other_owner: str
    total: int
    headings: tuple[str, ...]
    counts: tuple[AspectCount, ...]
    doelen: tuple[DoelThread, ...]
    loose_indicators: tuple[Link, ...]
    loose_amounts: tuple[Link, ...]
    withdrawn: tuple[Link, ...] = ()
    aimless: tuple[Link, ...] = ()
    unreported: tuple[Link, ...] = ()
    unspent: tuple[Link, ...] = ()
    amounts: int = 0


@dataclass(frozen=True)
class QuestionBox:
    """The open questions of one file, with the file that they are about."""

    id: str
    file: Link
    kind: str
    questions: tuple[OpenQuestion, ...]


@dataclass(frozen=True)
class DocumentQuestions:
    """The open questions of one document."""

    id: str
    heading: str
    other_owner: str
    total: int
    boxes: tuple[QuestionBox, ...]


def threads(site: Site, boxes: Iterable[Box] | None = None) -> tuple[ThreadBox, ...]:
    """Return per document, the newest first, what its goals have and lack: of all goals, or of those in some boxes."""
    found = _all_threads(site)
    if boxes is None:
        return found
    asked = frozenset(map(site.address, entries_in(boxes)))
    parts = (_only(box, asked) for box in found)
    return tuple(box for box in parts if box.doelen or box.withdrawn)


# The parts of one site are made one after another.
@lru_cache(maxsize=1)
def _all_threads(site: Site) -> tuple[ThreadBox, ...]:
    by_document = {found.document: found for found in follow(site.policy)}
    boxes = []
    for document in newest_first(site):
        found = by_document.get(document.item.id)
        if found is None:
            continue
        boxes.append(_thread_box(site, document, found))
    return tuple(boxes)


def _only(box: ThreadBox, asked: Collection[str]) -> ThreadBox:
    """Return a box with those goals whose address is asked for. What belongs to no goal of today stands with the first."""
    if not box.doelen:
        return _of_withdrawn(box, asked)
    goals = tuple(goal for goal in box.doelen if goal.link.address in asked)
    if box.doelen[:1] == goals[:1]:
        return replace(box, doelen=goals)
    return replace(
        box, doelen=goals, loose_indicators=(), loose_amounts=(), withdrawn=(), aimless=(), unreported=(), unspent=()
    )


def _of_withdrawn(box: ThreadBox, asked: Collection[str]) -> ThreadBox:
    """Return a box of a document of which all goals are withdrawn, with those whose address is asked for."""
    goals = tuple(goal for goal in box.withdrawn if goal.address in asked)
    if box.withdrawn[:1] == goals[:1]:
        return replace(box, withdrawn=goals)
    return replace(box, withdrawn=goals, loose_indicators=(), loose_amounts=(), aimless=())


def thread_sections(site: Site) -> tuple[OverviewSection, ...]:
    """Return the goals by document, the newest first, and by file; those that were withdrawn where a document has no others."""
    by_document: dict[tuple[str, bool], dict[str, list[Entry]]] = {}
    for goal in site.policy.of(Doel):
        mine = by_document.setdefault((goal.bron.document or "", is_withdrawn(site.policy, goal)), {})
        mine.setdefault(goal.file.id, []).append(goal)
    found = []
    for document in newest_first(site):
        of_today, withdrawn = (by_document.get((document.item.id, gone), {}) for gone in (False, True))
        files = of_today or withdrawn
        boxes = tuple(
            Box("", goals[0].file.label, tuple(goals), site.policy.entries[file]) for file, goals in files.items()
        )
        if boxes:
            found.append(OverviewSection(document.item.id, document.item.id, document_heading(document), boxes))
    return tuple(found)


def _thread_box(site: Site, document: Entry, found: Threads) -> ThreadBox:
    amounts = site.made_from(document, site.policy.of(Bedrag))
    return ThreadBox(
        document.item.id,
        document_heading(document),
        site.foreign_owner(document),
        len(found.threads),
        tuple(_heading(site, aspect) for aspect in ASPECTS),
        tuple(_count(site, found, aspect) for aspect in ASPECTS),
        tuple(_goal(site, thread) for thread in found.threads),
        tuple(map(site.link, found.loose_indicators)),
        tuple(map(site.link, found.loose_amounts)),
        tuple(map(site.link, found.withdrawn)),
        tuple(map(site.link, found.aimless)),
        tuple(site.link(thread.goal) for thread in found.threads if not _is_reported(site, thread.goal)),
        tuple(site.link(amount) for amount in amounts if not _has_spending(site, amount)),
        len(amounts),
    )


def _is_reported(site: Site, goal: Entry) -> bool:
    return bool(reported_of(site.policy, goal.ref) or reported_of_goal(site.policy, goal))


def _has_spending(site: Site, amount: Entry) -> bool:
    return any(each.melding.besteed for each in reported_of(site.policy, amount.ref))


def _count(site: Site, found: Threads, aspect: str) -> AspectCount:
    return AspectCount(_heading(site, aspect), *(found.count(aspect, state) for state in _STATES))


def _heading(site: Site, aspect: str) -> str:
    if aspect in _KINDS:
        return site.words.one(_KINDS[aspect])
    return aspect.capitalize()


def _goal(site: Site, thread: Thread) -> DoelThread:
    states = tuple(_state(thread, aspect) for aspect in ASPECTS)
    return DoelThread(site.link(thread.goal), site.link(site.policy.entries[thread.goal.file.id]), states)


def _state(thread: Thread, aspect: str) -> AspectState:
    state = thread.state(aspect)
    return AspectState(_STATES[state], state, len(thread.eigen[aspect] or thread.samen[aspect]))


def open_questions(site: Site, boxes: Iterable[Box] | None = None) -> tuple[DocumentQuestions, ...]:
    """Return notes on the sources, per document and file: all, or those in some boxes."""
    found = []
    for document, mine in _by_document(site, _boxes(site) if boxes is None else boxes):
        notes = said_once(site, only(LetOp, entries_in(mine)))
        files = tuple(_question_box(site, box, notes) for box in mine)
        heading, owner = document_heading(document), site.foreign_owner(document)
        found.append(DocumentQuestions(document.item.id, heading, owner, len(notes), files))
    return tuple(found)


def question_sections(site: Site) -> tuple[OverviewSection, ...]:
    """Return the open questions by the document that their file comes from, the newest first."""
    found = []
    for document, boxes in _by_document(site, _boxes(site)):
        id_ = document.item.id
        found.append(OverviewSection(id_, id_, document_heading(document), tuple(boxes)))
    return tuple(found)


def _boxes(site: Site) -> Iterator[Box]:
    """Yield the notes of each file that has some."""
    by_file: dict[str, list[Entry]] = {}
    for note in site.policy.of(LetOp):
        if note.parent and note.parent.is_file and not is_transcript(site, note):
            by_file.setdefault(note.parent.ref, []).append(note)
    for ref, notes in by_file.items():
        file = site.policy.entries[ref]
        yield Box(file.item.id, file.item.label, tuple(notes), file)


def _by_document(site: Site, boxes: Iterable[Box]) -> Iterator[tuple[Entry, list[Box]]]:
    """Yield the documents that files with notes come from, the newest first, with those of each."""
    grouped: dict[str, list[Box]] = {}
    for box in boxes:
        document = site.document(box.about.bron) if box.about else None
        if document is not None:
            grouped.setdefault(document.ref, []).append(box)
    for document in newest_first(site):
        if document.ref in grouped:
            yield document, grouped[document.ref]


def _question_box(site: Site, box: Box, notes: Mapping[str, OpenQuestion]) -> QuestionBox:
    entry = box.about or box.entries[0]
    mine = tuple(notes[note.ref] for note in box.entries if note.ref in notes)
    return QuestionBox(box.id, site.link(entry), site.words.one(entry.item.soortnaam), mine)
