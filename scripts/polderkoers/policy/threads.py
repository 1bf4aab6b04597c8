"""Follows each goal to what should carry it out: steps, activities, indicators, someone responsible, and money."""

from __future__ import annotations

from dataclasses import dataclass

from polderkoers.policy.in_force import is_withdrawn
from polderkoers.policy.index import Entry, Policy, only
from polderkoers.policy.model.blocks import Activiteit, Bedrag, Doel, Hoofdstuk, Indicator, Stap
from polderkoers.policy.model.having import doelen_of
from polderkoers.policy.model.kinds import POLICY_KINDS

# What a goal may have, in the order in which a reader asks for it.
ASPECTS = ("stappen", "activiteiten", "verantwoordelijke", "indicatoren", "geld")
_KIND_OF_ASPECT = {"stappen": "stap", "activiteiten": "activiteit", "indicatoren": "indicator", "geld": "bedrag"}


@dataclass(frozen=True)
class Thread:
    """A goal and what the source gives it, per aspect.

    `eigen` is what belongs to this goal itself. `samen` is what the kernopgave, programmalijn or chapter around it
    has, without saying for which goal.
    """

    goal: Entry
    eigen: dict[str, tuple[Entry, ...]]
    samen: dict[str, tuple[Entry, ...]]

    def state(self, aspect: str) -> str:
        """Return `ja` (for this goal), `samen` (for what is around it) or `nee`."""
        if self.eigen[aspect]:
            return "ja"
        if self.samen[aspect]:
            return "samen"
        return "nee"


@dataclass(frozen=True)
class Threads:
    """The threads of the goals of one source document, and what belongs to no goal; `withdrawn` are its goals that are none of today.

    `aimless` are the indicators without any target, so that nobody can say when they are good enough.
    """

    document: str
    threads: tuple[Thread, ...]
    loose_indicators: tuple[Entry, ...]
    loose_amounts: tuple[Entry, ...]
    withdrawn: tuple[Entry, ...] = ()
    aimless: tuple[Entry, ...] = ()

    def count(self, aspect: str, state: str) -> int:
        """Return how many goals have this state for an aspect."""
        return sum(thread.state(aspect) == state for thread in self.threads)


def follow(policy: Policy) -> tuple[Threads, ...]:
    """Return the threads of every source document that has goals, in the order of the catalogue; what was withdrawn has no threads."""
    found = []
    gone = {file.ref for file in policy.of_kind(*POLICY_KINDS) if is_withdrawn(policy, file)}
    for document in policy.of_kind("document"):
        whole = [entry for entry in policy.entries.values() if entry.bron.document == document.item.id]
        mine = [entry for entry in whole if entry.file.id not in gone]
        threads = tuple(_thread(policy, goal) for goal in only(Doel, mine))
        withdrawn = tuple(goal for goal in only(Doel, whole) if goal.file.id in gone)
        if threads or withdrawn:
            loose = tuple(filter(_is_of_no_goal, mine))
            aimless = tuple(each for each in only(Indicator, mine) if not each.item.streefwaarden)
            of_no_goal = only(Indicator, loose), only(Bedrag, loose)
            found.append(Threads(document.item.id, threads, *of_no_goal, withdrawn, aimless))
    return tuple(found)


def _is_of_no_goal(entry: Entry) -> bool:
    return not doelen_of(entry.item)


def _thread(policy: Policy, goal: Entry) -> Thread:
    inside = policy.below(goal)
    pointing = [ref.source for ref in policy.backlinks(goal) if ref.field == "doelen"]
    around = [entry for entry in policy.below(_surroundings(goal)) if entry.ref != goal.ref and not _in_a_goal(entry)]
    eigen = {aspect: _of_kind([*inside, *pointing], kind) for aspect, kind in _KIND_OF_ASPECT.items()}
    loose = list(filter(_is_of_no_goal, around))
    samen = {aspect: _of_kind(loose, kind) for aspect, kind in _KIND_OF_ASPECT.items()}
    eigen["verantwoordelijke"] = tuple(filter(_has_responsible, eigen["activiteiten"]))
    samen["verantwoordelijke"] = tuple(filter(_has_responsible, (*samen["activiteiten"], *samen["stappen"])))
    return Thread(goal, eigen, samen)


def _surroundings(goal: Entry) -> Entry:
    """Return what a goal stands in: its chapter in a plan, and otherwise its file."""
    above = list(goal.ancestors())
    for chapter in only(Hoofdstuk, above):
        return chapter
    return above[-1]


def _in_a_goal(entry: Entry) -> bool:
    return any(isinstance(above.item, Doel) for above in entry.ancestors())


def _of_kind(entries: list[Entry], kind: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.item.soortnaam == kind)


def _has_responsible(entry: Entry) -> bool:
    if isinstance(entry.item, Activiteit):
        return bool(entry.item.verantwoordelijk)
    return isinstance(entry.item, Stap) and bool(entry.item.trekker)
