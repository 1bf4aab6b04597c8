"""The store: begins, saves, undoes, discusses and decides proposals, each of which is a branch of Git."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from polderkoers.changes.git import GitTree
from polderkoers.errors.werkbank import MainMoved, NotAllowed, ProposalUnknown, StepRefused
from polderkoers.werkbank.store import allowed
from polderkoers.werkbank.store.held import HeldProposal, Proposals, ProposalStep, SaveContent, saving
from polderkoers.werkbank.store.history import COMMIT, SaveMessage, one_back, one_forward, saved_commits
from polderkoers.werkbank.store.objects import CommitWanted
from polderkoers.werkbank.store.record import Record
from polderkoers.werkbank.store.refs import Repository
from polderkoers.werkbank.store.values import Moved, Person, Proposal, ProposalState, Remark, Save, StateStep

if TYPE_CHECKING:
    from polderkoers.werkbank.store.discarding import Discards
    from polderkoers.werkbank.store.following import MainFollower
    from polderkoers.werkbank.store.taking import TakeOver
    from polderkoers.werkbank.store.updating import Clashes, MergeUpdate, Side

_LATER = {
    ProposalState.CONCEPT: (ProposalState.INGEDIEND,),
    ProposalState.INGEDIEND: (ProposalState.CONCEPT, ProposalState.TERUGGESTUURD, ProposalState.AFGEWEZEN),
    ProposalState.TERUGGESTUURD: (ProposalState.INGEDIEND, ProposalState.CONCEPT),
    ProposalState.AFGEWEZEN: (ProposalState.CONCEPT,),
    ProposalState.OVERGENOMEN: (),
    ProposalState.WEGGEGOOID: (),
}
_TRIES = 5
_DECISIONS = (ProposalState.TERUGGESTUURD, ProposalState.AFGEWEZEN)


def everybody(_: Person) -> bool:
    """Let everybody decide: who works alone, or where the forge decides."""
    return True


class Store:
    """The proposals of a project in a clone or a bare repository.

    Every method that takes a `tip` raises `Moved` when the proposal is not there any more, and all that take the id of one as
    `name` raise `ProposalUnknown` when there is none. Whatever is raised, nothing was changed.
    """

    def __init__(self, root: Path, main: str = "main", may_decide: Callable[[Person], bool] = everybody) -> None:
        """Point at the project and name its main branch; `may_decide` says who may decide on proposals.

        Raises the `HistoryUnreadable` that says why there is no repository here.
        """
        self.root, self.main = root, main
        self._may_decide = may_decide
        self._repository = Repository(root)
        self._main_ref = f"refs/heads/{main}"
        self._held = Proposals(self._repository, self._main_ref)

    def main_commit(self) -> str:
        """Return the commit that is in force. Raises `StepRefused` when there is none yet."""
        if found := self._repository.commit_at(self._main_ref):
            return found
        raise StepRefused(f"De tak '{self.main}' is er niet.", "leg eerst het geldende beleid vast in die tak.")

    def proposals(self) -> tuple[Proposal, ...]:
        """Return all proposals, the last saved first."""
        found = [held.proposal for held in self._held.all()]
        return tuple(sorted(found, key=lambda each: each.saved, reverse=True))

    def proposal(self, name: str) -> Proposal:
        """Return a proposal as it is now."""
        return self._held.read(name).proposal

    def begin(self, who: Person, title: str, reason: str = "", document: str = "") -> Proposal:
        """Return a new proposal on what is in force now. Raises `TextRefused` or `PersonUnknown`."""
        who = allowed.known_person(who)
        described = _described(title, reason, document)
        record = Record(*described, who, self.main_commit(), _now())
        return self._held.begin(_names(record.title), record, f"Begin het voorstel: {record.title}")

    def begin_saved(
        self, who: Person, title: str, on: str, files: Mapping[str, bytes | None], sentence: str
    ) -> Proposal:
        """Return a new proposal made on a commit that is or was in force, with a first save in it. Raises as `begin` and `save` do."""
        who, files = allowed.known_person(who), allowed.known_files(files)
        record = Record(*_described(title, "", ""), who, on, _now())
        save = CommitWanted(who, record.begun, str(SaveMessage(sentence, on)), on, files=files)
        return self._held.begin(_names(record.title), record, f"Begin het voorstel: {record.title}", save)

    def begin_again(self, name: str, who: Person) -> Proposal:
        """Return a new proposal with the changes and the saves of one that was turned down. Raises `StepRefused` for any other."""
        who, was = allowed.known_person(who), self.proposal(name)
        if was.state is not ProposalState.AFGEWEZEN:
            raise StepRefused(f"Dit voorstel is {was.state.called}, en niet afgewezen.", was.state.cure)
        record = Record(was.title, was.reason, was.document, who, was.base, _now())
        return self._held.begin(_names(was.title), record, f"Begin het voorstel opnieuw: {was.title}", tip=was.tip)

    def describe(  # noqa: PLR0913 - what a proposal says of itself, by name
        self, name: str, tip: str, who: Person, *, title: str, reason: str, document: str
    ) -> Proposal:
        """Return a proposal with another title, reason and council document. Raises `TextRefused` or `StepRefused`."""
        who = allowed.known_person(who)
        titled, why, paper = _described(title, reason, document)

        def step(held: HeldProposal) -> ProposalStep:
            _changeable(held)
            record = replace(held.record, title=titled, reason=why, document=paper)
            return ProposalStep(who, _now(), f"Beschrijf het voorstel: {titled}", record=record)

        return self._held.change(lambda: self._held.at(name, tip), step)

    def save(self, name: str, tip: str, files: Mapping[str, bytes | None], sentence: str, who: Person) -> Proposal:
        """Return a proposal with other contents by path; None takes a file away. What changes nothing makes no save.

        Raises `FileRefused` for what is no file of the model, or `StepRefused` when the proposal is handed in or decided.
        """
        who, files = allowed.known_person(who), allowed.known_files(files)
        if not files:
            return self._held.at(name, tip).proposal

        def step(held: HeldProposal) -> ProposalStep:
            self._writable(held)
            return saving(held, who, SaveMessage(sentence, held.proposal.base), SaveContent(files))

        return self._held.change(lambda: self._held.at(name, tip), step)

    def undo(self, name: str, tip: str, who: Person) -> Proposal:
        """Return a proposal as it was one save earlier, in a commit of its own. Raises `NothingToUndo`."""
        return self._shown_again(name, tip, who, lambda commits, held: one_back(commits, held.proposal.base))

    def redo(self, name: str, tip: str, who: Person) -> Proposal:
        """Return a proposal with the last undone save done again. Raises `NothingToUndo`."""
        return self._shown_again(name, tip, who, lambda commits, _: one_forward(commits))

    def _shown_again(self, name: str, tip: str, who: Person, choose: Callable[..., SaveMessage]) -> Proposal:
        who = allowed.known_person(who)

        def step(held: HeldProposal) -> ProposalStep:
            self._writable(held)
            base = held.proposal.base
            message = replace(choose(saved_commits(self.root, base, tip), held), base=base)
            return saving(held, who, message, SaveContent(tree=self._repository.tree_at(message.shows)))

        return self._held.change(lambda: self._held.at(name, tip), step)

    def saves(self, name: str) -> tuple[Save, ...]:
        """Return the saves of a proposal, the newest first."""
        return self.saves_of(self.proposal(name))

    def saves_of(self, proposal: Proposal) -> tuple[Save, ...]:
        """Return the saves of a proposal that is there or was thrown away, the newest first."""
        return tuple(each.save for each in saved_commits(self.root, proposal.base, proposal.tip))

    def since(self, commit: str) -> tuple[Save, ...]:
        """Return what came in force after a commit, the newest first."""
        return tuple(each.save for each in saved_commits(self.root, commit, self._main_ref))

    def remark(self, name: str, who: Person, about: str, text: str) -> Proposal:
        """Return a proposal with a remark on an item, or on the whole when `about` is empty. Raises `TextRefused`."""
        who = allowed.known_person(who)
        about = allowed.one_line(about, "Het onderdeel", may_be_empty=True)
        said = Remark(
            secrets.token_hex(6), who, _now(), about, allowed.more_lines(text, "De opmerking", may_be_empty=False)
        )

        def step(held: HeldProposal) -> ProposalStep:
            return ProposalStep(who, _now(), "Maak een opmerking", record=held.record.remarked(said))

        return self._held.change(lambda: self._held.read(name), step)

    def move_to(  # noqa: PLR0913 - what is told of a step, by name
        self, name: str, state: ProposalState, who: Person, why: str = "", *, address: str = "", tip: str = ""
    ) -> Proposal:
        """Return a proposal in another state; `why` is why somebody decided so, `address` where it is on a forge now.

        With a `tip` it must be there still. Only `take_over` brings it to `OVERGENOMEN`. Raises `StepRefused`, or `NotAllowed` when the
        person may not decide.
        """
        who = allowed.known_person(who)
        why = allowed.more_lines(why, "De reden", may_be_empty=state not in _DECISIONS)
        address = allowed.one_line(address, "Het adres", may_be_empty=True)
        if state in _DECISIONS and not self._may_decide(who):
            raise NotAllowed

        def step(held: HeldProposal) -> ProposalStep:
            now = held.proposal
            if tip and now.tip != tip:
                raise Moved(now)
            if state not in _LATER[now.state]:
                what = f"Dit voorstel is {now.state.called}, en kan niet naar {state.called}."
                raise StepRefused(what, now.state.cure)
            if state is ProposalState.INGEDIEND:
                self.refuse_empty(now)
            record = held.record.stepped(StateStep(state, who, _now(), why, now.tip), address)
            return ProposalStep(who, _now(), f"Zet het voorstel op {state.called}", record=record)

        return self._held.change(lambda: self._held.read(name), step)

    def refuse_empty(self, proposal: Proposal) -> None:
        """Raise `StepRefused` when a proposal changes nothing."""
        if self._repository.tree_at(proposal.base) == self._repository.tree_at(proposal.tip):
            raise StepRefused("Dit voorstel verandert nog niets.", "verander eerst iets, en lever het daarna in.")

    def tree(self, commit: str) -> GitTree:
        """Return the data of a commit, by its full id, as a tree. Raises `ProposalUnknown` for what is no such id."""
        if not COMMIT.fullmatch(commit):
            raise ProposalUnknown
        return GitTree(self.root, commit)

    def update(
        self,
        name: str,
        tip: str,
        who: Person,
        choices: Mapping[str, Side] = MappingProxyType({}),
        seen: str = "",
    ) -> Proposal | Clashes:
        """Return a proposal in which what came in force meanwhile was merged, or what clashes with it.

        `choices` decides clashes by key (`was`, `mine` or `theirs`), and `seen` is the commit in force by which they were shown; what came
        after that is left for another time. Nothing is written while anything clashes. Raises `NotUpdated`.
        """
        who = allowed.known_person(who)
        held = self._held.at(name, tip)
        onto = seen or self.main_commit()
        merged = self._merged(held, choices, onto)
        if merged is None:
            return held.proposal
        if not isinstance(merged, dict):
            return merged
        message = SaveMessage("Werk het voorstel bij met het geldende beleid", onto)
        content = SaveContent(merged, self._repository.tree_at(onto), onto)
        return self._held.change(
            lambda: self._free(self._held.at(name, tip)),
            lambda held: saving(held, who, message, content),
        )

    def clashes(self, name: str, choices: Mapping[str, Side] = MappingProxyType({}), seen: str = "") -> Clashes | None:
        """Return what clashes still, as `update` does, and write nothing; None when nothing does."""
        merged = self._merged(self._held.read(name), choices, seen or self.main_commit())
        return None if isinstance(merged, dict) else merged

    def _merged(
        self, held: HeldProposal, choices: Mapping[str, Side], onto: str
    ) -> dict[str, bytes | None] | Clashes | None:
        if held.proposal.state is not ProposalState.INGEDIEND:
            _changeable(held)
        updating: type[MergeUpdate] = import_module("polderkoers.werkbank.store.updating").MergeUpdate
        return updating(self._repository, self._main_ref, held.proposal, onto).outcome(choices)

    def take_over(self, name: str, tip: str, who: Person) -> str:
        """Return the commit that a proposal became on the main branch; it is `OVERGENOMEN` then.

        What came in force since it was made is merged with it. Raises `ClashesNow` when somebody has to choose, `HasFaults` when the check
        finds something new in what comes of it, `NotAllowed`, `StepRefused`, `NotTaken`, `NotUpdated` or `MainMoved`.
        """
        who = allowed.known_person(who)
        if not self._may_decide(who):
            raise NotAllowed
        taking: type[TakeOver] = import_module("polderkoers.werkbank.store.taking").TakeOver
        for _ in range(_TRIES):
            # What this process remembers may be decided already.
            held = self._held.read(name)
            if held.proposal.tip != tip:
                raise Moved(held.proposal)
            try:
                return taking(self._repository, self._held, self._main_ref).take(held, who)
            except MainMoved:
                continue
        raise MainMoved

    def follow(self, there: str) -> bool:
        """Let the main branch go to a reference that it came before, and return whether it did.

        Proposals that were merged there by Git are `OVERGENOMEN` then, by who merged them. Raises `NotTaken` when something that nobody
        committed stands in the way.
        """
        following: type[MainFollower] = import_module("polderkoers.werkbank.store.following").MainFollower
        return following(self._repository, self._held, self._main_ref).follow(there)

    def discarded(self) -> tuple[Proposal, ...]:
        """Return the proposals that were thrown away, the last one first."""
        found = [held.proposal for held in self._discards.all()]
        return tuple(sorted(found, key=lambda each: each.steps[-1].when, reverse=True))

    def discard(self, name: str, tip: str, who: Person) -> Proposal:
        """Return a proposal that is thrown away now; `bring_back` brings it back. Raises `StepRefused`."""
        who = allowed.known_person(who)
        return self._discards.discard(self._free(self._held.at(name, tip)), who)

    def bring_back(self, name: str, who: Person) -> Proposal:
        """Return a proposal that was thrown away as it was before."""
        return self._discards.bring_back(name, allowed.known_person(who))

    @property
    def _discards(self) -> Discards:
        discarding: type[Discards] = import_module("polderkoers.werkbank.store.discarding").Discards
        return discarding(self._repository, self._held)

    def _writable(self, held: HeldProposal) -> None:
        _changeable(held)
        self._free(held)

    def _free(self, held: HeldProposal) -> HeldProposal:
        """Return a proposal in whose branch nobody works with Git itself. Raises `StepRefused`."""
        if held.branch in self._repository.heads():
            raise StepRefused(
                "Iemand werkt met Git in de tak van dit voorstel: zij is uitgecheckt.",
                "leg daar vast wat er klaar is, en ga met git switch naar een andere tak.",
            )
        return held


def _changeable(held: HeldProposal) -> None:
    state = held.proposal.state
    if not state.can_change:
        raise StepRefused(f"Dit voorstel is {state.called}. Daarom verandert er nu niets aan.", state.cure)


def _described(title: str, reason: str, document: str) -> tuple[str, str, str]:
    titled = allowed.one_line(title, "De titel")
    paper = allowed.one_line(document, "Het raadsstuk", may_be_empty=True)
    return titled, allowed.more_lines(reason, "De reden"), paper


def _names(title: str) -> Iterator[str]:
    """Yield the names that a proposal may get."""
    slug = allowed.slug_of(title)
    yield slug
    yield from (f"{slug}-{number}" for number in range(2, 1000))


def _now() -> datetime:
    return datetime.now().astimezone()
