"""Pages for the council: what the goals lack, and all open questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from polderkoers.policy.index import Entry
from polderkoers.policy.threads import ASPECTS, Thread, Threads, follow
from polderkoers.website.views.link import Link
from polderkoers.website.views.overviews import document_heading, newest_first
from polderkoers.website.views.questions import OpenQuestion, questions
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


@dataclass(frozen=True)
class QuestionBox:
    """The open questions of one file, with the file that they are about."""

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


def threads(site: Site) -> tuple[ThreadBox, ...]:
    """Return per document, the newest first, what its goals have and lack."""
    by_document = {found.document: found for found in follow(site.policy)}
    boxes = []
    for document in newest_first(site):
        found = by_document.get(document.item.id)
        if found is None:
            continue
        boxes.append(_thread_box(site, document, found))
    return tuple(boxes)


def _thread_box(site: Site, document: Entry, found: Threads) -> ThreadBox:
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
    )


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


def open_questions(site: Site) -> tuple[DocumentQuestions, ...]:
    """Return all notes on the sources, per document and file."""
    files = [entry for entry in site.policy.entries.values() if entry.is_file]
    boxes = []
    for document in newest_first(site):
        found = tuple(_question_boxes(site, site.made_from(document, files)))
        total = sum(len(box.questions) for box in found)
        if found:
            heading, owner = document_heading(document), site.foreign_owner(document)
            boxes.append(DocumentQuestions(document.item.id, heading, owner, total, found))
    return tuple(boxes)


def _question_boxes(site: Site, files: list[Entry]) -> Iterator[QuestionBox]:
    for entry in files:
        notes = tuple(questions(site, entry))
        if notes:
            yield QuestionBox(site.link(entry), site.words.one(entry.item.soortnaam), notes)
