"""Where one begins, and the list of all proposals."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.responses import Response

from polderkoers.errors.werkbank import WerkbankError
from polderkoers.werkbank.forms.choices import find
from polderkoers.werkbank.store.values import Proposal, ProposalState
from polderkoers.werkbank.web import handing
from polderkoers.werkbank.web.answers import sent_to, shown
from polderkoers.werkbank.web.current import current
from polderkoers.werkbank.web.tasks import TASKS
from polderkoers.werkbank.web.visit import Visit

_MOST_OWN = 10


def start(visit: Visit) -> Response:
    """Show the start, with what was found when something was asked for."""
    asked = visit.text("q")
    found = find(current(visit).desk(visit), "onderdeel", asked) if asked else ()
    mine = own_proposals(visit, visit.workplace.store.proposals())[:_MOST_OWN]
    return shown(visit, "begin.html.j2", asked=asked, found=found, mine=mine, tasks=TASKS)


def proposals(visit: Visit, status: int = 200, said: str = "") -> Response:
    """Show all proposals, those that wait for a decision first, and why something was not done."""
    every = visit.workplace.store.proposals()
    states = ProposalState
    open_ = [each for each in every if each.state is states.INGEDIEND]
    busy = [each for each in every if each.state.can_change]
    done = [each for each in every if each.state in (states.OVERGENOMEN, states.AFGEWEZEN)]
    groups = (
        ("Wacht op een besluit", open_, "Er wacht geen voorstel op een besluit."),
        ("In bewerking", busy, "Niemand werkt nu aan een voorstel."),
        ("Afgerond", done, "Er is nog geen voorstel overgenomen of afgewezen."),
    )
    forge = handing.name_of(handing.kind_of(visit.workplace))
    gone = visit.workplace.store.discarded()
    return shown(visit, "voorstellen.html.j2", status, groups=groups, forge=forge, said=said, gone=gone)


def bring_in(visit: Visit) -> Response:
    """Bring in what was decided on the forge, and show all proposals again."""
    try:
        before = visit.workplace.now
        visit.say(handing.bring_in(visit))
    except WerkbankError as error:
        return proposals(visit, 409, error.told)
    if visit.workplace.now != before:
        visit.workplace.after.begin(visit.workplace.now)
    return sent_to("/voorstellen")


def own_proposals(visit: Visit, found: Iterable[Proposal]) -> list[Proposal]:
    """Return the proposals of the visitor that are not finished, in the order in which they are given."""
    mail, done = visit.visitor.person.mail, (ProposalState.OVERGENOMEN, ProposalState.AFGEWEZEN)
    return [each for each in found if each.author.mail == mail and each.state not in done]
