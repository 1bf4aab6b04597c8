"""What the policy says that comes from a source: each value of an item with its place, and the hash by which all of an item is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from polderkoers.policy.marks import mark
from polderkoers.policy.model.base import Bron, Onderdeel, Samenhang
from polderkoers.policy.model.catalogues import Brondocument
from polderkoers.policy.model.declared import Role
from polderkoers.policy.model.facts import FieldOf, fields_of
from polderkoers.policy.model.having import bron_of
from polderkoers.policy.reading_marks import last_marks

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy

# What only programs and editors use, words to search by, and in which subject the editors put something: no source says that.
_OWN_ROLES = frozenset({Role.TECHNICAL, Role.TERM})
_OWN_LISTS = frozenset({"themas", "lokaal"})


class SaidValue(NamedTuple):
    """A value that comes from a source: the field that holds it, where it stands (a JSON Pointer), and where its source says it."""

    field: FieldOf
    pointer: str
    value: Any
    bron: Bron

    @property
    def plek(self) -> str:
        """The place in the source, empty when none is said."""
        return self.bron.plek or ""

    def other_than(self, bron: Bron) -> str:
        """Return the place in words where it is another than a source says; nothing where it is the same."""
        if self.bron.document != bron.document:
            return f"{self.bron.document}, {self.plek}".removesuffix(", ")
        if self.bron.plek == bron.plek:
            return ""
        return self.plek


def sourced(policy: Policy) -> Iterator[Entry]:
    """Yield the items of the files that say something which a source says, in the order of the files."""
    yield from filter(has_source, policy.entries.values())


def has_source(entry: Entry) -> bool:
    """Return whether an item of a file says something which a source says."""
    return not entry.is_shipped and bool(source_of(entry).document) and any(True for _ in statements_of(entry))


def source_of(entry: Entry) -> Bron:
    """Return the document and place that an item comes from; what is said of a document comes from that document."""
    if isinstance(entry.item, Brondocument):
        return Bron(document=entry.item.id)
    return entry.bron


def statements_of(entry: Entry) -> Iterator[SaidValue]:
    """Yield what an item and its parts without an id say, not the items inside it; of a list that has no order, in one of ours."""
    yield from _said(entry.item, entry.item.pointer, source_of(entry))


def mark_of(entry: Entry) -> str:
    """Return the hash (hexadecimal signs) of what an item says and of where its source says that; its own id takes no part."""
    said = [f"{bron.document}\t{bron.plek}" for bron in (source_of(entry),)]
    for field, pointer, value, bron in statements_of(entry):
        place = pointer.removeprefix(entry.item.pointer)
        said.append(f"{place}\t{field.name}\t{' '.join(str(value).split())}\t{bron.document}\t{bron.plek}")
    return mark("\n".join(said))


class Read(NamedTuple):
    """How many of some items a second person read as they stand, of how many, and the first and last day of that."""

    read: int
    total: int
    first: str
    last: str


def read_of(policy: Policy, entries: Iterable[Entry]) -> Read:
    """Return how much of some items was read as they stand."""
    marks, days, total = last_marks(policy), [], 0
    for entry in entries:
        total += 1
        last = marks.get(entry.ref)
        if last is not None and last.text == mark_of(entry):
            days.append(str(last.reading.op))
    return Read(len(days), total, min(days, default=""), max(days, default=""))


def _said(value: Any, pointer: str, bron: Bron) -> Iterator[SaidValue]:
    for each in fields_of(type(value)):
        held = getattr(value, each.name)
        if _is_nothing(held) or each.role in _OWN_ROLES or each.target in _OWN_LISTS:
            continue
        for where, part in _parts(each, held, f"{pointer}/{each.name}"):
            if each.held is None:
                yield SaidValue(each, where, part, bron)
            elif _tells(part):
                yield from _said(part, where, _within(part, bron))


def _is_nothing(held: Any) -> bool:
    """Return whether a field says nothing; a nought is something."""
    return held is None or held is False or held in ((), "")


def _parts(field: FieldOf, held: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    if not field.many:
        yield pointer, held
        return
    ordered = held if field.ordered or field.held is not None else sorted(held)
    for place, part in enumerate(ordered):
        yield f"{pointer}/{place}", part


def _tells(part: Any) -> bool:
    """Return whether a part says what a source says: an item is told apart, and a link that the editors made is theirs."""
    if isinstance(part, Samenhang):
        return part.gelegd_door == "bron"
    return not isinstance(part, Onderdeel | Bron)


def _within(part: Any, bron: Bron) -> Bron:
    """Return the source of a part, with that of its item for what it does not say itself."""
    own = bron_of(part)
    if own is None:
        return bron
    return Bron(document=own.document or bron.document, plek=own.plek or bron.plek)
