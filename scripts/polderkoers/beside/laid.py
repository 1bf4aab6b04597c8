"""All that the policy says beside the passages that it names, source by source, in the order of the source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from polderkoers.beside.differing import Difference
from polderkoers.beside.places import WHOLE, FoundPlace, FoundPlaces
from polderkoers.beside.source_reader import SourceReader
from polderkoers.beside.source_text import SourceText
from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.catalogues import Brondocument
from polderkoers.policy.model.declared import WORDING, Role
from polderkoers.policy.reading_marks import Mark, last_marks
from polderkoers.policy.statements import SaidValue, mark_of, source_of, sourced, statements_of

# A choice out of a few words, and a number in an order, are not written so in a source.
_NOT_HELD = frozenset({Role.CHOICE, Role.NUMBER, Role.FLAG})
_YEAR = len("2030")


@dataclass(frozen=True)
class LaidRow:
    """A statement in words. `plek` is its own place, where that is another than that of its item, and `found` what that names."""

    label: str
    text: str
    plek: str
    has_place: bool
    found: FoundPlaces
    pointer: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class LaidItem:
    """An item with its statements; `text` is the hash of what it says now, `mark` what was read of it, when it was."""

    entry: Entry
    rows: tuple[LaidRow, ...]
    text: str
    mark: Mark | None

    @property
    def is_read(self) -> bool:
        """Whether a second person read it as it stands."""
        return self.mark is not None and self.mark.text == self.text

    @property
    def differs(self) -> bool:
        """Whether a statement of it differs from its passage, as far as a program can tell."""
        return any(map(attrgetter("differences"), self.rows))


@dataclass(frozen=True)
class LaidGroup:
    """Items that name one place, with what stands there. `left` is what the passages tell and none of the items does."""

    plek: str
    found: FoundPlaces
    passages: tuple[str, ...]
    items: tuple[LaidItem, ...]
    left: tuple[Difference, ...]


@dataclass(frozen=True)
class LaidSource:
    """A document with the groups that name a place in it, in its order; `file` is the text that was given, empty when none was."""

    document: str
    name: str
    file: str
    groups: tuple[LaidGroup, ...]

    @property
    def items(self) -> Iterator[LaidItem]:
        """All items that come from the document."""
        return chain.from_iterable(map(attrgetter("items"), self.groups))


class _Laying:
    """A policy and its sources, by document."""

    def __init__(self, policy: Policy, sources: Mapping[str, tuple[str, SourceText]]) -> None:
        self._policy = policy
        self._marks = last_marks(policy)
        self._items: dict[str, list[Entry]] = defaultdict(list)
        asked: dict[str, set[str]] = defaultdict(set)
        for entry in sourced(policy):
            self._items[str(source_of(entry).document)].append(entry)
            for each in statements_of(entry):
                asked[str(each.bron.document)].add(each.plek)
        nothing = ("", SourceText(()))
        self.documents = [entry.item for entry in policy.of(Brondocument) if not entry.is_shipped]
        self._readers = {
            each.id: SourceReader(each.uitgever, sources.get(each.id, nothing)[1], sorted(asked[each.id]))
            for each in self.documents
        }

    def groups(self, document: str) -> tuple[LaidGroup, ...]:
        """Return the items that come from a document by the place that they name, in the order of the document."""
        by_place: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._items[document]:
            by_place[source_of(entry).plek or ""].append(entry)
        groups = [self._group(self._readers[document], plek, there) for plek, there in by_place.items()]
        return tuple(sorted(groups, key=_order))

    def _group(self, reader: SourceReader, plek: str, there: list[Entry]) -> LaidGroup:
        found = reader.found(plek)
        items = tuple(LaidItem(each, self._rows(each), mark_of(each), self._marks.get(each.ref)) for each in there)
        left: tuple[Difference, ...] = ()
        if (passage := reader.passage(plek)) and all(place.how != WHOLE for place in found.places):
            rows = chain.from_iterable(map(attrgetter("rows"), items))
            left = passage.left_out(" ".join(map(attrgetter("text"), rows)))
        return LaidGroup(plek, found, reader.texts(plek), items, left)

    def _rows(self, entry: Entry) -> tuple[LaidRow, ...]:
        """Return the statements of an item, each with what differs."""
        said = list(statements_of(entry))
        own = source_of(entry)
        bound = self._bound(said)
        rows = []
        for each in said:
            differences = (*self._differences(each, entry), *bound.get(each.pointer, ()))
            rows.append(
                LaidRow(
                    label=each.field.fact.title or each.field.name.capitalize(),
                    text=self._words(each, entry),
                    plek=each.other_than(own),
                    has_place=bool(each.plek),
                    found=self._found(each),
                    pointer=each.pointer,
                    differences=differences,
                )
            )
        return tuple(rows)

    def _bound(self, said: list[SaidValue]) -> dict[str, list[Difference]]:
        """Return by place in the file how firmly and how surely texts hold otherwise than their passages."""
        texts: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for each in filter(_is_prose, said):
            texts[str(each.bron.document), each.plek][each.pointer] = str(each.value)
        found: dict[str, list[Difference]] = {}
        for (document, plek), there in texts.items():
            if (reader := self._readers.get(document)) and (passage := reader.passage(plek)):
                found |= passage.bound_otherwise(there)
        return found

    def _differences(self, said: SaidValue, entry: Entry) -> tuple[Difference, ...]:
        reader = self._readers.get(str(said.bron.document))
        if reader is None or said.field.role in _NOT_HELD:
            return ()
        if said.field.target is None:
            return reader.only_in(said.plek, _as_written(said))
        target = self._target(said, entry)
        if target is None or target.file.kind.folder:
            return ()
        return reader.unnamed(said.plek, target.item)

    def _found(self, said: SaidValue) -> FoundPlaces:
        if reader := self._readers.get(str(said.bron.document)):
            return reader.found(said.plek)
        return FoundPlaces()

    def _words(self, said: SaidValue, entry: Entry) -> str:
        if target := self._target(said, entry):
            return target.item.label
        return str(said.value)

    def _target(self, said: SaidValue, entry: Entry) -> Entry | None:
        if said.field.target is None:
            return None
        return self._policy.resolve(said.value, said.field.target, entry.file)


def lay(policy: Policy, sources: Mapping[str, tuple[str, SourceText]]) -> tuple[LaidSource, ...]:
    """Return all that a policy says beside its sources, given by document the file and the text of those that there are."""
    laying = _Laying(policy, sources)
    return tuple(
        LaidSource(each.id, each.label, sources.get(each.id, ("",))[0], laying.groups(each.id))
        for each in laying.documents
    )


def _order(group: LaidGroup) -> tuple[bool, int]:
    """Return by what a group comes in the order of its source: what is not found stands last, in the order of the data."""
    nowhere = FoundPlace(0, 0, (), WHOLE)
    first = next(iter(group.found.places), nowhere)
    return first is nowhere, first.start


def _is_prose(said: SaidValue) -> bool:
    return said.field.role in WORDING and said.field.role is not Role.NAME


def _as_written(said: SaidValue) -> str:
    """Return a value as a source may write it: of a date the year."""
    if said.field.role is Role.DATE:
        return str(said.value)[:_YEAR]
    return str(said.value)
