"""Puts the fields of every part in the order of its schema, and comments where the canonical form has room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polderkoers.policy.canonical.nodes import Collection, Scalar, YamlEntry

if TYPE_CHECKING:
    from polderkoers.policy.schema import Schemas


def arrange(top: YamlEntry, data: Any, schemas: Schemas) -> None:
    """Arrange a file in place. A kind without a schema keeps its order, as do the fields that a schema does not know."""
    arrange_part(top, schema_of(data, schemas), schemas)


def arrange_part(entry: YamlEntry, schema: dict[str, Any], schemas: Schemas) -> None:
    """Arrange the value of an entry in place, which `schema` describes."""
    _Arranging(schemas).node(entry.value, schema)


def schema_within(schema: dict[str, Any], name: str | None, schemas: Schemas) -> dict[str, Any]:
    """Return what describes a field of what a schema describes, or without a name an item of it."""
    return _Arranging(schemas).described(
        schema.get("items") if name is None else schema.get("properties", {}).get(name)
    )


def schema_of(data: Any, schemas: Schemas) -> dict[str, Any]:
    """Return what describes a file, which is nothing when its kind has no schema."""
    kind = data.get("soort") if isinstance(data, dict) else None
    if not isinstance(kind, str) or kind not in schemas.kinds:
        return {}
    return schemas.schema(kind)


class _Arranging:
    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas

    def node(self, node: Scalar | Collection, schema: dict[str, Any]) -> None:
        """Arrange a value, which `schema` describes, and all that is in it."""
        if isinstance(node, Scalar):
            return
        fields = schema.get("properties", {}) if node.mapping else {}
        place = {key: number for number, key in enumerate(fields)}
        node.entries.sort(key=lambda entry: place.get(entry.key or "", len(place)))
        items = {} if node.mapping else schema.get("items", {})
        for entry in node.entries:
            self.node(entry.value, self.described(fields.get(entry.key, items)))
            _raise_comments(entry)

    def described(self, field: Any) -> dict[str, Any]:
        """Return what a description comes down to, nothing for what is none."""
        return self._schemas.described(field) if isinstance(field, dict) else {}


def _raise_comments(entry: YamlEntry) -> None:
    """Move comments up to above an entry: all but one of those behind it, and those between a dash and what follows."""
    entry.before += entry.trailing[:-1]
    entry.trailing = entry.trailing[-1:]
    if entry.key is None and isinstance(entry.value, Collection) and entry.value.entries:
        first = entry.value.entries[0]
        # Between a dash and what follows stands no blank line.
        blank = first.before[:1] == [""]
        entry.before += first.before[blank:]
        first.before = []
