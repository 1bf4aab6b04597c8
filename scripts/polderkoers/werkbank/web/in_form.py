"""Says a problem to who fills in a form: the check speaks to who writes lines of YAML."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from polderkoers.werkbank.forms.faults import missing_in
from polderkoers.werkbank.forms.form import FILL_IN
from polderkoers.werkbank.forms.lines import without_lines
from polderkoers.werkbank.forms.wording import cure_in_words, in_words

if TYPE_CHECKING:
    from polderkoers.problems import Problem
    from polderkoers.werkbank.forms.desk import Desk


READ_AGAIN = "Gelezen, klopt nog"
"""The button with which somebody says that a text is still right, though what it was made of changed."""
_CURE = f"lees het na. Klopt het nog? Klik dan op de bladzijde van het voorstel, bij Controle, op '{READ_AGAIN}'."


def said(problem: Problem, desk: Desk) -> str:
    """Return a problem in words, with its cure."""
    if missing_in(problem):
        return FILL_IN
    message = in_words(without_lines(problem, desk), desk)
    if not problem.hint:
        return message
    cure = _CURE
    if not is_to_be_read(problem):
        cure = cure_in_words(problem.hint, desk)
    return f"{message} Hoe op te lossen: {cure}"


def is_to_be_read(problem: Problem) -> bool:
    """Return whether somebody who reads a text again can say that it is still right."""
    return problem.rule in ("antwoord-nalezen", "vertaling-ouder") and "kenmerk" in problem.hint


def key_of(problem: Problem) -> str:
    """Return what tells a problem from the others of a proposal, for a button to name it by."""
    whole = f"{problem.file}\0{problem.path}\0{problem.rule}\0{problem.message}"
    return sha256(whole.encode()).hexdigest()[:16]
