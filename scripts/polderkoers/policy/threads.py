"""Follows each goal to what should carry it out: steps, activities, indicators, someone responsible, and money."""

from __future__ import annotations

from dataclasses import dataclass

from polderkoers.policy.index import Entry, Policy, only
from polderkoers.policy.model.blocks import Activiteit, Bedrag, Doel, Hoofdstuk, Indicator, Stap
from polderkoers.policy.model.having import doelen_of

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
        return "ja" if self.eigen[aspect] else "samen" if self.samen[aspect] else "nee"


@dataclass(frozen=True)
class Threads:
    """The threads of the goals of one source document, and what belongs to no goal."""

    document: str
    threads: tuple[Thread, ...]
    loose_indicators: tuple[Entry, ...]
    loose_amounts: tuple[Entry, ...]

    def count(self, aspect: str, state: str) -> int:
        """Return how many goals have this state for an aspect."""
        return sum(thread.state(aspect) == state for thread in self.threads)


def follow(policy: Policy) -> tuple[Threads, ...]:
    """Return the threads of every source document that has goals, in the order of the catalogue."""
    found = []
    for document in policy.of_kind("document"):
        mine = [entry for entry in policy.entries.values() if entry.bron.document == document.item.id]
        goals = only(Doel, mine)
        if goals:
            found.append(
                Threads(
                    document.item.id,
                    tuple(_thread(policy, goal) for goal in goals),
                    tuple(entry for entry in only(Indicator, mine) if not entry.item.doelen),
                    tuple(entry for entry in only(Bedrag, mine) if not entry.item.doelen),
                )
            )
    return tuple(found)


def _goals_of(entry: Entry) -> tuple[str, ...]:
    return doelen_of(entry.item)


def _thread(policy: Policy, goal: Entry) -> Thread:
    inside = policy.below(goal)
    pointing = [ref.source for ref in policy.backlinks(goal) if ref.field == "doelen"]
    around = [entry for entry in policy.below(_surroundings(goal)) if entry.ref != goal.ref and not _in_a_goal(entry)]
    eigen = {aspect: _of_kind([*inside, *pointing], kind) for aspect, kind in _KIND_OF_ASPECT.items()}
    samen = {
        aspect: tuple(entry for entry in _of_kind(around, kind) if not _goals_of(entry))
        for aspect, kind in _KIND_OF_ASPECT.items()
    }
    eigen["verantwoordelijke"] = tuple(entry for entry in eigen["activiteiten"] if _has_responsible(entry))
    samen["verantwoordelijke"] = tuple(
        entry for entry in (*samen["activiteiten"], *samen["stappen"]) if _has_responsible(entry)
    )
    return Thread(goal, eigen, samen)


def _surroundings(goal: Entry) -> Entry:
    """Return what a goal stands in: its chapter in a plan, and otherwise its file."""
    above = list(goal.ancestors())
    chapters = only(Hoofdstuk, above)
    return chapters[0] if chapters else above[-1]


def _in_a_goal(entry: Entry) -> bool:
    return any(isinstance(above.item, Doel) for above in entry.ancestors())


def _of_kind(entries: list[Entry], kind: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.item.soortnaam == kind)


def _has_responsible(entry: Entry) -> bool:
    item = entry.item
    return bool(item.verantwoordelijk if isinstance(item, Activiteit) else isinstance(item, Stap) and item.trekker)
