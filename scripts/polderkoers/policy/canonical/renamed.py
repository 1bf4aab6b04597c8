"""Puts other words in the place of single values of a file, and leaves all around them as it was typed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from polderkoers.policy.canonical import rules
from polderkoers.policy.canonical.form import canonical
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, parse
from polderkoers.policy.source.place import Place
from polderkoers.problems import Problem

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def with_values(document: Document, values: Mapping[str, tuple[str, str]], schemas: Schemas) -> str | Problem:
    """Return the text of a file with other values at some places (JSON Pointers), each given as it is and as it must be.

    These are ids and references, which are words without signs. A file in the canonical form stays in it. Returns the `Problem` that
    keeps the file as it is, when a value does not stand there as it is said to.
    """
    lines = _LINE.findall(document.text)
    for pointer in sorted(values, key=lambda each: _order(document.place(each)), reverse=True):
        place, (old, new) = document.place(pointer), values[pointer]
        line = lines[place.line - 1]
        start = place.column - 1 + (line[place.column - 1 : place.column] in ("'", '"'))
        if not line.startswith(old, start):
            return rules.unchangeable(document.file)
        lines[place.line - 1] = f"{line[:start]}{new}{line[start + len(old) :]}"
    text = "".join(lines)
    if document.text != canonical(document.text, document.file, schemas) or not isinstance(
        parse(text, document.file), Document
    ):
        return text
    # A longer id can make a row too long for one line.
    return canonical(text, document.file, schemas)


def _order(place: Place) -> tuple[int, int]:
    return place.line, place.column
