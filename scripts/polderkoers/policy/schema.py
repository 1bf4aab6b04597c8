"""Checks one document against the JSON Schema (2020-12) of its kind and gives problems at the right line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from polderkoers.errors import SchemaBroken
from polderkoers.policy.schema_number import number_in
from polderkoers.policy.schema_place import located, united, without_echoes
from polderkoers.policy.schema_rules import explain, numbers
from polderkoers.policy.schema_rules.fields import other_kind, unknown_kind
from polderkoers.policy.schema_rules.skeletons import group
from polderkoers.policy.schema_rules.values import unexplained
from polderkoers.policy.schema_words import Field
from polderkoers.policy.source import Document
from polderkoers.policy.tree import SCHEMA_SUFFIX, Tree, tree_of
from polderkoers.problems import Problem

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_SHARED = "blokken"


class Schemas:
    """All schemas of a root, one validator per file kind (`soort`)."""

    def __init__(self, place: Path | Tree) -> None:
        """Read the schemas of a tree. Raises `FolderMissing` or `SchemaBroken`."""
        files = tree_of(place).schemas()
        self._contents = {name.removesuffix(SCHEMA_SUFFIX): _read(name, content) for name, content in files.items()}
        shared = [(schema["$id"], schema) for schema in self._contents.values()]
        try:
            registry = jsonschema_rs.Registry(shared)
            self._quick = {
                kind: jsonschema_rs.Draft202012Validator(schema, registry=registry)
                for kind, schema in self._contents.items()
                if kind != _SHARED
            }
        except (ValueError, jsonschema_rs.ReferencingError) as error:
            raise _leads_nowhere(self._contents, error) from error

    @property
    def number(self) -> int:
        """The version of the schemas, as they say in their names; 1 when they do not say."""
        return next(filter(None, map(number_in, self._contents.values())), 1)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The file kinds that have a schema, in alphabetical order."""
        return tuple(self._quick)

    def schema(self, kind: str) -> dict[str, Any]:
        """Return the schema of a file kind."""
        found: dict[str, Any] = self._contents[kind]
        return found

    def described(self, field: dict[str, Any]) -> dict[str, Any]:
        """Return a field of a schema with what it refers to; its own words win."""
        target = self._contents[_SHARED]["$defs"].get(str(field.get("$ref", "")).rpartition("/")[2], {})
        return {**target, **field}

    def entry(self, list_: str, id_: str, name: str) -> str:
        """Return an entry for a list of a catalogue as it can be pasted, with an id and a name; the id alone when there is none."""
        for schema in self._contents.values():
            items = self.described(schema.get("properties", {}).get(list_, {})).get("items", {})
            if "naam" in schema.get("properties", {}) or "titel" in schema.get("properties", {}):
                continue
            if "id" in self.described(items).get("properties", {}):
                return group(self.described(items), self.described, given={"id": id_, "naam": name})
        return f"{{id: {id_}}}"

    def check(self, document: Document) -> Iterator[Problem]:
        """Yield everything in one document that its schema refuses.

        `jsonschema-rs` may say that all is well, forty times as fast; only `jsonschema` judges what is wrong.
        """
        kind = document.data.get("soort") if isinstance(document.data, dict) else None
        if not isinstance(kind, str) or kind not in self._quick:
            known = {name: self._contents[name] for name in self.kinds}
            folder = PurePosixPath(document.file).parent.name
            yield located(document, "", unknown_kind(document.data, known, document.text.split("\n"), folder))
        elif self.accepts(document):
            return
        elif other := other_kind(document.data, {name: self._contents[name] for name in self.kinds}):
            yield located(document, "", other)
        else:
            found = list(self.explain(document, kind))
            # Should the two ever disagree, a file is refused without an explanation rather than let through.
            yield from found or [located(document, "", unexplained())]

    def judge(self, document: Document) -> Iterator[Problem]:
        """Yield everything that reading and the schema refuse in a document, and nothing of it twice.

        What that leaves is for `schema_place.united` to say.
        """
        yield from united(document.remarks, list(self.check(document)))

    def accepts(self, document: Document) -> bool:
        """Return whether a document of a known kind is right, by the quick path."""
        return self.accepts_data(document.data)

    def accepts_data(self, data: dict[str, Any]) -> bool:
        """Return whether data are of a known kind and right, by the quick path."""
        kind = data.get("soort")
        return isinstance(kind, str) and kind in self._quick and self._quick[kind].is_valid(data)

    @cached_property
    def lists(self) -> tuple[str, ...]:
        """The names of all fields that hold a list of groups."""
        return self._names(lambda field: "properties" in self.described(field.get("items", {})))

    @cached_property
    def lists_of_ids(self) -> tuple[str, ...]:
        """The names of all fields that hold a list of ids or references."""
        return self._names(lambda field: "items" in field and "properties" not in self.described(field["items"]))

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The names of all fields that hold a group of fields with an id."""
        return self._names(lambda field: "id" in field.get("properties", {}))

    def _names(self, fits: Callable[[dict[str, Any]], bool]) -> tuple[str, ...]:
        parts = [*self._contents.values(), *self._contents[_SHARED]["$defs"].values()]
        fields = (pair for part in parts for pair in part.get("properties", {}).items())
        return tuple(dict.fromkeys(name for name, field in fields if fits(self.described(field))))

    @cached_property
    def one_line(self) -> frozenset[str]:
        """The names of the fields that hold a short text on one line, wherever they stand."""
        short: set[str] = set()
        long_: set[str] = set()
        for part in [*self._contents.values(), *self._contents[_SHARED]["$defs"].values()]:
            for name, field in part.get("properties", {}).items():
                (short if str(field.get("$ref", "")).endswith("/regel") else long_).add(name)
        return frozenset(short - long_)

    def names_around(self, data: Any, pointer: str) -> frozenset[str]:
        """Return the names of the fields that the item of a value can have, and the items around it."""
        path: list[str | int] = [int(part) if part.isdigit() else part for part in pointer.split("/")[1:]]
        kind = data.get("soort") if isinstance(data, dict) else None
        if not isinstance(kind, str) or kind not in self._quick:
            return frozenset()
        schemas = [self._field(kind, path[:end]).schema for end in range(len(path))]
        return frozenset(name for schema in schemas for name in schema.get("properties", {}))

    def explain(self, document: Document, kind: str) -> Iterator[Problem]:
        """Yield what the schema of a kind refuses in a document, without the quick path."""
        # An empty text fails its length and its pattern; an editor needs to hear it once.
        found = dict.fromkeys(
            problem
            for error in _leaves(self._explaining[kind].iter_errors(document.data))
            for problem in self._problems(document, error, kind)
        )
        yield from without_echoes(list(found), document, self._contents[kind])

    def _problems(self, document: Document, error: ValidationError, kind: str) -> Iterator[Problem]:
        pointer = "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in error.absolute_path)
        found = list(explain(error, self._field(kind, list(error.absolute_path))))
        for finding in numbers.better(document, error, pointer, found):
            yield located(document, pointer, finding)

    def field(self, kind: str, pointer: str) -> Field:
        """Return what the schema of a kind says of the place at a JSON Pointer."""
        parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
        return self._field(kind, [int(part) if part.isdecimal() else part for part in parts])

    def _field(self, kind: str, path: list[str | int]) -> Field:
        """Return what the schema of a kind says of a place in the data."""
        schema, parent = self._contents[kind], {}
        for part in path:
            if isinstance(part, str):
                parent = schema
                schema = self.described(schema.get("properties", {}).get(part, {}))
            else:
                schema = self.described(schema.get("items", {}))
        names = [part for part in path if isinstance(part, str)]
        last = path[-1] if path else None
        return Field(
            schema, parent, self.described, names[-1] if names else "", last if isinstance(last, int) else None
        )

    @cached_property
    def _explaining(self) -> dict[str, Draft202012Validator]:
        # Only a file with a fault needs these; importing and building them takes longer than checking all data.
        from jsonschema import Draft202012Validator  # noqa: PLC0415
        from jsonschema.validators import extend  # noqa: PLC0415
        from referencing import Registry, Resource  # noqa: PLC0415

        registry: Registry[Any] = Registry().with_resources(
            (schema["$id"], Resource.from_contents(schema)) for schema in self._contents.values()
        )
        validator: Any = extend(Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]
        return {kind: validator(self._contents[kind], registry=registry) for kind in self._quick}


def _leads_nowhere(contents: dict[str, Any], error: Exception) -> SchemaBroken:
    """Return that a schema refers to a part that is not there, with the name of its file when the error tells which part."""
    missing = re.search(r"[^\s'\"/]+\.schema\.json", str(error))
    wanted = missing.group() if missing else ""
    holds = [name for name, schema in contents.items() if wanted and f'"{wanted}' in json.dumps(schema)]
    file = f"{holds[0]}{SCHEMA_SUFFIX}" if holds else "in de map schema"
    return SchemaBroken(file, f"het verwijst naar een deel dat er niet is{f' ({wanted})' if wanted else ''}")


def _read(name: str, content: bytes) -> Any:
    try:
        schema = json.loads(content)
        jsonschema_rs.meta.validate(schema)
    except json.JSONDecodeError as error:
        raise SchemaBroken(name, f"regel {error.lineno} is geen geldige JSON") from error
    except (ValueError, jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError) as error:
        raise SchemaBroken(name, "het volgt de afspraken van JSON Schema niet") from error
    if not isinstance(schema, dict) or "$id" not in schema:
        raise SchemaBroken(name, "er is geen $id")
    return schema


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    """Check a pattern as JSON Schema means it (ECMA-262): `$` is the very end, where Python also lets a line break by."""
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415 - see `_explaining`

    if isinstance(instance, str) and not re.search(re.sub(r"\$(?=$|\))", r"\\Z", pattern), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _leaves(errors: Iterator[ValidationError]) -> Iterator[ValidationError]:
    """Yield the errors that say something to an editor: the branches of a combination, not the combination."""
    for error in errors:
        if error.context:
            yield from _leaves(iter(error.context))
        else:
            yield error
