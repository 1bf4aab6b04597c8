"""The values of fields in the words of a decision: names for references, dates as one says them, amounts with what belongs to them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from polderkoers.changes.deciding.facets import field_of, heading_of, inner_block, parts_of
from polderkoers.changes.deciding.quoting import quote
from polderkoers.changes.figure_marks import marked, marks_of
from polderkoers.changes.money.amount import amount_words
from polderkoers.changes.renamed import ANEW
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.declared import Role
from polderkoers.policy.model.facts import FieldOf
from polderkoers.policy.model.kinds import file_id, lists_for, nouns
from polderkoers.policy.model.references import Doelsoort
from polderkoers.policy.numbers import in_dutch

if TYPE_CHECKING:
    from polderkoers.changes.deciding.naming import ItemNames
    from polderkoers.changes.items import Item
    from polderkoers.changes.sides import Names, Side

# A figure that is not known, and one of which only that is known about how much it is.
_MARKS = {"hoogstens": "wel een maximum", "per_jaar": "per jaar"}
_UNKNOWN = {False: "niet bekend", True: "niet precies bekend"}
# What a page has no need to say, and a decision must.
_UNSAID = {"lokaal": "Het eigen gebied"}
_YES_OR_NO = {True: "ja", False: "nee"}
_SEPARATOR = "; "
# What is said by its number as it stands, without points between thousands.
_PLAIN = frozenset({Role.DATE, Role.NUMBER})


class ValueWords:
    """Says values; references by what they are called in the text in force."""

    def __init__(self, names: Names, naming: ItemNames, back: Mapping[str, str] = MappingProxyType({})) -> None:
        """Take the words for what is referred to; `back` says how new references are written in the text in force (`Trees`)."""
        self._names = names
        self._back = back
        self._naming = naming
        self._known: dict[Doelsoort, tuple[Item, ...]] = {}
        self._come: set[Item] = set()

    def of_facet(self, item: Item, facet: str, values: Mapping[str, Any]) -> str:
        """Return all fields of a facet as one value, such as `“hoogstens 50.000 euro per jaar”`, with marks around it."""
        if facet == "bedrag" and item.block == "bedrag":
            return quote(amount_words(values) or _figure(values, "bedrag"))
        if facet == "waarde" and values.keys() <= {"waarde", "ongeveer"}:
            return quote(_figure(values, "waarde"))
        return self.value(item.block, facet, values[facet])

    def value(self, block: str, name: str, value: Any) -> str:
        """Return the value of a field with marks around it."""
        if isinstance(value, list):
            return _SEPARATOR.join(self.members(block, name, value))
        if isinstance(value, Mapping):
            return self._group(block, name, value)
        return self._single(block, name, value)

    def members(self, block: str, name: str, values: list[Any]) -> list[str]:
        """Return the values of a list, each with marks around it."""
        return [self._single(block, name, value) for value in values]

    def _single(self, block: str, name: str, value: Any) -> str:
        found = field_of(block, name)
        if found is not None and found.target is not None and isinstance(value, str):
            return self._referred(found.target, value)
        return quote(plain(found, value))

    def _group(self, block: str, name: str, value: Mapping[str, Any]) -> str:
        main, rest = parts_of(block, name, value)
        inner = inner_block(block, name)
        told = [self._single(inner, part, value[part]) for part in filter(None, [main])]
        if rest:
            others = (f"{heading_of(inner, part).lower()}: {self._single(inner, part, value[part])}" for part in rest)
            told.append(f"({_SEPARATOR.join(others)})")
        return " ".join(told)

    def _referred(self, kind: Doelsoort, wanted: str) -> str:
        if kind in ("onderdeel", "bestand"):
            return self._naming.reference(wanted)
        found = self._entry(kind, wanted)
        if found is None:
            return quote(wanted)
        label = found.label or wanted
        return f"{self._newly(found)}{quote(label)}{self._which(kind, found, label)}"

    def _newly(self, entry: Item) -> str:
        """Return the words before an entry that is in no list in force: what comes with the proposal is called new."""
        if entry not in self._come:
            return ""
        words = nouns()[entry.block]
        return f"{words.article} nieuwe {words.name} "

    def _entry(self, kind: Doelsoort, wanted: str) -> Item | None:
        found = [entry for entry in self._entries(kind) if entry.name == wanted.removesuffix(ANEW)]
        if not found:
            return None
        if wanted.endswith(ANEW):
            return found[-1]
        return found[0]

    def _entries(self, kind: Doelsoort) -> tuple[Item, ...]:
        if kind not in self._known:
            self._known[kind] = tuple(self._found(kind))
        return self._known[kind]

    def _found(self, kind: Doelsoort) -> Iterator[Item]:
        """Yield the entries that a reference may mean, each once: as the old version has it, or else as it is new."""
        seen = set()
        for each in lists_for(kind):
            for side in (self._names.old, self._names.new):
                root = side.file(file_id(each.kind))
                if root is None:
                    continue
                for entry in root.children.get(each.name, ()):
                    name = self._written(side, entry)
                    if (each.name, name) not in seen:
                        seen.add((each.name, name))
                        if side is self._names.new:
                            self._come.add(entry)
                        yield entry

    def _written(self, side: Side, entry: Item) -> str:
        """Return the id of an entry as the text in force writes it."""
        if side is self._names.old:
            return entry.name
        return self._back.get(entry.ref, entry.ref).rpartition("/")[2]

    def _which(self, kind: Doelsoort, entry: Item, label: str) -> str:
        """Return what tells an entry from others with its name, and nothing when there are none."""
        alike = [other for other in self._entries(kind) if (other.label or other.name) == label]
        if len(alike) < 2:
            return ""
        same = [other for other in alike if other.block == entry.block]
        if len(same) == 1:
            return f" ({nouns()[entry.block].name})"
        return f" ({nouns()[entry.block].name} {same.index(entry) + 1} met deze naam)"


def plain(found: FieldOf | None, value: Any) -> str:
    """Return a value that refers to nothing, in words and without marks."""
    if isinstance(value, bool):
        return _YES_OR_NO[value]
    if isinstance(value, int | float):
        is_plain = found is not None and found.role in _PLAIN
        return str(value) if is_plain else in_dutch(value)
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    if found is not None and found.role is Role.CHOICE:
        return found.fact.says.get(value) or _UNSAID.get(value, value)
    if found is not None and _is_date(found):
        return datum_in_words(value)
    return value


def _is_date(found: FieldOf) -> bool:
    """Return whether a field holds a date in figures, and no text about one."""
    return found.role is Role.DATE and found.form is not None and "integer" in found.form.schema["type"]


def _figure(values: Mapping[str, Any], name: str) -> str:
    """Return a figure with what is said of it, also when it is not known how much it is."""
    value, marks = values.get(name), marks_of(values)
    if isinstance(value, int | float):
        return marked(in_dutch(value), marks)
    told = (words for mark, words in _MARKS.items() if mark in marks)
    return ", ".join([_UNKNOWN["ongeveer" in marks], *told])
