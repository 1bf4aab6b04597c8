"""Clues to why reading stopped that the text itself gives: another kind of file, half a sign, text lost behind a #."""

from __future__ import annotations

import re

from polderkoers.policy.source.odd import excerpt, in_quotes
from polderkoers.policy.syntax_clues.clue import Clue

_TURTLE = re.compile(r"\s*(?:@prefix|@base|PREFIX)\s", re.IGNORECASE)
_HALF = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_PAIR = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
# Nobody can read a longer line, and looking for a clue in it would take long.
_LONGEST_LINE = 2000
_OPEN_BRACKET = re.compile(r"^(?P<before>[^#\"']*[\[{][^\]}#\"']*?)(?P<blanks>[ \t]+)#(?P<rest>.*[\]}].*)$")
_PLAIN = re.compile(
    r"^(?P<before>\s*(?:- +)*(?:[\w-]+:[ \t]+)?)(?P<text>[^\"'#\[{|>&*!%@`\s-][^#]*?)(?:[ \t]+#\S|(?<=\S)[ \t]# ).*$"
)
_LAST_PART = re.compile(r"[^,:\[{]*$")
_FIRST_PART = re.compile(r"[^,\]}]*")


def clue(text: str, lines: list[str], line: int, column: int) -> Clue | None:
    """Return what a text says about why its reading stopped at a line and column, or None when it says nothing sure."""
    return _turtle(text) or _half_a_sign(lines, line, column) or _lost(lines, line)


def _turtle(text: str) -> Clue | None:
    """Return that a text is open data in Turtle, whose first sign looks like a fault of YAML, or None."""
    if not _TURTLE.match(text):
        return None
    hint = "haal het weg uit de map data, of schrijf de gegevens over in YAML."
    return Clue(1, 1, "Dit is geen YAML, maar een bestand in Turtle (RDF).", hint)


def _half_a_sign(lines: list[str], line: int, column: int) -> Clue | None:
    """Return the sign that was written as two codes of JSON, of which YAML knows neither."""
    row = lines[line - 1]
    found = next((each for each in _HALF.finditer(row) if each.start() >= column - 3), None) or _HALF.search(row)
    if found is None:
        return None
    pair = _PAIR.match(row, found.start())
    if pair is None:
        message = f"De code {found[0]} is een half teken; de andere helft ontbreekt."
        return Clue(line, found.start() + 1, message, "haal de code weg, en typ het teken zelf.")
    high, low = (int(half, 16) for half in pair.groups())
    sign = chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    message = f"De code {pair[0]} staat voor één teken ({sign}), zoals JSON dat schrijft; YAML kent die code niet."
    return Clue(line, found.start() + 1, message, f"typ het teken zelf: {sign}")


def _lost(lines: list[str], line: int) -> Clue | None:
    """Return the # behind which a bracket is lost, or in the middle of a text that goes on below."""
    if len(lines[line - 1]) > _LONGEST_LINE:
        return None
    if found := _OPEN_BRACKET.match(lines[line - 1]):
        # Both find something, if need be nothing but an empty text.
        before = _LAST_PART.findall(found["before"])[0]
        behind = _FIRST_PART.findall(found["rest"])[0]
        whole = f"{before}{found['blanks']}#{behind}".strip()
        message = f"Achter een # na een spatie leest YAML niet verder: '#{excerpt(found['rest'])}' telt niet mee."
        return Clue(line, found.end("blanks") + 1, message, f"zet aanhalingstekens om de tekst: {in_quotes(whole)}.")
    return _lost_in_text(lines, line) or _lost_in_text(lines, line - 1)


def _lost_in_text(lines: list[str], line: int) -> Clue | None:
    """Return the # of a text without quotes; behind it YAML expects the next field."""
    short = line > 0 and len(lines[line - 1]) <= _LONGEST_LINE
    found = _PLAIN.match(lines[line - 1]) if short else None
    if found is None:
        return None
    whole = lines[line - 1][found.end("before") :].strip()
    message = f"Van '{excerpt(whole)}' leest YAML alleen '{excerpt(found['text'])}': een # na een spatie begint een opmerking."
    hint = f"hoort het bij de tekst? Zet er aanhalingstekens om: {in_quotes(whole)}. Is het een opmerking? Zet haar op een eigen regel erboven."
    return Clue(line, found.end("text") + 1, message, hint)
