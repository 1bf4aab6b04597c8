"""Throws a proposal away and brings it back: its branch and its record stand elsewhere meanwhile, and nothing of it is lost."""

from __future__ import annotations

from datetime import datetime

from polderkoers.errors.werkbank import NotSaved, ProposalUnknown, StepRefused
from polderkoers.werkbank.store.held import BRANCHES, RECORDS, RECORDS_GONE, HeldProposal, Proposals
from polderkoers.werkbank.store.objects import CommitWanted
from polderkoers.werkbank.store.record import Record, as_message
from polderkoers.werkbank.store.refs import RefMove, Repository
from polderkoers.werkbank.store.values import Moved, Person, Proposal, ProposalState, StateStep

_BRANCHES_GONE = "refs/polderkoers/weggegooid/takken/"
_STATES = ProposalState
_CAN_GO = (_STATES.CONCEPT, _STATES.TERUGGESTUURD, _STATES.AFGEWEZEN)


class Discards:
    """The proposals that were thrown away."""

    def __init__(self, repository: Repository, proposals: Proposals) -> None:
        """Take the repository and the proposals that are still there."""
        self._repository, self._proposals = repository, proposals

    def all(self) -> list[HeldProposal]:
        """Return what was thrown away, in the order of the ids."""
        return self._proposals.all(_BRANCHES_GONE, RECORDS_GONE)

    def read(self, name: str) -> HeldProposal:
        """Return a proposal that was thrown away. Raises `ProposalUnknown`."""
        for held in self.all():
            if held.proposal.id == name:
                return held
        raise ProposalUnknown

    def discard(self, held: HeldProposal, who: Person) -> Proposal:
        """Return a proposal that is thrown away now. Raises `StepRefused`, or `Moved` when somebody changed it meanwhile."""
        proposal = held.proposal
        if proposal.state not in _CAN_GO:
            raise StepRefused(
                f"Dit voorstel is {proposal.state.called}. Dan gooi je het niet weg.", proposal.state.cure
            )
        record = held.record.stepped(_step(_STATES.WEGGEGOOID, who, proposal))
        made = self._written(held, record, who, "Gooi het voorstel weg")
        moved = self._repository.move(
            [
                RefMove(held.branch, proposal.tip, ""),
                RefMove(held.record_ref, held.record_at, ""),
                RefMove(f"{_BRANCHES_GONE}{proposal.id}", "", proposal.tip),
                RefMove(f"{RECORDS_GONE}{proposal.id}", "", made),
            ]
        )
        if not moved:
            raise Moved(self._proposals.read(proposal.id).proposal)
        return self.read(proposal.id).proposal

    def bring_back(self, name: str, who: Person) -> Proposal:
        """Return a proposal that was thrown away as it was before. Raises `ProposalUnknown` or `NotSaved`."""
        held = self.read(name)
        proposal = held.proposal
        # Why it was sent back or turned down is still to be read when it is back.
        before, why = [(_STATES.CONCEPT, ""), *((step.state, step.why) for step in held.record.steps[:-1])][-1]
        record = held.record.stepped(_step(before, who, proposal, why))
        made = self._written(held, record, who, "Haal het voorstel terug")
        moved = self._repository.move(
            [
                RefMove(f"{_BRANCHES_GONE}{name}", proposal.tip, ""),
                RefMove(f"{RECORDS_GONE}{name}", held.record_at, ""),
                RefMove(f"{BRANCHES}{name}", "", proposal.tip),
                RefMove(f"{RECORDS}{name}", "", made),
            ]
        )
        if not moved:
            raise NotSaved("Iemand anders was net eerder.", "kijk bij Voorstellen of het er weer is.")
        return self._proposals.read(name).proposal

    def _written(self, held: HeldProposal, record: Record, who: Person, subject: str) -> str:
        step = record.steps[-1]
        wanted = CommitWanted(who, step.when, as_message(subject, record), parent=held.record_at)
        return self._repository.write([wanted])[0].commit


def _step(state: ProposalState, who: Person, proposal: Proposal, why: str = "") -> StateStep:
    return StateStep(state, who, datetime.now().astimezone(), why, proposal.tip)
