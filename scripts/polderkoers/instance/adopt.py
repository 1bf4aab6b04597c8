"""Adopts a version: the status of its files, their version numbers, and an entry that names it by what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from polderkoers.changes.compare import Comparison, compare
from polderkoers.changes.content import LIST, content_of
from polderkoers.changes.git_call import answers
from polderkoers.changes.kept import ignored, kept_content
from polderkoers.changes.ledger import judge
from polderkoers.changes.versions import Version, listed_versions, load_version, open_version
from polderkoers.errors import AdoptionRefused
from polderkoers.instance.again import without_version
from polderkoers.instance.asked import (
    Asked,
    chosen_files,
    documents_of,
    refuse_wrong_date,
    refuse_wrong_id,
    refuse_wrong_words,
)
from polderkoers.instance.work import FileEdit, Unwritable, Work
from polderkoers.policy.canonical.together import write_together
from polderkoers.policy.index import Entry
from polderkoers.policy.load import load
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.dates import on_datum
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.rules.version_number import next_number
from polderkoers.policy.source import Document
from polderkoers.policy.tree import Folder, Snapshot, Tree
from polderkoers.problems import Problem

_TO_DO = "Vul dit in."
_MAINS = ("", "main", "master")
# A file that was only a concept has a number below this one.
_BEGUN, _FIRST = "0.", "1.0"


@dataclass(frozen=True)
class Adoption:
    """A version that can be adopted, or the problems that stand in the way; then there is nothing else.

    `entry` is what comes into data/versies.yaml. `before` is the version before it, None when this is the first.
    `beside` are files that say something else than in that version and are not among those adopted. `on_main` says that the work
    has no branch of its own yet.
    """

    problems: tuple[Problem, ...] = ()
    entry: Mapping[str, Any] | None = None
    edits: tuple[FileEdit, ...] = ()
    before: Version | None = None
    comparison: Comparison | None = None
    beside: tuple[str, ...] = ()
    on_main: bool = False


Check = Callable[[Tree], tuple[Problem, ...]]
"""What `polderkoers check` finds in a tree."""


def adopt(root: Path, asked: Asked, check: Check, today: date, *, write: bool) -> Adoption:
    """Return what adopting a version changes in the working copy, and change it when `write` says so.

    Raises `AdoptionRefused` or another `PolderkoersError` when it cannot be done as it was asked, or when the version before
    it cannot be read; nothing has changed then.
    """
    tree = Snapshot(Folder(root))
    found = _plan(_Ground(root, partial(kept_content, root), ignored(root, tree)), tree, asked, check, today)
    if write and not found.problems:
        write_together(root, {edit.file: edit.content for edit in found.edits})
    return found


def adoption_in(root: Path, tree: Tree, asked: Asked, check: Check, today: date) -> Adoption:
    """Return what adopting a version changes in a tree that is no working copy, such as the draft of a proposal.

    `root` is its repository, bare or not. What is written from such a tree is kept to the byte. Raises as `adopt` does.
    """
    return _plan(_Ground(root, content_of), tree, asked, check, today)


@dataclass(frozen=True)
class _Ground:
    """Where a version is adopted: its repository, what tells the content that a tree has there, and the files that Git would leave out."""

    root: Path
    content: Callable[[Tree], str | None]
    missed: tuple[str, ...] = ()


def _plan(ground: _Ground, tree: Tree, asked: Asked, check: Check, today: date) -> Adoption:
    root = ground.root
    listing: Document | None = None
    if asked.again:
        tree, listing = without_version(root, tree, asked.id)
    loaded = load(tree)
    if problems := _faults(check(tree)) or tuple(_unfilled(loaded.documents)):
        return Adoption(problems)
    if ground.missed:
        raise _ignored(ground.missed)
    refuse_wrong_words(asked)
    refuse_wrong_id(asked.id, loaded.policy)
    refuse_wrong_date(asked.datum, loaded.policy, today)
    files = chosen_files(asked, loaded.policy)
    documents = documents_of(asked, files, loaded.policy)
    before = _Before(ground, loaded)
    if not files:
        raise _nothing(before)
    work = Work(tree, loaded.documents)
    try:
        _adopt(work, asked, files, before)
        entry = _entry(asked, documents, ground.content(work.tree) or "")
        if listing:
            work.put_version(entry, listing)
        else:
            work.add_version(entry)
        return _outcome(work, entry, before, files, check)
    except Unwritable as unwritable:
        return Adoption((unwritable.problem,))


class _Before:
    """The last listed version, and what says something else now; nothing when there is none.

    Making it raises the `PolderkoersError` that keeps the version from being opened: without it nobody would know which
    numbers to raise.
    """

    def __init__(self, ground: _Ground, now: Loaded) -> None:
        root = ground.root
        self.ground, self.root, self._now = ground, root, now
        self.listed = listed_versions(now.policy)
        self.version = open_version(root, self.listed[-1].id, self.listed) if self.listed else None
        self.loaded = load_version(self.version.tree, root) if self.version else None

    @property
    def changed(self) -> tuple[str, ...]:
        """The files of policy of now that are new or say something else than in that version."""
        if self.loaded is None:
            return ()
        found = {change.item.file for change in compare(self.loaded, self._now).changes}
        policy = (entry.file.file for entry in self._now.policy.entries.values() if isinstance(entry.item, Beleid))
        return tuple(sorted(file for file in policy if file in found))


def _adopt(work: Work, asked: Asked, files: tuple[Entry, ...], before: _Before) -> None:
    """Set what adopting sets. Raises `AdoptionRefused` when nothing is then other than in the version before it."""
    for entry in files:
        file = entry.file.file
        work.set(file, _adopted(asked))
        if str(work.data(file)["versie"]).startswith(_BEGUN):
            work.set(file, {"versie": _FIRST})
    past = judge(before.root, work.tree).past
    for file in sorted((past.unraised | past.unraised_since) - {LIST}):
        work.set(file, {"versie": _next_of(file, work)})
    if before.version and content_of(before.version.tree) == before.ground.content(work.tree):
        raise _nothing(before)


def _next_of(file: str, work: Work) -> str:
    return next_number(str(work.data(file)["versie"]))


def _outcome(work: Work, entry: Mapping[str, Any], before: _Before, files: tuple[Entry, ...], check: Check) -> Adoption:
    """Return the adoption, or what `check` would say of it."""
    tree = Snapshot(work.tree)
    if problems := _faults(check(tree)):
        return Adoption(problems)
    own = {each.file.file for each in files}
    comparison = compare(before.loaded, load(tree)) if before.loaded else None
    return Adoption(
        (),
        entry,
        work.edits,
        before.version,
        comparison,
        tuple(file for file in before.changed if file not in own),
        answers(before.root, "symbolic-ref", "--quiet", "--short", "HEAD") in _MAINS,
    )


def _faults(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.level == "fout")


def _unfilled(documents: tuple[Document, ...]) -> Iterator[Problem]:
    """Yield a fault for every text that still asks to be filled in."""
    # To know where each value stands takes a second reading, which most files need not.
    for document in (each for each in documents if _TO_DO in each.text):
        for pointer, place in document.values.items():
            if _value(document.data, pointer) == _TO_DO:
                message = f"Hier staat nog '{_TO_DO}'"
                hint = "schrijf hier wat er moet staan."
                yield Problem(document.file, place.line, place.column, "nog-invullen", message, hint, pointer)


def _value(data: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        data = data[int(key)] if isinstance(data, list) else data[key]
    return data


def _nothing(before: _Before) -> AdoptionRefused:
    changed = before.changed
    if before.version and not changed:
        return AdoptionRefused(
            f"Er is niets vast te stellen: geen kernopgave, programmalijn, plan of wegwijzer is veranderd sinds versie "
            f"{before.version.id}.",
            "verander eerst de bestanden waarover is besloten.",
        )
    since = ""
    if before.version:
        since = f" Veranderd sinds versie {before.version.id}: {', '.join(changed)}."
    example = next(iter(changed), "data/kernopgaven/fijn-wonen.yaml")
    return AdoptionRefused(
        f"Er is geen beleid met 'status: concept'.{since}",
        f"noem elk bestand dat is vastgesteld, bijvoorbeeld --bestand {PurePosixPath(example).stem}",
    )


def _ignored(files: tuple[str, ...]) -> AdoptionRefused:
    return AdoptionRefused(
        f"Git slaat dit over: {', '.join(files)}. Wat Git overslaat, komt niet in het voorstel, en hoort dus niet bij de versie.",
        "haal het weg uit de map data, of uit de lijst van wat Git overslaat (meestal .gitignore).",
    )


def _adopted(asked: Asked) -> dict[str, Any]:
    return {"status": "vastgesteld", "vastgesteld_op": _date(asked.datum), "vastgesteld_door": asked.door}


def _date(text: str) -> str | int:
    """Return a date as the data writes it: a year alone is a number."""
    if text.isdecimal():
        return int(text)
    return text


def _entry(asked: Asked, documents: tuple[str, ...], content: str) -> dict[str, Any]:
    return {
        "id": asked.id,
        "naam": asked.naam or f"Versie {asked.id}",
        "uitleg": asked.uitleg or f"Het beleid zoals het {on_datum(asked.datum)} is vastgesteld.",
        "datum": _date(asked.datum),
        "vastgesteld_door": asked.door,
        "besluit": asked.besluit,
        "documenten": list(documents),
        # The commit that brings this to main does not exist yet, and squashing or rebasing gives it another id.
        "commit": None,
        "inhoud": content,
    }
