"""The account of a comparison: all changes in words, in one order, by part, file and item, with one count of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from polderkoers.changes.account.as_one import as_one, together
from polderkoers.changes.account.matters import matters_of
from polderkoers.changes.account.told import OF_OTHERS, Told
from polderkoers.changes.cells import pair
from polderkoers.changes.contents import contents
from polderkoers.changes.deciding.drafted import NO_DRAFT, Draft
from polderkoers.changes.deciding.parts import PARTS, POLICY, Part, part_of
from polderkoers.changes.meaning_words import in_own_words, said_of
from polderkoers.changes.names_in_text import NamesInText
from polderkoers.changes.nature import is_policy
from polderkoers.changes.phrases import (
    by_how_much,
    file_name,
    from_to,
    linked,
    noun,
    short_name,
)
from polderkoers.changes.wording import sentence
from polderkoers.policy.dutch_words import capital

if TYPE_CHECKING:
    from polderkoers.changes.change import Change, Subject
    from polderkoers.changes.sides import Names


_FIGURES = frozenset(
    {"doel-aangescherpt", "doel-afgezwakt", "doelcijfer-gewijzigd", "bedrag-gewijzigd", "cijfer-gewijzigd"}
)


@dataclass(frozen=True)
class ToldItem:
    """The changes of one item under its name; `within` says what the item stands in when that is not the file itself.

    Changes that are one for a reader are one line.
    """

    heading: str
    within: str
    told: tuple[Told, ...]

    @property
    def subject(self) -> Subject:
        """The item."""
        return self.told[0].subject


@dataclass(frozen=True)
class ToldFile:
    """The changes in one file.

    `whole` is the change when the whole file is new or gone. `come` and `gone` are whole entries of a list of names, which need no
    heading each.
    """

    ref: str
    heading: str
    subject: Subject
    whole: Told | None
    items: tuple[ToldItem, ...]
    come: tuple[Told, ...] = ()
    gone: tuple[Told, ...] = ()

    @property
    def about(self) -> str:
        """What must be known of the file before its changes; nothing of policy of our own."""
        if self.told[0].is_of_others:
            return OF_OTHERS
        return ""

    @property
    def told(self) -> tuple[Told, ...]:
        """All changes of the file."""
        whole = (self.whole,) if self.whole else ()
        lines = chain.from_iterable(item.told for item in self.items)
        inside = chain.from_iterable(line.each for line in lines)
        return (*whole, *inside, *self.come, *self.gone)


@dataclass(frozen=True)
class ToldPart:
    """The changes in one part of a comparison, by file."""

    part: Part
    files: tuple[ToldFile, ...]

    @property
    def told(self) -> tuple[Told, ...]:
        """All changes of the part."""
        return tuple(chain.from_iterable(file.told for file in self.files))


class Account:
    """All that is said of some changes of a comparison. Nothing is told before something asks for it."""

    def __init__(self, changes: Iterable[Change], names: Names, draft: Draft = NO_DRAFT) -> None:
        """Take the changes, the words for what they refer to, and the draft that numbers them."""
        self._changes = tuple(changes)
        self.names = names
        self._draft = draft

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """All changes in the order of their numbers: those of the decision, those outside it, and then part by part."""
        ordered = self._draft.ordered(self._changes)
        actors = NamesInText(_actors(self.names))
        told = (_tell(change, self.names, actors, self._draft.number(change)) for change in ordered)
        return tuple(sorted(told, key=_place))

    @cached_property
    def parts(self) -> tuple[ToldPart, ...]:
        """The parts that have changes, those of the policy first."""
        by_part: dict[Part, list[Told]] = {}
        for each in self.told:
            by_part.setdefault(each.part, []).append(each)
        return tuple(ToldPart(part, tuple(_files(found, self.names))) for part, found in by_part.items())

    def part(self, name: Part) -> ToldPart:
        """Return one part, without files when it has no changes."""
        return next((found for found in self.parts if found.part == name), ToldPart(name, ()))

    @cached_property
    def counts(self) -> Mapping[Part, int]:
        """How many changes each part has; a part without changes is there with 0."""
        counted = Counter(each.part for each in self.told)
        return {part: counted[part] for part in PARTS}


def _place(told: Told) -> int:
    return PARTS.index(told.part)


def _files(told: list[Told], names: Names) -> Iterator[ToldFile]:
    by_file: dict[str, list[Told]] = {}
    for each in told:
        by_file.setdefault(each.change.ref.partition("/")[0], []).append(each)
    for ref, found in by_file.items():
        yield _file(ref, found, names)


def _file(ref: str, told: list[Told], names: Names) -> ToldFile:
    whole: Told | None = None
    entries: dict[str, list[Told]] = {"added": [], "removed": []}
    items: dict[tuple[str, str | None, bool], list[Told]] = {}
    for each in map(as_one, together(told)):
        change = each.change
        if each.whole is not None and each.whole.is_file:
            whole = each
        elif each.is_entry:
            entries[change.kind].append(each)
        else:
            # What has the id of something that is gone is another item.
            subject = each.subject
            items.setdefault((subject.ref, subject.key, change.now is None), []).append(each)
    first = told[0].change.item
    return ToldFile(
        ref,
        capital(file_name(first, with_kind=True)),
        first,
        whole,
        tuple(ToldItem(*_heading(found[0], names), tuple(found)) for found in items.values()),
        tuple(entries["added"]),
        tuple(entries["removed"]),
    )


def _actors(names: Names) -> Iterator[str]:
    """Yield the names of organisations, and of parties that are a part of one: who decides, pays or does something."""
    for side in (names.old, names.new):
        for file, slot in (("organisaties", "organisaties"), ("roles", "partijen")):
            root = side.file(file)
            for item in root.children.get(slot, ()) if root is not None else ():
                if slot == file or item.data.get("organisatie"):
                    yield item.label or item.name
                    yield from _strings(item.data.get("andere_namen"))


def _strings(held: Any) -> Iterator[str]:
    yield from (part for part in (held if isinstance(held, list) else ()) if isinstance(part, str))


def _tell(change: Change, names: Names, actors: NamesInText, number: str = "") -> Told:
    """Return a change in words, with the number that it has in the whole comparison."""
    part = part_of(change)
    return Told(
        change,
        number,
        part,
        sentence(change, names),
        pair(change, names),
        contents(change, names.of(change)),
        tuple(_meanings(change)),
        _difference(change),
        matters_of(change, actors) if part == POLICY else (),
        _is_entry(change),
    )


def _meanings(change: Change) -> Iterator[str]:
    """Yield what a change means, each in a few words."""
    for name in change.meaning:
        if said := said_of(change, name):
            yield in_own_words(said.label, change.item.own)


def _heading(told: Told, names: Names) -> tuple[str, str]:
    """Return the name of an item with its kind, and what it stands in when that is not the file itself."""
    subject = told.subject
    if subject.block == "let_op":
        return "Opmerking van de redactie", ""
    name = capital(noun(subject.block, subject.slot, subject.own).name)
    if subject.parent is None:
        return f"{name} als geheel", ""
    if subject.key is not None and subject.block == "samenhang":
        return f"{name} met {linked(subject, names.of(told.change))}", _inside(subject)
    figure = f" {subject.number}" if subject.number is not None else ""
    return f"{name}{figure}: {subject.label}", _inside(subject)


def _inside(subject: Subject) -> str:
    above = subject.parent
    if above is None or above.parent is None:
        return ""
    return f"bij {short_name(above)}"


def _difference(change: Change) -> str:
    """Return by how much a figure moved, or a role on the ladder of influence; nothing for what is no figure."""
    amount = change.amount
    if change.money is not None:
        return capital(change.money.brief)
    if amount is None:
        return ""
    if amount.unit == "trede":
        return capital(f"{from_to(amount)} op de ladder van invloed")
    if not amount.difference or not _FIGURES.intersection(change.meaning):
        return ""
    return capital(by_how_much(amount))


def _is_entry(change: Change) -> bool:
    """Return whether a change is a whole entry of a list of names that is new or gone."""
    item = change.item
    whole = change.kind in ("added", "removed") and change.key is None
    return whole and not is_policy(item) and item.parent is not None and item.parent.parent is None
