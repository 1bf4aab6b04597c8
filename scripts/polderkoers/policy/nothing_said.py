"""Texts that say that there is no text: a dash, a question mark, n.v.t., where the site would show just that."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from polderkoers.policy.placeholders import is_none, may_hold_none
from polderkoers.policy.schema import Schemas
from polderkoers.policy.schema_place import located
from polderkoers.policy.schema_rules.values import no_text
from polderkoers.policy.schema_words import Field, is_nothing
from polderkoers.policy.source import Document
from polderkoers.policy.values import strings, values
from polderkoers.problems import Problem

# The words of the source are what they are, and so is what a table of the source says.
_WORDS_OF_SOURCE = frozenset({"weergave", "noot", "groep", "plek", "eenheid", "tekst", "wanneer", "letter"})


def nothing_said(document: Document, schemas: Schemas) -> Iterator[Problem]:
    """Yield the problem of every free text that only says that there is none, and of what should be null for it."""
    kind = document.data.get("soort") if isinstance(document.data, dict) else None
    if kind not in schemas.kinds or not may_hold_none(document.text):
        return
    if not any(map(_says_none, strings(document.data))):
        return
    for pointer, value in values(document.data, ""):
        if isinstance(value, str) and _says_none(value):
            field = schemas.field(kind, pointer)
            if _is_free_text(field) and (field.may_be_null or is_none(value)):
                yield located(document, pointer, no_text(value, field))


@lru_cache(maxsize=4096)
def _says_none(value: str) -> bool:
    return bool(value.strip()) and (is_none(value) or is_nothing(value))


def _is_free_text(field: Field) -> bool:
    """Return whether a field is for words of the editor: no choice, no id, no date."""
    pattern = str(field.schema.get("pattern", "\\S"))
    return "string" in str(field.schema.get("type")) and (
        pattern == "\\S" and "enum" not in field.schema and field.name not in _WORDS_OF_SOURCE
    )
