"""The line of a branch: what stood on it, commit by commit, as its reviewers saw it (`walk` says which commits those are)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from polderkoers.changes.content import LIST, content_of
from polderkoers.changes.git import GitTree, resolve
from polderkoers.changes.git_call import answers, ask, cause, run
from polderkoers.changes.mains import DEFAULTS, OURS, PUBLISHED, if_one, main_names, mains, names_of, told_name
from polderkoers.changes.walk import LineMoment, Stretch, commits_on, moments_of, way_to
from polderkoers.errors import BranchEmpty, HistoryUnreadable, NothingCommitted, VersionUnknown
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import Tree
from polderkoers.problems import Problem

_SCHEMA = "versies.schema.json"
# What a list tells a reader of a version, beside its text.
TOLD = ("naam", "datum", "vastgesteld_door", "besluit", "documenten", "uitleg")


@dataclass(frozen=True)
class Claim:
    """What an entry of a list says of where its version is; `text` is what to type to have that again.

    `words` is what it tells a reader, by field, as it stands there.
    """

    id: str
    commit: str | None
    inhoud: str | None
    words: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The fields as they are typed."""
        said = (("commit", self.commit), ("inhoud", self.inhoud))
        return " en ".join(f"{name}: {typed(value)}" for name, value in said if value)


def typed(value: str) -> str:
    """Return a hash or name as it must be typed in YAML: one that looks like a number stands in quotes."""
    if value.replace("e", "").replace("+", "").replace("-", "").isdecimal():
        return f'"{value}"'
    return value


def claims_of(tree: Tree) -> dict[str, Claim] | None:
    """Return what the list of a tree says, by id, whatever its schema was; None when there is no list that can be read."""
    for source in tree.data_files():
        if source.file == LIST:
            return _claims_in(read(source))
    return None


def _claims_in(document: Document | Problem) -> dict[str, Claim] | None:
    if not isinstance(document, Document) or not isinstance(document.data, dict):
        return None
    rows = document.data.get("versies")
    if not isinstance(rows, list):
        return None
    return {claim.id: claim for claim in map(_claim, rows) if claim}


def _claim(row: Any) -> Claim | None:
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        return None
    words = tuple((name, said_of(row.get(name))) for name in TOLD)
    return Claim(row["id"], _name_in(row, "commit"), _name_in(row, "inhoud"), words)


def _name_in(row: Mapping[str, Any], field: str) -> str | None:
    """Return a field of a row, when it holds a text."""
    held = row.get(field)
    return held if isinstance(held, str) else None


def said_of(value: Any) -> str:
    """Return the value of a field in words, the same for a list and a model of it; nothing when there is none."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return " ".join(str(value).split())


@dataclass(frozen=True)
class ListRevision:
    """A commit on a line that changed the list of versions, and what the list says since."""

    commit: str
    claims: Mapping[str, Claim]


class Line:
    """The line that ends in a commit; nothing is read before something asks for it, and all raises `HistoryUnreadable`."""

    def __init__(self, root: Path, tip: str) -> None:
        """Point at the last commit of the line, by its full id."""
        self.root = root
        self.tip = tip
        self._known: dict[Claim, str | None] = {}
        self._held_at: dict[str, str | None] = {}

    @cached_property
    def claims(self) -> Mapping[str, Claim] | None:
        """What the list says at the end of the line; None when it has none."""
        return claims_at(self.root, self.tip)

    @cached_property
    def changes(self) -> tuple[ListRevision, ...]:
        """The commits that changed the list, the oldest first."""
        commits = self._touching(LIST)[::-1]
        return tuple(ListRevision(commit, claims_at(self.root, commit) or {}) for commit in commits)

    @cached_property
    def moments(self) -> tuple[LineMoment, ...]:
        """The commits that changed anything in data/, the oldest first."""
        return moments_of(self.root, self._touching("data")[::-1])

    @cached_property
    def commits(self) -> frozenset[str]:
        """All commits on the line itself."""
        return frozenset(self._touching())

    @cached_property
    def ruled(self) -> str | None:
        """The first commit with which a list could say what its versions hold; None when there is none yet.

        Where a policy leaves its schemas to the engine, every list can.
        """
        commits = reversed(self._touching(LIST, f"schema/{_SCHEMA}"))
        return next((commit for commit in commits if _is_ruled(self.root, commit)), None)

    def holding(self, content: str, tip: str | None = None) -> str | None:
        """Return the newest commit on the line up to `tip` that holds a content, and None when none ever did."""
        for commit in self._touching("data", tip=tip):
            if self.content_at(commit) == content:
                return commit
        return None

    def content_at(self, commit: str) -> str | None:
        """Return what a commit holds, as an entry of the list says it."""
        if commit not in self._held_at:
            self._held_at[commit] = content_of(GitTree(self.root, commit))
        return self._held_at[commit]

    def bringing(self, id_: str, content: str) -> ListRevision | None:
        """Return the change that first brought a version with this content to the list, and None when none did."""
        for change in self.changes:
            claim = change.claims.get(id_)
            if claim is not None and self.content_of(claim) == content:
                return change
        return None

    def brought(self, id_: str, content: str) -> str | None:
        """Return the commit that first brought a version with this content to the list, and None when none did."""
        brought = self.bringing(id_, content)
        return brought.commit if brought else None

    def content_of(self, claim: Claim) -> str | None:
        """Return the content that a claim stands for: what it says, or what its commit holds; None when neither is known."""
        if claim not in self._known:
            self._known[claim] = claim.inhoud or self._held(claim.commit or "")
        return self._known[claim]

    def _held(self, name: str) -> str | None:
        try:
            return self.content_at(resolve(self.root, name))
        except VersionUnknown:
            return None

    def has(self, commit: str) -> bool:
        """Return whether a commit came to the line, on it or beside it."""
        return is_ancestor(self.root, commit, self.tip)

    @cached_property
    def _way(self) -> tuple[Stretch, ...]:
        return way_to(self.root, self.tip)

    def _touching(self, *paths: str, tip: str | None = None) -> list[str]:
        if tip is None or tip == self.tip:
            return commits_on(self.root, self._way, *paths)
        return commits_on(self.root, way_to(self.root, tip), *paths)


@lru_cache(maxsize=512)
def claims_at(root: Path, commit: str) -> Mapping[str, Claim] | None:
    """Return what the list of a commit says, as `claims_of`. A commit never changes, so it is read once."""
    return claims_of(GitTree(root, commit))


@lru_cache(maxsize=512)
def _is_ruled(root: Path, commit: str) -> bool:
    own = GitTree(root, commit).own_schemas()
    return not own or b'"inhoud"' in own.get(_SCHEMA, b"")


def is_ancestor(root: Path, commit: str, other: str) -> bool:
    """Return whether one commit is in the history of another, or that other itself; both by their full ids."""
    done = run(root, "merge-base", "--is-ancestor", commit, other)
    if done.returncode not in (0, 1):
        raise cause(root, done.stderr)
    return done.returncode == 0


def common(root: Path, base: str, head: str) -> str:
    """Return the commit from which a proposal went its own way: `base` itself, or the last one that both share.

    It is `base` too when they share none.
    """
    if is_ancestor(root, base, head):
        return base
    return answers(root, "merge-base", base, head) or base


def parent(root: Path, commit: str) -> str | None:
    """Return the first parent of a commit by its full id, and None when it is the first of all."""
    ids = ask(root, "rev-list", "--max-count=1", "--parents", "--end-of-options", commit).split()
    return ids[1] if len(ids) > 1 else None


def own_line(root: Path) -> Line:
    """Return the line that the work in a folder is made on: of HEAD, or of where its branch left the main branch.

    Raises `HistoryUnreadable`.
    """
    head = head_of(root)
    branch = answers(root, "symbolic-ref", "--quiet", "--short", "HEAD")
    names = main_names(root)
    known = mains(root, names, *OURS)
    if not branch or branch in names or not known:
        return Line(root, head)
    # Of several that are known here, the one that holds most of this branch: the main branch of a fork may be old.
    return Line(root, answers(root, "merge-base", head, *known) or head)


def head_of(root: Path) -> str:
    """Return the full id of HEAD. Raises `HistoryUnreadable`, also when nothing was committed yet."""
    try:
        return resolve(root, "HEAD")
    except VersionUnknown:
        raise _no_head(root) from None


def _no_head(root: Path) -> HistoryUnreadable:
    """Return why there is no commit to begin at."""
    # A name that leads to a commit that is not there is another thing than a branch without a commit.
    if answers(root, "rev-parse", "--verify", "--quiet", "HEAD"):
        return cause(root)
    listed = answers(root, "for-each-ref", "--sort=-committerdate", "--format=%(refname:short)", "refs/heads")
    if not listed:
        return NothingCommitted(root)
    others = listed.split("\n")
    branch = answers(root, "symbolic-ref", "--quiet", "--short", "HEAD")
    return BranchEmpty(root, branch, next((name for name in others if name in main_names(root)), others[0]))


def published_lines(root: Path, base: str) -> Iterator[Line]:
    """Yield the lines of the main branch as it is published elsewhere, where they hold a commit that work is made on."""
    for ref in mains(root, _names_at(root, base), *PUBLISHED):
        tip = answers(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        if tip and is_ancestor(root, base, tip):
            yield Line(root, tip)


def _names_at(root: Path, base: str) -> frozenset[str]:
    """Return what the main branch that a commit belongs to may be called; nothing when that may be either of two."""
    tips = {ref: answers(root, "rev-parse", "--verify", "--quiet", ref) for ref in mains(root, DEFAULTS, *OURS)}
    if told_name(root) or names_of(tips) != DEFAULTS:
        return main_names(root)
    ending = [ref for ref, tip in tips.items() if tip == base]
    holding = ending or [ref for ref, tip in tips.items() if base in Line(root, tip).commits]
    return if_one(names_of(holding))
