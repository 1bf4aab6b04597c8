"""The data of a policy while a job changes it, and what came of that job."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from polderkoers.errors.forms import ItemNowhere
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.versies import Versies
from polderkoers.policy.rules.version_number import next_number
from polderkoers.policy.values import copied, same
from polderkoers.werkbank.forms.desk import Desk, item_fields


class Touch(NamedTuple):
    """An item that a job touches beside the one that it is about, with the words of the field in which it does."""

    ref: str
    label: str
    words: str


class IdChange(NamedTuple):
    """An id that becomes another, at a place in a file: its comments stay with it."""

    file: str
    pointer: str
    old: str
    new: str


@dataclass(frozen=True)
class JobResult:
    """What a job makes of the data: by path the data of each file that differs, None for one that goes.

    `sentence` says it for the history, `ref` is where to go on, and `touched` what else changed with it. `notes` say in Dutch what
    whoever asked must know.
    """

    data: Mapping[str, Any]
    sentence: str
    ref: str = ""
    touched: tuple[Touch, ...] = ()
    ids: tuple[IdChange, ...] = ()
    notes: tuple[str, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)


class Spot(NamedTuple):
    """Where an item stands in data that changes: the list or the group that holds it, and its place or name there."""

    holder: Any
    key: Any
    cls: type[Onderdeel]

    @property
    def data(self) -> dict[str, Any]:
        """The data of the item itself."""
        found: dict[str, Any] = self.holder[self.key]
        return found

    def take(self) -> dict[str, Any]:
        """Take the item out of where it stands, and return it."""
        found: dict[str, Any] = self.holder.pop(self.key)
        return found


class Changing:
    """Copies of the data of a desk, made when they are first asked for."""

    def __init__(self, desk: Desk) -> None:
        """Take a desk, which stays as it is."""
        self.desk = desk
        self._data: dict[str, Any] = {}
        self.ids: list[IdChange] = []
        self.moved: dict[str, str] = {}

    def file(self, path: str) -> dict[str, Any]:
        """Return the data of a file, to be changed in place."""
        if path not in self._data:
            self._data[path] = copied(self.desk.documents[path].data)
        found: dict[str, Any] = self._data[path]
        return found

    def has(self, path: str) -> bool:
        """Return whether a file was taken up already."""
        return path in self._data

    def put(self, path: str, data: Any) -> None:
        """Give a file other data; None takes it away."""
        self._data[path] = data

    def spot(self, ref: str) -> Spot:
        """Return where an item stands now. Raises `ItemNowhere`."""
        file, _, id_ = ref.partition("/")
        path = next((path for path, data in self._every() if data.get("id") == file), "")
        if not path:
            raise ItemNowhere(ref)
        data = self.file(path)
        if not id_:
            return Spot({"": data}, "", KINDS[data["soort"]])
        for found in _spots(KINDS[data["soort"]], data, id_):
            return found
        raise ItemNowhere(ref)

    def _every(self) -> Iterator[tuple[str, dict[str, Any]]]:
        before = {path: document.data for path, document in self.desk.documents.items()}
        for path, data in {**before, **self._data}.items():
            if isinstance(data, dict) and data.get("soort") in KINDS:
                yield path, data

    def result(self, sentence: str, ref: str = "", touched: tuple[Touch, ...] = (), *notes: str) -> JobResult:
        """Return what came of the changes: only files that say something else, with a higher number where that is due."""
        changed = {path: data for path, data in self._data.items() if not self._is_same(path, data)}
        for path, data in changed.items():
            if data is not None:
                self._raise(path, data)
        return JobResult(changed, sentence, ref, touched, tuple(self.ids), notes, dict(self.moved))

    def _is_same(self, path: str, data: Any) -> bool:
        if path not in self.desk.documents:
            return data is None
        return same(self.desk.documents[path].data, data)

    def _raise(self, path: str, data: dict[str, Any]) -> None:
        """Raise the number of a file once, as long as it has that of where the work began; who set it knows better."""
        number = self.desk.began.numbers.get(self.moved.get(path, path))
        cls = KINDS.get(str(data.get("soort")))
        if number is None or cls is None or cls is Versies or data.get("versie") != number:
            return
        if any(each.name == "versie" for each in fields_of(cls)):
            data["versie"] = next_number(number)


def _spots(cls: type[Onderdeel], data: Mapping[str, Any], id_: str) -> Iterator[Spot]:
    for each in item_fields(cls):
        held = data.get(each.name)
        inner: Any = each.held
        for holder, key in _places(data, each.name, held):
            item = holder[key]
            if not isinstance(item, dict):
                continue
            if item.get("id") == id_:
                yield Spot(holder, key, inner)
            yield from _spots(inner, item, id_)


def _places(data: Any, name: str, held: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(held, dict):
        yield data, name
    elif isinstance(held, list):
        for place in range(len(held)):
            yield held, place
