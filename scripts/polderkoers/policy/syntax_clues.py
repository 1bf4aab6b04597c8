"""Clues in the text of a file that explain a syntax error better, and at a better place, than the parser does."""

from __future__ import annotations

import re
from dataclasses import dataclass

# How many lines above the place where reading stops a fault may stand.
_REACH = 40
_FIELD = r"^(?P<before>\s*(?:- +)?[\w-]+:\s+)"
_AFTER_QUOTE = re.compile(_FIELD + r"(?P<quoted>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')(?P<space>\s+)(?P<rest>[^#\s].*)$")
_OPEN_QUOTE = re.compile(_FIELD + r"(?:\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$")
_TIGHT_DASH = re.compile(r"^(?P<before>\s*)-(?P<field>[A-Za-z]\w*:\s.*)$")
_TAB = re.compile(r"^ *\t")
_BAD_START = "@`%"
_CLOSED = re.compile(r"\{[^}]*\}|\[[^\]]*\]")


@dataclass(frozen=True)
class Clue:
    """What is wrong, where (line and column from 1), and how to mend it."""

    line: int
    column: int
    message: str
    hint: str


def find_clue(lines: list[str], line: int, column: int) -> Clue | None:
    """Return what the text around the place where a parser stopped says, or None when it says nothing sure."""
    if not 0 < line <= len(lines):
        return _quote(lines, len(lines))
    row = lines[line - 1]
    if _TAB.match(row):
        return Clue(line, column, "Deze regel is ingesprongen met een tab.", "gebruik spaties in plaats van tabs.")
    sign = row[column - 1 : column]
    if sign and sign in _BAD_START:
        hint = f'zet aanhalingstekens om de tekst: "{row[column - 1 :].strip()[:40]}".'
        return Clue(line, column, f"Een tekst kan in YAML niet beginnen met {sign}.", hint)
    return _after_quote(row, line) or _quote(lines, line) or _dash(lines, line) or _comma(row, line, column)


def _after_quote(row: str, line: int) -> Clue | None:
    if not (found := _AFTER_QUOTE.match(row)):
        return None
    other = "'" if found["quoted"].startswith('"') else '"'
    whole = f"{other}{found['quoted']}{found['space']}{found['rest'].strip()}{other}"
    return Clue(
        line,
        found.start("rest") + 1,
        "Achter het aanhalingsteken staat nog tekst.",
        f"zet de hele tekst tussen aanhalingstekens: {whole[:60]}",
    )


def _quote(lines: list[str], line: int) -> Clue | None:
    """Return the nearest line above that opens a quote and does not close it."""
    for number in range(line, max(0, line - _REACH), -1):
        if number <= len(lines) and (found := _OPEN_QUOTE.match(lines[number - 1])):
            return Clue(
                number,
                found.end("before") + 1,
                "Een aanhalingsteken wordt niet gesloten.",
                "zet aan het eind van de tekst hetzelfde aanhalingsteken als aan het begin.",
            )
    return None


def _dash(lines: list[str], line: int) -> Clue | None:
    for number in range(line, max(0, line - 2), -1):
        if found := _TIGHT_DASH.match(lines[number - 1]):
            return Clue(
                number,
                found.end("before") + 1,
                "Achter het streepje ontbreekt een spatie.",
                f"schrijf: - {found['field'].strip()[:40]}",
            )
    return None


def _comma(row: str, line: int, column: int) -> Clue | None:
    """Return that a comma is missing when the brackets that open here are closed on the same line."""
    if column <= len(row) and row[column - 1] in "{[" and _CLOSED.match(row, column - 1):
        return Clue(
            line,
            column,
            "Tussen deze haakjes ontbreekt een komma, of een waarde heeft aanhalingstekens nodig.",
            'zet een komma tussen de delen, en aanhalingstekens om een waarde met een bijzonder teken: {plek: "Deel 1: wonen"}.',
        )
    return None
