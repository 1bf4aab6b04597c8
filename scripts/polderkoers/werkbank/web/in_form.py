"""Says a problem to who fills in a form: the check speaks to who writes lines of YAML."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.problems import Problem

_MISSING = re.compile(r"Het veld '([^']+)' ontbreekt")
_FILL_IN = "Vul dit in."


def at_missing(problem: Problem) -> Problem:
    """Return a problem of a field that is not there as one at that field; any other as it is."""
    found = _MISSING.match(problem.message) if problem.rule == "veld-ontbreekt" else None
    if found is None:
        return problem
    return replace(problem, path=f"{problem.path}/{found[1]}", message=_FILL_IN, hint="")


def said(problem: Problem) -> str:
    """Return a problem in words, with its cure."""
    if not problem.hint:
        return problem.message
    return f"{problem.message} Hoe op te lossen: {problem.hint}"


def key_of(problem: Problem) -> str:
    """Return what tells a problem from the others of a proposal, for a button to name it by."""
    whole = f"{problem.file}\0{problem.path}\0{problem.rule}\0{problem.message}"
    return sha256(whole.encode()).hexdigest()[:16]
