"""Puts other words in the place of some in a text of a file, where it is certain which those are; and carries that out."""

from __future__ import annotations

import re

import yaml

from polderkoers.policy.source import Document
from polderkoers.policy.spans import spans
from polderkoers.problems import Repair

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def swapped(document: Document, pointer: str, old: str, new: str) -> Repair | None:
    """Return the repair that writes `new` for `old` in the text at a JSON Pointer, when `old` stands in it once, on one line."""
    place = document.place(pointer)
    try:
        end = spans(document.text).get((place.line, place.column))
    except (yaml.YAMLError, ValueError):
        return None
    if end is None:
        return None
    lines = _LINE_BREAK.split(document.text)
    spots = []
    for number in range(place.line, min(end[0], len(lines)) + 1):
        first = place.column - 1 if number == place.line else 0
        last = end[1] - 1 if number == end[0] else len(lines[number - 1])
        part = lines[number - 1][first:last]
        spots += [(number, first + found.start() + 1) for found in re.finditer(re.escape(old), part)]
    if len(spots) != 1:
        return None
    line, column = spots[0]
    return Repair(line, column, line, column + len(old), new)


def carried_out(text: str, repair: Repair) -> str:
    """Return a text with a repair carried out; line breaks stay those of the text."""
    starts = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]
    start = starts[repair.line - 1] + repair.column - 1
    end = starts[repair.end_line - 1] + repair.end_column - 1
    broken = _LINE_BREAK.search(text)
    new = repair.text.replace("\n", broken.group() if broken else "\n")
    return f"{text[:start]}{new}{text[end:]}"
