"""Walks the line of a main branch: the first parents of its last commit, except where the main branch was merged into a proposal.

Who merges the main branch into a proposal and then brings that to the main branch by fast-forward, makes the proposal the first
parent. What people saw is then behind the second. Git writes in the subject of such a merge what was merged into what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from polderkoers.changes.git_call import ask
from polderkoers.changes.mains import names_in_merges

# A branch of that name of anybody else ("... of https://...") may be a proposal.
_MERGED = re.compile(
    r"Merge (remote-tracking )?branch '(?:(?:origin|upstream)/)?(?P<what>[^']+)'(?: into '?(?P<into>[^' ]+)'?)?"
)
_PARENTS = 2


@dataclass(frozen=True)
class LineMoment:
    """A commit on a line, when it was put there, in seconds since 1970, and whether it merged something."""

    commit: str
    seconds: int
    merges: bool


# A part of a line by its last commit, and the merge behind which the line goes on elsewhere, or nothing.
Stretch = tuple[str, str]


def commits_on(root: Path, way: tuple[Stretch, ...], *paths: str) -> list[str]:
    """Return the commits of a line (`way_to` gives it), the newest first; with paths those that changed anything there.

    A merge that turns the line may have changed them. Raises `HistoryUnreadable`.
    """
    found: list[str] = []
    for start, turn in way:
        until = [f"^{turn}"] if turn else []
        found += ask(root, "rev-list", "--first-parent", "--end-of-options", start, *until, "--", *paths).split()
        if turn:
            found.append(turn)
    return found


def moments_of(root: Path, commits: list[str]) -> tuple[LineMoment, ...]:
    """Return commits with what Git tells of them, in the same order."""
    if not commits:
        return ()
    asked = "".join(f"{commit}\n" for commit in commits).encode("ascii")
    told = ask(root, "rev-list", "--no-walk=unsorted", "--timestamp", "--parents", "--stdin", stdin=asked)
    return tuple(_moment(*row.split()) for row in told.splitlines())


def _moment(seconds: str, commit: str, *parents: str) -> LineMoment:
    return LineMoment(commit, int(seconds), len(parents) >= _PARENTS)


def way_to(root: Path, tip: str) -> tuple[Stretch, ...]:
    """Return the line that ends in a commit, stretch by stretch, the newest first. Raises `HistoryUnreadable`."""
    return tuple(_stretches(root, tip))


def _stretches(root: Path, tip: str) -> Iterator[Stretch]:
    while True:
        turn, onward = _turn(root, tip)
        yield tip, turn
        if not turn:
            return
        tip = onward


def _turn(root: Path, tip: str) -> tuple[str, str]:
    """Return the newest merge on a line that brought the main branch into a proposal, and where that branch was; or nothing."""
    merges = tuple(_merges(root, tip))
    # The names are asked for once, and only where a merge names a branch at all.
    names = names_in_merges(root) if merges else frozenset()
    for commit, brought, told in merges:
        if _is_of_main(told, names):
            return commit, brought
    return "", ""


def _merges(root: Path, tip: str) -> Iterator[tuple[str, str, re.Match[str]]]:
    """Yield the merges on a line that say what they brought, the newest first: the commit, what it brought, and its words."""
    told = ask(root, "log", "--first-parent", "--merges", "--format=%H%x00%P%x00%s", "--end-of-options", tip, "--")
    # Only this ends a row: the name of a branch may hold what others take for the end of a line.
    for row in filter(None, told.split("\n")):
        commit, parents, subject = row.split("\0", 2)
        ids, words = parents.split(), _MERGED.fullmatch(subject)
        if len(ids) == _PARENTS and words is not None:
            yield commit, ids[1], words


def _is_of_main(told: re.Match[str], names: frozenset[str]) -> bool:
    if told["into"] is None or told["into"] in names:
        # What is merged into the main branch itself is a proposal, whatever its name, unless it is that branch as it was published.
        return bool(told[1]) and told["what"] in names and told["into"] in (None, told["what"])
    return told["what"] in names
