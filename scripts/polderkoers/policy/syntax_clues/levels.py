"""Lines that begin too far to the left or right, and dashes and names that are missing: what belongs below what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from polderkoers.policy.syntax_clues.blocks import in_text, outdented
from polderkoers.policy.syntax_clues.clue import (
    FIELD_NAMES,
    HEADINGS,
    Clue,
    Stop,
    indent_of,
    reads,
    row_above,
    shown,
    spaces,
    where,
    whole_row,
)
from polderkoers.policy.syntax_clues.items import dash_below_value, missing_item, no_dash
from polderkoers.policy.syntax_clues.rows import mend

_KEY = re.compile(r"(?P<name>\S|\S.*?\S)\s*:(?:\s+(?P<value>.*))?")
_TIGHT_DASH = re.compile(r"-[A-Za-z]\w*: ")
_ID = re.compile(r"id: *[\"']?(?P<first>[a-z]+)-")


@dataclass
class _Level:
    """A group or list that lines can still belong to."""

    column: int
    is_list: bool
    first: int
    name: str = ""
    open: bool = False
    prefix: str = ""
    names: set[str] = field(default_factory=set)
    below_field: bool = False


def find(stop: Stop) -> Clue | None:
    """Return the first line up to the stop that fits nowhere, and where it was meant to be."""
    return _Walk(stop).run()


def _nearest(levels: list[_Level], *, is_list: bool) -> _Level | None:
    """Return the last of some levels that is a list, or that is a group."""
    return next((level for level in reversed(levels) if level.is_list is is_list), None)


class _Walk:
    def __init__(self, stop: Stop) -> None:
        self._lines = stop.lines
        self._last = min(stop.line, len(stop.lines))
        self._text = in_text(stop.lines)
        self._levels: list[_Level] = []
        self._gone: list[_Level] = []
        # The levels that the last field left behind, and its line: it may itself be the one that stands too far left.
        self._left: list[_Level] = []
        self._last_key = 0
        self._skip_deeper: int | None = None
        self._loose_item: int | None = None
        self._loose_text = False

    def run(self) -> Clue | None:
        for number in range(1, self._last + 1):
            row = self._lines[number - 1]
            if number in self._text or not row.strip() or row.lstrip()[0] == "#" or row.strip() in ("---", "..."):
                continue
            if self._skip_deeper is not None and indent_of(row) > self._skip_deeper:
                continue
            self._skip_deeper = None
            if found := self._row(number, indent_of(row), row.strip()):
                return found
        return None

    def _row(self, number: int, column: int, content: str) -> Clue | None:
        while content == "-" or content.startswith("- "):
            if found := self._dash(number, column, content):
                return found
            inner = content[1:].lstrip()
            column, content = column + len(content) - len(inner), inner
            if not content:
                return None
            self._loose_item = None
            if not _KEY.fullmatch(content) and not content.startswith("-"):
                self._loose_item = number
                self._levels[-1].open = False
                return None
        key = _KEY.fullmatch(content)
        if key and key["name"][0] not in "[{" and not _TIGHT_DASH.match(content):
            return self._key(number, column, key)
        return self._other(number, column, content)

    @property
    def _top(self) -> _Level | None:
        return self._levels[-1] if self._levels else None

    def _pop(self, column: int, *, key: bool) -> None:
        self._gone = []
        while self._levels and (
            self._levels[-1].column > column or (key and self._levels[-1].is_list and self._levels[-1].column == column)
        ):
            self._gone.append(self._levels.pop())

    def _dash(self, number: int, column: int, content: str) -> Clue | None:
        self._pop(column, key=False)
        self._loose_text = False
        top = self._top
        prefix = found["first"] if (found := _ID.match(content[1:].strip())) else ""
        if top and top.is_list and top.column == column:
            top.open = True
            return None
        if top is None or top.open:
            if top:
                top.open = False
            self._levels.append(_Level(column, is_list=True, first=number, open=True, prefix=prefix))
            return None
        return self._stray_dash(number, column, content, prefix)

    def _stray_dash(self, number: int, column: int, content: str, prefix: str) -> Clue | None:
        if not _KEY.fullmatch(content[1:].strip()) and (text := outdented(self._lines, number)):
            return text
        headless = next((level for level in self._gone if level.below_field), None)
        if headless and not any(level.is_list for level in self._gone):
            return self._no_dash_above(headless, column, prefix)
        left = _nearest(self._gone, is_list=True)
        if left and (not prefix or prefix == left.prefix or left.column - column <= 2):
            return self._moved_dash(number, column, left.column, "te weinig", content)
        above = _KEY.fullmatch(row_above(self._lines, number).strip().removeprefix("- "))
        words = above and above["value"] and not _KEY.fullmatch(content[1:].strip())
        if above and words and (found := dash_below_value(number, column, above, content)):
            return found
        right = _nearest(self._levels, is_list=True)
        if right and ((prefix and prefix == right.prefix) or (not prefix and column - right.column <= 2)):
            return self._moved_dash(number, column, right.column, "te ver", content)
        return self._no_heading(number, column, prefix)

    def _moved_dash(self, number: int, column: int, wanted: int, way: str, content: str) -> Clue:
        other = self._line_of_dash(number, wanted)
        message = f"Dit streepje springt {spaces(abs(column - wanted))} {way} in."
        hint = f"zet het streepje recht onder dat van regel {other}: {' ' * wanted}{shown(content)}"
        return Clue(number, column + 1, message, hint)

    def _line_of_dash(self, number: int, column: int) -> int:
        start = f"{' ' * column}-"
        return next((each for each in range(number - 1, 0, -1) if self._lines[each - 1].startswith(start)), number)

    def _no_dash_above(self, level: _Level, column: int, prefix: str) -> Clue:
        row = self._lines[level.first - 1]
        above = re.fullmatch(r" *(?P<id>[a-z0-9]+(?:-[a-z0-9]+)+):\s*", self._lines[level.first - 2])
        if above:
            new = f"{' ' * column}- id: {above['id']}"
            message = "Een onderdeel van een lijst begint met een streepje en een id."
            return Clue(level.first - 1, above.start("id") + 1, message, f"schrijf: {shown(new)}")
        if row.strip().startswith("id:"):
            new = f"{' ' * column}- {row.strip()}"
            return no_dash(self._lines, level.first, new)
        return missing_item(level.first, level.column, prefix)

    def _no_heading(self, number: int, column: int, prefix: str) -> Clue:
        name = HEADINGS.get(prefix, "de naam van de lijst met een dubbele punt, zoals doelen")
        above = self._levels[-1].column if self._levels else 0
        hint = f"zet boven deze regel, {where(above)}: {name}:"
        return Clue(number, column + 1, "Boven deze lijst ontbreekt de naam van de lijst.", hint)

    def _key(self, number: int, column: int, key: re.Match[str]) -> Clue | None:
        loose, self._loose_item = self._loose_item, None
        if loose and self._levels and column > self._levels[-1].column:
            return self._mended(loose, after_dash=True)
        self._pop(column, key=True)
        if not self._place(number, column, key["name"]):
            return self._stray_key(number, column, key)
        top = self._levels[-1]
        value = (key["value"] or "").strip()
        top.name, top.open = key["name"], not value or value.startswith("#")
        top.names.add(key["name"])
        self._left, self._last_key = self._gone, number
        self._loose_text = False
        if value[:1] and value[0] in "[{\"'" and not reads(value):
            self._skip_deeper = column
        return None

    def _place(self, number: int, column: int, name: str) -> bool:
        """Put a field in the group that it belongs to; return whether there is one."""
        top = self._top
        if top and not top.is_list and top.column == column:
            return True
        if top is None or (top.open and top.column < column and not self._loose_text):
            below_field = top is not None and not top.is_list
            if top:
                top.open = False
            self._levels.append(_Level(column, is_list=False, first=number, name=name, below_field=below_field))
            return True
        return False

    def _stray_key(self, number: int, column: int, key: re.Match[str]) -> Clue | None:
        row, name = self._lines[number - 1], key["name"]
        if self._loose_text and self._levels:
            return self._colon_in_text(number, column, key)
        if intruder := next((level for level in self._left if not level.is_list and level.column == column), None):
            above = self._lines[self._last_key - 1]
            return self._moved_key(self._last_key, indent_of(above), intruder, "te weinig")
        below = _nearest(self._gone, is_list=True)
        if name == "id" and below and not row.strip().startswith("-"):
            return no_dash(self._lines, number, f"{' ' * below.column}- {row.strip()}")
        if not re.fullmatch(r"[\w'-]+", name):
            return None
        right = _nearest(self._gone, is_list=False)
        left = _nearest(self._levels, is_list=False)
        heads_list = not (key["value"] or "").strip() and self._dash_follows(number, column)
        if left and (heads_list or right is None or column - left.column < right.column - column):
            return self._moved_key(number, column, left, "te ver")
        return self._moved_key(number, column, right, "te weinig") if right else None

    def _filled_below(self, number: int) -> str:
        return next(filter(str.strip, self._lines[number:]), "")

    def _dash_follows(self, number: int, column: int) -> bool:
        following = self._filled_below(number)
        return following.lstrip().startswith("- ") and indent_of(following) <= column

    def _moved_key(self, number: int, column: int, level: _Level, way: str) -> Clue | None:
        row = self._lines[number - 1]
        if row.strip().startswith("- "):
            return None
        name = row.strip().partition(":")[0]
        new = " " * level.column + row.strip()
        off = abs(column - level.column)
        message = f"'{name}' springt {spaces(off)} {way} in."
        hint = f"laat deze regel even ver als '{level.name}' beginnen, {where(level.column)}: {new.rstrip()}"
        repair = whole_row(self._lines, number, new) if off == 1 else None
        return Clue(number, column + 1, message, hint, repair)

    def _colon_in_text(self, number: int, column: int, key: re.Match[str]) -> Clue:
        name = self._levels[-1].name
        message = f"In de tekst van '{name}' staat een dubbele punt, en die heeft in YAML een betekenis."
        hint = f"zet >- achter de naam van het veld: {name}: >-"
        return Clue(number, column + key.end("name") + 1, message, hint)

    def _other(self, number: int, column: int, content: str) -> Clue | None:
        """Take a line that is no field: the rest of a text above it, or a fault."""
        top = self._top
        if self._loose_item is not None or content[0] in "]}":
            return None
        if _TIGHT_DASH.match(content):
            return self._mended(number, after_dash=False)
        if top and column > top.column:
            if top.open and not top.is_list:
                top.open, self._loose_text = False, True
            return None
        return self._mended(number, after_dash=False)

    def _mended(self, number: int, *, after_dash: bool) -> Clue | None:
        row = self._lines[number - 1]
        start = indent_of(row) + (2 if after_dash else 0)
        content = row[start:].rstrip()
        following = self._filled_below(number)
        deeper = indent_of(following) > start or following.lstrip().startswith("- ")
        found = mend(content, heading=deeper)
        if not after_dash and (colon := self._sentence_above()):
            return colon
        if found is None:
            return None if after_dash else self._nameless(number, content)
        new = row[:start] + found.new
        repair = whole_row(self._lines, number, new) if found.sure else None
        return Clue(number, start + found.offset + 1, found.message, f"schrijf: {shown(new)}", repair)

    def _sentence_above(self) -> Clue | None:
        """Return that the text above has no sign behind its field and a colon in its first line, so that it reads as a field."""
        top = self._top
        if top is None or not top.below_field or len(self._levels) < 2 or re.fullmatch(r"[a-z0-9_'-]+", top.name):
            return None
        name = self._levels[-2].name
        message = f"In de tekst van '{name}' staat een dubbele punt, en die heeft in YAML een betekenis."
        row = self._lines[top.first - 1]
        return Clue(top.first, row.index(":") + 1, message, f"zet >- achter de naam van het veld: {name}: >-")

    def _nameless(self, number: int, content: str) -> Clue:
        column = indent_of(self._lines[number - 1])
        level = next((each for each in self._levels if not each.is_list and each.column == column), None)
        if content in FIELD_NAMES:
            hint = f"is het een veld? Schrijf: {content}: … Hoort het woord bij de tekst erboven? Zet het dan op die regel. Haal het anders weg."
            message = f"Hier staat alleen '{content}', zonder dubbele punt en zonder waarde."
            return Clue(number, column + 1, message, hint)
        wanted = "naam" if column else "titel"
        text = content.lstrip(": ")
        hint = (
            "hoort hij bij de tekst op de regel erboven? Spring dan 2 spaties verder in. Is het een opmerking? Zet er dan # "
            "voor. Haal hem anders weg."
        )
        if level and wanted not in level.names and text[:1].isupper():
            hint = f"zet er de naam van het veld en een dubbele punt voor, bijvoorbeeld: {wanted}: {shown(text)}"
        return Clue(number, column + 1, "Op deze regel staat geen veldnaam.", hint)
