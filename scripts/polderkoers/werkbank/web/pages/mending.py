"""Carries out a cure that is certain, at a button."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from starlette.responses import Response

from polderkoers.policy.dutch_words import capital
from polderkoers.werkbank.jobs.mending import mend_problem
from polderkoers.werkbank.jobs.writing import Written, write
from polderkoers.werkbank.web import saving
from polderkoers.werkbank.web.answers import sent_to
from polderkoers.werkbank.web.current import within
from polderkoers.werkbank.web.in_form import is_to_be_read, key_of
from polderkoers.werkbank.web.pages.proposal import named
from polderkoers.werkbank.web.visit import Visit

if TYPE_CHECKING:
    from polderkoers.problems import Problem
    from polderkoers.werkbank.forms.desk import Desk


@saving.retrying
def mend(visit: Visit) -> Response:
    """Mend the problem that the button names, as long as it is still there."""
    proposal, workplace = named(visit), visit.workplace
    asked = visit.text("welk")
    found = workplace.problems(proposal.base, proposal.tip) or ()
    problem = next((each.problem for each in found if key_of(each.problem) == asked), None)
    if problem is None:
        visit.say("Dit is er niet meer: misschien is het al goedgezet.")
    else:
        worked = saving.save_work(visit, within(proposal), lambda now: (_mended(now.desk(visit), problem), ""))
        visit.say(f"{capital(worked.sentence)} De laatste stap kun je ongedaan maken.")
    return sent_to(f"/voorstel/{proposal.id}#controle")


def _mended(desk: Desk, problem: Problem) -> Written:
    if not is_to_be_read(problem):
        return mend_problem(desk, problem)
    return write(desk, import_module("polderkoers.werkbank.jobs.confirming").confirm(desk, problem))
