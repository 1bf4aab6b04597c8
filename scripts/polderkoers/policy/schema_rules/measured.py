"""A measurement that is written as words, `62 (2014)`: its value and its year, when they can be told apart."""

from __future__ import annotations

import re
from typing import Any

from polderkoers.policy.numbers import plainly, reading

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    re.compile(
        rf"(?P<value>\S.*?)\s*(?:\(\s*(?:in\s+)?{_YEAR}\s*\)|[,;:]?\s+(?:in\s+)?{_YEAR.replace('year', 'last')})"
    ),
    re.compile(rf"(?:in\s+)?{_YEAR}\s*(?:[:;=,]|\s)\s*(?P<value>\S.*)"),
)
_UNITS = frozenset({"", "%", "procent"})
FORM = "{waarde: …, jaar: …}"


def is_of_measurement(schema: dict[str, Any]) -> bool:
    """Return whether a group of fields is a measurement."""
    return {"waarde", "jaar"} <= set(schema.get("properties", {}))


def measurement(text: str) -> str:
    """Return a measurement with its fields, or only its form when its value and its year cannot be told apart."""
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        if found is None:
            continue
        parts = found.groupdict()
        if value := _value(parts["value"]):
            return f"{{waarde: {value}, jaar: {parts.get('year') or parts.get('last')}}}"
    return FORM


def _value(text: str) -> str:
    """Return a number as the data writes it; nothing when it may be another, or a year."""
    found = reading(text)
    if found is None or len(found.values) != 1 or found.about or found.unit not in _UNITS:
        return ""
    value = plainly(found.values[0])
    return "" if re.fullmatch(r"(?:19|20)\d\d", value) else value
