"""Hands a proposal in: at the forge of the organisation when settings name one, or here, for who decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polderkoers.werkbank.store.values import Proposal, ProposalState

if TYPE_CHECKING:
    from polderkoers.werkbank.web.visit import Visit
    from polderkoers.werkbank.web.workplace import Workplace


def name_of(workplace: Workplace) -> str:
    """Return what the forge is called that proposals go to, empty when they stay here."""
    return ""


def hand_in(visit: Visit, proposal: Proposal) -> str:
    """Hand a proposal in, and return in a sentence what happened. Raises what the store or the forge raises."""
    visit.workplace.store.move_to(proposal.id, ProposalState.INGEDIEND, visit.visitor.person)
    return "Het voorstel is ingeleverd. Wie beslist, ziet het bij Voorstellen."
