"""Reads the files of a tree one by one: what each holds, or what is wrong with it by itself."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from polderkoers.policy.file_names import unexpected
from polderkoers.policy.misplaced import asked_whether_cut, in_text, led_to_cure, only_cures
from polderkoers.policy.model.base import Bestand
from polderkoers.policy.model.build import build_file
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.nothing_said import nothing_said
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, forbidden_signs, parse, read
from polderkoers.policy.tree import DataFile, Tree
from polderkoers.policy.unfilled import unfilled
from polderkoers.problems import Problem

# So many contents are remembered beside those of a tree.
_ROOM = 100
_FOLLOWS = frozenset({"veld-ontbreekt", "verkeerd-type"})


@dataclass
class Found:
    """What reading the files one by one gave: documents without a fault, and of the others what is wrong with them.

    `begun` are the documents that are still to be filled in, with the paths of what is; `unread` the ids of files that
    are left out of the policy.
    """

    documents: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    begun: list[tuple[Document, frozenset[str]]] = field(default_factory=list)
    refused: dict[str, Document] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    @property
    def unreadable(self) -> tuple[Problem, ...]:
        """What is wrong with the files that could not be read at all, in order."""
        return tuple(sorted(problem for problem in self.problems if problem.file not in self.refused))

    def add(self, other: Found) -> None:
        """Take up what another file gave."""
        self.documents += other.documents
        self.problems += other.problems
        self.begun += other.begun
        self.refused |= other.refused
        self.unread |= other.unread


class Memory:
    """What was read before in this process, so that a file that did not change is not read again.

    Of a file of which the tree knows the content by a key several contents are remembered: drafts beside each other each have their own.
    """

    def __init__(self) -> None:
        """Start with nothing read."""
        self._schemas: tuple[dict[str, bytes], Schemas] | None = None
        self._read: dict[str, tuple[bytes | Problem, Found]] = {}
        # What was asked for last stands last.
        self._keyed: OrderedDict[tuple[str, str], Found] = OrderedDict()
        self._built: OrderedDict[int, tuple[Document, Bestand]] = OrderedDict()
        self._most = _ROOM

    def copied(self) -> Memory:
        """Return a memory that knows the same, and does not forget what this one forgets."""
        other = Memory()
        other._schemas, other._read, other._built = self._schemas, dict(self._read), self._built.copy()
        other._keyed, other._most = self._keyed.copy(), self._most
        return other

    def schemas_of(self, tree: Tree) -> Schemas:
        """Return the schemas of a tree; where they are others than before, what was read by those is forgotten."""
        texts = tree.schemas()
        if self._schemas is None or self._schemas[0] != texts:
            self._schemas = (texts, Schemas(tree))
            self._read.clear()
            self._keyed.clear()
        return self._schemas[1]

    def expect(self, count: int) -> None:
        """Make room for what a tree of so many files holds, and for as much beside it."""
        self._most = max(self._most, 2 * count + _ROOM)

    def knows(self, source: DataFile) -> bool:
        """Return whether a file need not be opened, because its content was read before."""
        return (source.file, source.key) in self._keyed

    def of_file(self, source: DataFile, read_file: Callable[[DataFile], Found]) -> Found:
        """Return what reading a file gives, or gave when it held the same."""
        if source.key:
            return self._by_key(source, read_file)
        content = source.read()
        held = self._read.get(source.file)
        if held is None or held[0] != content:
            held = (content, read_file(DataFile(source.file, lambda: content)))
            self._read[source.file] = held
        return held[1]

    def _by_key(self, source: DataFile, read_file: Callable[[DataFile], Found]) -> Found:
        key = (source.file, source.key)
        found = self._keyed.get(key)
        if found is None:
            found = read_file(source)
        self._keyed[key] = found
        self._keyed.move_to_end(key)
        self._trim(self._keyed)
        return found

    def built(self, document: Document) -> Bestand:
        """Return the values of a document."""
        held = self._built.get(id(document))
        if held is None or held[0] is not document:
            held = (document, build_file(document))
        self._built[id(document)] = held
        self._built.move_to_end(id(document))
        self._trim(self._built)
        return held[1]

    def _trim(self, kept: OrderedDict[Any, Any]) -> None:
        while len(kept) > self._most:
            kept.popitem(last=False)


def read_all(sources: Iterable[DataFile], names: frozenset[str], schemas: Schemas, memory: Memory) -> Found:
    """Return what reading each of the files gives; `names` are all files of their tree, `memory` holds what was read before."""
    found = Found()
    memory.expect(len(names))
    for source in sources:
        if wrong := unexpected(source.file, names):
            found.add(_unread(wrong, source, schemas))
        else:
            found.add(memory.of_file(source, lambda file: _read_one(file, schemas)))
    found.documents.sort(key=_out_of_place)
    return found


def _read_one(source: DataFile, schemas: Schemas) -> Found:
    outcome = read(source)
    if isinstance(outcome, Problem):
        return _unread(outcome, source, schemas)
    found = Found()
    _judge(outcome, schemas, found)
    return found


def _unread(problem: Problem, source: DataFile, schemas: Schemas) -> Found:
    """Return what is wrong with a file that cannot be read at all."""
    problems = [*_cured(problem, source, schemas), *forbidden_signs(source)]
    return Found(problems=problems, unread={PurePosixPath(source.file).stem})


def _out_of_place(document: Document) -> tuple[bool, bool]:
    """Return what puts a file behind others: of two with one id, that with the right name in the right folder is the original."""
    path = PurePosixPath(document.file)
    return path.stem != document.data.get("id"), path.parent != PurePosixPath("data") / KINDS[
        document.data["soort"]
    ].kind.folder


def _judge(document: Document, schemas: Schemas, found: Found) -> None:
    blanks = unfilled(document)
    refused = [problem for problem in refused_of(document, schemas) if not is_filler(problem, blanks)]
    if blanks:
        found.begun.append((document, blanks))
    if not refused and not blanks:
        found.documents.append(document)
        return
    found.problems += refused
    found.refused[document.file] = document
    found.unread.add(PurePosixPath(document.file).stem)


def is_filler(problem: Problem, blanks: frozenset[str]) -> bool:
    """Return whether a problem is about a value that is still to be filled in, also when its brackets make a list of it."""
    return problem.path in blanks or (problem.rule == "verkeerd-type" and f"{problem.path}/0" in blanks)


def _cured(problem: Problem, source: DataFile, schemas: Schemas) -> list[Problem]:
    """Return a problem that stopped the reading of a file, or what a change of one place would mend, in its place."""
    content = source.read()
    if isinstance(content, Problem) or problem.rule not in ("yaml-syntaxis", "yaml-vorm"):
        return [problem]
    return true_of([problem], content.decode("utf-8-sig"), source.file, schemas)


def refused_of(document: Document, schemas: Schemas) -> list[Problem]:
    """Return what is wrong with a document by itself, as far as it does not follow from something else in it."""
    swallowed = in_text(document, schemas)
    found = _judged(document, schemas)
    if swallowed:
        # What a text took in is missing elsewhere; that follows.
        told = {problem.line for problem in swallowed}
        return [*swallowed, *(each for each in found if each.rule not in _FOLLOWS and each.line not in told)]
    return true_of(found, document.text, document.file, schemas)


def true_of(found: list[Problem], text: str, file: str, schemas: Schemas) -> list[Problem]:
    """Return the problems of a file with the cure of its cause, and without a hint that would be none."""
    led = led_to_cure(found, text, file, schemas)
    if led == found:  # any other one was tried
        led = only_cures(led, text, lambda typed: _faults(typed, file, schemas))
    return asked_whether_cut(led, text)


def _faults(text: str, file: str, schemas: Schemas) -> list[Problem]:
    """Return what reading and the schema say of a text, as it stands."""
    outcome = parse(text, file)
    if isinstance(outcome, Problem):
        return [outcome]
    return _judged(outcome, schemas)


def _judged(document: Document, schemas: Schemas) -> list[Problem]:
    """Return what reading and the schema refuse; what only follows from an item that lost its first line is left out."""
    lost = tuple(f"{remark.path}/" for remark in document.remarks if remark.rule == "dubbele-sleutel")
    found = list(schemas.judge(document))
    judged = {problem.path for problem in found}
    found += (problem for problem in nothing_said(document, schemas) if problem.path not in judged)
    return [
        problem
        for problem in found
        if problem in document.remarks or not f"{problem.path}/".startswith(lost or ("\0",))
    ]
