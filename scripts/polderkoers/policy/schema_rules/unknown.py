"""The rule of a schema on fields that it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from polderkoers.policy.schema_rules.naming import meant
from polderkoers.policy.schema_words import ROW, Field, Refusal, given, schema_of
from polderkoers.policy.signs import look_alikes

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_MOST = 12


def additional(error: ValidationError, field: Field) -> Iterator[Refusal]:
    """Een onderdeel heeft alleen velden die de site kent.

    Een veld met een onbekende naam zou stil verdwijnen: niemand leest het, en jij denkt dat het op de site staat. Vaak is
    het een typefout. De melding noemt dan het veld dat erop lijkt.

    Fout:

        title: Fijn wonen
        titel: Fijn wonen

    Goed:

        titel: Fijn wonen
    """
    known: dict[str, Any] = schema_of(error).get("properties", {})
    instance = given(error)
    for name in instance:
        if name not in known:
            yield _one(name, instance, known, field)


def _one(name: str, instance: dict[str, Any], known: dict[str, Any], field: Field) -> Refusal:
    strange = look_alikes(name)
    if found := meant(name, known, instance):
        right, sure = found
        message = f"Het veld '{name}' hoort hier niet. Bedoelde je '{right}'?{strange}"
        return Refusal("onbekend-veld", message, f"schrijf: {ROW}", key=name, name=right, sure=sure and not strange)
    if place := _lower(name, instance, known, field):
        message, hint = place
        return Refusal("onbekend-veld", message, hint, key=name)
    names = list(known)
    choice = ", ".join(names[:_MOST])
    if len(names) > _MOST:
        choice += " en nog andere"
    hint = f"haal het veld weg, of gebruik een veld dat hier wel hoort: {choice}."
    return Refusal("onbekend-veld", f"Het veld '{name}' hoort hier niet.{strange}", hint, key=name)


def _lower(name: str, instance: dict[str, Any], known: dict[str, Any], field: Field) -> tuple[str, str] | None:
    """Return message and hint when the name is a field of a group or of the items of a list at this place."""
    lists: list[str] = []
    for above, part in known.items():
        schema = field.resolve(part)
        if schema.get("type") == "object" and name in schema.get("properties", {}):
            return f"Het veld '{name}' hoort niet hier, maar onder '{above}'.", _inside(above, name, instance)
        items = field.resolve(schema.get("items", {}))
        if name in items.get("properties", {}):
            lists.append(above)
    if not lists:
        return None
    where = " of ".join(f"'{each}'" for each in lists[:4])
    message = f"Het veld '{name}' hoort niet hier, maar bij een onderdeel van een lijst: {where}."
    return message, f"verplaats de regel naar het onderdeel waar hij over gaat, of haal hem weg: {name}: …"


def _inside(above: str, name: str, instance: dict[str, Any]) -> str:
    """Return how a group is written with a field that stood beside it."""
    held = instance.get(above)
    values = {name: instance[name]}
    if isinstance(held, dict):
        values = held | values
    if not all(isinstance(value, str | int) for value in values.values()):
        return f"zet dit veld tussen de accolades van '{above}'."
    parts = ", ".join(f"{key}: {_written(value)}" for key, value in values.items())
    return f"haal deze regel weg en schrijf bij '{above}': {above}: {{{parts}}}"


def _written(value: str | int) -> str:
    """Return a value as it is written between braces."""
    if isinstance(value, int):
        return str(value)
    from polderkoers.policy.schema_rules.skeletons import text_value  # noqa: PLC0415 - only for a fault

    return text_value(value)
