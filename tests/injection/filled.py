"""A root whose data fills every field that the schemas know, with a text and a marker of its own in every text field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from injection.corpus import GOOD_LINKS
from polderkoers.policy.model.catalogues import PARTY
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.kinds import LIST_KINDS, fields_named, file_id, lists_for
from polderkoers.policy.schema import Schemas

# Four lists are not filled with texts: one of versions, one of readings, one of words to search with, and one of addresses that must lead somewhere.
_NOT_FILLED = frozenset({"versies", "zoekwoorden", "adressen", "gelezen"})
# Only what is withdrawn may have this date, and all is adopted here: so that it stands in every list.
_OF_WITHDRAWN = "ingetrokken_op"


def _lists(kind: str) -> dict[str, str]:
    """Return the kind of entry in each list of a catalogue."""
    return {each.name: each.held.soortnaam for each in fields_of(KINDS[kind]) if each.held is not None}


# The catalogues: their file, and the kind of entry in each of their lists.
CATALOGUES = {kind: (file_id(kind), _lists(kind)) for kind in LIST_KINDS if kind not in _NOT_FILLED}
# A field of a catalogue itself comes once, so it holds the text of one row, the first that is an injection.
ROW_OF_CATALOGUES = 4
POLICIES = ("kernopgave", "programmalijn", "plan", "wegwijzer")
# The kinds of which there is a file for every row: policy, and what came of it.
FILES = (*POLICIES, "verslag", "besluiten")
# The goal that an indicator or amount refers to, and an item that a note is about, in each kind of file.
_INSIDE = {
    "kernopgave": "doelen-0",
    "programmalijn": "perspectieven-0-doelen-0",
    "plan": "hoofdstukken-0-doelen-0",
    "wegwijzer": "routes-0",
}
# Below docs/: whoever fills a root puts it there.
PICTURE = "beeld.svg"
# There is no version to refer to, and a report measures in the unit of its indicator.
_LEFT_OUT = {"besluiten": {"leidde_tot"}, "verslag": {"eenheid"}}
# A report says of each kind of item what can be said of that alone: where it stands, what was measured, what was spent.
_REPORTED = (
    ("indicatoren", {"stand", "sinds", "besteed"}),
    ("doelen", {"metingen", "besteed"}),
    ("bedragen", {"stand", "sinds", "metingen"}),
)
_ENTRY = re.compile(r"/meldingen/([0-9])(/over)?")
_OF_VERSIONS = frozenset({"over_versie"})
# Values that a pattern of the schema asks for.
_PATTERNS = {
    "^[0-9]+\\.": "1.0",
    "^[A-Z]": "A",
    "^[0-9A-Za-z": "woord",
    "^[0-9]{4}": "2012-09-30",
    "^[0-9]{5}[A-Za-z]": "70072ned",
    "^[0-9a-f]": "0123456789",
    "^[0-9+]": "0999 12",
    "^[^\\s@]+": "a@b.example",
    "^[A-Za-z0-9_-]+(/": PICTURE,
}
# What is chosen where it can be: adopted policy, a decision that is voted on, and in even rows what can vote on it.
_CHOSEN = ("vastgesteld", "motie", "aangenomen")
_CHOSEN_IN_EVEN = (*_CHOSEN, PARTY)
# Only a political party votes; in odd rows, which hold other organisations, the votes are counted without a name.
_OF_PARTIES = frozenset({"fractie"})
# A field that hides another one where it stands; every other item does without it.
_HIDES = frozenset({"weergave"})


@dataclass(frozen=True)
class Planted:
    """A text that was put into a field: where, and what a reader must be able to read."""

    file: str
    pointer: str
    number: int
    text: str
    marker: str

    @property
    def field(self) -> str:
        """The field that the text stands in, without the places in lists: `kernopgave/doelen/naam`."""
        kind = self.file.removeprefix("data/").partition("-")[0].partition(".")[0].rpartition("/")[2]
        return "/".join([kind, *(part for part in self.pointer.split("/") if part and not part.isdigit())])


@dataclass
class Filler:
    """Makes the files; `write` says what stands in a text field, given the number of its row and a marker."""

    schemas: Schemas
    rows: int
    write: Callable[[int, str], str]
    planted: list[Planted] = field(default_factory=list)

    def fill(self, root: Path) -> None:
        """Write all data files below a root: one file of each kind of policy for every row, and the catalogues."""
        for kind, (name, lists) in CATALOGUES.items():
            _save(root / "data" / f"{name}.yaml", self._catalogue(kind, name, lists))
        for kind in FILES:
            for row in range(self.rows):
                path = f"data/{KINDS[kind].kind.folder}/{kind}-{row}.yaml"
                _save(root / path, self._object(self.schemas.schema(kind), _Spot(path, kind, row, "")))

    def _catalogue(self, kind: str, name: str, lists: dict[str, str]) -> dict[str, Any]:
        schema = self.schemas.schema(kind)
        single = {key: value for key, value in schema["properties"].items() if key not in lists}
        head = self._object({"properties": single}, _Spot(f"data/{name}.yaml", kind, ROW_OF_CATALOGUES, ""))
        entries = {
            key: [self._entry(kind, name, key, singular, row) for row in range(self.rows)]
            for key, singular in lists.items()
        }
        return {**head, "id": name, **entries}

    def _entry(self, kind: str, name: str, key: str, singular: str, row: int) -> Any:
        schema = self.schemas.schema(kind)["properties"][key]["items"]
        entry = self._object(schema, _Spot(f"data/{name}.yaml", singular, row, f"/{key}/{row}"))
        return {**entry, "id": f"{singular}-{row}"}

    def _object(self, schema: dict[str, Any], spot: _Spot) -> dict[str, Any]:
        left_out = {_OF_WITHDRAWN, *_LEFT_OUT.get(spot.kind, ())}
        if entry := _ENTRY.fullmatch(spot.pointer):
            left_out |= _REPORTED[int(entry[1])][1]
        fields = {name: value for name, value in schema["properties"].items() if name not in left_out}
        if spot.row % 2:
            fields = {name: value for name, value in fields.items() if name not in _HIDES}
        return {name: self._value(self.schemas.described(value), spot.at(name)) for name, value in fields.items()}

    def _value(self, schema: dict[str, Any], spot: _Spot) -> Any:
        if spot.name in _OF_VERSIONS or (spot.row % 2 and spot.name in _OF_PARTIES):
            return None
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            # Even rows take the first value and odd ones the last, so that rows of one parity can be compared.
            chosen = _CHOSEN if spot.row % 2 else _CHOSEN_IN_EVEN
            return next(filter(schema["enum"].__contains__, chosen), schema["enum"][-(spot.row % 2)])
        types = schema.get("type", "object")
        main = types[0] if isinstance(types, list) else types
        if main == "object":
            return self._object(schema, spot)
        if main == "array":
            items = range(len(_REPORTED) if spot.name == "meldingen" else 1)
            return [self._value(self.schemas.described(schema["items"]), spot.at(str(place))) for place in items]
        return self._text(schema, spot) if main == "string" else _plain(main, spot)

    def _text(self, schema: dict[str, Any], spot: _Spot) -> str:
        pattern = schema.get("pattern", "\\S")
        if pattern.startswith("^[a-z0-9]"):
            return _reference(spot, self.rows)
        if pattern.startswith(("^(https", "^https")):
            links = [link for link in GOOD_LINKS if re.search(pattern, link)]
            return links[spot.row % len(links)]
        for start, value in _PATTERNS.items():
            if pattern.startswith(start):
                return value
        marker = f"zq{len(self.planted)}qz"
        text = self.write(spot.row, marker)
        if not re.search(pattern, text):
            # A field of one line holds the same injection on one line.
            text = text.replace("\n", " ")
        self.planted.append(Planted(spot.file, spot.pointer, spot.row, text, marker))
        return text


@dataclass(frozen=True)
class _Spot:
    file: str
    kind: str
    row: int
    pointer: str

    @property
    def name(self) -> str:
        """The field, or that of the list that an item stands in."""
        return next(part for part in reversed(self.pointer.split("/")) if not part.isdigit())

    def at(self, part: str) -> _Spot:
        return _Spot(self.file, self.kind, self.row, f"{self.pointer}/{part}")


def _reference(spot: _Spot, rows: int) -> str:
    """Return the id that belongs in a field: its own, made from its place, or that of what it refers to."""
    if spot.name == "id":
        return _own_id(spot)
    if spot.name == "doelen":
        return f"{spot.kind}-{spot.row}/{_INSIDE[spot.kind]}"
    if spot.name in ("over", "gaat_over"):
        return _inside(spot)
    if spot.name == "meting":
        return "meting"
    other = {
        "uit": "kernopgave",
        "zie": "kernopgave",
        "met": "plan" if spot.kind == "kernopgave" else "kernopgave",
        "blijkt_uit": "verslag",
        "zie_ook": "begrip",
        "ligt_in": "plaats",
    }
    singular = other.get(spot.name) or _referred(spot.name)
    # A term or place that points at itself would be a fault.
    row = (spot.row + 1) % rows if spot.name in ("zie_ook", "ligt_in") else 0 if spot.name == "gemeente" else spot.row
    return f"{singular}-{row}"


def _own_id(spot: _Spot) -> str:
    # A decision has a page of its own, whatever file it stands in.
    if spot.pointer == "/besluiten/0/id":
        return f"besluit-{spot.row}"
    return spot.pointer[1:-3].replace("/", "-").replace("_", "-") or f"{spot.kind}-{spot.row}"


def _inside(spot: _Spot) -> str:
    """Return the item that something is about: in its own file, or in a kernopgave for what came of the policy."""
    if own := _INSIDE.get(spot.kind):
        return own
    entry = _ENTRY.fullmatch(spot.pointer)
    return f"kernopgave-{spot.row}/{_REPORTED[int(entry[1])][0] if entry else 'doelen'}-0"


# Where a field may refer to several kinds, or is no reference in the model.
_REFERRED = {
    "trekker": "organisatie",
    "verantwoordelijk": "organisatie",
    "gemeente": "plaats",
    "onderdelen": "kernopgave",
}


def _referred(field: str) -> str:
    """Return the kind of entry that a field refers to, as the model says it."""
    if field in _REFERRED:
        return _REFERRED[field]
    target = next(each.target for each in fields_named(field) if each.target is not None)
    return lists_for(target)[0].held.soortnaam


def _plain(kind: str, spot: _Spot) -> Any:
    """Return a number or boolean: years run forward, the rest is the number of the row."""
    if kind == "boolean":
        return False
    return 2012 if spot.name == "jaar" else spot.row + 1


def _save(path: Path, data: dict[str, Any]) -> None:
    # JSON is YAML, and its escapes leave no doubt about what stands in a text.
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
