"""The policy of one commit as somebody works on it: every item by its reference, in the data as it stands, faults and all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from polderkoers.errors.forms import ItemNowhere
from polderkoers.policy.dutch_words import capital
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.declared import Deel, Role
from polderkoers.policy.model.facts import FieldOf, fields_of, names_in
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.kinds import file_id
from polderkoers.werkbank.forms.plain import as_group, as_list

if TYPE_CHECKING:
    from polderkoers.policy.index import Policy
    from polderkoers.policy.load import PolicyRead
    from polderkoers.policy.schema import Schemas
    from polderkoers.policy.source import Document


_LONGEST = 60
OTHER_NAMES, OWN_NAME = "andere_namen", "eigen_naam"
"""The field with the other names of an item, and that with what a language calls itself."""


@dataclass(frozen=True)
class Placed:
    """An item as it stands in the data: its class, its file and its place there, and the item and field that it stands in.

    Unlike an `Entry` of a policy it is there for a file with a fault too: its data may be anything.
    """

    ref: str
    cls: type[Onderdeel]
    file: str
    pointer: str
    data: Mapping[str, Any] = field(repr=False)
    above: str = ""
    within: str = ""

    @property
    def is_file(self) -> bool:
        """Whether it is a whole file."""
        return not self.above

    @property
    def label(self) -> str:
        """The words by which a reader knows it: its name, what a list holds, how its text begins, and else what its id says."""
        return name_in(self.cls, self.data) or self._named_by_kind or self._begins or self._without_name

    @property
    def _without_name(self) -> str:
        """What is called that should have a name and has none, or that never has one."""
        if names_in(self.cls):
            return f"{capital(self.noun)} zonder naam"
        id_ = str(self.data.get("id", ""))
        return capital(id_.replace("-", " ")) if id_.startswith(f"{self.noun}-") else id_

    @property
    def _named_by_kind(self) -> str:
        """What a file without a name is called: the only one of its kind by that, another by its kind or year."""
        if not self.is_file or names_in(self.cls):
            return ""
        if own_name := self.data.get(OWN_NAME):
            return f"{capital(self.noun)} {own_name} ({self.data.get('id', '')})"
        if file_id(self.cls.soortnaam):
            return self.cls.kind.title
        return capital(str(self.data.get("id", "")).replace("-", " "))

    @property
    def _begins(self) -> str:
        """How the first text of an item begins that has no name at all."""
        if self.is_file or names_in(self.cls):
            return ""
        texts = (self.data.get(each.name) for each in fields_of(self.cls) if each.role is Role.PROSE)
        text = " ".join(next((each for each in texts if isinstance(each, str)), "").split())
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"

    @property
    def other_names(self) -> tuple[str, ...]:
        """The other names that it goes by."""
        return tuple(map(str, as_list(self.data.get(OTHER_NAMES))))

    @property
    def noun(self) -> str:
        """What it is, in small letters: `doel`."""
        return self.cls.kind.noun.name


@dataclass(frozen=True)
class Began:
    """What a policy was where the work began: the version numbers of its files by path, and the references of its items.

    A file that changes gets a higher number, once; an address that nobody has seen yet need not be kept.
    """

    numbers: Mapping[str, str] = field(default_factory=dict)
    refs: frozenset[str] | None = None

    def had(self, ref: str) -> bool:
        """Return whether an item was there, as far as that is known."""
        return self.refs is None or ref in self.refs


@dataclass(frozen=True)
class Desk:
    """A policy to work on: its documents by path, what they say together, and the schemas that judge them."""

    documents: Mapping[str, Document]
    read: PolicyRead = field(repr=False)
    schemas: Schemas
    began: Began = field(default_factory=Began)

    @property
    def policy(self) -> Policy:
        """What the documents without a fault say together; indexed when it is first asked for."""
        return self.read.policy

    @cached_property
    def items(self) -> Mapping[str, Placed]:
        """Every item by its reference; of two with one reference the first."""
        found: dict[str, Placed] = {}
        for document in self.documents.values():
            for placed in placed_in(document):
                found.setdefault(placed.ref, placed)
        return found

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Placed]]:
        found: dict[str, list[Placed]] = defaultdict(list)
        for placed in self.items.values():
            found[placed.cls.soortnaam].append(placed)
        return found

    def of_kind(self, *kinds: str) -> tuple[Placed, ...]:
        """Return the items of these kinds (`soortnaam`), kind after kind."""
        found: list[Placed] = []
        for kind in kinds:
            found += self._by_kind.get(kind, ())
        return tuple(found)

    def item(self, ref: str) -> Placed:
        """Return an item. Raises `ItemNowhere` when there is none under this reference."""
        if ref not in self.items:
            raise ItemNowhere(ref)
        return self.items[ref]

    def measure(self) -> Desk:
        """Return the same, with what is found out once of its documents and items found out."""
        for document in self.documents.values():
            document.place("/soort")
        _ = self.items
        return self

    def below(self, placed: Placed) -> tuple[Placed, ...]:
        """Return the items inside an item, at any depth, from top to bottom."""
        inside = f"{placed.pointer}/"
        return tuple(
            other for other in self.items.values() if other.file == placed.file and other.pointer.startswith(inside)
        )


def desk_of(read: PolicyRead, began: Began | None = None) -> Desk:
    """Return what was read of a policy as somebody works on it; files that could not be read at all are not there."""
    documents = {document.file: document for document in read.found.documents}
    documents |= read.found.refused
    documents |= {document.file: document for document, _ in read.found.begun}
    ordered = {file: documents[file] for file in sorted(documents)}
    return Desk(ordered, read, read.schemas, began or Began())


def began_of(desk: Desk) -> Began:
    """Return what a policy is, for work that begins here."""
    files = (placed for placed in desk.items.values() if placed.is_file and "versie" in placed.data)
    return Began({placed.file: str(placed.data["versie"]) for placed in files}, frozenset(desk.items))


def placed_in(document: Document) -> tuple[Placed, ...]:
    """Return the items of a document from top to bottom, itself first; they are found once."""
    held: dict[str, Any] = vars(document)
    if "_placed" not in held:
        held["_placed"] = tuple(_placed(document))
    found: tuple[Placed, ...] = held["_placed"]
    return found


def _placed(document: Document) -> Iterator[Placed]:
    data = as_group(document.data)
    kind = data.get("soort")
    if isinstance(kind, str) and kind in KINDS and isinstance(data.get("id"), str):
        yield from _from(Placed(data["id"], KINDS[kind], document.file, "", data), data["id"])


def _from(placed: Placed, file: str) -> Iterator[Placed]:
    yield placed
    for each in item_fields(placed.cls):
        for pointer, data in _held(placed, each):
            if isinstance(data, dict) and isinstance(data.get("id"), str):
                ref = f"{file}/{data['id']}"
                cls: Any = each.held
                yield from _from(Placed(ref, cls, placed.file, pointer, data, placed.ref, each.name), file)


def _held(placed: Placed, each: FieldOf) -> Iterator[tuple[str, Any]]:
    pointer, held = f"{placed.pointer}/{each.name}", placed.data.get(each.name)
    if not isinstance(held, list):
        yield pointer, held
        return
    for place, data in enumerate(held):
        yield f"{pointer}/{place}", data


def name_in(cls: type[Deel], data: Mapping[str, Any]) -> str:
    """Return what the data of an item or part calls it, empty when that is nothing yet."""
    for name in names_in(cls):
        if data.get(name):
            return str(data[name])
    return ""


def item_fields(cls: type[Deel]) -> tuple[FieldOf, ...]:
    """Return the fields of a class that hold items with an id."""
    return tuple(filter(holds_items, fields_of(cls)))


def holds_items(each: FieldOf) -> bool:
    """Return whether a field holds items with an id of their own, and so forms of their own."""
    return each.held is not None and issubclass(each.held, Onderdeel)
