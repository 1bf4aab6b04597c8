"""Writes a commit as objects of Git and lets a branch move to it: no working copy and no index is touched."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from polderkoers.changes.git_call import answers, ask, run
from polderkoers.errors.amending import NotAccepted

_BRANCH = re.compile(r"(?![-/.])[A-Za-z0-9._/+-]{1,200}")
_FILE = "100644"
_OTHER_NAME = "kies een andere naam voor de tak."
_WHO = 'vertel Git wie je bent, met git config user.name "Je naam" en git config user.email jij@voorbeeld.nl'


def commit_on(root: Path, start: str, files: Mapping[str, bytes | None], message: str) -> str:
    """Return a new commit, on no branch yet, with one parent, by its full id, and other contents by path; None takes a file away.

    The author is who Git's settings name. Raises `NotAccepted` when they name nobody, or a `HistoryUnreadable`.
    """
    for who in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
        if run(root, "-c", "user.useConfigOnly=true", "var", who).returncode:
            raise NotAccepted("Git weet niet wie je bent.", _WHO)
    tree = _tree_with(root, start, files)
    encoding = ("-c", "i18n.commitEncoding=UTF-8", "-c", "user.useConfigOnly=true")
    return ask(root, *encoding, "commit-tree", tree, "-p", start, "-F", "-", stdin=message.encode("utf-8")).strip()


def _tree_with(root: Path, start: str, files: Mapping[str, bytes | None]) -> str:
    """Write a tree that is that of a commit with other contents, by an index of its own."""
    prefix = answers(root, "rev-parse", "--show-prefix")
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
        ask(root, "read-tree", start, within=index)
        gone = "0" * len(start)
        rows = "".join(_row(root, f"{prefix}{file}", content, gone) for file, content in files.items())
        ask(root, "update-index", "-z", "--index-info", stdin=rows.encode("utf-8"), within=index)
        return ask(root, "write-tree", within=index).strip()


def _row(root: Path, path: str, content: bytes | None, gone: str) -> str:
    """Return what an index is told of a file; without a content that it is gone, by an id that is as long as those of the others."""
    if content is None:
        return f"0 {gone}\t{path}\0"
    return f"{_FILE} {ask(root, 'hash-object', '-w', '--stdin', stdin=content).strip()}\t{path}\0"


def tip_of(root: Path, branch: str) -> str:
    """Return the commit that a branch is at, and nothing when it is not there yet. Raises `NotAccepted` for what is no name."""
    ref = f"refs/heads/{branch}"
    if not _BRANCH.fullmatch(branch) or run(root, "check-ref-format", ref).returncode:
        raise NotAccepted(f"'{branch}' is geen naam voor een tak.", _OTHER_NAME)
    return answers(root, "rev-parse", "--verify", "--quiet", "--end-of-options", ref)


def is_checked_out(root: Path, branch: str) -> bool:
    """Return whether somebody works on a branch, in this working copy or in another one of the same repository."""
    return f"branch refs/heads/{branch}" in answers(root, "worktree", "list", "--porcelain").split("\n")


def move(root: Path, branch: str, old: str, new: str, reason: str) -> None:
    """Let a branch go from one commit to another, or begin when `old` is empty. Raises `NotAccepted` when it is elsewhere by now."""
    expected = old or "0" * len(new)
    moved = run(root, "update-ref", "--create-reflog", "-m", reason, f"refs/heads/{branch}", new, expected)
    if moved.returncode:
        why = f"De tak '{branch}' is intussen veranderd, of Git kan haar niet maken."
        raise NotAccepted(why, f"geef de opdracht opnieuw, of {_OTHER_NAME}")
