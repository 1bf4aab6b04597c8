"""Small changes of lines with the signs of something else: of a comparison of versions, of JSON, or other brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.policy.misplaced.edit import Correction
from polderkoers.policy.syntax_clues.clue import FIELD_NAMES, indent_of, shown, where

_COMPARED = re.compile(r"[+-] *(?:- )?[\w\"'].*|@@ .* @@.*")
_PUT = re.compile(r"(?P<head> *(?:- +)*)(?P<rest>(?:[a-z][a-z_]*:\s+)?)(?P<value>\S.*)")
_BRACKETS = re.compile(r"[(\u2039<«\[](?P<inner>[^()\u2039\u203a<>«»\[\]{}]+)[)\u203a>»\]]")
_BEHIND = re.compile(r"(?P<group>\{[^{}]*\}|\[[^\[\]]*\])\s*[.,;:]")
_PARTS = re.compile(r"\[[^\[\]]+\](?:\s*(?:,|;|/|&|\ben\b)?\s*\[[^\[\]]+\]|\s*[,;]\s*[a-z0-9]+(?:-[a-z0-9]+)*)+")
_PAIR = re.compile(r"[\[({](?P<one>\d+(?:\.\d+)?)[,;:]\s*(?P<two>\d+(?:\.\d+)?)[\])}]")
_NUMBER = re.compile(r"\[(?P<number>-?\d+(?:\.\d+)?)\]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAMED = re.compile(
    r"(?P<head> *(?:- +)*)(?P<name>[a-z][a-z_]*)\s*(?P<sign>[-=]+>|[→⇒]|[,.](?=\s)|\s[-–—](?=\s))\s*(?P<rest>\S.*)"
)
_JSON = re.compile(r"(?P<head> *(?:- +)*)(?P<quote>[\"'])(?P<name>[a-z][a-z_]*)(?P=quote)\s*:\s*(?P<rest>\S.*?),?\s*")
_COMMA = re.compile(r"(?P<head> *(?:- +)*[a-z][a-z_]*:\s+)(?P<rest>\"[^\"]*\"|'[^']*'),\s*")
_OTHER_NAMES = {"van": r"vanaf|begin|start", "tot": r"t/m|tm|t\.m\.|tot en met|eind|einde"}


def of_signs(lines: list[str], number: int) -> Iterator[Correction]:
    """Yield the changes of a line that has the signs of something else than YAML."""
    row = lines[number - 1]
    yield from _compared(lines, number)
    for message, new in (*_named(row), *_valued(row)):
        yield Correction(number, 1, (new,), message, f"schrijf: {shown(new)}", 1, len(row) - len(row.lstrip()) + 1)


def _compared(lines: list[str], number: int) -> Iterator[Correction]:
    """Yield the lines of a comparison without what it took away and without its signs."""
    if not _COMPARED.fullmatch(lines[number - 1]):
        return
    last = number
    while last < len(lines) and _COMPARED.fullmatch(lines[last]):
        last += 1
    if all(row.startswith("-") for row in lines[number - 1 : last]):  # a list that stands at the margin
        return
    kept = [row[1:] for row in lines[number - 1 : last] if row.startswith("+")]
    for new in (tuple(kept), tuple(f" {row}" for row in kept)):
        message = "Hier staan tekens van een vergelijking van versies (+, - of @@) voor de regel."
        compared = last - number + 1
        yield Correction(number, compared, new, message, _uncompared(new, gone=compared - len(new)), 1)


def _uncompared(new: tuple[str, ...], *, gone: int) -> str:
    """Return what to do with the lines of a comparison, of which some go away and others stay without their signs."""
    if not new:
        return "haal de regel weg."
    if gone:
        return f"haal weg wat met - of @@ begint, en haal de + weg: {shown(new[0])}"
    if len(new) == 1:
        return f"schrijf, {where(indent_of(new[0]))}: {shown(new[0])}"
    return "haal die tekens weg."


def _named(row: str) -> Iterator[tuple[str, str]]:
    """Yield a line whose name is followed by another sign than a colon, or is written as in JSON."""
    if (found := _NAMED.fullmatch(row)) and found["name"] in FIELD_NAMES:
        new = f"{found['head']}{found['name']}: {found['rest']}"
        yield f"Achter '{found['name']}' hoort een dubbele punt, en niet {found['sign'].strip()}.", new
    if (found := _JSON.fullmatch(row)) and found["name"] in FIELD_NAMES:
        new = f"{found['head']}{found['name']}: {found['rest']}"
        yield "Zo schrijf je een veld in JSON: met aanhalingstekens om de naam, en een komma erachter.", new
    if found := _COMMA.fullmatch(row):
        yield "Achter de waarde staat een los teken: een komma.", f"{found['head']}{found['rest']}"


def _valued(row: str) -> Iterator[tuple[str, str]]:
    """Yield a line whose value has other brackets than it must have, or something behind them."""
    found = _PUT.fullmatch(row)
    if not found or not (found["head"].strip() or found["rest"]):
        return
    value = found["value"].strip()
    for message, new in _bracketed(value):
        yield message, f"{found['head']}{found['rest']}{new}"


def _bracketed(value: str) -> Iterator[tuple[str, str]]:
    if (brackets := _BRACKETS.fullmatch(value)) and re.search(r"[a-z_]:\s", value):
        yield f"Om een groep velden staan accolades, en niet {value[0]} en {value[-1]}.", f"{{{brackets['inner']}}}"
    elif brackets and value[0] != "[":
        yield f"Om een lijst staan vierkante haken, en niet {value[0]} en {value[-1]}.", f"[{brackets['inner']}]"
    if behind := _BEHIND.fullmatch(value):
        yield "Achter het laatste haakje staat een los teken.", behind["group"]
    if _PARTS.fullmatch(value):
        names = re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.sub(r"\ben\b", " ", value))
        yield "Hier staat meer dan één lijst achter elkaar.", f"[{', '.join(names)}]"
    if single := _NUMBER.fullmatch(value):
        yield "Om één getal staan geen haken.", single["number"]
    yield from _measured(value)
    yield from _renamed(value)


def _measured(value: str) -> Iterator[tuple[str, str]]:
    """Yield two numbers of which one alone can be a year, as a value and a year."""
    if not (pair := _PAIR.fullmatch(value)):
        return
    one, two = pair["one"], pair["two"]
    if _YEAR.fullmatch(one) and not _YEAR.fullmatch(two):
        one, two = two, one
    if _YEAR.fullmatch(two) and not _YEAR.fullmatch(one):
        yield "Een meting heeft twee velden: de waarde en het jaar.", f"{{waarde: {one}, jaar: {two}}}"


def _renamed(value: str) -> Iterator[tuple[str, str]]:
    """Yield a period with the names of its fields, in the place of words that mean the same."""
    new = value
    for name, words in _OTHER_NAMES.items():
        new = re.sub(rf"(?<=[{{,])(\s*)(?:{words}):(?=\s)", rf"\g<1>{name}:", new)
    if new != value:
        yield "Het begin van een periode heet 'van', en het eind heet 'tot'.", new
