"""Says a problem to who fills in a form: the check speaks to who writes lines of YAML."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from polderkoers.werkbank.forms.faults import missing_in
from polderkoers.werkbank.forms.form import FILL_IN

if TYPE_CHECKING:
    from polderkoers.problems import Problem


# What is to be done about what the check says of marks in a file, for who fills in a form.
_CURES = {
    "vertaling-ouder": "vraag wie deze taal kent om de vertaling na te kijken.",
    "antwoord-nalezen": "lees na of het antwoord nog klopt met de bron, en zeg dat tegen wie de site beheert.",
    "gelezen-onbekend": "vraag wie de site beheert om de lijst van lezingen bij te werken.",
}


def said(problem: Problem) -> str:
    """Return a problem in words, with its cure."""
    if missing_in(problem):
        return FILL_IN
    cure = _CURES.get(problem.rule, problem.hint)
    if not cure:
        return problem.message
    return f"{problem.message} Hoe op te lossen: {cure}"


def key_of(problem: Problem) -> str:
    """Return what tells a problem from the others of a proposal, for a button to name it by."""
    whole = f"{problem.file}\0{problem.path}\0{problem.rule}\0{problem.message}"
    return sha256(whole.encode()).hexdigest()[:16]
