"""One entry of the list of versions: the form of the commit that it names, and what that holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from polderkoers.changes.content import content_of
from polderkoers.changes.git import GitTree, resolve
from polderkoers.changes.git_call import answers
from polderkoers.errors import VersionUnknown
from polderkoers.policy.model.versies import NOW

_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHORT = re.compile(r"[0-9a-f]{4,63}")
# What else Git gives numbers to.
_KINDS = {"tree": "map", "blob": "bestand"}
_TAGS = "refs/tags/"


@dataclass(frozen=True)
class Named:
    """What the `commit` of an entry names today: the full id of that commit (None: nothing), and what that holds.

    `fixed` says whether the name may stand in the list, because it names the same for ever: a full id, or a tag. `kind` says in
    Dutch what it is the number of, when that is no commit.
    """

    name: str
    commit: str | None
    content: str | None
    fixed: bool
    words: str = ""
    kind: str = ""

    @property
    def missing(self) -> str:
        """What is said of it when it names no commit."""
        if self.kind:
            return f"'{self.name}' is in Git het nummer van een {self.kind}, niet van een commit."
        return f"De commit '{self.name}' is er niet in de geschiedenis van Git."


def named(root: Path, name: str) -> Named:
    """Return what a name stands for. Raises `HistoryUnreadable` when that cannot be known."""
    try:
        commit = resolve(root, "HEAD" if name == NOW else name)
    except VersionUnknown:
        return Named(name, None, None, fixed=bool(_HASH.fullmatch(name)), kind=_kind(root, name))
    content = content_of(GitTree(root, commit))
    if _HASH.fullmatch(name):
        return Named(name, commit, content, fixed=True)
    if _is_tag(root, name):
        return Named(name, commit, content, fixed=True)
    return Named(name, commit, content, fixed=False, words=_what(root, name, commit))


def _kind(root: Path, name: str) -> str:
    if not _HASH.fullmatch(name):
        return ""
    return _KINDS.get(answers(root, "cat-file", "-t", name), "")


def why_none(root: Path, name: str) -> str:
    """Return in words why a name that names no commit does not, to stand behind a colon."""
    if kind := _kind(root, name):
        return f"{name} is in Git het nummer van een {kind}, niet van een commit"
    return f"{name} is er niet in de geschiedenis van Git"


def _is_tag(root: Path, name: str) -> bool:
    full = _full(root, name)
    # Git itself names nothing when a branch has the same name, and then takes the tag.
    return full.startswith(_TAGS) or (not full and bool(answers(root, "show-ref", "--verify", f"{_TAGS}{name}")))


def _full(root: Path, name: str) -> str:
    return answers(root, "rev-parse", "--symbolic-full-name", "--verify", "--quiet", "--end-of-options", name)


def _what(root: Path, name: str, commit: str) -> str:
    """Return why a name may not stand in the list."""
    if _SHORT.fullmatch(name) and commit.startswith(name):
        return "is een kort nummer van een commit. Zo'n nummer kan later bij meer commits passen"
    if name == NOW or name.startswith(("HEAD", "@")):
        return "wijst na elke wijziging iets anders aan"
    if _full(root, name).startswith(("refs/heads/", "refs/remotes/")):
        return "is een tak van Git. Een tak wijst na elke wijziging iets anders aan"
    return "is geen tag en niet het hele nummer van een commit. Zo'n naam kan later iets anders aanwijzen"
