"""The JSON Schemas (2020-12) of the data, made out of the model: `schema/` holds what this makes, for editors and other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from polderkoers.policy.model import answers, base, blocks, forms, instelling
from polderkoers.policy.model.base import Bestand, Catalogus
from polderkoers.policy.model.declared import Deel, Form, Kind
from polderkoers.policy.model.facts import FieldOf, fields_of, form_in
from polderkoers.policy.model.files import KINDS, Beleid
from polderkoers.policy.model.instelling import Instelling
from polderkoers.policy.model.kinds import WRITTEN_BY_COMMANDS, all_fields

NUMBER = 3
"""The number of the schemas. A change that makes data wrong that were right asks for the next, and a step in `changes/upgrade.py`."""

_ADDRESS = f"https://polderkoers.example/schema/{NUMBER}"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHARED = "blokken"
_SHARED_FORMS = (
    forms.Slug, forms.Verwijzing, forms.Regel, forms.Tekst, forms.Datum, forms.Jaar, forms.Status, forms.Richting,
    forms.Versienummer, forms.Werkveld,
)  # fmt: skip
_INLINE = (instelling.Woorden,)
# What stands in a list of its own kind alone is written out there.
_LISTS = {answers.__name__, *(each.__module__ for each in KINDS.values() if not issubclass(each, Beleid | Instelling))}


def schemas(kinds: Mapping[str, type[Bestand]]) -> dict[str, dict[str, Any]]:
    """Return all schemas by name: that of every kind of file, and `blokken` with what they share."""
    return {_SHARED: _shared(), **{name: _of_file(kind) for name, kind in kinds.items()}}


def known_names(kinds: Mapping[str, type[Bestand]]) -> dict[str, Any]:
    """Return the names that `polderkoers.known` has: of all fields, of the folders with their kinds, and of the kinds that can be begun."""
    begun = [name for name in kinds if name not in WRITTEN_BY_COMMANDS]
    policy = sorted(name for name in begun if kinds[name].kind.folder)
    return {
        "fields": sorted({each.name for _, each in all_fields()}),
        "folders": {cls.kind.folder: name for name, cls in kinds.items() if cls.kind.folder},
        "new": [*policy, *sorted(name for name in begun if name not in policy)],
    }


def as_text(schema: Mapping[str, Any]) -> str:
    """Return a schema as it is written to a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _of_file(cls: type[Bestand]) -> dict[str, Any]:
    kind = cls.kind
    return {
        "$schema": _DIALECT,
        "$id": f"{_ADDRESS}/{kind.name}.schema.json",
        **_titled(kind),
        **_group(cls, f"{_SHARED}.schema.json"),
    }


def _shared() -> dict[str, Any]:
    return {
        "$schema": _DIALECT,
        "$id": f"{_ADDRESS}/{_SHARED}.schema.json",
        "title": "Bouwblokken",
        "description": "De bouwblokken waaruit elk soort bestand is opgebouwd. Elk blok staat hier één keer.",
        "$defs": {
            **{form.name: dict(form.schema) for form in map(form_in, _SHARED_FORMS)},
            **{cls.kind.name: {**_titled(cls.kind), **_group(cls, "")} for cls in _shared_classes()},
        },
    }


def _shared_classes() -> Iterator[type[Deel]]:
    """Yield the classes that stand once, in the order in which they are declared."""
    for module in (base, blocks, instelling):
        for cls in vars(module).values():
            if isinstance(cls, type) and cls.__module__ == module.__name__ and _is_shared(cls):
                yield cls


def _is_shared(cls: type[Any]) -> bool:
    """Return whether other schemas refer to a class: a block or a part of one, no file and no entry of a list."""
    if not issubclass(cls, Deel) or "kind" not in vars(cls) or cls in _INLINE:
        return False
    return not issubclass(cls, Bestand) and cls.__module__ not in _LISTS


def _titled(kind: Kind) -> dict[str, Any]:
    return {"title": kind.title or kind.noun.name.capitalize(), "description": kind.help}


def _group(cls: type[Deel], shared: str) -> dict[str, Any]:
    """Return what a group of fields may hold; `shared` is the file that holds the shared definitions, seen from here."""
    fields = fields_of(cls)
    return {
        "type": "object",
        "required": [each.name for each in fields if each.required],
        "additionalProperties": False,
        "properties": {each.name: _property(cls, each, shared) for each in fields},
    }


def _property(cls: type[Deel], of: FieldOf, shared: str) -> dict[str, Any]:
    said = {"title": of.fact.title, "description": of.fact.help}
    if of.name == "soort" and issubclass(cls, Bestand):
        return {"const": cls.kind.name, **said, "description": f"Altijd: {cls.kind.name}."}
    words = {name: text for name, text in said.items() if text}
    if of.many:
        return {"type": "array", **words, **_limits(cls, of), **of.fact.schema, "items": _value(of, shared)}
    value = _value(of, shared)
    if of.null:
        value = _or_null(of, value)
    return {**value, **words, **of.fact.schema}


def _limits(cls: type[Deel], of: FieldOf) -> dict[str, Any]:
    """Return how many values a list holds: one at least where it has to be there, or holds blocks, but no list of a catalogue."""
    unique = {} if of.held is not None else {"uniqueItems": True}
    least = _least(cls, of)
    return {**unique, "minItems": least} if least else unique


def _least(cls: type[Deel], of: FieldOf) -> int:
    if of.fact.least is not None:
        return of.fact.least
    if of.held is None:
        return int(of.required)
    return int(not issubclass(cls, Catalogus))


def _value(of: FieldOf, shared: str) -> dict[str, Any]:
    """Return what a single value may be."""
    if of.held is not None and (of.held.__module__ in _LISTS or of.held in _INLINE):
        return {**_titled(of.held.kind), **_group(of.held, shared)}
    name = of.held.kind.name if of.held is not None else _form(of).name
    return {"$ref": f"{shared}#/$defs/{name}"} if name else dict(_form(of).schema)


def _form(of: FieldOf) -> Form:
    if of.form is None:
        raise TypeError(f"{of.name} does not say what may stand in it")
    return of.form


def _or_null(of: FieldOf, value: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value that may be null too; a shared form that cannot be is written out."""
    schema = dict(_form(of).schema)
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if "null" in kinds:
        return dict(value)
    return {**schema, "type": [*kinds, "null"]}
