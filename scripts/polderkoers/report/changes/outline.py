"""Orders changes as a reader wants them: policy first and lists of names after it, by file, and there by item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from polderkoers.changes.cells import Pair, pair
from polderkoers.changes.change import Change, Subject
from polderkoers.changes.contents import Contents, contents
from polderkoers.changes.deciding.drafted import NO_DRAFT, Draft
from polderkoers.changes.nature import is_policy
from polderkoers.changes.phrases import file_name, noun, short_name
from polderkoers.changes.sides import Names
from polderkoers.changes.wording import sentence
from polderkoers.policy.dutch_words import capital
from polderkoers.policy.model.files import KINDS

_RANKS = {kind: place for place, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Told:
    """A change in words: its number, its sentence, what was and will be, and what is in an item that is new or gone."""

    change: Change
    sentence: str
    pair: Pair
    whole: Contents | None
    number: str = ""


@dataclass(frozen=True)
class ItemChanges:
    """The changes of one item under its name."""

    heading: str
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Section:
    """The changes in one file. `come` and `gone` are whole entries of a list of names, which need no heading each."""

    file: str
    ref: str
    heading: str
    groups: tuple[ItemChanges, ...]
    come: tuple[Told, ...] = ()
    gone: tuple[Told, ...] = ()

    @property
    def told(self) -> tuple[Told, ...]:
        """All changes of the file."""
        inside = chain.from_iterable(group.told for group in self.groups)
        return (*inside, *self.come, *self.gone)

    def count(self, significance: str) -> int:
        """Return how many changes of a significance there are."""
        return sum(told.change.significance == significance for told in self.told)


def outline(changes: Iterable[Change], names: Names, draft: Draft = NO_DRAFT) -> tuple[Section, ...]:
    """Return the changes by file in the order of their numbers; the files of policy come first."""
    by_file: dict[str, list[Change]] = {}
    for change in draft.ordered(changes):
        by_file.setdefault(change.ref.partition("/")[0], []).append(change)
    ranked = sorted(by_file, key=lambda ref: _rank(by_file[ref][0].item))
    return tuple(_section(ref, by_file[ref], names, draft) for ref in ranked)


def _rank(subject: Subject) -> int:
    return _RANKS.get(subject.soort, len(_RANKS))


def _section(ref: str, changes: list[Change], names: Names, draft: Draft) -> Section:
    entries: dict[str, list[Told]] = {"added": [], "removed": []}
    groups: dict[tuple[str, str | None], list[Told]] = {}
    for change in changes:
        both, whole = pair(change, names), contents(change, names)
        told = Told(change, sentence(change, names), both, whole, draft.number(change))
        if _is_entry(change):
            entries[change.kind].append(told)
        else:
            groups.setdefault((change.ref, change.key), []).append(told)
    first = changes[0].item
    return Section(
        first.file,
        ref,
        capital(file_name(first, with_kind=True)),
        tuple(ItemChanges(_heading(found[0].change.item), tuple(found)) for found in groups.values()),
        tuple(entries["added"]),
        tuple(entries["removed"]),
    )


def _is_entry(change: Change) -> bool:
    """Return whether a change is a whole entry of a list of names that is new or gone."""
    item = change.item
    whole = change.kind in ("added", "removed") and change.key is None
    return whole and not is_policy(item) and item.parent is not None and item.parent.parent is None


def _heading(subject: Subject) -> str:
    if subject.parent is None:
        return "Het geheel"
    name = noun(subject.block, subject.slot, subject.own).name
    if subject.key is not None:
        return capital(f"{name} van {short_name(subject.parent)}")
    if subject.number is not None:
        name += f" {subject.number}"
    return capital(f"{name}: {subject.label}")
