"""Items of a list that begin with another sign than a dash, as word processors and web pages make them."""

from __future__ import annotations

import re

from polderkoers.policy.syntax_clues.clue import Clue, Stop, row_above, shown, whole_row

SIGNS = "•●○◦▪■·‣∙–—−*o+>"
_BULLET = rf"(?:[{re.escape(SIGNS)}]|[0-9]{{1,2}}[.)]|[a-z]\))"
_ITEM = re.compile(rf"^(?P<indent> *)(?P<sign>{_BULLET})\s+(?P<rest>[\w'-]+:(?:\s.*)?|\{{[\w'-]+: .*)$")
_DOUBLE = re.compile(r"^(?P<indent> *)- +(?P<rest>- +[\w'-]+:(?:\s.*)?)$")
_LISTED = re.compile(rf"(?:^|\s)(?P<sign>{_BULLET})\s+")
_LINE = re.compile(rf"^ *(?P<sign>{_BULLET})\s+\S")


def find(stop: Stop) -> Clue | None:
    """Return that the line of the stop, or one of the two above it, begins with a wrong bullet or with two dashes."""
    for number in stop.above(3):
        row = stop.lines[number - 1]
        if found := _ITEM.match(row):
            new = f"{found['indent']}- {found['rest']}"
            message = f"Een onderdeel van een lijst begint met een streepje (-), niet met '{found['sign']}'."
            return Clue(
                number,
                len(found["indent"]) + 1,
                message,
                f"schrijf: {shown(new)}",
                whole_row(stop.lines, number, new),
            )
        if found := _DOUBLE.match(row):
            new = f"{found['indent']}{found['rest']}"
            column = found.start("rest") + 1
            return Clue(number, column, "Hier staan twee streepjes achter elkaar.", f"schrijf: {shown(new)}")
    return _starred(stop) or _among_dashes(stop)


def _among_dashes(stop: Stop) -> Clue | None:
    """Return that a line with another bullet stands below one with a dash, at the same place."""
    for number in stop.above(2):
        row, above = stop.lines[number - 1], row_above(stop.lines, number)
        found = _LINE.match(row)
        indent = len(row) - len(row.lstrip(" "))
        if found and above.startswith(f"{' ' * indent}- "):
            new = f"{' ' * indent}- {row[found.end('sign') :].lstrip()}"
            message = f"Een onderdeel van een lijst begint met een streepje (-), niet met '{found['sign']}'."
            return Clue(number, indent + 1, message, f"schrijf: {shown(new)}", whole_row(stop.lines, number, new))
    return None


def _starred(stop: Stop) -> Clue | None:
    """Return that a list of names has stars for dashes, which YAML takes for something else."""
    numbers = [number for number in stop.above(20) if _is_star(stop.lines[number - 1])]
    found = _LINE.match(stop.row)
    if not found or not numbers:
        return None
    first = min(numbers)
    names = [row.strip()[2:].strip() for row in stop.lines[first - 1 :] if _is_star(row)]
    head = row_above(stop.lines, first).strip()
    whole = f"- {names[0]}"
    if head.endswith(":"):
        whole = f"{head} [{', '.join(names)}]"
    row = stop.lines[first - 1]
    message = "Een onderdeel van een lijst begint met een streepje (-), niet met '*'."
    return Clue(first, len(row) - len(row.lstrip()) + 1, message, f"schrijf: {shown(whole)}")


def _is_star(row: str) -> bool:
    return row.lstrip().startswith("* ")


def parts(text: str) -> tuple[str, list[str]] | None:
    """Return the sign and the items of a text that is a list with bullets, or None when it is none."""
    found = _LISTED.match(text)
    if not found and re.match(r"-[a-z]", text):
        return "-", [item.lstrip("-") for item in text.split()]
    if not found:
        return None
    items = [item.strip() for item in _LISTED.split(text)[2::2]]
    return found["sign"], list(filter(None, items))
