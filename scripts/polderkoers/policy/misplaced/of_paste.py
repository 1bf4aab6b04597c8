"""Small changes of lines as other programs and keyboards make them: wide signs, bold names, tabs, a value of several ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from polderkoers.policy.misplaced.edit import FIELD_ROW, Correction, column_of, neighbour
from polderkoers.policy.syntax_clues.clue import FIELD_NAMES, indent_of, shown, where

# The signs of a keyboard for Chinese or Japanese, each as wide as a letter there.
# A wide colon or comma has its blank inside; of the common ones only what a name or an item stands before is followed by one.
_WIDE_COLON = re.compile(r"(?P<head>(?:^|[{,\uff5b\uff0c])\s*(?:- +)*)(?P<name>[a-z][a-z_]*)\uff1a(?=\S)")
_WIDE_COMMA = re.compile(r"\uff0c(?=[^\s\d])|(?<!\d)\uff0c(?=\d)")
_WIDE = str.maketrans("\uff1a\uff0c\uff1b\uff3b\uff3d\uff5b\uff5d\uff02\u3000", ':,;[]{}" ')
_BOLD = re.compile(
    r"(?P<head> *(?:- +)*)(?P<signs>[*_`]{1,3})(?P<name>[a-z][a-z_]*)(?::(?P=signs)|(?P=signs)\s*:)(?:\s+(?P<rest>.*))?"
)
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SEVERAL = re.compile(
    rf"(?P<head> *(?:- +)*[a-z][a-z_]*:\s+)(?P<ids>(?P<quote>[\"']?){_ID}(?P=quote)(?:\s*[,/|+&;]\s*(?P=quote){_ID}(?P=quote))+)\s*"
)
_LIST = re.compile(r"(?P<head> *(?:- +)*(?P<name>[a-z][a-z_]*): *\[)(?P<ids>[^\[\]]*)(?P<end>\]?)\s*")
_MORE = re.compile(rf" *- +(?P<id>{_ID})\s*")
_ANSWER = re.compile(r"(?:> ?)+(?= *(?:- )?[a-z_]+:| *- )")
_TABBED = re.compile(r"[ \t]*\t[ \t]*(?=\S)")


def of_paste(lines: list[str], number: int) -> Iterator[Correction]:
    """Yield the changes of a line that undo what another program or keyboard made of it."""
    row = lines[number - 1]
    for message, new, sure in (*_wide(row), *_bold(row), *_several(row)):
        column = len(row) - len(row.lstrip()) + 1
        yield Correction(number, 1, (new,), message, f"schrijf: {shown(new)}", 1, column, sure=sure)
    yield from _answered(row, number)
    yield from _valued_list(lines, number)
    yield from _tabbed(lines, number)
    yield from _added(lines, number)


def _wide(row: str) -> Iterator[tuple[str, str, bool]]:
    """Yield a line with the common signs in the place of wide ones."""
    sign = next((each for each in row if each.translate(_WIDE) != each), "")
    if sign:
        new = _WIDE_COMMA.sub(", ", _WIDE_COLON.sub(_with_blank, row)).translate(_WIDE)
        yield f"Op deze regel staat een breed teken ('{sign}'), dat YAML niet kent.", new, True


def _with_blank(found: re.Match[str]) -> str:
    """Return a word with a wide colon as the name of a field has it; as it stands when it is no such name."""
    if found["name"] not in FIELD_NAMES:
        return found[0]
    return f"{found['head']}{found['name']}: "


def _bold(row: str) -> Iterator[tuple[str, str, bool]]:
    """Yield a line with the name of its field without the signs of bold."""
    found = _BOLD.fullmatch(row)
    if found and found["name"] in FIELD_NAMES:
        new = f"{found['head']}{found['name']}: {found['rest'] or ''}".rstrip()
        yield f"Om de naam van het veld staan de tekens {found['signs']}; die horen er niet.", new, True


def _several(row: str) -> Iterator[tuple[str, str, bool]]:
    """Yield a field with several ids behind it as a list of them."""
    if found := _SEVERAL.fullmatch(row):
        ids = ", ".join(re.findall(_ID, found["ids"]))
        yield "Om een lijst staan vierkante haken, met een komma tussen de ids.", f"{found['head']}[{ids}]", False


def _answered(row: str, number: int) -> Iterator[Correction]:
    """Yield a line without the sign that a mail puts before what it answers."""
    if found := _ANSWER.match(row):
        new = row[found.end() :]
        todo = f"schrijf, {where(indent_of(new))}: {shown(new)}"
        yield Correction(
            number, 1, (new,), "Voor deze regel staat het teken >, zoals in een antwoord op een mail.", todo, 1
        )


def _valued_list(lines: list[str], number: int) -> Iterator[Correction]:
    """Yield the name of a list without the words behind it, where the list stands below it."""
    found = FIELD_ROW.match(lines[number - 1])
    below = neighbour(lines, number, 1).lstrip()
    if found and _is_over(found["value"] or "") and not found["dash"] and below.startswith("- "):
        new = f"{' ' * found.start('name')}{found['name']}:"
        message = f"Achter '{found['name']}:' staat nog iets, maar de lijst staat eronder."
        # Ids are rather put inside the brackets that are there.
        cost = 2 if found["value"][0] == "[" else 1
        yield Correction(
            number, 1, (new,), message, f"schrijf: {shown(new)}", cost, found.start("value") + 1, sure=False
        )


def _is_over(value: str) -> bool:
    """Return whether what stands behind the name of a list can go: words, or brackets with nothing between them."""
    return value.replace(" ", "") in {"[", "[]"} or value[:1] not in {"", "["}


def _tabbed(lines: list[str], number: int) -> Iterator[Correction]:
    """Yield a line that begins with tabs, with as many spaces as lines around it begin with."""
    row = lines[number - 1]
    if not _TABBED.match(row):
        return
    near = [each for each in lines[max(0, number - 12) : number + 8] if each.strip() and "\t" not in each]
    for column in sorted({0, *map(indent_of, near), *map(column_of, near)}):
        new = " " * column + row.lstrip()
        todo = f"zet spaties in plaats van tabs. Laat de regel beginnen, {where(column)}: {shown(new)}"
        yield Correction(number, 1, (new,), "Deze regel is ingesprongen met een tab.", todo, 1)


def _added(lines: list[str], number: int) -> Iterator[Correction]:
    """Yield the ids that stand with a dash below a list between brackets, inside those brackets."""
    head = _LIST.fullmatch(lines[number - 2]) if number > 1 else None
    below = list(takewhile(bool, map(_MORE.fullmatch, lines[number - 1 :])))
    if not head or not below:
        return
    ids = (*filter(None, map(str.strip, head["ids"].split(","))), *(found["id"] for found in below if found))
    new = f"{head['head']}{', '.join(ids)}]"
    begins = "staat al tussen vierkante haken" if head["end"] else "begint met een vierkante haak"
    message = f"De lijst '{head['name']}' {begins}, en gaat hier verder met een streepje."
    last = number + len(below) - 1
    gone = f"regel {number}" if last == number else f"regel {number} tot en met {last}"
    todo = f"haal {gone} weg, en schrijf op regel {number - 1}: {shown(new)}"
    yield Correction(number - 1, len(below) + 1, (new,), message, todo, 1, head.start("name") + 1)
