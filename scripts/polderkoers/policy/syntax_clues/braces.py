"""An item of a list between braces that does not close, closes twice, or holds a text with signs of YAML."""

from __future__ import annotations

import re

from polderkoers.policy.syntax_clues import flow
from polderkoers.policy.syntax_clues.blocks import in_text
from polderkoers.policy.syntax_clues.clue import Clue, Stop, indent_of, reads, row_below, shown

_ITEM = re.compile(r"(?P<head> *(?:- +)+)(?P<value>\{.*\S)\s*")
_TWO = re.compile(r"(?P<one>\{[^{}]*\})\s*,?\s*(?P<two>\{[^{}]*\})")


def find(stop: Stop) -> Clue | None:
    """Return what is wrong with an item between braces on the line of the stop, or on the one above it."""
    text = in_text(stop.lines)
    for number in stop.above(2):
        if number in text:
            continue
        found = _ITEM.fullmatch(stop.lines[number - 1])
        if found and not reads(found["value"]) and not _goes_on(stop.lines, number):
            return _clue(number, found["head"], found["value"])
    return None


def _goes_on(lines: list[str], number: int) -> bool:
    """Return whether the next line stands deeper than the dash, so that the braces may close there."""
    below = row_below(lines, number)
    return bool(below.strip()) and indent_of(below) > indent_of(lines[number - 1])


def _clue(number: int, head: str, value: str) -> Clue | None:
    if two := _TWO.fullmatch(value):
        message = "Op deze regel staan twee onderdelen van de lijst."
        hint = f"zet het tweede op een eigen regel eronder, met evenveel spaties ervoor: - {shown(two['two'])}"
        return Clue(number, len(head) + two.start("two") + 1, message, hint)
    found = flow.mend(value)
    if found is None or found.text:
        return None
    hint = f"schrijf: {shown(f'{head.lstrip()}{found.new}')}"
    return Clue(number, len(head) + found.offset + 1, found.message, hint)
