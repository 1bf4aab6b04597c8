"""Proposals as Git holds them: read by one call, and changed only when nobody else did meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from polderkoers.changes.git_call import answers
from polderkoers.errors.werkbank import NotSaved, ProposalUnknown
from polderkoers.werkbank.store.allowed import known_id
from polderkoers.werkbank.store.history import SaveMessage, read_message
from polderkoers.werkbank.store.objects import CommitWanted
from polderkoers.werkbank.store.record import Record, as_message, read_record
from polderkoers.werkbank.store.refs import Ref, RefMove, Repository
from polderkoers.werkbank.store.values import Moved, Person, Proposal, ProposalState, StateStep

BRANCHES, RECORDS = "refs/heads/voorstel/", "refs/polderkoers/voorstellen/"
RECORDS_GONE = "refs/polderkoers/weggegooid/voorstellen/"
"""Where the records are of what was thrown away."""
# So often may others be in between before somebody is asked to wait: each time one of them got what they wanted.
_TRIES = 60


@dataclass(frozen=True)
class HeldProposal:
    """A proposal with its record, and the commit that the record is at."""

    proposal: Proposal
    record: Record
    record_at: str

    @property
    def branch(self) -> str:
        """The reference of its branch."""
        return f"{BRANCHES}{self.proposal.id}"

    @property
    def record_ref(self) -> str:
        """The reference of its record."""
        return f"{RECORDS}{self.proposal.id}"

    def moves(self, tip: str, record_at: str) -> list[RefMove]:
        """Return the moves that bring it to another commit and another record; both are looked at when only one goes on."""
        return [
            RefMove(self.branch, self.proposal.tip, tip or self.proposal.tip),
            RefMove(self.record_ref, self.record_at, record_at or self.record_at),
        ]


@dataclass(frozen=True)
class ProposalStep:
    """What is to happen to a proposal: a commit on its branch made on `base`, another record, or both; nothing when both are None."""

    who: Person
    when: datetime
    subject: str
    save: CommitWanted | None = None
    base: str = ""
    record: Record | None = None

    @property
    def only_files(self) -> bool:
        """Whether all that it does is to give files another content."""
        return self.save is not None and bool(self.save.files) and not self.save.tree and self.record is None


@dataclass(frozen=True)
class SaveContent:
    """What a save holds: the files of the save before or those of a tree, with other contents by path; and what was merged."""

    files: Mapping[str, bytes | None] = field(default_factory=lambda: MappingProxyType({}))
    tree: str = ""
    merged: str = ""


class Proposals:
    """The proposals of a repository. What was read last is kept, and every move looks whether it is still so."""

    def __init__(self, repository: Repository, main: str) -> None:
        """Take the repository and the reference of the main branch."""
        self._repository, self._main = repository, main
        self._known: dict[str, HeldProposal] = {}

    def all(self, branches: str = BRANCHES, records_at: str = RECORDS) -> list[HeldProposal]:
        """Return all proposals, in the order of their ids; or those of which the branches and the records stand elsewhere."""
        refs = self._repository.refs(branches, records_at)
        tips = {ref.name.removeprefix(branches): ref for ref in refs if ref.name.startswith(branches)}
        records = {ref.name.removeprefix(records_at): ref for ref in refs if ref.name.startswith(records_at)}
        found = (self._held(name, tip, records[name]) for name, tip in tips.items() if name in records)
        return [*filter(None, found)]

    def read(self, name: str) -> HeldProposal:
        """Return a proposal as it is now. Raises `ProposalUnknown`."""
        known = self._known.get(known_id(name))
        if known is not None and self._is_there(known):
            return known
        wanted = {f"{BRANCHES}{name}", f"{RECORDS}{name}"}
        refs = {ref.name: ref for ref in self._repository.refs(*wanted) if ref.name in wanted}
        if refs.keys() != wanted:
            raise ProposalUnknown
        held = self._held(name, refs[f"{BRANCHES}{name}"], refs[f"{RECORDS}{name}"])
        if held is None:
            raise ProposalUnknown
        self._known[name] = held
        return held

    def _is_there(self, known: HeldProposal) -> bool:
        """Return whether a proposal is where it was when it was last read."""
        at = self._repository.commit_at
        return at(known.branch) == known.proposal.tip and at(known.record_ref) == known.record_at

    def at(self, name: str, tip: str) -> HeldProposal:
        """Return a proposal that is thought to be at a commit. Raises `Moved` when it is elsewhere, or `ProposalUnknown`."""
        held = self._known.get(name)
        if held is None or held.proposal.tip != tip:
            held = self.read(name)
        if held.proposal.tip != tip:
            raise Moved(held.proposal)
        return held

    def _held(self, name: str, tip: Ref, record_ref: Ref) -> HeldProposal | None:
        record = read_record(record_ref.message)
        if record is None:
            return None
        saved = record.begun if tip.commit == record.base else tip.when
        proposal = _proposal(name, record, self._base(tip, record), tip.commit, saved)
        return HeldProposal(proposal, record, record_ref.commit)

    def _base(self, tip: Ref, record: Record) -> str:
        """Return what a proposal is made on; where somebody went on with Git itself, Git tells."""
        if tip.commit == record.base:
            return record.base
        said = read_message(tip.message).base
        return said or answers(self._repository.root, "merge-base", self._main, tip.commit) or record.base

    def begin(
        self, names: Iterable[str], record: Record, subject: str, save: CommitWanted | None = None, tip: str = ""
    ) -> Proposal:
        """Return a new proposal, by the first name that is free, with a first save in it or all saves up to a `tip` when that is given.

        Raises `NotSaved` or `FileRefused`.
        """
        wanted = CommitWanted(record.author, record.begun, as_message(subject, record))
        kept, *saves = self._repository.write([wanted, *filter(None, [save])])
        tip = next((each.commit for each in saves if each.changed), tip or record.base)
        for name in names:
            moves = [RefMove(f"{BRANCHES}{name}", "", tip), RefMove(f"{RECORDS}{name}", "", kept.commit)]
            # What was thrown away can still come back under its name.
            if self._repository.move([*moves, RefMove(f"{RECORDS_GONE}{name}", "", "")]):
                if not save:
                    return self.read(name).proposal
                saved = record.begun if tip == record.base else record.begun.replace(microsecond=0)
                made = _proposal(name, record, record.base, tip, saved)
                self._known[name] = HeldProposal(made, record, kept.commit)
                return made
        raise NotSaved("Er is geen naam meer vrij voor dit voorstel.", "geef het een andere titel.")

    def change(self, get: Callable[[], HeldProposal], step: Callable[[HeldProposal], ProposalStep]) -> Proposal:
        """Return a proposal after a step, which is decided anew as long as others change its record meanwhile.

        `get` gives the proposal, and raises `Moved` when that is not what it should be.
        """
        for _ in range(_TRIES):
            held = get()
            if (after := self.write(held, step(held))) is not None:
                return after.proposal
            self._known.pop(held.proposal.id, None)
        raise NotSaved("Er bewaren te veel mensen tegelijk.", "wacht even, en bewaar dan opnieuw.")

    def write(self, held: HeldProposal, step: ProposalStep, beside: Iterable[RefMove] = ()) -> HeldProposal | None:
        """Write a step, and with it other moves; return what came of it, None when it was not where it was thought to be."""
        wanted = [*_commits(held, step)]
        written = self._repository.write(wanted)
        if step.only_files and not written[0].changed:
            return held
        made = [each.commit for each in written]
        # The save comes first; where one of the two is wanted, the other stays where it is.
        tip, record_at = _if(made, step.save), _if(made[::-1], step.record)
        if not self._repository.move([*beside, *held.moves(tip, record_at)]):
            return None
        after = _after(held, step, tip, record_at)
        self._known[held.proposal.id] = after
        return after


def _if(made: list[str], wanted: object) -> str:
    """Return the first commit when one was wanted."""
    return made[0] if wanted else ""


def saving(held: HeldProposal, who: Person, message: SaveMessage, content: SaveContent) -> ProposalStep:
    """Return the step that is one commit on the branch of a proposal."""
    when = datetime.now().astimezone()
    commit = CommitWanted(who, when, str(message), held.proposal.tip, content.merged, content.tree, content.files)
    return ProposalStep(who, when, "", save=commit, base=message.base)


def taken(held: HeldProposal, who: Person) -> ProposalStep:
    """Return the step with which a proposal is taken over by somebody."""
    when = datetime.now().astimezone()
    record = held.record.stepped(StateStep(ProposalState.OVERGENOMEN, who, when, "", held.proposal.tip))
    return ProposalStep(who, when, "Neem het voorstel over", record=record)


def _commits(held: HeldProposal, step: ProposalStep) -> Iterator[CommitWanted]:
    if step.save:
        yield step.save
    if step.record:
        message = as_message(step.subject, step.record)
        yield CommitWanted(step.who, step.when, message, parent=held.record_at)


def _after(held: HeldProposal, step: ProposalStep, tip: str, record_at: str) -> HeldProposal:
    was, record = held.proposal, step.record or held.record
    base, at, saved = was.base, was.tip, was.saved
    if step.save:
        base, at, saved = step.base or base, tip, step.when.replace(microsecond=0)
    return HeldProposal(_proposal(was.id, record, base, at, saved), record, record_at or held.record_at)


def _proposal(name: str, record: Record, base: str, tip: str, saved: datetime) -> Proposal:
    """Return a proposal: what its record says, and where its branch is."""
    return Proposal(
        name,
        record.title,
        record.reason,
        record.document,
        record.author,
        record.state,
        base,
        tip,
        saved,
        record.remarks,
        record.address,
        record.steps,
    )
