"""The references of a repository: read all at once, and moved together or not at all."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from polderkoers.changes.git_call import ask, run, why_unreadable
from polderkoers.errors.werkbank import NotSaved
from polderkoers.werkbank.store.loose import Objects
from polderkoers.werkbank.store.moving import Movers
from polderkoers.werkbank.store.objects import CommitWanted, CommitWritten, write_commits
from polderkoers.werkbank.store.ref_files import RefFiles

_FORMAT = "%(refname)%00%(objectname)%00%(committerdate:unix)%00%(contents)%00"
_LOCKED = re.compile(r"Unable to create '(?P<path>[^']+\.lock)': File exists")
_ELSEWHERE = ("but expected", "reference already exists", "unable to resolve reference", "reference is missing")
# Git holds a lock for a blink; one that is older was left by a program that was killed.
STALE = 15.0
# So long others may hold one, in seconds, before somebody is asked to come back.
WAIT = 20.0
_PAUSE = 0.02


@dataclass(frozen=True)
class Ref:
    """A reference with the commit that it is at: when that was made, and its message."""

    name: str
    commit: str
    when: datetime
    message: str


@dataclass(frozen=True)
class RefMove:
    """A reference that goes from one commit to another. Without `old` it begins, and without `new` it goes.

    When both are the same it must only be there, and without any it must not.
    """

    name: str
    old: str
    new: str


class Repository:
    """A repository of Git in which a project stands, with a working copy or without."""

    def __init__(self, root: Path) -> None:
        """Point at the project. Raises the `HistoryUnreadable` that says why there is no repository here."""
        if wrong := why_unreadable(root):
            raise wrong
        self.root = root
        told = ("--show-prefix", "--path-format=absolute", "--git-common-dir", "--show-object-format")
        # A project at the top has an empty line for where it stands.
        self.prefix, common, digest = ask(root, "rev-parse", *told).removesuffix("\n").split("\n")
        self.common = Path(common)
        self._objects = Objects(root, self.common, digest)
        self._files, self._movers = RefFiles(self.common), Movers(root)

    def refs(self, *patterns: str) -> list[Ref]:
        """Return the references that are named, or that stand below a name ending in a slash."""
        told = ask(self.root, "for-each-ref", f"--format={_FORMAT}", *patterns).split("\0")
        return [*_refs(told[:-1])]

    def commit_at(self, name: str) -> str:
        """Return the commit that a reference is at; nothing when it is not there."""
        if found := self._files.commit_at(name):
            return found
        done = run(self.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return done.stdout.decode("ascii").strip()

    def tree_at(self, commit: str) -> str:
        """Return the id of the tree of a commit."""
        return self._objects.tree_of(commit)

    def is_before(self, older: str, newer: str) -> bool:
        """Return whether what one name or id leads to is in the history of another, or is that other itself."""
        return not run(self.root, "merge-base", "--is-ancestor", "--end-of-options", older, newer).returncode

    def write(self, wanted: Sequence[CommitWanted]) -> list[CommitWritten]:
        """Write commits, on no branch yet, and return them in order. Raises `NotSaved` or `FileRefused`."""
        return write_commits(self._objects, self.prefix, wanted)

    def move(self, moves: Sequence[RefMove]) -> bool:
        """Let references move, all of them or none, and return whether they were where they were thought to be.

        Raises `NotSaved` when Git cannot write them.
        """
        lines = "".join(map(_line, moves))
        deadline = time.monotonic() + WAIT
        while said := self._movers.refused(lines):
            if any(words in said for words in _ELSEWHERE):
                return False
            if not self._unlocked(said) and time.monotonic() > deadline:
                raise NotSaved("Git kon dit niet bewaren.", "wacht een minuut, en bewaar dan opnieuw.")
            time.sleep(_PAUSE)
        return True

    def _unlocked(self, said: str) -> bool:
        """Return whether a lock that stood in the way was left behind, and is gone now. Raises `NotSaved` when it was none."""
        held = _LOCKED.search(said)
        if held is None:
            raise NotSaved("Git kon dit niet bewaren.", "kijk of er ruimte is op de schijf en of je er mag schrijven.")
        path = Path(held["path"])
        try:
            age = time.time() - path.stat().st_mtime
            if age > STALE and path.is_relative_to(self.common):
                path.unlink()
                return True
        except OSError:
            return True
        return False

    def heads(self) -> Iterator[str]:
        """Yield the references that are checked out, in the working copy or in another one of the same repository."""
        for path in (self.common / "HEAD", *self.common.glob("worktrees/*/HEAD")):
            try:
                yield path.read_text(encoding="utf-8").removeprefix("ref: ").strip()
            except OSError:  # a working copy that goes away right now
                continue


def _refs(told: Sequence[str]) -> Iterator[Ref]:
    parts = iter(told)
    for name, commit, when, message in zip(parts, parts, parts, parts, strict=True):
        if when:  # of what is no commit there is none
            yield Ref(name.lstrip("\n"), commit, datetime.fromtimestamp(int(when), UTC), message)


def _line(move: RefMove) -> str:
    if move.old == move.new:
        return f"verify {move.name} {move.old}".rstrip() + "\n"
    if not move.new:
        return f"delete {move.name} {move.old}\n"
    return f"update {move.name} {move.new} {move.old or '0' * len(move.new)}\n"
