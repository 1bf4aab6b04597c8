"""What Git says of the memory of a check: when it is right no more, and whether it came along with the project."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from polderkoers.changes.git_call import answers, run
from polderkoers.errors import GitMissing

# Where HEAD is and on what branch, what each branch and tag names, and how many objects there are: a fetch that brings what
# was missing changes none of the others.
_QUESTIONS = (
    ("rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD", "--symbolic-full-name", "HEAD"),
    ("for-each-ref", "--format=%(refname) %(objectname) %(symref)"),
    ("count-objects", "--verbose"),
)


def came_along(root: Path, name: str) -> bool:
    """Return whether Git has a file below a root, or anything in a folder of that name; to some systems capitals are small letters.

    What is kept there was then not made here: whoever may propose a change could have put it there, or a link in its place.
    """
    try:
        return bool(answers(root, "ls-files", "--", f":(icase){name}"))
    except GitMissing:
        return False


def history_key(root: Path, base: str | None) -> str:
    """Return all that the history can do to the outcome of a check, or why Git does not answer."""
    # A version may not be of tomorrow, so that every day is another.
    told = [str(base), datetime.now(UTC).date().isoformat()]
    for question in _QUESTIONS:
        try:
            done = run(root, *question)
        except GitMissing:
            return "git missing"
        told += [str(done.returncode), repr(done.stdout), repr(done.stderr)]
    return "\n".join(told)
