"""Brings a proposal up to date: what came in force meanwhile is merged in terms of policy, and what clashes is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, repeat
from types import MappingProxyType
from typing import Literal

from polderkoers.changes.git import GitTree
from polderkoers.changes.merging.clash import MergeSide
from polderkoers.changes.merging.trees import TreeMerge
from polderkoers.errors.werkbank import NotUpdated
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document
from polderkoers.policy.tree import Folder
from polderkoers.problems import Problem
from polderkoers.report.merging.clashes import ClashTelling
from polderkoers.report.merging.outcome import ToldClash
from polderkoers.report.merging.told import StatesTold
from polderkoers.werkbank.store.addressed import addressed
from polderkoers.werkbank.store.numbered import numbered
from polderkoers.werkbank.store.outside import only_policy
from polderkoers.werkbank.store.refs import Repository
from polderkoers.werkbank.store.stones import MergedStones, is_former
from polderkoers.werkbank.store.values import Proposal

Side = Literal["was", "mine", "theirs"]
_SIDES: Mapping[Side, MergeSide] = MappingProxyType({"was": "basis", "mine": "een", "theirs": "ander"})


@dataclass(frozen=True)
class UpdateClash:
    """What a proposal and what came in force changed both, each in another way: what it is about, and the three texts.

    `key` is what it is decided by, `ref` the reference of the item, empty for a whole file, and `why` what else a person needs to
    decide.
    """

    key: str
    about: str
    was: str
    mine: str
    theirs: str
    why: str
    file: str
    ref: str
    field: str


@dataclass(frozen=True)
class Clashes:
    """What is to be decided before a proposal is up to date with the commit `seen`, and what comes in besides, in sentences."""

    seen: str
    clashes: tuple[UpdateClash, ...]
    coming: tuple[str, ...]


class MergeUpdate:
    """The merge of a proposal with a commit that is or was in force."""

    def __init__(self, repository: Repository, main: str, proposal: Proposal, onto: str) -> None:
        """Take the proposal, the reference of the main branch, and a commit on it. Raises `NotUpdated` when it is none."""
        self._repository, self._proposal, self._onto = repository, proposal, onto
        self._root = repository.root
        self._is_on_line(onto, main)

    def _is_on_line(self, commit: str, main: str) -> None:
        """Refuse what never was in force: such a commit came from nowhere but a request."""
        for older, newer in ((commit, main), (self._proposal.base, commit)):
            if not self._repository.is_before(older, newer):
                raise NotUpdated(
                    "Wat er nu geldt, volgt niet op het beleid waar dit voorstel op is gemaakt.",
                    "begin een nieuw voorstel, en neem je wijzigingen daarin over.",
                )

    def outcome(self, choices: Mapping[str, Side]) -> dict[str, bytes | None] | Clashes | None:
        """Return what differs from the commit by path, or what clashes; None when there is nothing to bring up to date.

        Raises `NotUpdated` when some of it cannot be merged.
        """
        if self._onto == self._proposal.base:
            return None
        only_policy(self._repository, self._proposal)
        merge = TreeMerge(self._states, self._schemas)
        decided = {key: _SIDES[side] for key, side in choices.items() if side in _SIDES}
        merged = merge.outcome(decided)
        if merged.unread:
            raise _unread(merged.unread)
        former = MergedStones(merged.contents, self._states_told.document)
        if settled := dict(former.settled(merged.clashes)):
            merged = merge.outcome({**settled, **decided})
            former = replace(former, state=merged.contents)
        if merged.clashes:
            in_order = enumerate(merged.clashes, start=1)
            told = [self._telling.told(number, clash) for number, clash in in_order]
            # What somebody decided does not come in by itself.
            return self._told([_clash(each, former, self._states[1:]) for each in told], merge.outcome().contents)
        _, mine, now = self._states
        former.refuse_lost(mine, now)
        former.refuse_doubled(mine, now)
        gone = dict.fromkeys(now.keys() - merged.contents.keys())
        found = {file: content for file, content in merged.contents.items() if now.get(file) != content}
        other = addressed(found, (now, merged.contents), self._states_told.document, self._schemas)
        return numbered(other, self._states, self._states_told.document, self._schemas) | gone

    @cached_property
    def _schemas(self) -> Schemas:
        return Schemas(Folder(self._root))

    @cached_property
    def _states(self) -> tuple[Mapping[str, bytes], ...]:
        """The data of what it was made on, of the proposal, and of what is in force."""
        commits = (self._proposal.base, self._proposal.tip, self._onto)
        states = [_contents(GitTree(self._root, commit)) for commit in commits]
        for state in states:
            if refused := [each for each in state.values() if isinstance(each, Problem)]:
                raise _unread(refused)
        return tuple(map(_of_bytes, states))

    @cached_property
    def _states_told(self) -> StatesTold:
        return StatesTold(self._schemas)

    @cached_property
    def _telling(self) -> ClashTelling:
        was, mine, theirs = self._states
        told = self._states_told
        documents: dict[str, Document] = {}
        for file, content in mine.items():
            if document := told.document(file, content):
                documents[file] = document
        return ClashTelling(told.compared(was, mine), told.compared(was, theirs), documents)

    def _told(self, clashes: Iterable[UpdateClash], undecided: Mapping[str, bytes]) -> Clashes:
        """Return the clashes, and what comes in besides: where an outcome in which they are all as in the proposal differs from that."""
        coming = tuple(line.text for line in self._states_told.lines(self._states[1], undecided))
        return Clashes(self._onto, tuple(clashes), coming)


def _clash(told: ToldClash, former: MergedStones, sides: Sequence[Mapping[str, bytes]]) -> UpdateClash:
    clash, about = told.clash, told.about
    was = told.texts[0]
    mine, theirs = map(former.said_of_removed, repeat(clash), told.texts[1:], clash.values[1:], sides)
    if is_former(clash):
        mine, theirs = map(former.told, clash.values[1:])
        about = (
            f"Wat er met '{next(filter(None, (row.get('naam') for row in clash.values[1:])), clash.row)}' is gebeurd"
        )
    return UpdateClash(clash.key, about, was, mine, theirs, told.why, clash.file, clash.ref, clash.field)


def _contents(tree: GitTree) -> dict[str, bytes | Problem]:
    return {source.file: source.read() for source in tree.data_files()}


def _of_bytes(state: Mapping[str, bytes | Problem]) -> dict[str, bytes]:
    return {file: each for file, each in state.items() if isinstance(each, bytes)}


def _unread(problems: Iterable[Problem]) -> NotUpdated:
    first = next(chain(problems))
    return NotUpdated(
        f"{first.file} is niet per onderdeel samen te voegen. {first.message}", "zet eerst dat bestand goed."
    )
