"""One policy: every item by its reference, what it refers to, and who refers to it."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Generic, cast, get_args

from polderkoers.policy.model.base import Bestand, Bron, Onderdeel
from polderkoers.policy.model.catalogues import Zoekwoord
from polderkoers.policy.model.facts import FieldOf, fields_of
from polderkoers.policy.model.having import bron_of
from polderkoers.policy.model.kinds import entry_kinds, files_for, lists_for
from polderkoers.policy.model.references import Doelsoort

# What a reference of a kind may point at: the files that hold such entries, in that order, and the kinds of their entries.
_LISTS = [target for target in get_args(Doelsoort) if lists_for(target)]
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


@dataclass(frozen=True)
class Reference:
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

    def __init__(self, files: Iterable[Bestand], shipped: Iterable[Bestand] = ()) -> None:
        """Index the files, and below them what ships with the engine. Doubles are kept aside, the first one wins."""
        self.files = tuple(files)
        self.shipped = tuple(shipped)
        self.entries: dict[str, Entry] = {}
        self.doubles: list[Double] = []
        for file in self.files:
            self._add(file, file, None, "", Bron())
        for file in self.shipped:
            self._lay_under(file)

    def _lay_under(self, file: Bestand) -> None:
        """Add the entries of a catalogue that ships to the one of the instance, or the whole of it where there is none."""
        top = self.entries.get(file.id)
        if top is None:
            self._add(file, file, None, "", Bron())
            return
        for name, child in _children(file):
            if f"{file.id}/{child.id}" not in self.entries:
                self._add(child, file, top, name, top.bron)

    def _add(self, item: Onderdeel, file: Bestand, parent: Entry | None, field: str, above: Bron) -> None:
        ref = file.id if parent is None else f"{file.id}/{item.id}"
        bron = _completed(bron_of(item), above)
        entry = Entry(ref, item, file, parent, field, bron)
        if entry.ref in self.entries:
            self.doubles.append(Double(self.entries[entry.ref], entry))
            if entry.is_file:
                return  # its items would all be doubles too; the file is what is wrong
        else:
            self.entries[entry.ref] = entry
        for name, child in _children(item):
            self._add(child, file, entry, name, bron)

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
        mine = self._by_file[entry.file.id]
        return tuple(other for other in mine if other.is_inside(entry))

    def children(self, entry: Entry, field: str) -> tuple[Entry, ...]:
        """Return the items that stand directly under an item in one field, in order."""
        return tuple(self.entries[f"{entry.file.id}/{child.id}"] for child in getattr(entry.item, field, ()))

    def resolve(self, wanted: str, kind: Doelsoort, file: Bestand) -> Entry | None:
        """Return what a reference of some kind points at from a file, or None."""
        if kind == "lokaal":
            return self.entries.get(f"{file.id}/{wanted}")
        if kind in ("bestand", "onderdeel"):
            return self.entries.get(wanted)
        for catalogue in CATALOGUES[kind]:
            found = self.entries.get(f"{catalogue}/{wanted}")
            if found and found.item.soortnaam in ENTRY_KINDS[kind]:
                return found
        return None

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference of the policy, also those that lead nowhere."""
        found = []
        for entry in self.entries.values():
            for name, kind, wanted, pointer, value in _references(entry.item, entry.item.pointer):
                target = self.resolve(wanted, kind, entry.file)
                found.append(Reference(entry, name, wanted, kind, pointer, target, value))
        return tuple(found)

    def backlinks(self, entry: Entry) -> tuple[Reference, ...]:
        """Return the references that point at an item; words for searching only lead to it and say nothing about it."""
        return tuple(self._backlinks.get(entry.ref, ()))

    def outgoing(self, entry: Entry) -> tuple[Reference, ...]:
        """Return the references that an item itself holds."""
        return tuple(self._outgoing.get(entry.ref, ()))

    @cached_property
    def _backlinks(self) -> dict[str, list[Reference]]:
        found: dict[str, list[Reference]] = defaultdict(list)
        for reference in self.references:
            if reference.target is not None and not isinstance(reference.source.item, Zoekwoord):
                found[reference.target.ref].append(reference)
        return found

    @cached_property
    def _outgoing(self) -> dict[str, list[Reference]]:
        found: dict[str, list[Reference]] = defaultdict(list)
        for reference in self.references:
            found[reference.source.ref].append(reference)
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


def _references(value: Any, pointer: str) -> Iterator[tuple[str, Doelsoort, str, str, Any]]:
    """Yield the references of a value and of the parts without an id in it (a source, a link), not of its children."""
    for each in _held(type(value)):
        held = getattr(value, each.name)
        if held is None or held == ():
            continue
        for where, part in _parts(held, f"{pointer}/{each.name}", many=each.many):
            if each.target is not None:
                yield each.name, each.target, part, where, value
            elif not isinstance(part, Onderdeel):
                yield from _references(part, where)


def _parts(held: Any, pointer: str, *, many: bool) -> Iterator[tuple[str, Any]]:
    """Yield what a field holds with the places of it: each of its values when it can have more than one."""
    if not many:
        yield pointer, held
        return
    for place, part in enumerate(held):
        yield f"{pointer}/{place}", part
