"""The working copies in which the main branch is checked out: they go along with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from polderkoers.changes.git_call import ask, run
from polderkoers.errors.werkbank import NotTaken


class WorkingCopies:
    """The working copies in which a branch is checked out; mostly one or none.

    Their files go along before the branch does. When that is broken off in between, what was taken over stands there as a change that is
    not committed, and nobody loses anything; the other way round the next commit would take it back.
    """

    def __init__(self, root: Path, branch: str) -> None:
        """Look where a branch is checked out."""
        self._root = root
        self._places = [*self._found(branch)]

    def _found(self, branch: str) -> Iterator[Path]:
        for told in ask(self._root, "worktree", "list", "--porcelain").split("\n\n"):
            facts = told.split("\n")
            if f"branch {branch}" in facts and "bare" not in facts:
                yield Path(facts[0].removeprefix("worktree "))

    def go(self, old: str, new: str) -> None:
        """Bring the files from one commit to another. Raises `NotTaken` when something that nobody committed stands in the way."""
        # All are tried before the first goes.
        for options in (("--dry-run",), ()):
            for place in self._places:
                if not self._switched(place, old, new, *options):
                    raise NotTaken(
                        f"In de map {place.name} staan wijzigingen die nog niet zijn vastgelegd, in bestanden van dit voorstel.",
                        "leg ze vast of zet ze terug, en neem het voorstel daarna over.",
                    )

    def back(self, new: str, old: str) -> None:
        """Bring the files back."""
        for place in self._places:
            self._switched(place, new, old)

    @staticmethod
    def _switched(place: Path, old: str, new: str, *options: str) -> bool:
        run(place, "update-index", "-q", "--refresh")
        return not run(place, "read-tree", "-m", "-u", *options, old, new).returncode
