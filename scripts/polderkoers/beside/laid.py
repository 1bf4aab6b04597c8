"""All that the policy says beside the passages that it names, source by source, in the order of the source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from polderkoers.beside.differing import Difference, Passage
from polderkoers.beside.places import WHOLE, Found, Place, Places
from polderkoers.beside.source_text import SourceText
from polderkoers.beside.told import NAME
from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.catalogues import Brondocument, Partij, Rolsoort
from polderkoers.policy.model.declared import WORDING, Role
from polderkoers.policy.second_reading import Mark, last_marks
from polderkoers.policy.statements import Statement, mark_of, source_of, sourced, statements_of

# A choice out of a few words, and a number in an order, are not written so in a source.
_NOT_HELD = frozenset({Role.CHOICE, Role.NUMBER, Role.FLAG})


@dataclass(frozen=True)
class Row:
    """A statement in words. `plek` is its own place, where that is another than that of its item."""

    label: str
    text: str
    plek: str
    pointer: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class LaidItem:
    """An item with its statements; `text` is the hash of what it says now, `mark` what was read of it, when it was."""

    entry: Entry
    rows: tuple[Row, ...]
    text: str
    mark: Mark | None

    @property
    def is_read(self) -> bool:
        """Whether a second person read it as it stands."""
        return self.mark is not None and self.mark.text == self.text

    @property
    def differs(self) -> bool:
        """Whether a statement of it differs from its passage, as far as a program can tell."""
        return any(row.differences for row in self.rows)


@dataclass(frozen=True)
class Group:
    """Items that name one place, with what stands there. `left` is what the passages tell and none of the items does."""

    plek: str
    found: Found
    passages: tuple[str, ...]
    items: tuple[LaidItem, ...]
    left: tuple[Difference, ...]


@dataclass(frozen=True)
class LaidSource:
    """A document with the groups that name a place in it, in its order; `file` is the text that was given, empty when none was."""

    document: str
    name: str
    file: str
    groups: tuple[Group, ...]

    @property
    def items(self) -> Iterator[LaidItem]:
        """All items that come from the document."""
        return chain.from_iterable(group.items for group in self.groups)


class _Reader:
    """One source and what was asked of it."""

    def __init__(self, policy: Policy, document: Brondocument, source: SourceText | None, asked: list[str]) -> None:
        self._policy = policy
        self._writer = document.uitgever
        self._source = source
        self._whole = Passage(source.text(0, len(source.lines))) if source else None
        self._places = Places(source, asked) if source else None
        self._found: dict[str, Found] = {}
        self._passages: dict[str, Passage | None] = {}

    def found(self, plek: str) -> Found:
        """Return what a place names; an empty one names nothing."""
        if plek not in self._found:
            self._found[plek] = self._places.find(plek) if self._places and plek else Found()
        return self._found[plek]

    def texts(self, found: Found) -> tuple[str, ...]:
        """Return the passages of a place; the whole source is not written out."""
        if self._source is None:
            return ()
        return tuple("" if place.how == WHOLE else self._source.text(place.start, place.end) for place in found.places)

    def passage(self, plek: str) -> Passage | None:
        """Return what a text is held against: the passages of its place, or None when there are none."""
        if plek not in self._passages:
            places = self.found(plek).places
            texts = [self._source.text(place.start, place.end) for place in places] if self._source else []
            self._passages[plek] = Passage("\n\n".join(texts)) if texts else None
        return self._passages[plek]

    def rows(self, entry: Entry) -> tuple[Row, ...]:
        """Return the statements of an item, each with what differs."""
        own = source_of(entry).plek or ""
        said = list(statements_of(entry))
        bound = self._bound(said)
        rows = []
        for each in said:
            plek = each.bron.plek or ""
            differences = (*self._differences(each, entry, plek), *bound.get(each.pointer, ()))
            other = plek if plek != own else ""
            rows.append(Row(each.field.fact.title, self._words(each, entry), other, each.pointer, differences))
        return tuple(rows)

    def _bound(self, said: list[Statement]) -> dict[str, list[Difference]]:
        found: dict[str, list[Difference]] = {}
        for plek in dict.fromkeys(each.bron.plek or "" for each in said):
            if passage := self.passage(plek):
                texts = {
                    each.pointer: str(each.value) for each in said if _is_prose(each) and (each.bron.plek or "") == plek
                }
                found |= passage.bound_otherwise(texts)
        return found

    def _differences(self, statement: Statement, entry: Entry, plek: str) -> tuple[Difference, ...]:
        passage = self.passage(plek)
        if passage is None or statement.field.role in _NOT_HELD:
            return ()
        if statement.field.target is None:
            return passage.only_in(_as_written(statement), self._whole)
        target = self._target(statement, entry)
        if target is None or target.file.kind.folder or self._is_named(target, passage):
            return ()
        elsewhere = (target.item.label,) if self._whole and self._is_named(target, self._whole) else ()
        return (Difference(NAME, (target.item.label,), elsewhere=elsewhere),)

    def _is_named(self, target: Entry, passage: Passage) -> bool:
        """Return whether a passage names what is referred to; who wrote it calls itself `we`, and a party goes by any of its words."""
        names = (target.item.label, *getattr(target.item, "andere_namen", ()))
        if isinstance(target.item, Partij | Rolsoort) and any(map(passage.has_stem_of, names)):
            return True
        is_writer = self._writer in (target.item.id, getattr(target.item, "organisatie", None))
        return (is_writer and passage.speaks_of_us()) or passage.names_one_of(names)

    def _words(self, statement: Statement, entry: Entry) -> str:
        target = self._target(statement, entry)
        return target.item.label if target else str(statement.value)

    def _target(self, statement: Statement, entry: Entry) -> Entry | None:
        kind = statement.field.target
        return self._policy.resolve(statement.value, kind, entry.file) if kind else None


def lay(policy: Policy, sources: Mapping[str, tuple[str, SourceText]]) -> tuple[LaidSource, ...]:
    """Return all that a policy says beside its sources, given by document the file and the text of those that there are."""
    items: dict[str, list[Entry]] = defaultdict(list)
    asked: dict[str, list[str]] = defaultdict(list)
    for entry in sourced(policy):
        items[str(source_of(entry).document)].append(entry)
        for bron in {each.bron for each in statements_of(entry)}:
            asked[str(bron.document)] += filter(None, (bron.plek,))
    found = []
    for document in (entry for entry in policy.of(Brondocument) if not entry.is_shipped):
        id_ = document.item.id
        file, text = sources.get(id_, ("", None))
        reader = _Reader(policy, document.item, text, sorted(set(asked[id_])))
        groups = _groups(reader, items[id_], last_marks(policy))
        found.append(LaidSource(id_, document.item.label, file, groups))
    return tuple(found)


def _groups(reader: _Reader, entries: list[Entry], marks: Mapping[str, Mark]) -> tuple[Group, ...]:
    by_place: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_place[source_of(entry).plek or ""].append(entry)
    groups = []
    for plek, there in by_place.items():
        found = reader.found(plek)
        items = tuple(LaidItem(each, reader.rows(each), mark_of(each), marks.get(each.ref)) for each in there)
        passage = reader.passage(plek)
        text = " ".join(row.text for item in items for row in item.rows)
        whole = any(place.how == WHOLE for place in found.places)
        left = passage.left_out(text) if passage and not whole else ()
        groups.append(Group(plek, found, reader.texts(found), items, left))
    return tuple(sorted(groups, key=_order))


def _order(group: Group) -> tuple[bool, int, str]:
    first: Place | None = next(iter(group.found.places), None)
    return first is None, first.start if first else 0, group.plek


def _is_prose(statement: Statement) -> bool:
    return statement.field.role in WORDING and statement.field.role is not Role.NAME


def _as_written(statement: Statement) -> str:
    """Return a value as a source may write it: of a date the year."""
    text = str(statement.value)
    return text[:4] if statement.field.role is Role.DATE else text
