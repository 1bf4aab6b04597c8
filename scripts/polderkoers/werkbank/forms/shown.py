"""How a field is filled in, and how a value of the data stands there: as people would type it."""

from __future__ import annotations

from typing import Any

from polderkoers.policy.dutch_dates import in_words
from polderkoers.policy.model.dates import parse_datum
from polderkoers.policy.model.declared import Role
from polderkoers.policy.model.facts import FieldOf
from polderkoers.policy.numbers import in_dutch, in_euro
from polderkoers.werkbank.forms.desk import holds_items
from polderkoers.werkbank.forms.form import Control

YES, NO = "ja", "nee"
# A field of this name is an amount in euro, wherever it stands.
_MONEY = "bedrag"
_LONG = 400
_GROUP_OF_DIGITS = "."


def control_of(each: FieldOf) -> Control:
    """Return how a field is filled in."""
    if each.held is not None:
        return _control_of_parts(each)
    if each.target is not None:
        return Control.REFERENCES if each.many else Control.REFERENCE
    if values_of(each):
        return Control.CHOICES if each.many else Control.CHOICE
    if each.many:
        return Control.LINES
    return _control_of_value(each)


def _control_of_parts(each: FieldOf) -> Control:
    if holds_items(each):
        return Control.ITEMS
    return Control.ROWS if each.many else Control.GROUP


def _control_of_value(each: FieldOf) -> Control:
    if each.role is Role.FLAG:
        return Control.FLAG
    if each.role is Role.DATE and each.form is not None and each.form.name in ("datum", "jaar"):
        return Control.DATE
    if is_number(each):
        return Control.MONEY if each.name == _MONEY else Control.NUMBER
    if each.role is Role.PROSE or (longest_of(each) or 0) > _LONG:
        return Control.AREA
    return Control.TEXT


def is_number(each: FieldOf) -> bool:
    """Return whether the data holds a number in a field, and no text."""
    types = types_of(each)
    return ("number" in types or "integer" in types) and "string" not in types


def types_of(each: FieldOf) -> tuple[str, ...]:
    """Return the types that JSON Schema asks of a value of a field."""
    types = each.form.schema.get("type", "string") if each.form is not None else "string"
    return (types,) if isinstance(types, str) else tuple(types)


def values_of(each: FieldOf) -> tuple[str, ...]:
    """Return the words that a field may have, none when it may have any."""
    said = {**(each.form.schema if each.form is not None else {}), **each.fact.schema}
    return tuple(value for value in said.get("enum", ()) if value is not None)


def longest_of(each: FieldOf) -> int | None:
    """Return how many signs a text may have, None when that is not said."""
    found = each.form.schema.get("maxLength") if each.form is not None else None
    return found if isinstance(found, int) else None


def text_of(each: FieldOf, value: Any) -> str:
    """Return a single value as it stands in a form; what is not known is empty."""
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if control_of(each) is Control.DATE:
        return _date(str(value))
    if isinstance(value, int | float) and is_number(each):
        return in_euro(value) if each.name == _MONEY else in_dutch(value).replace(_GROUP_OF_DIGITS, "")
    # The data parts paragraphs by one line break, and people by a blank line.
    return str(value).replace("\n", "\n\n")


def texts_of_list(value: Any) -> tuple[str, ...]:
    """Return the values of a list as they stand in a form; of anything else none."""
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _date(written: str) -> str:
    # A quarter is clearer as the data has it, and a date that is none stays as it was typed.
    return in_words(written) if parse_datum(written) else written
