"""A group of fields as it can be pasted: the fields that it must have, on one line, out of the schema."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from polderkoers.policy.syntax_clues.clue import HEADINGS, quoted, reads

Resolve = Callable[[dict[str, Any]], dict[str, Any]]
_PREFIXES = {name: prefix for prefix, name in HEADINGS.items()}
# The fields that a text without a name was meant for, in that order.
_MAIN = ("tekst", "naam", "titel", "wat", "waarvoor", "plek", "document")
_DOTS = "…"
# The smallest value of each type, as it is written.
_SMALLEST = {"array": "[]", "integer": "1", "number": "1"}


def group(  # noqa: PLR0913 - all but the schema are for one kind of place each
    schema: dict[str, Any],
    resolve: Resolve,
    *,
    text: str = "",
    name: str = "",
    number: int = 1,
    given: dict[str, str] | None = None,
) -> str:
    """Return a group with its required fields, and a text in the field that it was meant for; `given` are values of fields.

    `name` is that of the list or field that it stands in, and `number` its place there.
    """
    properties, required = schema.get("properties", {}), list(schema.get("required", []))
    main = _main(properties, required, text)
    held = {main: text, **(given or {})}
    parts = []
    for each in properties:
        if each not in required and each != main:
            continue
        if each in held:
            parts.append(f"{each}: {text_value(held[each])}")
        else:
            parts.append(f"{each}: {_filler(each, resolve(properties[each]), name, number)}")
    inside = ", ".join(parts) or f"{next(iter(properties), _DOTS)}: {_DOTS}"
    return f"{{{inside}}}"


def _main(properties: dict[str, Any], required: list[str], text: str) -> str:
    """Return the field that a text was meant for; nothing when there is none, or no text."""
    if not text:
        return ""
    if "document" in properties and "plek" in properties:
        return "document" if slug_like(text) else "plek"
    if "met" in properties:
        return ""
    order = [each for each in _MAIN if each in required] or [each for each in _MAIN if each in properties]
    return next(iter(order), "")


def slug_like(text: str) -> bool:
    """Return whether a text has the form of an id."""
    return bool(text) and all(sign.isascii() and (sign.isdigit() or sign.islower() or sign == "-") for sign in text)


def _filler(each: str, schema: dict[str, Any], name: str, number: int) -> str:
    """Return the smallest value of a field that its schema accepts, with dots where words belong."""
    if each == "id":
        return f"{_PREFIXES.get(name, 'onderdeel')}-{number}"
    if "const" in schema or "enum" in schema:
        return str(schema.get("const", schema.get("enum", [""])[0]))
    kinds = schema.get("type", "string")
    if "null" in kinds:
        return "null"
    if kinds == "array" and schema.get("minItems"):
        return f"[{_DOTS}]"
    return _SMALLEST.get(str(kinds), _DOTS)


def text_value(text: str) -> str:
    """Return a text as a value between braces or brackets."""
    safe = not any(sign in text for sign in ',[]{}#"') and reads(f"[{text}]") and not text.replace(".", "").isdigit()
    if safe and text == text.strip() and text:
        return text
    return quoted(text)
