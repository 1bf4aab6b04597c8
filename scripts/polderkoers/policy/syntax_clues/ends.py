"""A line of dots, which for YAML ends the file."""

from __future__ import annotations

import re

from polderkoers.policy.syntax_clues.blocks import in_text
from polderkoers.policy.syntax_clues.clue import Clue, Stop

_DOTS = re.compile(r"\.\.\.(?:\s.*)?")


def find(stop: Stop) -> Clue | None:
    """Return that a line of dots ends the file while more follows, at the last such line up to the stop."""
    text = in_text(stop.lines)
    for number in stop.above(400):
        row = stop.lines[number - 1]
        if number in text or not _DOTS.fullmatch(row):
            continue
        more = any(each.strip() for each in stop.lines[number:])
        if not more:
            return None
        message = "Een regel die met ... begint, betekent in YAML dat het bestand hier ophoudt; wat eronder staat, telt niet mee."
        hint = f"haal regel {number} weg. Is hier iets weggelaten? Zet het dan terug."
        return Clue(number, 1, message, hint)
    return None
