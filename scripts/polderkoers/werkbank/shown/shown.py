"""What of a proposal is shown in a browser."""

from __future__ import annotations

from dataclasses import dataclass

from polderkoers.problems import Problem


@dataclass(frozen=True)
class DraftPage:
    """A page of a proposal as HTML.

    `problems` are the faults for which the proposal itself cannot be shown; then the page `is_earlier`: of the newest state before it
    that can. `said` is what else is not right with the page, in words.
    """

    html: str
    problems: tuple[Problem, ...] = ()
    said: tuple[str, ...] = ()
    is_earlier: bool = False


@dataclass(frozen=True)
class DraftFile:
    """A file of the site of a proposal, and its media type."""

    content: bytes
    kind: str
