"""Small changes of one line: a colon, a sign, a value, or the whole line too much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.policy.misplaced.edit import FIELD_ROW, Correction, neighbour
from polderkoers.policy.syntax_clues.clue import FIELD_NAMES, indent_of, shown

_NO_COLON = re.compile(r"(?P<head> *(?:- +)*(?P<name>[a-z][a-z_]*))(?P<rest> (?!\s*(?:[-=]+>|[→⇒]|[-–—,.] )).*)?$")
_PAIRS = {"[": "]", "{": "}", "]": "[", "}": "{"}
_YEAR = re.compile(r"(?P<head> *- )(?P<year>(?:19|20)\d\d): *(?P<value>\d{1,3}(?:[.,]\d{1,2})?) ?%?")
_STRAY = "\"'[]{},:"
# What people type for a value that they do not know, in words.
_ALONE = {"-": "een streepje", "?": "het teken ?"}


def of_line(lines: list[str], number: int) -> Iterator[Correction]:
    """Yield the changes of a line by itself."""
    row = lines[number - 1]
    yield from _doubled(lines, number)
    yield from _without_colon(row, number)
    yield from _signs(row, neighbour(lines, number, 1), number)
    yield from _year(row, number)


def _doubled(lines: list[str], number: int) -> Iterator[Correction]:
    """Yield that a line goes away, when the line above says the same or begins the same field."""
    row = lines[number - 1]
    before = [other for other in range(number - 1, max(0, number - 40), -1) if lines[other - 1].strip()]
    if before and lines[before[0] - 1].strip() == row.strip():
        message = "Deze regel staat er twee keer."
        yield Correction(number, 1, (), message, f"haal regel {number} weg.", 1, indent_of(row) + 1)


def _without_colon(row: str, number: int) -> Iterator[Correction]:
    """Yield a line that begins with the name of a field, with the colon that belongs behind it."""
    found = _NO_COLON.match(row)
    if found and found["name"] in FIELD_NAMES:
        new = f"{found['head']}:{found['rest'] or ''}"
        message = f"Achter '{found['name']}' ontbreekt de dubbele punt."
        yield Correction(number, 1, (new,), message, f"schrijf: {shown(new)}", 1, found.end("head") + 1)


def _signs(row: str, below: str, number: int) -> Iterator[Correction]:
    """Yield a value without a sign at its beginning or end, or with one that closes it."""
    found = FIELD_ROW.match(row)
    if not found or not (value := (found["value"] or "").strip()):
        return
    head = row[: found.start("value")]
    if value in _ALONE and indent_of(below) <= found.start("name"):
        yield from _nothing(row, number, found)
    options = []
    if _is_loose(value, value[-1]):
        options.append(
            (
                f"Achter de waarde staat een los teken: {value[-1]}",
                value[:-1].rstrip(),
                found.start("value") + len(value),
            )
        )
    if value[-1] == "]" and "[" not in value:
        options.append(("Voor de lijst ontbreekt het haakje [", f"[{value}", found.start("value") + 1))
    if _is_loose(value, value[0]):
        options.append(
            (f"Voor de waarde staat een los teken: {value[0]}", value[1:].lstrip(), found.start("value") + 1)
        )
    if value == "-":
        options.append(("Achter de naam van een lange tekst hoort >- te staan.", ">-", found.start("value") + 1))
    if re.search(r",\s*[,\]}]|[\[{]\s*,", value):
        new = re.sub(r"(?:,\s*)+(?=[\]}])", "", re.sub(r",(?:\s*,)+", ",", re.sub(r"(?<=[\[{])\s*,\s*", "", value)))
        options.append(
            ("Tussen twee komma's, of tussen een komma en een haakje, staat niets.", new, found.start("value") + 1)
        )
    for message, new, column in options:
        yield Correction(
            number,
            1,
            (head + new,),
            f"{message.rstrip('.')}.",
            f"schrijf: {shown(head + new)}",
            1,
            column,
            sure=new == ">-" or "komma" in message,
        )


def _nothing(row: str, number: int, found: re.Match[str]) -> Iterator[Correction]:
    """Yield a field with only a dash or question mark without a value, where it can be; and without the field."""
    sign = _ALONE[found["value"].strip()]
    message = f"Bij '{found['name']}' staat alleen {sign}."
    new = f"{row[: found.start('value')]}null"
    todo = f"vul de waarde in. Weet je die niet? Schrijf: {shown(new)}"
    yield Correction(number, 1, (new,), message, todo, 2, found.start("value") + 1, sure=False)
    if not found["dash"]:
        todo = f"vul de waarde in. Weet je die niet? Haal de regel '{found['name']}:' weg."
        yield Correction(number, 1, (), message, todo, 4, found.start("value") + 1)


def _is_loose(value: str, sign: str) -> bool:
    """Return whether nothing in a value belongs to the sign that it begins or ends with."""
    if sign not in _STRAY or len(value) < 2:
        return False
    pair = _PAIRS.get(sign, "")
    if pair:
        return value.count(sign) > value.count(pair)
    return value.count(sign) == 1


def _year(row: str, number: int) -> Iterator[Correction]:
    """Yield a measurement that is written as a year with a value, with both in fields of their own."""
    found = _YEAR.fullmatch(row)
    if found:
        value = found["value"].replace(",", ".")
        new = f"{found['head']}{{waarde: {value}, jaar: {found['year']}}}"
        message = "Een meting heeft twee velden: de waarde en het jaar."
        yield Correction(number, 1, (new,), message, f"schrijf: {shown(new)}", 1, len(found["head"]) + 1)
