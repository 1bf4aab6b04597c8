"""Spaces that are none for YAML: tabs and the fixed spaces of word processors and web pages."""

from __future__ import annotations

import re

from polderkoers.policy.syntax_clues.clue import Clue, Stop, rows_replaced, shown, whole_row

# Spaces that Unicode has beside the common one: fixed, wide, narrow (general category Zs).
_FIXED = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ENTRY = r"(?=-\s|-$|[\w'-]+:(?:\s|$))"
_INDENT = re.compile(rf"^ *[{_FIXED}][ {_FIXED}]*(?=-[\s{_FIXED}]|[\w'-]+:)")
_BEHIND = re.compile(rf"^ *(?:- +)?(?:-|[\w'-]+:)(?P<fixed>[ {_FIXED}]*[{_FIXED}][ {_FIXED}]*)")
_TAB = re.compile(rf"^ *\t[ \t]*{_ENTRY}")
_TAB_BEHIND = re.compile(r"^ *-(?P<tab>[ \t]*\t[ \t]*)")
_ANY_FIXED = re.compile(f"[{_FIXED}]")
_UNSEEN = re.compile(r"^(?P<indent> *)[\ufeff\u200b-\u200d\u2060\u00ad]+(?=\S)")
_LEADING = re.compile(r"^[ \t]+")
_STEP = "  "
# So many lines with a tab before them are the habit of an editor, and no slip of a finger.
_FEW = 3


def find(stop: Stop) -> Clue | None:
    """Return that a line at or above the stop begins with a tab or a fixed space, or has one behind a dash or colon."""
    if whole := _all_tabs(stop.lines):
        return whole
    for number in sorted(stop.above()):
        row = stop.lines[number - 1]
        found = (
            _unseen(stop.lines, number, row) or _indented(stop.lines, number, row) or _behind(stop.lines, number, row)
        )
        if found:
            return found
    return None


def _all_tabs(lines: list[str]) -> Clue | None:
    """Return that a file uses tabs throughout, each of which stands for two spaces."""
    indented = [number for number, row in enumerate(lines, start=1) if row.strip() and row[0] in " \t"]
    if len(indented) < _FEW or not all(lines[number - 1].startswith("\t") for number in indented):
        return None
    first, last = indented[0], indented[-1]
    old = lines[first - 1 : last]
    new = [_LEADING.sub(lambda found: found.group().replace("\t", _STEP), row) for row in old]
    message = "De regels van dit bestand zijn ingesprongen met tabs; YAML kent alleen spaties."
    hint = "zoek in je editor naar de tab, en vervang elke tab door 2 spaties ('Alles vervangen')."
    return Clue(first, 1, message, hint, rows_replaced(first, old, new))


def _unseen(lines: list[str], number: int, row: str) -> Clue | None:
    """Return that a line begins with a sign that nobody sees, such as the mark of another file that was pasted."""
    found = _UNSEEN.match(row)
    if not found:
        return None
    new = f"{found['indent']}{row[found.end() :]}"
    message = "Deze regel begint met een onzichtbaar teken; dat komt mee als je tekst plakt."
    return Clue(
        number, found.end("indent") + 1, message, f"typ de regel opnieuw: {shown(new)}", whole_row(lines, number, new)
    )


def _indented(lines: list[str], number: int, row: str) -> Clue | None:
    if found := _INDENT.match(row):
        new = " " * found.end() + row[found.end() :]
        column = len(row) - len(row.lstrip(" ")) + 1
        hint = f"zet gewone spaties in de plaats van de eerste {found.end()} tekens van de regel."
        return Clue(number, column, "Deze regel begint met vaste spaties.", hint, whole_row(lines, number, new))
    if found := _TAB.match(row):
        tabs = found.group()
        new = tabs.replace("\t", _STEP) + row[found.end() :]
        hint = f"gebruik spaties in plaats van tabs: zet er {len(tabs.replace(chr(9), _STEP))} spaties neer, en kijk of het recht staat."
        # Among spaces a tab can stand for any number of them.
        sure = whole_row(lines, number, new) if not tabs.strip("\t") else None
        return Clue(number, 1, "Deze regel is ingesprongen met een tab.", hint, sure)
    return None


def _behind(lines: list[str], number: int, row: str) -> Clue | None:
    found, what = _BEHIND.match(row), "een vaste spatie"
    if not found:
        found, what = _TAB_BEHIND.match(row), "een tab"
    if not found:
        return None
    start, end = found.span(1)
    new = f"{row[:start]} {row[end:]}"
    message = f"Achter '{row[:start].strip()}' staat {what} in plaats van een gewone spatie."
    return Clue(number, start + 1, message, f"schrijf: {shown(new)}", whole_row(lines, number, new))


def has_fixed(text: str) -> bool:
    """Return whether a text holds a space of another kind than the common one."""
    return _ANY_FIXED.search(text) is not None
