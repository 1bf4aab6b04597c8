"""What a plain scalar means: the YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema); PyYAML itself reads 1.1.

Of the numbers of that schema only those are accepted of which no Dutch reader can think anything else.
"""

from __future__ import annotations

import re

MAX_NUMBER_LENGTH = 30

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
# 780.000 is 780 for YAML and 780 thousand for who writes it. Behind a lone nought a point can only stand before decimals.
_THOUSANDS = re.compile(r"-?[1-9][0-9]*\.[0-9]{3}")
# What YAML takes for a number as well, and a person for something else, or for nothing at all.
_OTHER_NUMBER = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
# A scalar that begins with any other sign is text.
MAYBE_NO_TEXT = frozenset("~nNtTfF0123456789+-.")


class OddNumber(ValueError):
    """A plain scalar that YAML takes for a number, and a person perhaps for another one, or for a text."""


def resolve(text: str) -> str | int | float | bool | None:
    """Return what a plain scalar means. Raises `OddNumber` for a number that can be read in two ways."""
    if not text or text[0] not in MAYBE_NO_TEXT:
        return text or None
    if found := _NUMBER.fullmatch(text):
        if len(text) > MAX_NUMBER_LENGTH or _THOUSANDS.fullmatch(text):
            raise OddNumber(text)
        return float(text) if found[1] else int(text)
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _OTHER_NUMBER.fullmatch(text):
        raise OddNumber(text)
    return text


def as_yaml(text: str) -> str | int | float:
    """Return what YAML makes of an odd number; one that is too long, too large or not finite stays text."""
    if len(text) > MAX_NUMBER_LENGTH or "n" in text.lower():
        return text
    if text.startswith(("0o", "0x")):
        return int(text, 0)
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    number = float(text)
    if abs(number) > 1e30:
        return text
    return number
