"""A repository as previews need it: which commit is in force, and folders beside it that Git takes for a work tree of its own."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from polderkoers.changes.git import resolve
from polderkoers.changes.git_call import answers, ask

# What a reader of the site never gets to see, and what is laid in each folder by itself.
_APART = frozenset({".git", "data", "site"})


class Clone:
    """The repository of an instance, bare or not: nothing in it is written, and no branch of it moves."""

    def __init__(self, root: Path, main: str) -> None:
        """Take the folder of the instance, or of the bare repository, and the name of the main branch."""
        self.root, self._main = root, main

    @property
    def main(self) -> str:
        """The commit in force. Raises a `HistoryUnreadable` or `VersionUnknown`."""
        return resolve(self.root, f"refs/heads/{self._main}")

    @cached_property
    def prefix(self) -> str:
        """Where in the repository the instance is, with a slash at the end; empty when it is all of it."""
        return answers(self.root, "rev-parse", "--show-prefix")

    @cached_property
    def _common(self) -> Path:
        return (self.root / ask(self.root, "rev-parse", "--git-common-dir").strip()).resolve()

    def work_in(self, folder: Path, commit: str) -> None:
        """Let Git take a folder for a work tree of this repository that is at a commit.

        As gitrepository-layout(5) has it for a linked work tree (`commondir`), but this one is not on the list of those.
        """
        own = folder / ".git"
        own.mkdir(parents=True, exist_ok=True)
        (own / "commondir").write_text(f"{self._common}\n", encoding="utf-8")
        (own / "HEAD").write_text(f"{commit}\n", encoding="utf-8")

    def surroundings(self, commit: str) -> str:
        """Return what tells one state of all that is not data from another."""
        rows = ask(self.root, "ls-tree", "-z", f"{commit}:{self.prefix.rstrip('/')}").split("\0")
        return "\0".join(row for row in rows if row.rpartition("\t")[2] not in _APART)

    def lay_out(self, folder: Path, commit: str) -> None:
        """Write the files of a commit into an empty folder, as a checkout does. Raises a `HistoryUnreadable`."""
        self.work_in(folder, commit)
        ask(folder, "read-tree", commit)
        ask(folder, "checkout-index", "--all", "--quiet")

    def earlier(self, commit: str, most: int) -> tuple[str, ...]:
        """Return the commits before a commit, the newest first and no more than `most`."""
        told = ask(self.root, "rev-list", "--first-parent", f"--max-count={most + 1}", "--end-of-options", commit, "--")
        return tuple(told.split()[1:])


def linked(here: Path, around: Path) -> None:
    """Let a folder have what is in another one beside the data; of what has gone there nothing is left here."""
    for entry in here.iterdir():
        if entry.name not in _APART:
            entry.unlink()
    for entry in around.iterdir():
        if entry.name not in _APART:
            (here / entry.name).symlink_to(entry)
