"""Writes a starting file for an editor: valid as it is, with the schema's own explanation above every field."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterator
from typing import Any

from polderkoers.policy.schema import Schemas

_FILL_IN = "Vul dit in."
_WIDTH = 110
# What someone has just begun is not decided.
_FIXED = {"status": "concept", "versie": '"0.1"'}


def starting_file(schemas: Schemas, kind: str, id_: str, *, document: str, theme: str) -> str:
    """Return the text of a new file of a kind, with the required fields filled in and the others as comments.

    `document` and `theme` are ids that exist, so that the file is valid before anyone changes it.
    """
    schema = schemas.schema(kind)
    known = {"document": document, "themas": f"[{theme}]"}
    writer = _Writer(schemas, known)
    lines = [f"# {line}" for line in textwrap.wrap(schema["description"], _WIDTH)]
    lines += ["# Velden met een # ervoor mag je weglaten. Haal het # weg om ze te gebruiken.", ""]
    for name, field in schema["properties"].items():
        described = schemas.described(field)
        lines += [f"# {line}" for line in textwrap.wrap(described.get("description", ""), _WIDTH)]
        if name not in schema["required"]:
            lines += [f"# {name}:"]
        elif name == "id":
            lines += [f"id: {id_}"]
        else:
            lines += writer.field(name, described, "")
    return "\n".join(lines) + "\n"


class _Writer:
    """Writes the smallest value that a schema accepts."""

    def __init__(self, schemas: Schemas, known: dict[str, str]) -> None:
        self._schemas = schemas
        self._known = known
        self._ids = itertools.count(1)

    def field(self, name: str, described: dict[str, Any], indent: str) -> Iterator[str]:
        """Yield the lines of one field."""
        if name in self._known:
            yield f"{indent}{name}: {self._known[name]}"
        elif described.get("type") == "object":
            yield f"{indent}{name}:"
            yield from self._mapping(described, f"{indent}  ")
        elif described.get("type") == "array":
            yield f"{indent}{name}:"
            first, *rest = self._mapping(self._schemas.described(described["items"]), f"{indent}    ")
            yield f"{indent}  - {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}{name}: {self._scalar(name, described)}"

    def _mapping(self, described: dict[str, Any], indent: str) -> Iterator[str]:
        for name, field in described["properties"].items():
            # A source is nothing without its document, though the schema lets an item inherit it.
            if name in described["required"] or name == "document":
                yield from self.field(name, self._schemas.described(field), indent)

    def _scalar(self, name: str, described: dict[str, Any]) -> str:
        kinds = described["type"] if isinstance(described.get("type"), list) else [described.get("type")]
        if name == "id":
            return f"verander-dit-id-{next(self._ids)}"
        if "const" in described or name in _FIXED:
            return str(described.get("const", _FIXED.get(name)))
        if "null" in kinds:
            return "null"
        if "enum" in described:
            return str(described["enum"][0])
        return "1" if "integer" in kinds else _FILL_IN
