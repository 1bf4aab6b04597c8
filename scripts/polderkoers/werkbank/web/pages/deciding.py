"""Deciding on a proposal: take it over, send it back or turn it down."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile

from starlette.exceptions import HTTPException
from starlette.responses import Response

from polderkoers.errors.werkbank import WerkbankError
from polderkoers.policy.dutch_words import listing
from polderkoers.werkbank.store.values import HasFaults, Proposal, ProposalState
from polderkoers.werkbank.web.answers import sent_to
from polderkoers.werkbank.web.in_form import said
from polderkoers.werkbank.web.pages.proposal import named, page_of
from polderkoers.werkbank.web.visit import Visit

_MOST = 3
_BACK = {"terug": ProposalState.TERUGGESTUURD, "af": ProposalState.AFGEWEZEN}
_SAID = {"terug": "Het voorstel is teruggestuurd, met je reden.", "af": "Het voorstel is afgewezen, met je reden."}


def decide(visit: Visit) -> Response:
    """Do what was decided; what cannot be done is said on the page of the proposal."""
    proposal, choice = named(visit), visit.text("besluit")
    try:
        return _decided(visit, proposal, choice)
    except HasFaults as error:
        desk = visit.workplace.desk(proposal.tip, proposal.base)
        first = said(error.problems[0], desk)
        return page_of(visit, named(visit), 409, f"Niet overgenomen: de controle vindt fouten. {first}")
    except WerkbankError as error:
        return page_of(visit, named(visit), 409, error.told)


def _merged(visit: Visit, proposal: Proposal, commit: str) -> Iterator[str]:
    """Yield what came in force since a proposal was made, and was merged with it when it became a commit."""
    later = visit.workplace.store.since(proposal.base)
    before = [*dropwhile(lambda each: each.commit != commit, later)][1:]
    if before:
        titles = listing([f"'{each.sentence}'" for each in before[:_MOST]])
        more = len(before) - _MOST
        what = f"{titles}, en nog {more}" if more > 0 else titles
        yield f"Het is samengevoegd met wat intussen was gaan gelden: {what}. De controle vond daarin geen nieuwe fouten."


def _decided(visit: Visit, proposal: Proposal, choice: str) -> Response:
    store, person = visit.workplace.store, visit.visitor.person
    if choice == "over":
        # What was looked at is taken over, and nothing that came after that.
        commit = store.take_over(proposal.id, visit.text("stand"), person)
        visit.say(
            "Het voorstel is overgenomen: het is nu het geldende beleid.",
            *_merged(visit, proposal, commit),
        )
        visit.workplace.after.begin(commit)
    elif choice in _BACK:
        store.move_to(proposal.id, _BACK[choice], person, visit.text("reden"))
        visit.say(_SAID[choice])
    else:
        raise HTTPException(400)
    return sent_to(f"/voorstel/{proposal.id}")
