"""The types that a schema asks for at a place, of which an error says that none stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polderkoers.policy.schema_words import TYPES, asked

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


def kinds_wanted(error: ValidationError) -> list[str]:
    """Return the names that JSON Schema has for the types that fit."""
    kinds = asked(error)
    return kinds if isinstance(kinds, list) else [kinds]


def kinds_in_words(kinds: list[str]) -> str:
    """Return types as an editor knows them: 'een getal of leeg'."""
    return " of ".join(TYPES[str(name)] for name in kinds)
