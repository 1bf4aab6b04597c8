"""Words for the parts of a validation error: Dutch, for an editor who has never heard of JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polderkoers.errors.guess import guess

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

TYPES = {
    "string": "tekst",
    "integer": "een heel getal",
    "number": "een getal",
    "boolean": "true of false",
    "array": "een lijst (regels met een streepje)",
    "object": "een groep velden",
    "null": "leeg",
}
# A part of a pattern of the schema, and how to write what it asks for. The first match wins.
EXAMPLES = (
    ("[0-9]{4}", "2030, 2030-09, 2030-Q3 of 2030-09-30."),
    ("(/[a-z0-9]", "fijn-wonen, of fijn-wonen/doel-genoeg-huizen."),
    ("[a-z0-9]", "fijn-wonen. Alleen kleine letters, cijfers en streepjes."),
    ("[0-9]+\\.[0-9]+", '"1.0", met aanhalingstekens.'),
    ("[A-Z]", "A. Eén hoofdletter."),
)


# What people write for 'not known', and what stands for it in the data is null, or nothing at all.
_NOTHING = frozenset((
    *("-", "--", "—", "–", "?", "??", "...", "…", "x", "n.v.t.", "nvt"),
    *("n/a", "nb", "n.b.", "n.n.b.", "nnb", "onbekend", "geen", "leeg", "niets", "null", "none", "nil"),
    *("n.v.t", "na", "n.t.b.", "ntb", "nnb", "volgt", "tbd", "pm", "p.m.", "todo", "niet bekend", "nog niet bekend", "nog onbekend", "niet van toepassing", "nog te bepalen", "nader te bepalen"),
))  # fmt: skip
ROW = "{regel}"
"""Stands in a hint for the line of the file with the cure in it."""
AS_TYPED = '"{ruw}"'
"""The value of a cure that puts quotation marks around what stands there."""


@dataclass(frozen=True)
class Refusal:
    """A schema error in words; `key` is set when it concerns a key below the place of the error.

    `value` is how the value is written as YAML, and `name` how the key is; `sure` says that no other cure is possible.
    """

    rule: str
    message: str
    hint: str
    key: str | None = None
    value: str | None = None
    name: str | None = None
    sure: bool = False


@dataclass(frozen=True)
class Field:
    """What the schema says of the place of an error: its own part, that of the group around it, and how to resolve a `$ref`.

    `index` is the place in a list, from 0; `present` are the names of the fields that are there.
    """

    schema: dict[str, Any]
    parent: dict[str, Any]
    resolve: Callable[[dict[str, Any]], dict[str, Any]]
    name: str = ""
    index: int | None = None

    @property
    def required(self) -> bool:
        """Whether the group must have this field."""
        return self.index is None and self.name in self.parent.get("required", [])

    @property
    def may_be_null(self) -> bool:
        """Whether the field may stand there without a value."""
        kinds = self.schema.get("type", [])
        return "null" in kinds or None in self.schema.get("enum", [])


def is_nothing(value: Any) -> bool:
    """Return whether a value says that there is none, in one of the ways that people do."""
    return value is None or (isinstance(value, str) and (not value.strip() or value.strip().casefold() in _NOTHING))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ' Bedoelde je …?' when something known resembles the word closely, and nothing otherwise."""
    return guess(word, known, likeness=0.75)


def asked(error: ValidationError) -> Any:
    """Return what the schema asks: the value of its keyword."""
    return error.validator_value


def given(error: ValidationError) -> Any:
    """Return what the file holds at the place of the error."""
    return error.instance


def field_of(error: ValidationError) -> str:
    """Return the name of the field where an error is."""
    names = [str(part) for part in error.absolute_path if isinstance(part, str)]
    return next(reversed(names), "dit bestand")


def shown(value: Any) -> str:
    """Return a value as an editor would write it, at most 60 signs long."""
    if value is None:
        return "leeg"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "een groep velden"
    if isinstance(value, list):
        return "een lijst"
    text = str(value)
    if len(text) > 60:
        return text[:57] + "…"
    return text


def schema_of(error: ValidationError) -> dict[str, Any]:
    """Return the part of the schema that refused the value."""
    if not isinstance(error.schema, dict):
        return {}
    return error.schema


def description(error: ValidationError) -> str:
    """Return what the schema says in Dutch about the field, or nothing."""
    return str(schema_of(error).get("description", "")).strip()


def who(instance: Any) -> str:
    """Return ' bij …' with the name of an item, or nothing when it has none."""
    if not isinstance(instance, dict):
        return ""
    name = instance.get("id") or instance.get("naam") or instance.get("titel")
    if not isinstance(name, str):
        return ""
    return f" bij '{shown(name)}'"


def quoted(value: Any) -> str:
    """Return a value between quotation marks."""
    if value is None:
        return "niets"
    return f"'{shown(value)}'"
