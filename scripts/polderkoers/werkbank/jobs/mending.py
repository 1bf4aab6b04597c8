"""Carries out a cure that is certain, at a button."""

from __future__ import annotations

from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.in_text import carried_out
from polderkoers.problems import Problem
from polderkoers.werkbank.forms.desk import Desk
from polderkoers.werkbank.jobs.writing import Written


def mend_problem(desk: Desk, problem: Problem) -> Written:
    """Return the files with the cure of a problem carried out. Raises `WorkRefused` when no cure is certain."""
    document = desk.documents.get(problem.file)
    if problem.repair is None or document is None:
        raise WorkRefused("Hiervoor is geen zekere oplossing.", problem.hint or "verbeter het in het formulier.")
    sentence = f"goedgezet: {problem.message}"
    if problem.repair.rename:
        return Written({problem.file: None, problem.repair.rename: document.text.encode("utf-8")}, sentence)
    text = carried_out(document.text, problem.repair)
    return Written({problem.file: text.encode("utf-8")}, sentence)
