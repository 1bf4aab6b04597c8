"""Lets the main branch follow one of elsewhere, and sees which proposals were merged there."""

from __future__ import annotations

from polderkoers.changes.git_call import ask
from polderkoers.errors.werkbank import WerkbankError
from polderkoers.werkbank.store.copies import WorkingCopies
from polderkoers.werkbank.store.held import HeldProposal, Proposals, taken
from polderkoers.werkbank.store.outside import only_policy
from polderkoers.werkbank.store.refs import RefMove, Repository
from polderkoers.werkbank.store.updating import MergeUpdate
from polderkoers.werkbank.store.values import Person, Proposal, ProposalState


class MainFollower:
    """Follows another main branch."""

    def __init__(self, repository: Repository, proposals: Proposals, main: str) -> None:
        """Take the repository, its proposals and the reference of the main branch."""
        self._repository, self._proposals, self._main = repository, proposals, main

    def follow(self, there: str) -> bool:
        """Return whether the main branch went to where a reference is. Raises as `Store.follow` does."""
        old, new = self._repository.commit_at(self._main), self._repository.commit_at(there)
        went = old != new and self._repository.is_before(old, new) and self._went(old, new)
        for held in self._proposals.all():
            proposal = held.proposal
            is_open = proposal.state is ProposalState.INGEDIEND
            if is_open and proposal.tip != proposal.base:
                self._look(held)
        return went

    def _look(self, held: HeldProposal) -> None:
        """Take note that a proposal was taken over there: by a merge, or by its content when it came in another commit."""
        if self._repository.is_before(held.proposal.tip, self._main):
            self._proposals.write(held, taken(held, self._who_merged(held)))
        elif self._is_in_force(held.proposal):
            self._proposals.write(held, taken(held, self._who_squashed(held)))

    def _is_in_force(self, proposal: Proposal) -> bool:
        """Return whether merging a proposal into what is in force would change nothing there: each item says it already."""
        main = self._repository.commit_at(self._main)
        if not self._repository.is_before(proposal.base, main):
            return False
        try:
            merge = MergeUpdate(self._repository, self._main, proposal, main)
            return merge.outcome({}) == {}
        except WerkbankError:  # what cannot be merged waits for somebody who looks at it
            return False

    def _went(self, old: str, new: str) -> bool:
        copies = WorkingCopies(self._repository.root, self._main)
        copies.go(old, new)
        moved = False
        try:
            moved = self._repository.move([RefMove(self._main, old, new)])
        finally:
            if not moved:
                copies.back(new, old)
        return moved

    def _who_merged(self, held: HeldProposal) -> Person:
        """Return who committed the merge with which a proposal came on the main branch."""
        line = (
            "--ancestry-path",
            "--reverse",
            "--format=%cn%x00%ce",
            "--end-of-options",
            f"{held.proposal.tip}..{self._main}",
        )
        told = ask(self._repository.root, "log", *line).split("\n")[0]
        name, _, mail = told.partition("\0")
        return Person(name, mail) if mail else held.record.author

    def _who_squashed(self, held: HeldProposal) -> Person:
        """Return who last committed on the main branch what a proposal changes."""
        files = only_policy(self._repository, held.proposal)
        line = ("-1", "--format=%cn%x00%ce", f"{held.proposal.base}..{self._main}", "--", *files)
        name, _, mail = ask(self._repository.root, "log", *line).strip().partition("\0")
        return Person(name, mail) if mail else held.record.author
