"""What came of a merge, for every form of output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from polderkoers.changes.merging.clash import MergeClash
from polderkoers.problems import Problem


@dataclass(frozen=True, order=True)
class TakenLine:
    """One change that stands in the outcome, in a sentence, with the file that it is in."""

    file: str
    text: str


@dataclass(frozen=True)
class ToldClash:
    """A clash in words: what it is about, with its place, and what it was and what each side made of it.

    `why` is what else a reader needs to decide; empty when the three texts say all.
    """

    number: int
    clash: MergeClash
    about: str
    line: int
    texts: tuple[str, str, str]
    why: str = ""


@dataclass(frozen=True)
class MergeReport:
    """A merge: the names of the three states, what the outcome has of each side and of both, what clashes, and what is wrong.

    `contents` is what the outcome makes of the files; `changed` and `gone` are those that differ from the first side. At what clashes
    `contents` is as the first side has it, with a comment.
    """

    names: tuple[str, str, str]
    from_one: tuple[TakenLine, ...]
    from_other: tuple[TakenLine, ...]
    from_both: tuple[TakenLine, ...]
    clashes: tuple[ToldClash, ...]
    unread: tuple[Problem, ...]
    problems_new: tuple[Problem, ...]
    contents: Mapping[str, bytes]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        """2 when something could not be read, 1 when something clashes or the whole has new faults, and else 0."""
        if self.unread:
            return 2
        return int(bool(self.clashes) or any(problem.level == "fout" for problem in self.problems_new))
