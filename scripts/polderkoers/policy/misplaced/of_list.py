"""Small changes of how a list is made: a dash more or less, the name of the list, the line that begins an item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.policy.misplaced.edit import FIELD_ROW, Correction, column_of, lists_for, neighbour
from polderkoers.policy.syntax_clues.clue import HEADINGS, indent_of, shown, where
from polderkoers.policy.syntax_clues.items import prefix_of

_DASH = re.compile(r"(?P<indent> *)-(?P<blanks> *)(?P<rest>.*)$")
# What an item of a list begins with: its id, or what it has in the place of one.
_FIRST = re.compile(r" *(?:id|met|waarde|document|naam): ")
_ITEM = re.compile(r" *- (?:\{|[a-z_]+:)")


def dashed(lines: list[str], number: int) -> Iterator[Correction]:
    """Yield a line with a dash, without one, or with one less."""
    row = lines[number - 1]
    column, body = indent_of(row), row.lstrip(" ")
    found = _DASH.match(row)
    if found and found["rest"] and not found["rest"].startswith("-"):
        yield from _without_dash(number, found, column)
    if found and not found["rest"]:
        yield Correction(
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
        yield Correction(
            number, 1, (new,), "Hier staan twee streepjes achter elkaar.", f"schrijf: {shown(new)}", 1, column + 1
        )
    elif not found and (_FIRST.match(row) or _among_dashes(lines, number)):
        for at in sorted({column, max(0, column - 2)}):
            new = f"{' ' * at}- {body}"
            message = f"Voor '{shown(body.partition(':')[0])}' ontbreekt het streepje waarmee een onderdeel van de lijst begint."
            yield Correction(number, 1, (new,), message, f"schrijf, {where(at)}: {shown(new)}", 2, column + 1)


def _among_dashes(lines: list[str], number: int) -> bool:
    """Return whether the line above or below a line begins with a dash, and is no field."""
    near = (neighbour(lines, number, -1).strip(), neighbour(lines, number, 1).strip())
    return any(each.startswith("- ") for each in near) or lines[number - 1].lstrip().startswith("{")


def _without_dash(number: int, found: re.Match[str], column: int) -> Iterator[Correction]:
    if not found["blanks"]:
        new = f"{found['indent']}- {found['rest']}"
        yield Correction(
            number, 1, (new,), "Achter het streepje ontbreekt een spatie.", f"schrijf: {shown(new)}", 1, column + 1
        )
    for at in (column, column + 2):
        new = " " * at + found["rest"]
        yield Correction(
            number,
            1,
            (new,),
            "Voor deze regel staat een streepje te veel.",
            f"schrijf, {where(at)}: {shown(new)}",
            2,
            column + 1,
        )


def headed(lines: list[str], number: int, lists: tuple[str, ...]) -> Iterator[Correction]:
    """Yield a line with the name of its list above it, or the line that begins an item."""
    row = lines[number - 1]
    column = indent_of(row)
    if _ITEM.match(row):
        for at in sorted({column, max(0, column - 2)}, reverse=True):
            for name in lists_for(row, lists):
                new = f"{' ' * at}{name}:"
                todo = f"zet boven deze regel, {where(at)}: {name}:"
                yield Correction(
                    number, 1, (new, row), "Boven deze lijst ontbreekt de naam van de lijst.", todo, 2, column + 1
                )
    elif column >= 2 and (begins := _begins_item(lines, number)):
        yield _with_id(lines, number, doubled=begins == "double")


def grouped(lines: list[str], number: int, names: tuple[str, ...]) -> Iterator[Correction]:
    """Yield a field with the name of its group above it, where it stands deeper than the line above without a reason."""
    row, above = lines[number - 1], neighbour(lines, number, -1)
    found, head = FIELD_ROW.match(row), FIELD_ROW.match(above)
    column = indent_of(row)
    if not found or found["dash"] or column < 2 or (head and head.start("name") >= column):
        return
    for name in names:
        new = f"{' ' * (column - 2)}{name}:"
        todo = f"zet boven deze regel, {where(column - 2)}: {name}:"
        message = "Boven deze velden ontbreekt de naam van de groep waar ze bij horen."
        yield Correction(number, 1, (new, row), message, todo, 2, column + 1)


def _begins_item(lines: list[str], number: int) -> str:
    """Return whether a field stands where an item can begin: behind the name of a list, or a second time in one item."""
    found = FIELD_ROW.match(lines[number - 1])
    if not found or found["dash"]:
        return ""
    column = found.start("name")
    above = FIELD_ROW.match(neighbour(lines, number, -1))
    if above and above.start("name") < column and not above["dash"]:
        return "first"
    for row in reversed(lines[: number - 1]):
        other = FIELD_ROW.match(row)
        if other and other.start("name") == column and other["name"] == found["name"]:
            # Twice in a row one field was typed, or kept, two times.
            return "" if row == neighbour(lines, number, -1) else "double"
        if (row.strip() and column_of(row) < column) or (other and other["dash"] and other.start("name") == column):
            return ""
    return ""


def _with_id(lines: list[str], number: int, *, doubled: bool) -> Correction:
    """Return a line with one above it that begins an item."""
    row = lines[number - 1]
    column, prefix = indent_of(row), _prefix_above(lines, number)
    if neighbour(lines, number, -1).strip() == "samenhang:":
        todo = f"zet boven deze regel, {where(column - 2)}: - met: … (het onderdeel waar dit mee samenhangt)."
        message = "Hier begint zo te zien een nieuw onderdeel, maar de regel met '- met: …' ontbreekt."
        return Correction(number, 1, (f"{' ' * (column - 2)}- met: onderdeel", row), message, todo, 3, column + 1)
    new = f"{' ' * (column - 2)}- id: {prefix or 'nieuw'}-onderdeel"
    example = f"- id: {prefix}-…" if prefix else "- id: …"
    todo = f"zet boven deze regel, {where(column - 2)}: {example} (het id dat er stond; verzin een nieuw als dit een nieuw onderdeel is)."
    if doubled:
        todo += " Hoort de regel toch bij het onderdeel erboven? Houd dan één van de twee over."
    message = "Hier begint zo te zien een nieuw onderdeel, maar de regel met '- id: …' ontbreekt."
    return Correction(number, 1, (new, row), message, todo, 3, column + 1)


def _prefix_above(lines: list[str], number: int) -> str:
    """Return what the ids of the list begin with: that of the item above, or what belongs to its name."""
    prefixes = {name: prefix for prefix, name in HEADINGS.items()}
    for row in reversed(lines[max(0, number - 40) : number - 1]):
        if prefix := prefix_of(row):
            return prefix
        head = FIELD_ROW.match(row)
        if head and not head["value"] and head["name"] in prefixes:
            return prefixes[head["name"]]
    return ""
