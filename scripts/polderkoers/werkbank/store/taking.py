"""Takes a proposal over: one commit on the main branch, with what came in force meanwhile, when the check finds nothing new in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import filterfalse

from polderkoers.changes.git import GitTree
from polderkoers.changes.git_call import ask, run
from polderkoers.changes.ledger import judge
from polderkoers.errors.werkbank import ClashesNow, MainMoved, NotTaken, StepRefused
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
from polderkoers.werkbank.store.updating import Clashes, MergeUpdate
from polderkoers.werkbank.store.values import HasFaults, Moved, Person, Proposal, ProposalState

_SUBJECT = 72
# Tells what of a proposal was merged: by its files that cannot be seen.
_STAND = "Stand-van-het-voorstel"


class TakeOver:
    """Takes proposals over onto a main branch."""

    def __init__(self, repository: Repository, proposals: Proposals, main: str) -> None:
        """Take the repository, its proposals and the reference of the main branch."""
        self._repository, self._proposals, self._main = repository, proposals, main

    def take(self, held: HeldProposal, who: Person) -> str:
        """Return the commit on the main branch. Raises as `Store.take_over` does."""
        proposal = held.proposal
        if proposal.state is not ProposalState.INGEDIEND:
            what = f"Dit voorstel is {proposal.state.called}: het wacht niet op een besluit."
            raise StepRefused(what, proposal.state.cure)
        if commit := self._taken_before(proposal):
            self._proposals.write(held, taken(held, who))
            return commit
        main = self._repository.commit_at(self._main)
        commit = self._commit(proposal, who, main)
        if faults := self._new_faults(main, commit):
            raise HasFaults(faults)
        self._move(held, who, main, commit)
        # Saves are many small objects; Git puts them together when there are enough, in its own time.
        run(self._repository.root, "gc", "--auto", "--quiet")
        return commit

    def _taken_before(self, proposal: Proposal) -> str:
        """Return the commit that a proposal became when that was broken off before its record said so; mostly nothing."""
        tree = self._repository.tree_at(proposal.tip)
        name, stand = f"Voorstel: {proposal.id}", f"{_STAND}: {proposal.tip}"
        line = ("--first-parent", "--format=%H%x00%T%x00%B%x00", "--end-of-options", f"{proposal.base}..{self._main}")
        told = ask(self._repository.root, "log", *line).split("\0")
        for commit, its_tree, message in zip(told[::3], told[1::3], told[2::3], strict=False):
            # What people wrote stands above the last paragraph.
            facts = message.strip().split("\n\n")[-1].split("\n")
            if name in facts and (its_tree == tree or stand in facts):
                return commit.strip()
        return ""

    def _new_faults(self, main: str, commit: str) -> tuple[Problem, ...]:
        # Of the files that are the same in both nothing is read again.
        memory = Memory()
        found = self._problems(main, commit, memory)
        if not has_errors(found):
            return ()
        new = new_problems(self._problems(main, main, memory), found)
        return tuple(sorted(problem for problem in new if problem.level == "fout"))

    def _problems(self, main: str, commit: str, memory: Memory) -> tuple[Problem, ...]:
        root = self._repository.root
        tree = GitTree(root, commit)
        history = judge(root, tree, main)
        if history.failure:
            raise history.failure
        return read_policy(tree, memory).judged(history.past).problems

    def _commit(self, proposal: Proposal, who: Person, main: str) -> str:
        """Return the commit that a proposal becomes on what is in force; no branch has it yet."""
        changed: Mapping[str, bytes | None] = {}
        tree = self._repository.tree_at(proposal.tip)
        if not only_policy(self._repository, proposal):
            raise _changes_nothing()
        if proposal.base != main:
            tree, changed = "", self._merged(proposal, main)
        wanted = CommitWanted(
            proposal.author,
            proposal.saved,
            self._message(proposal, who, main),
            main,
            tree=tree,
            files=changed,
            committer=who,
            committed=_now(),
        )
        return self._repository.write([wanted])[0].commit

    def _merged(self, proposal: Proposal, main: str) -> Mapping[str, bytes | None]:
        """Return what is other than in force now when a proposal is merged with that. Raises `ClashesNow` or `NotUpdated`."""
        merged = MergeUpdate(self._repository, self._main, proposal, main).outcome({})
        if isinstance(merged, Clashes):
            raise ClashesNow
        if not merged:
            raise _changes_nothing()
        return merged

    def _message(self, proposal: Proposal, who: Person, main: str) -> str:
        subject = proposal.title
        if len(subject) > _SUBJECT:
            subject = f"{subject[: _SUBJECT - 1].rstrip()}…"
        facts = [f"Voorstel: {proposal.id}", f"Overgenomen-door: {who.name} <{who.mail}>"]
        if proposal.base != main:
            facts.append(f"{_STAND}: {proposal.tip}")
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

    def _move(self, held: HeldProposal, who: Person, was: str, commit: str) -> None:
        """Let the main branch go to a commit, with the record of the proposal and the working copies in which it is checked out."""
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

    def _why_not(self, held: HeldProposal, main: str) -> MainMoved | Moved:
        """Return why nothing moved: something else came in force, or somebody changed the proposal or its record."""
        if self._repository.commit_at(self._main) != main:
            return MainMoved()
        return Moved(self._proposals.read(held.proposal.id).proposal)


def _changes_nothing() -> NotTaken:
    return NotTaken("Dit voorstel verandert niets aan wat nu geldt.", "stuur het terug, of wijs het af.")


def _now() -> datetime:
    return datetime.now().astimezone()
