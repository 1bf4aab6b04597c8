"""Writes a starting file for an editor: every field explained in the schema's own words, and nothing chosen for anyone."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterator
from typing import Any

from polderkoers.policy.placeholders import CHOICE, ID, TEXT
from polderkoers.policy.schema import Schemas

_WIDTH = 110
# What someone has just begun is not decided.
_FIXED = {"status": "concept", "versie": '"0.1"'}
_HEAD = (
    "# Vul alles in waar 'Vul dit in.', 'vul-dit-in' of 'verander-dit-id' staat: 'polderkoers check' vraagt erom.",
    "# Velden met een # ervoor mag je weglaten. Haal het # weg om ze te gebruiken. Bij elke lijst staat hoe een onderdeel eruitziet.",
    "",
)


def starting_file(schemas: Schemas, kind: str, id_: str) -> str:
    """Return the text of a new file of a kind: the required fields to be filled in, the others and all blocks as comments.

    What is to be filled in or chosen holds the words of `unfilled`, so that the check asks for each.
    """
    schema = schemas.schema(kind)
    writer = _Writer(schemas)
    skeletons = _Skeletons(schemas, schema, writer)
    lines = [*_as_comments(schema), *_HEAD]
    for name, field in schema["properties"].items():
        described = schemas.described(field)
        lines += _as_comments(described)
        required = name in schema["required"]
        lines += skeletons.of(name, field, required=required)
        if name == "id":
            lines += [f"id: {id_}"]
        elif required:
            lines += writer.field(name, described, "")
    return "\n".join(lines) + "\n"


def _as_comments(described: dict[str, Any]) -> list[str]:
    """Return what a schema says, as comments."""
    return [f"# {line}" for line in textwrap.wrap(described.get("description", ""), _WIDTH)]


class _Writer:
    """Writes the smallest value of a field, with every choice left open."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._ids = itertools.count(1)

    def field(self, name: str, described: dict[str, Any], indent: str) -> Iterator[str]:
        """Yield the lines of one field."""
        if described.get("type") == "object":
            yield f"{indent}{name}:"
            yield from self._mapping(described, f"{indent}  ")
        elif described.get("type") != "array":
            yield f"{indent}{name}: {self.scalar(name, described)}"
        elif "properties" not in (item := self._schemas.described(described["items"])):
            yield f"{indent}{name}: [{CHOICE}]"
        else:
            yield f"{indent}{name}:"
            first, *rest = self._mapping(item, f"{indent}    ")
            yield f"{indent}  - {first.lstrip()}"
            yield from rest

    def _mapping(self, described: dict[str, Any], indent: str) -> Iterator[str]:
        for name, field in described["properties"].items():
            # A source is nothing without its document, though the schema lets an item inherit it; an explanation says where it comes from.
            if name in described["required"] or name in ("document", "uitleg_van"):
                yield from self.field(name, self._schemas.described(field), indent)

    def scalar(self, name: str, described: dict[str, Any]) -> str:
        """Return the value of a field that holds no others."""
        if name == "id":
            return f"{ID}-{next(self._ids)}"
        if name == "schema":
            return str(self._schemas.number)
        if "const" in described or name in _FIXED:
            return str(described.get("const", _FIXED.get(name)))
        if "null" in _types(described):
            return "null"
        if _is_choice(described) and not _is_text(described):
            return CHOICE
        return TEXT


def _types(described: dict[str, Any]) -> list[Any]:
    """Return the types that a value may have."""
    types = described.get("type")
    return types if isinstance(types, list) else [types]


def _is_choice(described: dict[str, Any]) -> bool:
    """Return whether a value must have one of some forms."""
    types = _types(described)
    return "enum" in described or "boolean" in types or "integer" in types or "pattern" in described


def _is_text(described: dict[str, Any]) -> bool:
    """Return whether a value is free text: its pattern asks for no more than a sign that can be seen."""
    return described.get("type") == "string" and described.get("pattern", r"\S") == r"\S" and "enum" not in described


class _Skeletons:
    """Writes as comments what may stand in a field: every field of a block, explained, each block once in a file.

    With the first # taken away a block holds what it must hold, to be filled in; what it may hold is a comment still.
    """

    def __init__(self, schemas: Schemas, schema: dict[str, Any], writer: _Writer) -> None:
        self._schemas, self._writer = schemas, writer
        self._shown: dict[str, str] = {}
        # A block that has a field of its own at the top is shown there, wherever else it may stand.
        self._top = {_block(field): name for name, field in schema["properties"].items()}

    def of(self, name: str, field: dict[str, Any], *, required: bool) -> list[str]:
        """Return the lines for one field at the top of the file: what is in a block, and the name of an optional field."""
        if "properties" in self._inside(field):
            return [f"# {line}" for line in self._example(name, field, "")]
        if required:
            return []
        return [f"# {name}:"]

    def _example(self, name: str, field: dict[str, Any], indent: str) -> Iterator[str]:
        self._shown[_block(field)] = name
        yield f"{indent}{name}:"
        many = self._schemas.described(field).get("type") == "array"
        inner = f"{indent}    " if many else f"{indent}  "
        fields = self._inside(field)
        for place, (key, held) in enumerate(fields["properties"].items()):
            required = key in fields.get("required", ())
            words, lines = self._explained(key, held, inner, required=required)
            yield from (f"{inner}# {line}" for line in textwrap.wrap(words, _WIDTH - len(inner)))
            if many and place == 0:
                lines[0] = f"{inner[:-2]}- {lines[0].lstrip()}"
            if not required:
                lines = [f"{inner}# {line[len(inner) :]}" for line in lines]
            yield from lines

    def _explained(self, name: str, field: dict[str, Any], indent: str, *, required: bool) -> tuple[str, list[str]]:
        """Return what the schema says of a field inside a block, and the lines that show it."""
        described = self._schemas.described(field)
        words = str(described.get("description", ""))
        if "properties" not in self._inside(field):
            if required:
                return words, list(self._writer.field(name, described, indent))
            return words, [f"{indent}{name}:"]
        where = self._shown.get(_block(field)) or self._top.get(_block(field))
        if where:
            return f"{words} Schrijf het zoals bij '{where}'.", [f"{indent}{name}:"]
        return words, list(self._example(name, field, indent))

    def _inside(self, field: dict[str, Any]) -> dict[str, Any]:
        described = self._schemas.described(field)
        return self._schemas.described(described["items"]) if described.get("type") == "array" else described


def _block(field: dict[str, Any]) -> str:
    """Return the name of the block that a field or the items of its list are: of one that is written out its title."""
    held = field.get("items", field)
    return str(held.get("$ref") or held.get("title", "")).rpartition("/")[2]
