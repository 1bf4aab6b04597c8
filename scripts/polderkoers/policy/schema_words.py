"""Words for the parts of a validation error: Dutch, for an editor who has never heard of JSON Schema."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
    ("[0-9]{4}", "2012, 2012-09, 2012-Q3 of 2012-09-30."),
    ("(/[a-z0-9]", "mensen-doen-mee, of mensen-doen-mee/doel-uitsluiting-voorkomen."),
    ("[a-z0-9]", "mensen-doen-mee. Alleen kleine letters, cijfers en streepjes."),
    ("[0-9]+\\.[0-9]+", '"1.0", met aanhalingstekens.'),
    ("[A-Z]", "A. Eén hoofdletter."),
)


@dataclass(frozen=True)
class Finding:
    """A schema error in words; `key` is set when it concerns a key below the place of the error."""

    rule: str
    message: str
    hint: str
    key: str | None = None


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ' Bedoelde je …?' when something known resembles the word, and nothing otherwise."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Bedoelde je '{found[0]}'?" if found else ""


def asked(error: ValidationError) -> Any:
    """Return what the schema asks: the value of its keyword."""
    return error.validator_value


def given(error: ValidationError) -> Any:
    """Return what the file holds at the place of the error."""
    return error.instance


def field_of(error: ValidationError) -> str:
    """Return the name of the field where an error is."""
    names = [str(part) for part in error.absolute_path if isinstance(part, str)]
    return names[-1] if names else "dit bestand"


def shown(value: Any) -> str:
    """Return a value as an editor would write it, at most 60 signs long."""
    if value is None:
        return "leeg"
    if isinstance(value, bool):
        return str(value).lower()
    text = "een groep velden" if isinstance(value, dict) else "een lijst" if isinstance(value, list) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def schema_of(error: ValidationError) -> dict[str, Any]:
    """Return the part of the schema that refused the value."""
    return error.schema if isinstance(error.schema, dict) else {}


def description(error: ValidationError) -> str:
    """Return what the schema says in Dutch about the field, or nothing."""
    return str(schema_of(error).get("description", "")).strip()


def who(instance: Any) -> str:
    """Return ' bij …' with the name of an item, or nothing when it has none."""
    if not isinstance(instance, dict):
        return ""
    name = instance.get("id") or instance.get("naam") or instance.get("titel")
    return f" bij '{shown(name)}'" if isinstance(name, str) else ""


def quoted(value: Any) -> str:
    """Return a value between quotation marks."""
    return "niets" if value is None else f"'{shown(value)}'"
