"""Repositories of Polderdam with a store of proposals, and people who work in it."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from polderkoers.werkbank.store.store import Store
from polderkoers.werkbank.store.values import Person, Proposal, ProposalState
from support.gemeente import laid
from support.git import git, save
from support.merging import BASE, HOUSES

ANNA = Person("Anna de Boer", "anna@polderdam.example")
BRAM = Person("Bram Çelik", "bram@polderdam.example")
GOAL = ("naam: Genoeg huizen\n", "naam: Meer huizen\n")


def files_at(store: Store, commit: str) -> dict[str, bytes]:
    """Return the contents of the data files of a commit by path; what is no ordinary file is left out."""
    read = ((source.file, source.read()) for source in store.tree(commit).data_files())
    return {file: content for file, content in read if isinstance(content, bytes)}


@cache
def _made(form: str) -> Path:
    """Return a repository of Polderdam that is made once for all tests, to copy and not to touch."""
    root = Path(tempfile.mkdtemp(prefix="polderdam-")) / "bron"
    atexit.register(shutil.rmtree, root.parent, ignore_errors=True)
    laid(root)
    git(root, "init", "--quiet", "--initial-branch=main", f"--object-format={form}")
    save(root, "Beleid van nu")
    return root


def clone(root: Path, form: str = "sha1") -> Path:
    """Make a clone of Polderdam with main checked out, and return it."""
    shutil.copytree(_made(form), root)
    return root


def bare(root: Path, form: str = "sha1") -> Path:
    """Make a bare repository of Polderdam, and return it."""
    shutil.copytree(_made(form) / ".git", root)
    git(root, "config", "core.bare", "true")
    return root


def edited(*edits: tuple[str, str], file: str = HOUSES, on: bytes | None = None) -> dict[str, bytes | None]:
    """Return a file in which words were put in the place of others, each of which must be there."""
    text = (BASE[file] if on is None else on).decode()
    for was, now in edits:
        assert was in text, was
        text = text.replace(was, now, 1)
    return {file: text.encode()}


def proposed(store: Store, *edits: tuple[str, str], who: Person = ANNA, title: str = "Meer huizen") -> Proposal:
    """Return a new proposal in which a file is edited."""
    begun = store.begin(who, title)
    on = files_at(store, begun.tip)[HOUSES]
    return store.save(begun.id, begun.tip, edited(*(edits or (GOAL,)), on=on), "Verander een doel", who)


def handed_in(store: Store, *edits: tuple[str, str], who: Person = ANNA) -> Proposal:
    """Return a new proposal that was handed in."""
    made = proposed(store, *edits, who=who)
    return store.move_to(made.id, ProposalState.INGEDIEND, who)


def in_force(store: Store, *edits: tuple[str, str]) -> str:
    """Let somebody else's proposal come in force, and return the commit."""
    other = handed_in(store, *edits, who=BRAM)
    return store.take_over(other.id, other.tip, BRAM)
