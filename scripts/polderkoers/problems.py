"""A problem: one thing that is wrong in the data, where it is, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["fout", "waarschuwing"]


@dataclass(frozen=True, order=True)
class Problem:
    """One finding of any station, in the words of an editor.

    `file` is relative to the root with forward slashes, `line` and `column` count from 1, and `path` is a JSON
    Pointer (RFC 6901) into the document. `message` says what is wrong and `hint` how to mend it, both in Dutch.
    """

    file: str
    line: int
    column: int
    rule: str
    message: str
    hint: str = ""
    path: str = ""
    level: Level = "fout"


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Return whether any problem is a `fout`; a `waarschuwing` alone does not stop anything."""
    return any(problem.level == "fout" for problem in problems)
