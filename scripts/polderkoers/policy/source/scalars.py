"""What a plain scalar means: the YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema); PyYAML itself reads 1.1."""

from __future__ import annotations

import re

MAX_NUMBER_LENGTH = 30

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
# A scalar that begins with any other sign is text.
MAYBE_NO_TEXT = frozenset("~nNtTfF0123456789+-.")


class NotPlain(ValueError):
    """A plain scalar that would be a number, but not one that we read; with message and hint in Dutch."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def resolve(text: str) -> str | int | float | bool | None:
    """Return what a plain scalar means. Raises `NotPlain` for a number that is not finite, very long, or a power of ten."""
    if not text or text[0] not in MAYBE_NO_TEXT:
        return text or None
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _NOT_FINITE.fullmatch(text):
        raise NotPlain(f"'{text}' is geen gewoon getal.", "schrijf een getal, of zet aanhalingstekens om de tekst.")
    if _INT.fullmatch(text):
        return int(_bounded(text), 0 if text.startswith(("0o", "0x")) else 10)
    if _FLOAT.fullmatch(text):
        return float(_bounded(text))
    return text


def _bounded(text: str) -> str:
    if len(text) > MAX_NUMBER_LENGTH or ("e" in text.lower().removeprefix("0x") and not text.startswith("0x")):
        raise NotPlain(
            f"Het getal {text[:20]} is te lang of heeft een macht van tien.",
            "schrijf een gewoon getal, of zet aanhalingstekens om de tekst.",
        )
    return text
