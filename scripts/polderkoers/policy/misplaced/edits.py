"""The small changes that people would make to a line, each with the words that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from polderkoers.policy.misplaced.trial import column_of
from polderkoers.policy.syntax_clues.clue import FIELD_NAMES, indent_of, shown, spaces
from polderkoers.policy.syntax_clues.items import HEADINGS, prefix_of

_FIELD = re.compile(r" *(?P<dash>(?:- +)*)(?P<name>[a-z][a-z_]*):(?:\s+(?P<value>.*))?$")
_DASH = re.compile(r"(?P<indent> *)-(?P<blanks> *)(?P<rest>.*)$")
_ENTRY = re.compile(r" *(?:- |-$|[A-Za-z][\w-]*:(?:\s|$))")
_NO_COLON = re.compile(r"(?P<head> *(?:- +)*(?P<name>[a-z][a-z_]*))(?P<rest> .*)?$")
# What an item of a list begins with: its id, or what it has in the place of one.
_FIRST = re.compile(r" *(?:id|met|waarde|document|naam): ")
_PAIRS = {"[": "]", "{": "}", "]": "[", "}": "{"}
_YEAR = re.compile(r"(?P<head> *- )(?P<year>(?:19|20)\d\d): *(?P<value>\d{1,3}(?:[.,]\d{1,2})?) ?%?")
_ITEM = re.compile(r" *- (?:\{|[a-z_]+:)")
_TEXTS = ("samenvatting", "inleiding", "toelichting", "tekst", "uitleg", "maatregel")
_STRAY = "\"'[]{},:"


@dataclass(frozen=True)
class Edit:
    """Lines in the place of others: what is wrong, what to do, how far it is from what stands there, and whether it is sure."""

    first: int
    old: int
    new: tuple[str, ...]
    message: str
    todo: str
    cost: int
    column: int = 1
    sure: bool = True


def edits_of(lines: list[str], number: int, lists: tuple[str, ...]) -> Iterator[Edit]:
    """Yield the changes of a line, and of the lines that belong to it; `lists` are the names that a list can have."""
    row = lines[number - 1]
    if not row.strip() or row.lstrip().startswith("#"):
        return
    if _ENTRY.match(row):
        yield from _moved(lines, number)
    else:
        yield from _prose(lines, number)
    yield from _dashed(lines, number)
    yield from _headed(lines, number, lists)
    yield from _doubled(lines, number)
    yield from _without_colon(row, number)
    yield from _signs(row, number)
    yield from _year(row, number)


def _name(row: str) -> str:
    found = _FIELD.match(row)
    return f"'{found['name']}'" if found and not found["dash"] else "Deze regel"


def where(column: int) -> str:
    """Return in words where a line begins."""
    return f"met {spaces(column)} ervoor" if column else "helemaal links"


def _columns(lines: list[str], number: int) -> list[int]:
    """Return where lines around a line begin, and their fields behind a dash."""
    near = [row for row in lines[max(0, number - 60) : number + 8] if row.strip()]
    found = {0, *(indent_of(row) for row in near), *(column_of(row) for row in near)}
    return sorted(found | {column + 2 for column in found})


def _moved(lines: list[str], number: int) -> Iterator[Edit]:
    """Yield a line at another place, alone and with the deeper lines below it."""
    row, column = lines[number - 1], indent_of(lines[number - 1])
    last = _last_below(lines, number)
    for wanted in _columns(lines, number):
        off = wanted - column
        if not off:
            continue
        way = "te ver" if off < 0 else "te weinig"
        what = "Dit streepje" if row.lstrip().startswith("- ") else _name(row)
        message = f"{what} springt {spaces(abs(off))} {way} in."
        new = " " * wanted + row.lstrip(" ")
        todo = f"laat de regel {_below(lines, number, wanted)}beginnen, {where(wanted)}: {shown(new)}"
        yield Edit(number, 1, (new,), message, todo, abs(off), column + 1)
        if last > number:
            yield _moved_all(lines, number, last, off)


def _prose(lines: list[str], number: int) -> Iterator[Edit]:
    """Yield a line of a text where its neighbours begin, below its field, or with the name of a text above it."""
    row, column = lines[number - 1], indent_of(lines[number - 1])
    above, below = _neighbour(lines, number, -1), _neighbour(lines, number, 1)
    head = _FIELD.match(above)
    alone = head is not None and not (head["value"] or "").strip()
    wanted = {indent_of(each) for each in (above, below) if each and not _ENTRY.match(each)}
    wanted |= {head.start("name") + 2} if head and alone else set()
    for at in sorted(wanted - {column}):
        new = " " * at + row.lstrip(" ")
        way = "te ver" if at < column else "te weinig"
        message = f"Deze regel springt {spaces(abs(at - column))} {way} in."
        todo = f"laat de regel even ver beginnen als de rest van de tekst, {where(at)}: {shown(new)}"
        if alone and head:
            todo = f"zet de tekst achter de naam van het veld: {head['dash']}{head['name']}: {shown(row)}"
        yield Edit(number, 1, (new,), message, todo, 1, column + 1)
    if not _ENTRY.match(above) and above:
        return
    for name in _TEXTS:
        new = f"{' ' * max(0, column - 2)}{name}: >-"
        todo = f"zet boven deze regel, {where(max(0, column - 2))}: {name}: >-"
        yield Edit(number, 1, (new, row), "Boven deze tekst ontbreekt de naam van het veld.", todo, 2, column + 1)


def _neighbour(lines: list[str], number: int, step: int) -> str:
    """Return the nearest line above (-1) or below (1) that is not empty, or nothing."""
    other = number - 1 + step
    while 0 <= other < len(lines):
        if lines[other].strip():
            return lines[other]
        other += step
    return ""


def _below(lines: list[str], number: int, column: int) -> str:
    """Return beside which field above a line comes to stand, when one can be named."""
    for other in range(number - 1, max(0, number - 60), -1):
        above = _FIELD.match(lines[other - 1])
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
        last = other if row.strip() else last
    return last


def _moved_all(lines: list[str], first: int, last: int, off: int) -> Edit:
    old = lines[first - 1 : last]
    new = tuple((" " * (indent_of(row) + off) + row.lstrip(" ")) if row.strip() else row for row in old)
    way = "te ver" if off < 0 else "te weinig"
    do = f"haal {spaces(-off)} weg voor" if off < 0 else f"zet {spaces(off)} voor"
    message = f"Regel {first} tot en met {last} springen {spaces(abs(off))} {way} in."
    todo = f"{do} elk van die regels, zodat de eerste zo begint, {where(indent_of(new[0]))}: {shown(new[0])}"
    return Edit(first, len(old), new, message, todo, abs(off) + 1, indent_of(old[0]) + 1)


def _dashed(lines: list[str], number: int) -> Iterator[Edit]:
    """Yield a line with a dash, without one, or with one less."""
    row = lines[number - 1]
    column, body = indent_of(row), row.lstrip(" ")
    found = _DASH.match(row)
    if found and found["rest"] and not found["rest"].startswith("-"):
        yield from _without_dash(number, found, column)
    if found and not found["rest"]:
        yield Edit(
            number,
            1,
            (),
            "In deze lijst staat een streepje zonder inhoud.",
            f"vul het onderdeel in, of haal regel {number} weg.",
            2,
            column + 1,
        )
    elif found and found["rest"].startswith("- "):
        new = " " * column + found["rest"]
        yield Edit(
            number, 1, (new,), "Hier staan twee streepjes achter elkaar.", f"schrijf: {shown(new)}", 1, column + 1
        )
    elif not found and (_FIRST.match(row) or _among_dashes(lines, number)):
        for at in sorted({column, max(0, column - 2)}):
            new = f"{' ' * at}- {body}"
            message = f"Voor '{shown(body.partition(':')[0])}' ontbreekt het streepje waarmee een onderdeel van de lijst begint."
            yield Edit(number, 1, (new,), message, f"schrijf, {where(at)}: {shown(new)}", 2, column + 1)


def _among_dashes(lines: list[str], number: int) -> bool:
    """Return whether the line above or below a line begins with a dash, and is no field."""
    near = (_neighbour(lines, number, -1).strip(), _neighbour(lines, number, 1).strip())
    return any(each.startswith("- ") for each in near) or lines[number - 1].lstrip().startswith("{")


def _without_dash(number: int, found: re.Match[str], column: int) -> Iterator[Edit]:
    if not found["blanks"]:
        new = f"{found['indent']}- {found['rest']}"
        yield Edit(
            number, 1, (new,), "Achter het streepje ontbreekt een spatie.", f"schrijf: {shown(new)}", 1, column + 1
        )
    for at in (column, column + 2):
        new = " " * at + found["rest"]
        yield Edit(
            number,
            1,
            (new,),
            "Voor deze regel staat een streepje te veel.",
            f"schrijf, {where(at)}: {shown(new)}",
            2,
            column + 1,
        )


def _headed(lines: list[str], number: int, lists: tuple[str, ...]) -> Iterator[Edit]:
    """Yield a line with the name of its list above it, or the line that begins an item."""
    row = lines[number - 1]
    column = indent_of(row)
    if _ITEM.match(row):
        prefix = prefix_of(row)
        names = (HEADINGS[prefix],) if HEADINGS.get(prefix) in lists else lists
        for at in sorted({column, max(0, column - 2)}, reverse=True):
            for name in names:
                new = f"{' ' * at}{name}:"
                todo = f"zet boven deze regel, {where(at)}: {name}:"
                yield Edit(
                    number, 1, (new, row), "Boven deze lijst ontbreekt de naam van de lijst.", todo, 2, column + 1
                )
    elif column >= 2 and (begins := _begins_item(lines, number)):
        yield _with_id(lines, number, doubled=begins == "double")


def _begins_item(lines: list[str], number: int) -> str:
    """Return whether a field stands where an item can begin: behind the name of a list, or a second time in one item."""
    found = _FIELD.match(lines[number - 1])
    if not found or found["dash"]:
        return ""
    column = found.start("name")
    above = _FIELD.match(_neighbour(lines, number, -1))
    if above and above.start("name") < column and not above["dash"]:
        return "first"
    for row in reversed(lines[: number - 1]):
        other = _FIELD.match(row)
        if other and other.start("name") == column and other["name"] == found["name"]:
            return "double"
        if (row.strip() and column_of(row) < column) or (other and other["dash"] and other.start("name") == column):
            return ""
    return ""


def _with_id(lines: list[str], number: int, *, doubled: bool) -> Edit:
    """Return a line with one above it that begins an item."""
    row = lines[number - 1]
    column, prefix = indent_of(row), _prefix_above(lines, number)
    new = f"{' ' * (column - 2)}- id: {prefix or 'nieuw'}-onderdeel"
    example = f"- id: {prefix}-…" if prefix else "- id: …"
    todo = f"zet boven deze regel, {where(column - 2)}: {example} (het id dat er stond; verzin een nieuw als dit een nieuw onderdeel is)."
    if doubled:
        todo += " Hoort de regel toch bij het onderdeel erboven? Houd dan één van de twee over."
    message = "Hier begint zo te zien een nieuw onderdeel, maar de regel met '- id: …' ontbreekt."
    return Edit(number, 1, (new, row), message, todo, 3, column + 1)


def _prefix_above(lines: list[str], number: int) -> str:
    """Return what the ids of the list begin with: that of the item above, or what belongs to its name."""
    prefixes = {name: prefix for prefix, name in HEADINGS.items()}
    for row in reversed(lines[max(0, number - 40) : number - 1]):
        if prefix := prefix_of(row):
            return prefix
        head = _FIELD.match(row)
        if head and not head["value"] and head["name"] in prefixes:
            return prefixes[head["name"]]
    return ""


def _doubled(lines: list[str], number: int) -> Iterator[Edit]:
    """Yield that a line goes away, when the line above says the same or begins the same field."""
    row = lines[number - 1]
    before = [other for other in range(number - 1, max(0, number - 40), -1) if lines[other - 1].strip()]
    if before and lines[before[0] - 1].strip() == row.strip():
        message = "Deze regel staat er twee keer."
        yield Edit(number, 1, (), message, f"haal regel {number} weg.", 1, indent_of(row) + 1)


def _without_colon(row: str, number: int) -> Iterator[Edit]:
    """Yield a line that begins with the name of a field, with the colon that belongs behind it."""
    found = _NO_COLON.match(row)
    if found and found["name"] in FIELD_NAMES:
        new = f"{found['head']}:{found['rest'] or ''}"
        message = f"Achter '{found['name']}' ontbreekt de dubbele punt."
        yield Edit(number, 1, (new,), message, f"schrijf: {shown(new)}", 1, found.end("head") + 1)


def _nothing(row: str, number: int, found: re.Match[str]) -> Iterator[Edit]:
    """Yield a field with only a dash or question mark without a value, where it can be; and without the field."""
    message = f"Bij '{found['name']}' staat alleen een {'streepje' if found['value'].strip() == '-' else 'vraagteken'}."
    new = f"{row[: found.start('value')]}null"
    yield Edit(
        number, 1, (new,), message, f"schrijf null als het niet bekend is: {shown(new)}", 2, found.start("value") + 1
    )
    if not found["dash"]:
        todo = f"vul de waarde in. Weet je die niet? Haal de regel '{found['name']}:' weg."
        yield Edit(number, 1, (), message, todo, 4, found.start("value") + 1)


def _is_loose(value: str, sign: str) -> bool:
    """Return whether nothing in a value belongs to the sign that it begins or ends with."""
    if sign not in _STRAY or len(value) < 2:
        return False
    pair = _PAIRS.get(sign, "")
    return value.count(sign) > value.count(pair) if pair else value.count(sign) == 1


def _year(row: str, number: int) -> Iterator[Edit]:
    """Yield a measurement that is written as a year with a value, with both in fields of their own."""
    found = _YEAR.fullmatch(row)
    if found:
        value = found["value"].replace(",", ".")
        new = f"{found['head']}{{waarde: {value}, jaar: {found['year']}}}"
        message = "Een meting heeft twee velden: de waarde en het jaar."
        yield Edit(number, 1, (new,), message, f"schrijf: {shown(new)}", 1, len(found["head"]) + 1)


def _signs(row: str, number: int) -> Iterator[Edit]:
    """Yield a value without a sign at its beginning or end, or with one that closes it."""
    found = _FIELD.match(row)
    value = (found["value"] or "").strip() if found else ""
    if not found or not value:
        return
    head = row[: found.start("value")]
    if value in ("-", "?"):
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
        yield Edit(
            number,
            1,
            (head + new,),
            f"{message.rstrip('.')}.",
            f"schrijf: {shown(head + new)}",
            1,
            column,
            sure=new == ">-" or "komma" in message,
        )
