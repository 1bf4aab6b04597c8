"""A clash in words: what it is about, and what it was and became on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from polderkoers.changes.change import Change
from polderkoers.changes.compare import Comparison
from polderkoers.changes.items import label
from polderkoers.changes.merging.clash import MergeClash
from polderkoers.changes.phrases import field_name, full_name, list_name, value
from polderkoers.changes.wording import sentence
from polderkoers.policy.dutch_words import capital, listing
from polderkoers.policy.numbers import in_dutch
from polderkoers.policy.source import Document
from polderkoers.report.merging.outcome import ToldClash

NOTHING = "Hier staat niets."
_WHY = {
    "toegevoegd": "Allebei voegen iets toe met hetzelfde id. Is het hetzelfde, kies dan één van de twee. Is het iets anders, geef er dan één een ander id.",
    "dubbel": "Twee verschillende onderdelen krijgen hetzelfde id. Geef één van de twee in zijn eigen tak een ander id.",
    "bestand": "Dit bestand is niet te lezen in alle drie, en is dus niet per onderdeel samengevoegd.",
}


@dataclass(frozen=True)
class ClashTelling:
    """What is needed to tell clashes: what each side changed, and the files of the first side by path."""

    one: Comparison
    other: Comparison
    documents: Mapping[str, Document]

    def told(self, number: int, clash: MergeClash) -> ToldClash:
        """Return a clash in words."""
        return ToldClash(
            number, clash, self._about(clash), self._line(clash), self._texts(clash), _WHY.get(clash.kind, "")
        )

    def _about(self, clash: MergeClash) -> str:
        if clash.subject is None:
            return f"Het bestand {clash.file}"
        who = full_name(clash.subject, self.one.names)
        what = {"plek": "de plek", "id": "het id", "volgorde": f"de volgorde van {list_name(clash.field)}"}.get(
            clash.kind
        )
        if clash.kind == "veld":
            what = _fields(clash)
        what = what or clash.row
        return capital(f"{what} van {who}") if what else capital(who)

    def _texts(self, clash: MergeClash) -> tuple[str, str, str]:
        was, one, other = clash.values
        if clash.kind in ("weg", "toegevoegd", "dubbel") and not clash.row:
            return (
                _whole(was, "Het stond er nog niet."),
                self._side(clash, one, self.one),
                self._side(clash, other, self.other),
            )
        texts = [self._value(clash, each) for each in clash.values]
        return texts[0], texts[1], texts[2]

    def _side(self, clash: MergeClash, held: Any, comparison: Comparison) -> str:
        """Return what a side did with an item: the sentences on all that it changed in it."""
        if held is None:
            return "Haalt dit weg."
        if clash.kind != "weg":
            return f"{_whole(held, '')} {self._said(held)}".strip()
        told = [sentence(change, comparison.names) for change in _within(comparison.changes, clash)]
        return " ".join(told) or "Verandert een opmerking of de vorm."

    def _said(self, held: Any) -> str:
        """Return what an item says, in its own fields."""
        if not isinstance(held, Mapping):
            return str(held)
        plain = {name: each for name, each in held.items() if name != "id" and not isinstance(each, list | dict)}
        return "; ".join(f"{name}: {value(name, each, '', self.one.names)}" for name, each in plain.items())

    def _value(self, clash: MergeClash, held: Any) -> str:
        if held is None or held == []:
            return NOTHING
        names, file = self.one.names, clash.ref.partition("/")[0]
        if clash.kind == "bestand":
            return f"Een bestand van {in_dutch(held)} bytes."
        if clash.kind == "volgorde":
            return ", ".join(held)
        if clash.kind == "plek":
            return str(held) if isinstance(held, str) else f"{held[1]} van {held[0]}"
        if "+" in clash.field:
            found = [f"{name}: {value(name, each, file, names)}" for name, each in held.items()]
            return ", ".join(found)
        return value(clash.field, held, file, names)

    def _line(self, clash: MergeClash) -> int:
        """Return the line of the first side where a clash is, or 1 when it is not there."""
        document = self.documents.get(clash.file)
        if document is None:
            return 1
        name = clash.ref.rpartition("/")[2]
        pointer = next(_pointers(document.data, name), "")
        field = clash.field.partition("+")[0].replace(".", "/")
        if field and not clash.row:
            pointer = f"{pointer}/{field}"
        return document.place(pointer, key=bool(field)).line


def _within(changes: tuple[Change, ...], clash: MergeClash) -> Iterator[Change]:
    """Yield the changes of an item, and of all that stands in it."""
    for change in changes:
        subject = change.was or change.now
        while subject is not None:
            if subject.ref == clash.ref:
                yield change
                break
            subject = subject.parent


def _fields(clash: MergeClash) -> str:
    names = listing([field_name(name) for name in clash.field.split("+")])
    return f"{names} in {clash.row}" if clash.row else names


def _whole(held: Any, nothing: str) -> str:
    if held is None:
        return nothing
    known = label(held) if isinstance(held, Mapping) else None
    return f"'{known}'." if known else "Een onderdeel zonder naam."


def _pointers(data: Any, name: str, at: str = "") -> Iterator[str]:
    """Yield the pointers of what has an id."""
    if isinstance(data, dict):
        if data.get("id") == name:
            yield at
        for key, part in data.items():
            yield from _pointers(part, name, f"{at}/{key}")
    elif isinstance(data, list):
        for number, part in enumerate(data):
            yield from _pointers(part, name, f"{at}/{number}")
