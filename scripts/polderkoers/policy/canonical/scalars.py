"""Writes one value on one line: plain where YAML 1.1 and YAML 1.2 agree on what it means, and for a date; in double quotes otherwise."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

from polderkoers.policy.numbers import looks_like_thousands
from polderkoers.policy.signs import HIDDEN

# Letters and digits begin no sign of YAML, nor do these.
_BEGINS = re.compile(r"[^\W_]|[(€‘’“”]")
# What ends a plain text early: in a list or group on one line, more than elsewhere.
_ENDS = re.compile(r": | #|:$|\s$")
_ENDS_IN_FLOW = re.compile(r"[,\[\]{}:?]")
# What PyYAML takes for something else than a text is asked of PyYAML (`_RESOLVERS`). To this come the numbers of YAML
# 1.2, and what the text of YAML 1.1 says but PyYAML does not do: 1.2.3 a number, y and n booleans. And every time of
# day, because 17:30 is a number to PyYAML and 09:30 is not.
_NUMBER = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9_]*\.[0-9._]*|[0-9]+(:[0-9]+)+"
)
# What a person writes for a date, and `source` reads as the text that it is; to YAML 1.1 it is a date of the same day.
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers

# Signs that YAML does not allow in a file, or that its versions read differently: tabs and line breaks among them.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = re.compile(rf'["\\]|{_UNPRINTABLE.pattern}')
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def one_line(value: Any, *, flow: bool = False) -> str:
    """Return a value on one line; `flow` when it stands in a list or group that is itself on one line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _decimal(value)
    if is_plain(value, flow=flow):
        return str(value)
    return f'"{escaped(value)}"'


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Return whether a text without quotes is that same text for every reader of YAML, or a date."""
    return (
        _BEGINS.match(text) is not None
        and not _ENDS.search(text)
        and not (flow and _ENDS_IN_FLOW.search(text))
        and not needs_escape(text)
        and text.lower() not in _WORDS
        and not _NUMBER.fullmatch(text)
        and (_is_date(text) or not _resolved(text))
    )


def _is_date(text: str) -> bool:
    """Return whether a text is a day that exists: PyYAML ends in an error for one that does not."""
    try:
        return _DATE.fullmatch(text) is not None and date.fromisoformat(text) is not None
    except ValueError:
        return False


def _resolved(text: str) -> bool:
    """Return whether PyYAML takes a text without quotes for something else."""
    return any(pattern.match(text) for _, pattern in _RESOLVERS.get(text[:1], []))


def needs_escape(text: str) -> bool:
    """Return whether a text holds signs that can only be written with a backslash, or that no one would see."""
    return bool(_UNPRINTABLE.search(text) or HIDDEN.search(text))


def escaped(text: str) -> str:
    """Return a text as it is written between double quotes."""
    return HIDDEN.sub(_escaped_sign, _ESCAPES.sub(_escaped_sign, text))


def _escaped_sign(found: re.Match[str]) -> str:
    sign = found.group()
    if sign in _SHORT:
        return _SHORT[sign]
    number = ord(sign)
    if number < 0x100:
        return f"\\x{number:02X}"
    if number < 0x10000:
        return f"\\u{number:04X}"
    return f"\\U{number:08X}"


def _decimal(value: float) -> str:
    """Return a number without a power of ten, and never with exactly three decimals: `source` refuses both."""
    text = format(Decimal(repr(value)), "f")
    if "." not in text:
        text = f"{text}.0"
    if looks_like_thousands(text):
        text = f"{text}0"
    return text
