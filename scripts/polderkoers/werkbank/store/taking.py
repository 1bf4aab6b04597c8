"""Takes a proposal over: one commit on the main branch, when it still applies and the check finds nothing new in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import chain, filterfalse
from pathlib import Path

from polderkoers.changes.git import GitTree
from polderkoers.changes.git_call import ask, run
from polderkoers.changes.ledger import judge
from polderkoers.errors.werkbank import MainMoved, NotTaken, StepRefused
from polderkoers.policy.load import read_policy
from polderkoers.policy.reading import Memory
from polderkoers.problems import Problem
from polderkoers.report.since import new_problems
from polderkoers.werkbank.store.held import HeldProposal, Proposals, ProposalStep
from polderkoers.werkbank.store.history import saved_commits
from polderkoers.werkbank.store.objects import CommitWanted, write_commits
from polderkoers.werkbank.store.outside import only_policy
from polderkoers.werkbank.store.refs import RefMove, Repository
from polderkoers.werkbank.store.values import HasFaults, Moved, Person, Proposal, ProposalState, StateStep

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
            self._proposals.write(held, _taken(held, who))
            return commit
        if self._repository.commit_at(self._main) != expected or proposal.base != expected:
            raise MainMoved
        if not only_policy(self._repository, proposal):
            raise NotTaken("Dit voorstel verandert niets.", "stuur het terug, of wijs het af.")
        if faults := self._new_faults(proposal):
            raise HasFaults(faults)
        return self._moved(held, who, self._commit(proposal, who))

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
        before = self._problems(proposal, proposal.base, memory)
        new = new_problems(before, self._problems(proposal, proposal.tip, memory))
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
        return write_commits(self._repository.root, self._repository.prefix, [wanted])[0].commit

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
            moved = self._proposals.write(held, _taken(held, who), [RefMove(self._main, was, commit)]) is not None
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


class WorkingCopies:
    """The working copies in which a branch is checked out; mostly one or none.

    Their files go along before the branch does. When that is broken off in between, what was taken over stands there as a change that is
    not committed, and nobody loses anything; the other way round the next commit would take it back.
    """

    def __init__(self, root: Path, branch: str) -> None:
        """Look where a branch is checked out."""
        self._root = root
        self._places = [*self._found(branch)]

    def _found(self, branch: str) -> Iterator[Path]:
        for told in ask(self._root, "worktree", "list", "--porcelain").split("\n\n"):
            facts = told.split("\n")
            if f"branch {branch}" in facts and "bare" not in facts:
                yield Path(facts[0].removeprefix("worktree "))

    def go(self, old: str, new: str) -> None:
        """Bring the files from one commit to another. Raises `NotTaken` when something that nobody committed stands in the way."""
        for place, is_trial in chain(((each, True) for each in self._places), ((each, False) for each in self._places)):
            if self._switched(place, old, new, "--dry-run" if is_trial else ""):
                continue
            raise NotTaken(
                f"In de map {place.name} staan wijzigingen die nog niet zijn vastgelegd, in bestanden van dit voorstel.",
                "leg ze vast of zet ze terug, en neem het voorstel daarna over.",
            )

    def back(self, new: str, old: str) -> None:
        """Bring the files back."""
        for place in self._places:
            self._switched(place, new, old, "")

    @staticmethod
    def _switched(place: Path, old: str, new: str, trial: str) -> bool:
        run(place, "update-index", "-q", "--refresh")
        options = ("-m", "-u", *filter(None, [trial]))
        return not run(place, "read-tree", *options, old, new).returncode


def _taken(held: HeldProposal, who: Person) -> ProposalStep:
    when = _now()
    record = held.record.stepped(StateStep(ProposalState.OVERGENOMEN, who, when, "", held.proposal.tip))
    return ProposalStep(who, when, "Neem het voorstel over", record=record)


def _now() -> datetime:
    return datetime.now().astimezone()
