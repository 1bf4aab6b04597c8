"""Moves references through gits that go on: one for each who moves some at the same moment."""

from __future__ import annotations

from pathlib import Path
from queue import LifoQueue

from polderkoers.changes.git_call import StandingGit

# A save must be on the disk before anybody hears that it is there.
_SURE = ("-c", "core.fsync=committed,loose-object,reference", "-c", "core.fsyncMethod=fsync")
_DONE = b"commit: ok\n"
_MOST = 4


class Movers:
    """Gits that move references of one repository."""

    def __init__(self, root: Path) -> None:
        """Take the folder of the project."""
        self._root = root
        self._idle: LifoQueue[StandingGit] = LifoQueue(_MOST)
        for _ in range(_MOST):
            self._idle.put(StandingGit(root, *_SURE, "update-ref", "-m", "polderkoers werkbank", "--stdin"))

    def refused(self, moves: str) -> str:
        """Let references move as git-update-ref(1) is told, all or none, and return nothing; or what Git says against it."""
        git = self._idle.get()
        try:
            return _refused(git, moves)
        finally:
            self._idle.put(git)


def _refused(git: StandingGit, moves: str) -> str:
    with git.talking() as (asking, answering):
        try:
            asking.write(f"start\n{moves}prepare\ncommit\n".encode())
            asking.flush()
            # What one step is refused ends all of it.
            for said in iter(answering.readline, b""):
                if said == _DONE:
                    return ""
        except BrokenPipeError:
            pass
        return git.last_words() or "Git stopte."
