"""Data that may be anything, as what it should be."""

from __future__ import annotations

from typing import Any

NOTHING: Any = object()
"""What stands in a field that is not there: null is something else."""


def as_list(value: Any) -> list[Any]:
    """Return a value when it is a list, else an empty one."""
    if isinstance(value, list):
        return value
    return []


def as_group(value: Any) -> dict[str, Any]:
    """Return a value when it is a group of fields, else an empty one."""
    if isinstance(value, dict):
        return value
    return {}


def as_groups(value: Any) -> list[dict[str, Any]]:
    """Return the groups of fields in a list, or the one that a value is."""
    if isinstance(value, dict):
        return [value]
    return [each for each in as_list(value) if isinstance(each, dict)]


def shortened(text: str, longest: int = 90) -> str:
    """Return a text to quote, cut off where it is too long."""
    if len(text) <= longest:
        return text
    return f"{text[: longest - 1]}…"
