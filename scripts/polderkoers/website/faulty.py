"""Data of which no site is made."""

from __future__ import annotations

from polderkoers.errors import PolderkoersError
from polderkoers.problems import Problem
from polderkoers.report.formats import as_text


class Faulty(PolderkoersError):
    """The data has faults, so that no site is made of it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"De gegevens kloppen nog niet. De site is niet opnieuw gebouwd.\n{as_text(problems)}")
        self.problems = problems
