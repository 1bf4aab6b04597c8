"""Takes a proposal over: one commit on the main branch, when it still applies and the check finds nothing new in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import filterfalse

from polderkoers.changes.git import GitTree
from polderkoers.changes.git_call import ask, run
from polderkoers.changes.ledger import judge
from polderkoers.errors.werkbank import MainMoved, NotTaken, StepRefused
from polderkoers.policy.load import read_policy
from polderkoers.policy.reading import Memory
from polderkoers.problems import Problem, has_errors
from polderkoers.report.since import new_problems
from polderkoers.werkbank.store.copies import WorkingCopies
from polderkoers.werkbank.store.held import HeldProposal, Proposals, taken
from polderkoers.werkbank.store.history import saved_commits
from polderkoers.werkbank.store.objects import CommitWanted
from polderkoers.werkbank.store.outside import only_policy
from polderkoers.werkbank.store.refs import RefMove, Repository
from polderkoers.werkbank.store.values import HasFaults, Moved, Person, Proposal, ProposalState

_SUBJECT = 72


class TakeOver:
    """Takes proposals over onto a main branch."""

    def __init__(self, repository: Repository, proposals: Proposals, main: str) -> None:
        """Take the repository, its proposals and the reference of the main branch."""
        self._repository, self._proposals, self._main = repository, proposals, main

    def take(self, held: HeldProposal, who: Person, expected: str) -> str:
        """Return the commit on the main branch. Raises as `Store.take_over` does."""
        proposal = held.proposal
        if proposal.state is not ProposalState.INGEDIEND:
            raise StepRefused(
                f"Dit voorstel is {proposal.state.value}, en niet ingediend.", "dien het eerst in, of kies een ander."
            )
        if commit := self._taken_before(proposal):
            self._proposals.write(held, taken(held, who))
            return commit
        if self._repository.commit_at(self._main) != expected or proposal.base != expected:
            raise MainMoved
        if not only_policy(self._repository, proposal):
            raise NotTaken("Dit voorstel verandert niets.", "stuur het terug, of wijs het af.")
        if faults := self._new_faults(proposal):
            raise HasFaults(faults)
        commit = self._moved(held, who, self._commit(proposal, who))
        # Saves are many small objects; Git puts them together when there are enough, in its own time.
        run(self._repository.root, "gc", "--auto", "--quiet")
        return commit

    def _taken_before(self, proposal: Proposal) -> str:
        """Return the commit that a proposal became when that was broken off before its record said so; mostly nothing."""
        tree = self._repository.tree_at(proposal.tip)
        line = ("--first-parent", "--format=%H%x00%T%x00%B%x00", "--end-of-options", f"{proposal.base}..{self._main}")
        told = ask(self._repository.root, "log", *line).split("\0")
        for commit, its_tree, message in zip(told[::3], told[1::3], told[2::3], strict=False):
            if its_tree == tree and f"Voorstel: {proposal.id}" in message.split("\n"):
                return commit.strip()
        return ""

    def _new_faults(self, proposal: Proposal) -> tuple[Problem, ...]:
        # Of the files that are the same in both nothing is read again.
        memory = Memory()
        found = self._problems(proposal, proposal.tip, memory)
        if not has_errors(found):
            return ()
        new = new_problems(self._problems(proposal, proposal.base, memory), found)
        return tuple(sorted(problem for problem in new if problem.level == "fout"))

    def _problems(self, proposal: Proposal, commit: str, memory: Memory) -> tuple[Problem, ...]:
        root = self._repository.root
        tree = GitTree(root, commit)
        history = judge(root, tree, proposal.base)
        if history.failure:
            raise history.failure
        return read_policy(tree, memory).judged(history.past).problems

    def _commit(self, proposal: Proposal, who: Person) -> str:
        wanted = CommitWanted(
            proposal.author,
            proposal.saved,
            self._message(proposal, who),
            proposal.base,
            tree=self._repository.tree_at(proposal.tip),
            committer=who,
            committed=_now(),
        )
        return self._repository.write([wanted])[0].commit

    def _message(self, proposal: Proposal, who: Person) -> str:
        subject = proposal.title
        if len(subject) > _SUBJECT:
            subject = f"{subject[: _SUBJECT - 1].rstrip()}…"
        facts = [f"Voorstel: {proposal.id}", f"Overgenomen-door: {who.name} <{who.mail}>"]
        if proposal.document:
            facts.insert(0, f"Raadsstuk: {proposal.document}")
        facts += (f"Co-authored-by: {other.name} <{other.mail}>" for other in self._others(proposal))
        whole = "" if subject == proposal.title else proposal.title
        return "\n\n".join(filter(None, (subject, whole, proposal.reason, "\n".join(facts)))) + "\n"

    def _others(self, proposal: Proposal) -> Iterator[Person]:
        """Yield who else worked on a proposal."""
        saved = saved_commits(self._repository.root, proposal.base, proposal.tip)
        writers = dict.fromkeys(each.save.who for each in saved)
        yield from filterfalse(proposal.author.__eq__, writers)

    def _moved(self, held: HeldProposal, who: Person, commit: str) -> str:
        """Let the main branch go to a commit, with the record of the proposal and the working copies in which it is checked out."""
        was = held.proposal.base
        copies = WorkingCopies(self._repository.root, self._main)
        copies.go(was, commit)
        moved = False
        try:
            moved = self._proposals.write(held, taken(held, who), [RefMove(self._main, was, commit)]) is not None
        finally:
            if not moved:
                copies.back(commit, was)
        if not moved:
            raise self._why_not(held, was)
        return commit

    def _why_not(self, held: HeldProposal, main: str) -> MainMoved | Moved:
        """Return why nothing moved: something else came in force, or somebody changed the proposal or its record."""
        if self._repository.commit_at(self._main) != main:
            return MainMoved()
        return Moved(self._proposals.read(held.proposal.id).proposal)


def _now() -> datetime:
    return datetime.now().astimezone()
