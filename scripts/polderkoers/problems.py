"""A problem: one thing that is wrong in the data, where it is, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Level = Literal["fout", "waarschuwing"]


@dataclass(frozen=True)
class Repair:
    """A cure that is certain: `text` in the place of what stands between two places, the end not included.

    Lines and columns count from 1. With `rename` the file gets that path instead, and its text stays as it is.
    """

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    text: str = ""
    rename: str = ""


@dataclass(frozen=True, order=True)
class Problem:
    """One finding of any station, in the words of an editor.

    `file` is relative to the root with forward slashes, `line` and `column` count from 1, and `path` is a JSON
    Pointer (RFC 6901) into the document. `message` says what is wrong and `hint` how to mend it, both in Dutch. `repair` is
    there when one cure alone is possible; it is no part of what a problem is.
    """

    file: str
    line: int
    column: int
    rule: str
    message: str
    hint: str = ""
    path: str = ""
    level: Level = "fout"
    repair: Repair | None = field(default=None, compare=False)


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Return whether any problem is a `fout`; a `waarschuwing` alone does not stop anything."""
    return any(problem.level == "fout" for problem in problems)


def problem_from(values: dict[str, Any]) -> Problem:
    """Return a problem from the values that `dataclasses.asdict` gave of it. Raises `TypeError` for other values."""
    repair = values.pop("repair", None)
    return Problem(**values, repair=Repair(**repair) if repair else None)
