"""Tables pasted from a spreadsheet or a document, which YAML takes for something else."""

from __future__ import annotations

import re
from itertools import filterfalse

from polderkoers.policy.syntax_clues.blocks import in_text
from polderkoers.policy.syntax_clues.clue import Clue, Stop, quoted, reads

_RULE = re.compile(r"[|\s:+-]+")
_PLAIN = re.compile(r"[^,\[\]{}#:\"']+")


def find(stop: Stop) -> Clue | None:
    """Return that two or more lines that follow each other have the columns of a table, at the first."""
    text = in_text(stop.lines)
    for number in range(1, min(stop.line, len(stop.lines)) + 1):
        if number in text or number == len(stop.lines):
            continue
        first, second = _cells(stop.lines[number - 1]), _cells(stop.lines[number])
        if len(first) > 1 and len(first) == len(second):
            return _clue(stop.lines, number)
    return None


def _cells(row: str) -> list[str]:
    """Return the cells of a row of a table; one or none when it is no such row."""
    body = row.strip()
    if body.startswith("|") and body.count("|") > 1:
        return [cell.strip() for cell in body.strip("|").split("|")]
    for sign in ("\t", ";"):
        if sign in body and not re.match(r"(- |[\w-]+:(\s|$)|#)", body):
            return [cell.strip() for cell in body.split(sign)]
    return []


def _clue(lines: list[str], number: int) -> Clue:
    names = [cell.strip().casefold() for cell in _cells(lines[number - 1])]
    below = next(filterfalse(_RULE.fullmatch, lines[number:]), "")
    cells = _cells(below)
    hint = "maak van elke rij een onderdeel van de lijst: een streepje, en daarachter elk veld met zijn naam"
    # A heading that cannot be a name of a field says nothing about what the cells are.
    if len(cells) == len(names) and all(re.fullmatch(r"[a-z][a-z_]*", name) for name in names):
        pairs = zip(names, cells, strict=True)
        hint += f". De eerste rij wordt: - {{{', '.join(f'{name}: {_written(cell)}' for name, cell in pairs)}}}"
    row = lines[number - 1]
    column = len(row) - len(row.lstrip()) + 1
    return Clue(number, column, "Hier staat een tabel; die kan de site niet lezen.", f"{hint}.")


def _written(cell: str) -> str:
    return cell if _PLAIN.fullmatch(cell) and reads(cell) else quoted(cell)
