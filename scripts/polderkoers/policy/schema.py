"""Checks one document against the JSON Schema (2020-12) of its kind and gives problems at the right line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from polderkoers.errors import SchemaBroken
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
# What ECMA-262 calls a blank.
_BLANKS = r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
# The number in the name of every schema: https://polderkoers.example/schema/3/plan.schema.json.
_NUMBER_IN_NAME = re.compile(r"/schema/(\d+)/")


class Schemas:
    """All schemas of a root, one validator per file kind (`soort`)."""

    def __init__(self, place: Path | Tree) -> None:
        """Read the schemas of a tree. Raises `FolderMissing` or `SchemaBroken`."""
        self._contents, self._quick = _compiled(tuple(tree_of(place).schemas().items()))

    @property
    def number(self) -> int:
        """The version of the schemas, as they say in their names; 1 when they do not say."""
        return next(filter(None, map(_number_in, self._contents.values())), 1)

    def same_as(self, other: Schemas) -> bool:
        """Return whether other schemas say the same."""
        return bool(self._contents == other._contents)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The file kinds that have a schema, in alphabetical order."""
        return tuple(self._quick)

    @property
    def _of_kinds(self) -> dict[str, Any]:
        return {name: self._contents[name] for name in self.kinds}

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
        kind = self._kind_of(document.data)
        if kind is None:
            lines, folder = document.text.split("\n"), PurePosixPath(document.file).parent.name
            yield located(document, "", unknown_kind(document.data, self._of_kinds, lines, folder))
        elif self.accepts(document):
            return
        elif other := other_kind(document.data, self._of_kinds):
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
        found = (name for name, field in self._fields() if fits(self.described(field)))
        return tuple(dict.fromkeys(found))

    def _fields(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield all fields that a file or a part of one can have, with what the schemas say of them."""
        for part in [*self._contents.values(), *self._contents[_SHARED]["$defs"].values()]:
            yield from part.get("properties", {}).items()

    @cached_property
    def one_line(self) -> frozenset[str]:
        """The names of the fields that hold a short text on one line, wherever they stand."""
        short: set[str] = set()
        long_: set[str] = set()
        for name, field in self._fields():
            kind = short if str(field.get("$ref", "")).endswith("/regel") else long_
            kind.add(name)
        return frozenset(short - long_)

    def names_around(self, data: Any, pointer: str) -> frozenset[str]:
        """Return the names of the fields that the item of a value can have, and the items around it."""
        kind = self._kind_of(data)
        if kind is None:
            return frozenset()
        path = list(_steps(pointer))
        found: set[str] = set()
        for end in range(len(path)):
            found.update(self._field(kind, path[:end]).schema.get("properties", {}))
        return frozenset(found)

    def _kind_of(self, data: Any) -> str | None:
        """Return the kind that a file says it is of, or None when no schema is about that."""
        kind = data.get("soort") if isinstance(data, dict) else None
        if not isinstance(kind, str) or kind not in self._quick:
            return None
        return kind

    def explain(self, document: Document, kind: str) -> Iterator[Problem]:
        """Yield what the schema of a kind refuses in a document, without the quick path."""
        # An empty text fails its length and its pattern; an editor needs to hear it once.
        found: dict[Problem, None] = {}
        for error in _leaves(self._explaining[kind].iter_errors(document.data)):
            found |= dict.fromkeys(self._problems(document, error, kind))
        yield from without_echoes(list(found), document, self._contents[kind])

    def _problems(self, document: Document, error: ValidationError, kind: str) -> Iterator[Problem]:
        pointer = "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in error.absolute_path)
        found = list(explain(error, self._field(kind, list(error.absolute_path))))
        for finding in numbers.better(document, error, pointer, found):
            yield located(document, pointer, finding)

    def field(self, kind: str, pointer: str) -> Field:
        """Return what the schema of a kind says of the place at a JSON Pointer."""
        return self._field(kind, list(_steps(pointer)))

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
        index = next((part for part in path[-1:] if isinstance(part, int)), None)
        return Field(schema, parent, self.described, next(reversed(names), ""), index)

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


def _steps(pointer: str) -> Iterator[str | int]:
    """Yield the parts of a JSON Pointer as steps in the data: the name of a field, or the place in a list as a number."""
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        yield int(name) if name.isdecimal() else name


# Whoever compares versions reads the same schemas once for each of them, and to compile them takes as long as to read all data.
@lru_cache(maxsize=8)
def _compiled(
    files: tuple[tuple[str, bytes], ...],
) -> tuple[dict[str, Any], dict[str, jsonschema_rs.Draft202012Validator]]:
    """Return the schemas by name, and a quick validator per file kind, out of the bytes of their files."""
    contents = {name.removesuffix(SCHEMA_SUFFIX): _read(name, content) for name, content in files}
    try:
        registry = jsonschema_rs.Registry([(schema["$id"], schema) for schema in contents.values()])
        quick = {
            kind: jsonschema_rs.Draft202012Validator(schema, registry=registry)
            for kind, schema in contents.items()
            if kind != _SHARED
        }
    except (ValueError, jsonschema_rs.ReferencingError) as error:
        raise _leads_nowhere(contents, error) from error
    return contents, quick


def _leads_nowhere(contents: dict[str, Any], error: Exception) -> SchemaBroken:
    """Return that a schema refers to a part that is not there, with the name of its file when the error tells which part."""
    why = "het verwijst naar een deel dat er niet is"
    missing = re.search(r"[^\s'\"/]+\.schema\.json", str(error))
    if missing is None:
        return SchemaBroken("in de map schema", why)
    wanted = missing.group()
    holds = (f"{name}{SCHEMA_SUFFIX}" for name, schema in contents.items() if f'"{wanted}' in json.dumps(schema))
    return SchemaBroken(next(holds, "in de map schema"), f"{why} ({wanted})")


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
    """Check a pattern as JSON Schema means it (ECMA-262), which is not quite as Python does."""
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415 - see `_explaining`

    if isinstance(instance, str) and not re.search(_in_python(pattern), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _in_python(pattern: str) -> str:
    r"""Return a pattern of ECMA-262 for Python, to which a line break may follow `$` and more signs are blank; `\s` stands in brackets."""
    ended = re.sub(r"\$(?=$|\))", r"\\Z", pattern)
    return ended.replace(r"\S", f"[^{_BLANKS}]").replace(r"\s", _BLANKS)


def _leaves(errors: Iterator[ValidationError]) -> Iterator[ValidationError]:
    """Yield the errors that say something to an editor: the branches of a combination, not the combination."""
    for error in errors:
        if error.context:
            yield from _leaves(iter(error.context))
        else:
            yield error


def _number_in(schema: Mapping[str, Any]) -> int | None:
    """Return the version that a schema says it is of, in its name."""
    found = _NUMBER_IN_NAME.search(str(schema.get("$id", "")))
    return int(found[1]) if found else None
