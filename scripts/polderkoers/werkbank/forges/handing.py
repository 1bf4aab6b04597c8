"""Hands a proposal in: refused while it has faults, and else brought to the forge and kept as handed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from polderkoers.errors.werkbank import StepRefused
from polderkoers.werkbank.forges.bundle import bundle_of
from polderkoers.werkbank.forges.by_push import hand_in_on_forgejo, hand_in_on_gitlab
from polderkoers.werkbank.forges.github import hand_in_on_github
from polderkoers.werkbank.forges.values import ForgeKind, ForgePlace, Handing
from polderkoers.werkbank.store.store import Store
from polderkoers.werkbank.store.values import HasFaults, Moved, Person, Proposal, ProposalState

if TYPE_CHECKING:
    from polderkoers.werkbank.forges.body import ProposalBody

_ON: Mapping[ForgeKind, Callable[[ForgePlace, Handing], str]] = MappingProxyType(
    {
        ForgeKind.GITHUB: hand_in_on_github,
        ForgeKind.GITLAB: hand_in_on_gitlab,
        ForgeKind.FORGEJO: hand_in_on_forgejo,
    }
)


@dataclass(frozen=True)
class HandedIn:
    """A proposal that was handed in, and a file of Git with it when that is how it leaves; else that is empty."""

    proposal: Proposal
    bundle: bytes = b""


def hand_in(store: Store, place: ForgePlace, name: str, tip: str, who: Person) -> HandedIn:
    """Hand a proposal in on a forge, as a bundle, or in the werkbank alone.

    Raises `Moved` when it is not at `tip` any more, `HasFaults` while the check finds something new in it, `StepRefused`, and
    `NotHandedIn` when the forge does not take it; it stays as it was then.
    """
    proposal = store.proposal(name)
    if proposal.tip != tip:
        raise Moved(proposal)
    if not proposal.state.can_change:
        raise StepRefused(f"Dit voorstel is {proposal.state.called}.", proposal.state.cure)
    store.refuse_empty(proposal)
    body: ProposalBody = import_module("polderkoers.werkbank.forges.body").ProposalBody(store, proposal)
    if body.faults:
        raise HasFaults(body.faults)
    address = ""
    if on := _ON.get(place.kind):
        handing = Handing(store.root, tip, f"voorstel/{name}", store.main, proposal.title, body.markdown)
        address = on(place, handing)
    handed = store.move_to(name, ProposalState.INGEDIEND, who, address=address, tip=tip)
    if place.kind is ForgeKind.BUNDLE:
        return HandedIn(handed, bundle_of(store.root, name, handed.base, tip))
    return HandedIn(handed)
