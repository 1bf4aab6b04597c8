"""How a field is filled in, and how a value of the data stands there: as people would type it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polderkoers.policy.dutch_dates import in_words
from polderkoers.policy.model.dates import parse_datum
from polderkoers.policy.model.declared import Role
from polderkoers.policy.model.facts import FieldOf
from polderkoers.policy.numbers import in_dutch, in_euro
from polderkoers.werkbank.forms.desk import holds_items
from polderkoers.werkbank.forms.form import Control
from polderkoers.werkbank.forms.plain import NOTHING, as_list

YES, NO = "ja", "nee"
# A field of this name is an amount in euro, wherever it stands.
_MONEY = "bedrag"
_GROUP_OF_DIGITS = "."


def control_of(each: FieldOf) -> Control:
    """Return how a field is filled in."""
    if each.held is not None:
        return _control_of_parts(each)
    if each.target is not None:
        return _one_or_many(each, Control.REFERENCE, Control.REFERENCES)
    if values_of(each):
        return _one_or_many(each, Control.CHOICE, Control.CHOICES)
    if each.many:
        return Control.LINES
    return _control_of_value(each)


def _control_of_parts(each: FieldOf) -> Control:
    if holds_items(each):
        return Control.ITEMS
    return _one_or_many(each, Control.GROUP, Control.ROWS)


def _one_or_many(each: FieldOf, one: Control, many: Control) -> Control:
    if each.many:
        return many
    return one


def _control_of_value(each: FieldOf) -> Control:
    if each.role is Role.FLAG:
        return Control.FLAG
    if each.role is Role.DATE and each.form is not None and each.form.name in ("datum", "jaar"):
        return Control.DATE
    if is_number(each) and each.name == _MONEY:
        return Control.MONEY
    if is_number(each):
        return Control.NUMBER
    if each.role is Role.PROSE:
        return Control.AREA
    return Control.TEXT


def is_number(each: FieldOf) -> bool:
    """Return whether the data holds a number in a field, and no text."""
    types = types_of(each)
    return ("number" in types or "integer" in types) and "string" not in types


def types_of(each: FieldOf) -> tuple[str, ...]:
    """Return the types that JSON Schema asks of a value of a field."""
    types = _schema_of(each).get("type", "string")
    if isinstance(types, str):
        return (types,)
    return tuple(types)


def _schema_of(each: FieldOf) -> Mapping[str, Any]:
    """Return what JSON Schema asks of a value of a field."""
    if each.form is None:
        return each.fact.schema
    return {**each.form.schema, **each.fact.schema}


def values_of(each: FieldOf) -> tuple[str, ...]:
    """Return the words that a field may have, none when it may have any."""
    return tuple(value for value in _schema_of(each).get("enum", ()) if value is not None)


def longest_of(each: FieldOf) -> int | None:
    """Return how many signs a text may have, None when that is not said."""
    found: int | None = _schema_of(each).get("maxLength")
    return found


def text_of(each: FieldOf, value: Any) -> str:
    """Return a single value as it stands in a form; what is not known is empty."""
    if value is None or value is NOTHING or isinstance(value, dict | list):
        return ""
    if isinstance(value, bool):
        return {True: YES, False: NO}[value]
    if control_of(each) is Control.DATE:
        return _date(str(value))
    if isinstance(value, int | float) and is_number(each):
        return _number(each, value)
    # The data parts paragraphs by one line break, and people by a blank line.
    return str(value).replace("\n", "\n\n")


def texts_of_list(value: Any) -> tuple[str, ...]:
    """Return the values of a list as they stand in a form; of anything else none."""
    return tuple(map(str, as_list(value)))


def texts_of(each: FieldOf, value: Any) -> tuple[str, ...]:
    """Return what stands in a field that may hold one value or more, as it stands in a form."""
    if each.many:
        return texts_of_list(value)
    return tuple(filter(None, (text_of(each, value),)))


def _number(each: FieldOf, value: float) -> str:
    if each.name == _MONEY:
        return in_euro(value)
    return in_dutch(value).replace(_GROUP_OF_DIGITS, "")


def _date(written: str) -> str:
    # A date that is none stays as it was typed.
    if parse_datum(written) is None:
        return written
    return in_words(written)
