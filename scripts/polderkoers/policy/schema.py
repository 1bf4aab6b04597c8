"""Checks one document against the JSON Schema (2020-12) of its kind and gives problems at the right line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError, ValidationError
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable

from polderkoers.errors import FolderMissing, SchemaBroken
from polderkoers.policy.schema_messages import explain, nearest
from polderkoers.policy.source import Document
from polderkoers.problems import Problem

_SUFFIX = ".schema.json"
_SHARED = "blokken"


class Schemas:
    """All schemas of a root, one validator per file kind (`soort`)."""

    def __init__(self, root: Path) -> None:
        """Read `root`/schema. Raises `FolderMissing` or `SchemaBroken`."""
        folder = root / "schema"
        if not folder.is_dir():
            raise FolderMissing(root, "schema")
        contents = {path.name.removesuffix(_SUFFIX): _read(path) for path in sorted(folder.glob(f"*{_SUFFIX}"))}
        registry: Registry[Any] = Registry().with_resources(
            (schema["$id"], Resource.from_contents(schema)) for schema in contents.values()
        )
        self._contents = contents
        self._validators = {
            kind: Draft202012Validator(schema, registry=registry)
            for kind, schema in contents.items()
            if kind != _SHARED
        }

    @property
    def kinds(self) -> tuple[str, ...]:
        """The file kinds that have a schema, in alphabetical order."""
        return tuple(self._validators)

    def schema(self, kind: str) -> dict[str, Any]:
        """Return the schema of a file kind."""
        found: dict[str, Any] = self._contents[kind]
        return found

    def described(self, field: dict[str, Any]) -> dict[str, Any]:
        """Return a field of a schema with what it refers to; its own words win."""
        target = self._contents[_SHARED]["$defs"].get(str(field.get("$ref", "")).rpartition("/")[2], {})
        return {**target, **field}

    def check(self, document: Document) -> Iterator[Problem]:
        """Yield everything in one document that its schema refuses."""
        kind = document.data.get("soort") if isinstance(document.data, dict) else None
        validator = self._validators.get(kind) if isinstance(kind, str) else None
        if validator is None:
            yield self._unknown_kind(document, kind)
            return
        # An empty text fails its length and its pattern; an editor needs to hear it once.
        found = (
            problem for error in _leaves(validator.iter_errors(document.data)) for problem in _problems(document, error)
        )
        yield from dict.fromkeys(found)

    def _unknown_kind(self, document: Document, kind: object) -> Problem:
        allowed = ", ".join(self.kinds)
        if not isinstance(document.data, dict):
            place = document.place("")
            return Problem(
                document.file,
                place.line,
                place.column,
                "soort",
                "Dit bestand bestaat niet uit velden met een naam.",
                "begin met: soort: kernopgave",
            )
        place = document.place("/soort")
        if kind is None:
            return Problem(
                document.file,
                place.line,
                place.column,
                "soort",
                "Het veld 'soort' ontbreekt.",
                f"zet bovenaan soort: met een van deze woorden: {allowed}.",
            )
        return Problem(
            document.file,
            place.line,
            place.column,
            "soort",
            f"'{kind}' is geen bekende soort.{nearest(str(kind), self.kinds)}",
            f"kies uit: {allowed}.",
            "/soort",
        )


def _read(path: Path) -> Any:
    try:
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
    except (OSError, ValueError, SchemaError, Unresolvable) as error:
        raise SchemaBroken(path.name, str(error).splitlines()[0]) from error
    if not isinstance(schema, dict) or "$id" not in schema:
        raise SchemaBroken(path.name, "er is geen $id")
    return schema


def _leaves(errors: Iterator[ValidationError]) -> Iterator[ValidationError]:
    """Yield the errors that say something to an editor: the branches of a combination, not the combination."""
    for error in errors:
        if error.context:
            yield from _leaves(iter(error.context))
        else:
            yield error


def _problems(document: Document, error: ValidationError) -> Iterator[Problem]:
    pointer = "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in error.absolute_path)
    for finding in explain(error):
        at = pointer + (f"/{finding.key}" if finding.key else "")
        place = document.place(at, key=finding.key is not None)
        yield Problem(document.file, place.line, place.column, finding.rule, finding.message, finding.hint, at)
