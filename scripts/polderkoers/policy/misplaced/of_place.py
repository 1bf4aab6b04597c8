"""Small changes of where a line stands: further to the left or right, alone or with what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.policy.misplaced.edit import ENTRY, FIELD_ROW, Correction, column_of, neighbour, shifted
from polderkoers.policy.syntax_clues.clue import BLOCK, FIELD_NAMES, indent_of, shown, spaces, where

_WORDS = re.compile(r" *- [^:{\[]*")
_TEXTS = ("samenvatting", "inleiding", "toelichting", "tekst", "uitleg", "maatregel")


def moved(lines: list[str], number: int) -> Iterator[Correction]:
    """Yield a line at another place, alone and with the deeper lines below it."""
    row, column = lines[number - 1], indent_of(lines[number - 1])
    if _is_sibling(lines, number):
        return
    last = _last_below(lines, number)
    for wanted in _columns(lines, number):
        off = wanted - column
        if not off:
            continue
        message = f"{_name(row)} springt {_wrong(off)} in."
        new = " " * wanted + row.lstrip(" ")
        todo = f"laat de regel {_below(lines, number, wanted)}beginnen, {where(wanted)}: {shown(new)}"
        yield Correction(number, 1, (new,), message, todo, abs(off), column + 1)
        if last > number:
            yield _moved_all(lines, number, last, off)


def _is_sibling(lines: list[str], number: int) -> bool:
    """Return whether a line is words behind a dash right below other dashes: it may be an item there, and one of a list inside."""
    row = lines[number - 1]
    if not _WORDS.fullmatch(row):
        return False
    start = f"{' ' * indent_of(row)}- "
    return any(each.startswith(start) for each in lines[max(0, number - 60) : number - 1])


def _name(row: str) -> str:
    if row.lstrip().startswith("- "):
        return "Dit streepje"
    found = FIELD_ROW.match(row)
    return f"'{found['name']}'" if found else "Deze regel"


def _wrong(off: int) -> str:
    """Return how far from its place a line begins, which must move so many spaces to the right, or to the left below nought."""
    way = "te ver" if off < 0 else "te weinig"
    return f"{spaces(abs(off))} {way}"


def _columns(lines: list[str], number: int) -> list[int]:
    """Return where lines around a line begin, and their fields behind a dash."""
    near = list(filter(str.strip, lines[max(0, number - 60) : number + 8]))
    found = {0, *map(indent_of, near), *map(column_of, near)}
    return sorted(found | {column + 2 for column in found})


def _below(lines: list[str], number: int, column: int) -> str:
    """Return beside which field above a line comes to stand, when one can be named."""
    for other in range(number - 1, max(0, number - 60), -1):
        above = FIELD_ROW.match(lines[other - 1])
        if above and above.start("name") == column:
            return f"even ver als '{above['name']}' "
        if above and above.start("name") < column:
            break
    return ""


def _last_below(lines: list[str], number: int) -> int:
    """Return the last of the lines that stand deeper than a line, directly below it."""
    column, last = indent_of(lines[number - 1]), number
    for other in range(number + 1, len(lines) + 1):
        row = lines[other - 1]
        if row.strip() and indent_of(row) <= column:
            break
        if row.strip():
            last = other
    return last


def _moved_all(lines: list[str], first: int, last: int, off: int) -> Correction:
    old = lines[first - 1 : last]
    new = shifted(old, off)
    do = f"haal {spaces(-off)} weg voor" if off < 0 else f"zet {spaces(off)} voor"
    message = f"Regel {first} tot en met {last} springen {_wrong(off)} in."
    todo = f"{do} elk van die regels, zodat de eerste zo begint, {where(indent_of(new[0]))}: {shown(new[0])}"
    return Correction(first, len(old), new, message, todo, abs(off) + 1, indent_of(old[0]) + 1)


def prose(lines: list[str], number: int) -> Iterator[Correction]:
    """Yield a line of a text where its neighbours begin, below its field, or with the name of a text above it."""
    row, column = lines[number - 1], indent_of(lines[number - 1])
    above, below = neighbour(lines, number, -1), neighbour(lines, number, 1)
    head = FIELD_ROW.match(above)
    alone = head is not None and not (head["value"] or "").strip()
    wanted = {indent_of(each) for each in (above, below) if each and not ENTRY.match(each)}
    if head and alone:
        wanted.add(head.start("name") + 2)
    for at in sorted(wanted - {column}):
        new = " " * at + row.lstrip(" ")
        message, todo = _in_its_text(lines, number, at)
        if alone and head:
            todo = f"zet de tekst achter de naam van het veld: {head['dash']}{head['name']}: {shown(row)}"
        # A line with a colon may be a field under another name.
        yield Correction(number, 1, (new,), message, todo, 1, column + 1, sure=": " not in row)
    if head and not alone:
        yield from _joined(lines, number, head)
    if not ENTRY.match(above) and above:
        return
    for name in _TEXTS:
        new = f"{' ' * max(0, column - 2)}{name}: >-"
        todo = f"zet boven deze regel, {where(max(0, column - 2))}: {name}: >-"
        yield Correction(number, 1, (new, row), "Boven deze tekst ontbreekt de naam van het veld.", todo, 2, column + 1)


def _joined(lines: list[str], number: int, head: re.Match[str]) -> Iterator[Correction]:
    """Yield the words of a line behind those of the plain value on the line above it."""
    value = (head["value"] or "").strip()
    # Behind a whole sentence, and with a sign before it, a line may be anything.
    broken_off = value[0].isalnum() and value[-1] not in ".!?:;" and lines[number - 1].strip()[0].isalnum()
    sentence = lines[number - 1].strip()
    broken_off = broken_off and not (sentence[0].isupper() and sentence.endswith("."))
    if lines[number - 2] != head.string or not broken_off or re.split("[:\uff1a]", sentence)[0] in FIELD_NAMES:
        return
    new = f"{head.string.rstrip()} {lines[number - 1].strip()}"
    message = f"De tekst van '{head['name']}' gaat zo te zien verder op regel {number}, die niet ver genoeg inspringt."
    todo = f"zet de woorden op één regel: {shown(new)}"
    yield Correction(number - 1, 2, (new,), message, todo, 1, head.start("value") + 1)


def _in_its_text(lines: list[str], number: int, at: int) -> tuple[str, str]:
    """Return that a line must begin elsewhere to be a part of the text around it, and what to do."""
    row = lines[number - 1]
    off = at - indent_of(row)
    head = next(filter(None, map(FIELD_ROW.match, reversed(lines[: number - 1]))), None)
    if off > 0 and head and BLOCK.fullmatch((head["value"] or "").strip()):
        message = f"Deze regel hoort zo te zien bij de tekst van '{head['name']}', maar springt niet ver genoeg in."
        todo = f"zet er {spaces(off)} voor, zodat de regel even ver begint als de rest van de tekst: {shown(row)}"
        return message, todo
    todo = f"laat de regel even ver beginnen als de rest van de tekst, {where(at)}: {shown(row)}"
    return f"Deze regel springt {_wrong(off)} in.", todo
