"""The rules of a schema on lists.

One function per keyword of JSON Schema: it words the error, and its docstring is the published page of the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from polderkoers.policy.schema_rules.skeletons import group
from polderkoers.policy.schema_words import ROW, Field, Refusal, field_of, given, shown

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


def empty_list(error: ValidationError, field: Field) -> Iterator[Refusal]:
    """Een lijst heeft minstens één onderdeel.

    Een lege lijst betekent: hier hoort iets te staan. Is er niets, laat het veld dan weg.

    Fout:

        stappen: []

    Goed:

        stappen:
          - id: stap-bouwen
            naam: Bouwen
            termijn: kort
    """
    item = field.resolve(field.schema.get("items", {}))
    name = field_of(error)
    example = group(item, field.resolve, name=name) if item.get("type") == "object" else "…"
    hint = f"{_or_away(error, field)}schrijf minstens één onderdeel, met op de plek van … wat er hoort: {ROW}"
    yield Refusal("lege-lijst", f"De lijst '{name}' is leeg.", hint, value=f"[{example}]")


def _or_away(error: ValidationError, field: Field) -> str:
    """Return what else can be done about an empty list: without the list, or without its file."""
    if not field.required:
        return f"haal de regel '{field_of(error)}:' weg als er niets te noemen is, of "
    # Only of a catalogue is a list at the top all that the file holds.
    if len(error.absolute_path) == 1 and "titel" not in field.parent.get("properties", {}):
        return "haal het hele bestand weg als er niets te noemen is, of "
    return ""


def double_in_list(error: ValidationError, _: Field) -> Iterator[Refusal]:
    """In een lijst staat alles één keer.

    Twee keer hetzelfde in een lijst is bijna altijd een vergissing bij het kopiëren.

    Fout:

        themas: [wonen, wonen]

    Goed:

        themas: [wonen]
    """
    seen: list[Any] = []
    double = next((item for item in given(error) if item in seen or seen.append(item)), None)  # type: ignore[func-returns-value]
    yield Refusal("dubbel-in-lijst", f"'{shown(double)}' staat twee keer in '{field_of(error)}'.", "haal er één weg.")
