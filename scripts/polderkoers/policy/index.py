"""One policy: every item by its reference, what it refers to, and who refers to it."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, cast, get_args

from polderkoers.policy.model.base import Bestand, Bron, Onderdeel
from polderkoers.policy.model.facts import FieldOf, fields_of
from polderkoers.policy.model.having import bron_of
from polderkoers.policy.model.kinds import entry_kinds, files_for, lists_for, references_meant
from polderkoers.policy.model.references import Doelsoort
from polderkoers.policy.model.zoekwoorden import Zoekwoord

# What a reference of a kind may point at: the files that hold such entries, in that order, and the kinds of their entries.
_LISTS = list(filter(lists_for, get_args(Doelsoort)))
CATALOGUES: dict[Doelsoort, tuple[str, ...]] = {target: files_for(target) for target in _LISTS}
ENTRY_KINDS: dict[Doelsoort, frozenset[str]] = {target: frozenset(entry_kinds(target)) for target in _LISTS}
# Where a site publishes what ships with the engine; a file of an instance never stands there.
SHIPPED = "meegeleverd/"


if TYPE_CHECKING:
    from typing_extensions import TypeVar

    Item_co = TypeVar("Item_co", bound=Onderdeel, covariant=True, default=Onderdeel)
else:
    from typing import TypeVar

    Item_co = TypeVar("Item_co", bound=Onderdeel, covariant=True)
Wanted = TypeVar("Wanted", bound=Onderdeel)
Made = TypeVar("Made")


@dataclass(frozen=True)
class Entry(Generic[Item_co]):
    """An item and its place in the policy. `bron` is its own source completed with that of the items above it."""

    ref: str
    item: Item_co
    file: Bestand
    parent: Entry | None
    field: str
    bron: Bron

    @property
    def is_file(self) -> bool:
        """Whether the item is a whole file."""
        return self.parent is None

    @property
    def is_shipped(self) -> bool:
        """Whether the item ships with the engine, and stands in no file of the instance."""
        return self.file.file.startswith(SHIPPED)

    def ancestors(self) -> Iterator[Entry]:
        """Yield the items above this one, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def is_inside(self, other: Entry) -> bool:
        """Return whether the item stands inside another, at any depth."""
        return any(above is other for above in self.ancestors())


def only(kind: type[Wanted], entries: Iterable[Entry]) -> tuple[Entry[Wanted], ...]:
    """Return the entries of which the item is of a class, in their order."""
    return tuple(cast("Entry[Wanted]", entry) for entry in entries if isinstance(entry.item, kind))


class HeldReference(NamedTuple):
    """A reference as an item holds it: `names` are the references that it may mean, the first that is there counts.

    `kinds` are those that the target may have (`soortnaam`), None when any will do; `value` is what holds the reference.
    """

    field: str
    wanted: str
    kind: Doelsoort
    pointer: str
    value: Any
    names: tuple[str, ...]
    kinds: frozenset[str] | None


class Reference(NamedTuple):
    """One reference in the data: from which item and field, and to what. `target` is None when nothing is there."""

    source: Entry
    field: str
    wanted: str
    kind: Doelsoort
    pointer: str
    target: Entry | None
    value: Any = None


@dataclass(frozen=True)
class Double:
    """An id that stands more than once where it must be unique."""

    first: Entry
    second: Entry


class Policy:
    """Every item of a set of files, with look-ups in both directions."""

    def __init__(
        self, files: Iterable[Bestand], shipped: Iterable[Bestand] = (), asking: Container[str] | None = None
    ) -> None:
        """Index the files, and below them what ships with the engine. Doubles are kept aside, the first one wins.

        `asking` are the paths of the files of which it is looked at where they refer to; where it is not given, all.
        """
        self.files = tuple(files)
        self.shipped = tuple(shipped)
        self.asking = self.files if asking is None else tuple(file for file in self.files if file.file in asking)
        self.entries: dict[str, Entry] = {}
        self._under: list[Entry] = []
        self.doubles: list[Double] = []
        for file in self.files:
            self._add_all(_entries_of(file))
        for file in self.shipped:
            self._lay_under(file)

    def _add_all(self, entries: tuple[Entry, ...]) -> None:
        """Add the entries of a file, itself first."""
        for entry in entries:
            first = self.entries.setdefault(entry.ref, entry)
            if first is not entry:
                self.doubles.append(Double(first, entry))
                if entry.is_file:
                    return  # its items would all be doubles too; the file is what is wrong

    def _lay_under(self, file: Bestand) -> None:
        """Add the entries of a catalogue that ships to the one of the instance, or the whole of it where there is none."""
        top = self.entries.get(file.id)
        if top is None:
            self._add_under(_entries_of(file))
            return
        for name, child in _children(file):
            if f"{file.id}/{child.id}" not in self.entries:
                self._add_under(tuple(_entries(child, file, top, name)))

    def _add_under(self, entries: tuple[Entry, ...]) -> None:
        self._under += entries
        self._add_all(entries)

    def get(self, ref: str) -> Entry | None:
        """Return the item with this reference (`fijn-wonen/doel-…`), or None."""
        return self.entries.get(ref)

    def of_kind(self, *kinds: str) -> tuple[Entry, ...]:
        """Return the items of these kinds (`soortnaam`), in the order of the files."""
        found: list[Entry] = []
        for kind in kinds:
            found += self._by_kind.get(kind, ())
        return tuple(found)

    def of(self, kind: type[Wanted]) -> tuple[Entry[Wanted], ...]:
        """Return the items of a class, of one kind or of several, in the order of the files."""
        entries = self.of_kind(kind.soortnaam) if "kind" in vars(kind) else self.entries.values()
        return only(kind, entries)

    def below(self, entry: Entry) -> tuple[Entry, ...]:
        """Return all items of one file, or all items inside an item, at any depth."""
        # What stands inside an item follows it: the items of a file lie there from top to bottom.
        place = self._places.get(entry.ref)
        if place is None or self.entries[entry.ref] is not entry:
            return tuple(other for other in self._by_file[entry.file.id] if other.is_inside(entry))
        after = islice(self._by_file[entry.file.id], place + 1, None)
        return tuple(takewhile(lambda other: other.is_inside(entry), after))

    def children(self, entry: Entry, field: str) -> tuple[Entry, ...]:
        """Return the items that stand directly under an item in one field, in order."""
        return tuple(self.entries[f"{entry.file.id}/{child.id}"] for child in getattr(entry.item, field, ()))

    def resolve(self, wanted: str, kind: Doelsoort, file: Bestand) -> Entry | None:
        """Return what a reference of some kind points at from a file, or None."""
        return self._first(references_meant(wanted, kind, file.id), ENTRY_KINDS.get(kind))

    def _first(self, names: tuple[str, ...], kinds: frozenset[str] | None) -> Entry | None:
        for name in names:
            found = self.entries.get(name)
            if found is not None and (kinds is None or found.item.soortnaam in kinds):
                return found
        return None

    @property
    def unmet(self) -> Iterator[tuple[Entry, HeldReference]]:
        """The references of the files that lead nowhere, each with the item that holds it."""
        for file in self.asking:
            for entry, asked in _asked_in(file):
                if self._holds(entry) and self._first(asked.names, asked.kinds) is None:
                    yield entry, asked

    def held_in(self, part: type[Any]) -> Iterator[Reference]:
        """Yield the references of the files that stand in parts of one class, such as a link with a reason."""
        for file in self.files:
            for entry, asked in _asked_in(file):
                if isinstance(asked.value, part) and self._holds(entry):
                    yield self._reference(entry, asked)

    def _holds(self, entry: Entry) -> bool:
        """Return whether an entry of a file is in the policy: of two with one reference the first is."""
        return self.entries.get(entry.ref) is entry

    def _reference(self, entry: Entry, asked: HeldReference) -> Reference:
        target = self._first(asked.names, asked.kinds)
        return Reference(entry, asked.field, asked.wanted, asked.kind, asked.pointer, target, asked.value)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference of the policy, also those that lead nowhere."""
        found: list[Reference] = []
        for entry in self.entries.values():
            found += (self._reference(entry, asked) for asked in asked_by(entry))
        return tuple(found)

    def backlinks(self, entry: Entry) -> tuple[Reference, ...]:
        """Return the references that point at an item; words for searching only lead to it and say nothing about it."""
        found: list[Reference] = []
        for source, asked in self._asking.get(entry.ref, ()):
            reference = self._reference(source, asked)
            is_meant = reference.target is not None and reference.target.ref == entry.ref
            if is_meant and self._tells(source):
                found.append(reference)
        return tuple(found)

    def _tells(self, source: Entry) -> bool:
        return self._holds(source) and not isinstance(source.item, Zoekwoord)

    def is_named_over(self, entry: Entry, times: int) -> bool:
        """Return whether an item is named more often than so many times, or may be: which is known without looking at each of them."""
        return len(self._asking.get(entry.ref, ())) > times

    def named_by(self, entry: Entry) -> Iterator[tuple[Entry, str]]:
        """Yield the items that refer to an item, each with the field that does: what most ask of `backlinks`, in a third of the time."""
        for source, asked in self._asking.get(entry.ref, ()):
            if self._means(asked, entry) and self._tells(source):
                yield source, asked.field

    def _means(self, asked: HeldReference, entry: Entry) -> bool:
        """Return whether a reference that may mean an item does: nearly always that is what it would mean first."""
        if asked.names[0] == entry.ref and (asked.kinds is None or entry.item.soortnaam in asked.kinds):
            return True
        target = self._first(asked.names, asked.kinds)
        return target is not None and target.ref == entry.ref

    def outgoing(self, entry: Entry) -> tuple[Reference, ...]:
        """Return the references that an item itself holds."""
        held = self.entries.get(entry.ref)
        return tuple(self._reference(held, asked) for asked in asked_by(held)) if held else ()

    @cached_property
    def _asking(self) -> dict[str, list[tuple[Entry, HeldReference]]]:
        """Which references may mean an item, by its own reference, in the order of the files."""
        found: dict[str, list[tuple[Entry, HeldReference]]] = defaultdict(list)
        for file in self.asking:
            for name, asking in _asking_in(file).items():
                found[name] += asking
        for entry in self._under:
            for asked in asked_by(entry):
                for name in asked.names:
                    found[name].append((entry, asked))
        return found

    @cached_property
    def _by_kind(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            found[entry.item.soortnaam].append(entry)
        return found

    @cached_property
    def _by_file(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            found[entry.file.id].append(entry)
        return found

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each item stands among those of its file, by reference."""
        found: dict[str, int] = {}
        for mine in self._by_file.values():
            found |= {entry.ref: place for place, entry in enumerate(mine)}
        return found


def _entries_of(file: Bestand) -> tuple[Entry, ...]:
    """Return the entries of a file from top to bottom, itself first.

    They say nothing of other files, so they are made once for all policies that hold this very file.
    """
    return kept_with(file, "entries", lambda: tuple(_entries(file, file, None, "")))


def _entries(item: Onderdeel, file: Bestand, parent: Entry | None, field: str) -> Iterator[Entry]:
    ref = file.id if parent is None else f"{file.id}/{item.id}"
    entry = Entry(ref, item, file, parent, field, _completed(bron_of(item), parent.bron if parent else Bron()))
    yield entry
    for name, child in _children(item):
        yield from _entries(child, file, entry, name)


def asked_by(entry: Entry) -> tuple[HeldReference, ...]:
    """Return the references that an item holds; as what it names is said by itself and its file, they are made once."""
    return kept_with(entry.item, "asked", lambda: tuple(_asked(entry.item, entry.item.pointer, entry.file)))


def _asked_in(file: Bestand) -> tuple[tuple[Entry, HeldReference], ...]:
    """Return all references that the items of a file hold, each with its item."""
    return kept_with(file, "asked_in", lambda: tuple(_each_asked(file)))


def _asking_in(file: Bestand) -> dict[str, list[tuple[Entry, HeldReference]]]:
    """Return the references in a file by what each of them may mean, with the items that hold them."""
    return kept_with(file, "asking", lambda: _by_name(file))


def _by_name(file: Bestand) -> dict[str, list[tuple[Entry, HeldReference]]]:
    found: dict[str, list[tuple[Entry, HeldReference]]] = defaultdict(list)
    for entry, asked in _asked_in(file):
        for name in asked.names:
            found[name].append((entry, asked))
    return found


def _each_asked(file: Bestand) -> Iterator[tuple[Entry, HeldReference]]:
    for entry in _entries_of(file):
        for asked in asked_by(entry):
            yield entry, asked


def kept_with(item: Onderdeel, name: str, make: Callable[[], Made]) -> Made:
    """Return what follows from an item alone, made once and kept with it under a name."""
    # As functools.cached_property does: a frozen value may remember what was found out about it.
    held: dict[str, Any] = vars(item)
    key = f"_kept_{name}"
    if key not in held:
        held[key] = make()
    return cast("Made", held[key])


def _completed(own: Bron | None, above: Bron) -> Bron:
    """Return the source of an item, with that of the item above it for what it does not say itself."""
    if own is None:
        return above
    return Bron(document=own.document or above.document, plek=own.plek or above.plek)


def _held(cls: type[Any]) -> tuple[FieldOf, ...]:
    """Return the fields of a class that can hold references, items or parts. Thousands of values of a class ask for them."""
    asked: Any = cls
    return _held_by(asked)


@cache
def _held_by(cls: Any) -> tuple[FieldOf, ...]:
    found = {each.name: each for each in fields_of(cls) if each.target is not None or each.held is not None}
    # What every item of a kind may have comes first, then what its class adds, as it declares that: a foreword before chapters.
    return tuple(found[made.name] for made in dataclasses.fields(cls) if made.name in found)


def _children(item: Onderdeel) -> Iterator[tuple[str, Onderdeel]]:
    for each in _held(type(item)):
        if each.target is None:
            value = getattr(item, each.name)
            for child in value if isinstance(value, tuple) else (value,):
                if isinstance(child, Onderdeel):
                    yield each.name, child


def _asked(value: Any, pointer: str, file: Bestand) -> Iterator[HeldReference]:
    """Yield the references of a value and of the parts without an id in it (a source, a link), not of its children."""
    for each in _held(type(value)):
        held = getattr(value, each.name)
        if held is None or held == ():
            continue
        for where, part in _parts(held, f"{pointer}/{each.name}", many=each.many):
            if each.target is not None:
                names = references_meant(part, each.target, file.id)
                yield HeldReference(each.name, part, each.target, where, value, names, ENTRY_KINDS.get(each.target))
            elif not isinstance(part, Onderdeel):
                yield from _asked(part, where, file)


def _parts(held: Any, pointer: str, *, many: bool) -> Iterator[tuple[str, Any]]:
    """Yield what a field holds with the places of it: each of its values when it can have more than one."""
    if not many:
        yield pointer, held
        return
    for place, part in enumerate(held):
        yield f"{pointer}/{place}", part
