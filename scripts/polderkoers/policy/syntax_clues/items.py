"""Items of a list: which list their ids belong to, and what is said when the line that begins one is not there."""

from __future__ import annotations

import re

from polderkoers.policy.syntax_clues.clue import Clue, indent_of, shown, where, whole_row

_ID = re.compile(r" *(?:- *\{?)?id: *[\"']?(?P<first>[a-z]+)-")


def prefix_of(row: str) -> str:
    """Return what the id on a line begins with, or nothing when there is none."""
    found = _ID.match(row)
    return found["first"] if found else ""


def no_dash(lines: list[str], number: int, new: str) -> Clue:
    """Return that the line of an id lacks its dash, with the line as it must be."""
    column = indent_of(lines[number - 1]) + 1
    message = "Voor 'id' ontbreekt het streepje waarmee een onderdeel van de lijst begint."
    hint = f"schrijf, {where(indent_of(new))}: {shown(new)}"
    return Clue(number, column, message, hint, whole_row(lines, number, new))


def missing_item(line: int, column: int, prefix: str) -> Clue:
    """Return that the line with the dash and id of an item is gone, above a line that begins at a column (from 0)."""
    hint = (
        f"zet boven deze regel, {where(max(0, column - 2))}: - id: {prefix or 'naam'}-… "
        "(het id dat er stond; verzin een nieuw als dit een nieuw onderdeel is)."
    )
    message = "Hier begint zo te zien een nieuw onderdeel, maar de regel met '- id: …' ontbreekt."
    return Clue(line, column + 1, message, hint)


def dash_below_value(number: int, column: int, above: re.Match[str], content: str) -> Clue | None:
    """Return what is said of a dash below a field with a value on its own line; None where that says nothing of what was meant."""
    value = above["value"].strip()
    if value[0] == "[" and value[-1] == "]":
        return _dash_below_brackets(number, column, above["name"])
    if value[0] in "[{" or "{" in content:
        return None
    return _dash_below_text(number, column, above["name"], content)


def _dash_below_text(number: int, column: int, name: str, content: str) -> Clue:
    """Return that words with a dash stand below a field that has its value on its own line."""
    message = f"Onder '{name}' staat een streepje, maar '{name}' heeft al een waarde op de regel zelf."
    hint = (
        f"hoort '{shown(content[1:])}' bij '{name}'? Maak er één zin van, op de regel van '{name}'. Is het iets anders? Zet er "
        "dan de naam van het veld boven."
    )
    return Clue(number, column + 1, message, hint)


def _dash_below_brackets(number: int, column: int, name: str) -> Clue:
    """Return that an item with a dash stands below a list that has its items between brackets."""
    message = f"De lijst '{name}' staat al tussen vierkante haken, en gaat hier verder met een streepje."
    hint = f"zet wat achter het streepje staat ook tussen de haken van '{name}', met een komma ertussen, en haal deze regel weg."
    return Clue(number, column + 1, message, hint)
