"""A value that YAML takes for something else than the text it was meant as."""

from __future__ import annotations

import re

import yaml

from polderkoers.policy.syntax_clues import flow
from polderkoers.policy.syntax_clues.blocks import in_text
from polderkoers.policy.syntax_clues.clue import (
    BLOCK,
    FIELD,
    FIELD_NAMES,
    Clue,
    Stop,
    as_text,
    indent_of,
    quoted,
    reads,
    row_below,
    shown,
    whole_row,
)

CURLY = "“”„‟‘’‚‛«»"
_OPENING = "“„‟‘‚‛«»”"
_CLOSING = "”“’‘»«\"'"
_APOSTROPHE = re.compile(r"'(s|n|t|k|m|r|z|d)\b", re.IGNORECASE)
_QUOTED = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')(?P<space>\s*)(?P<rest>[^#\s].*)")
_OPEN = re.compile(r"\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*")
_BAD_START = "@`%>|?!&*-"
# The whole text between the signs that Markdown has for bold or slanted.
_STARRED = re.compile(r"(?P<signs>\*{1,3})(?P<words>[^\s*`_](?:[^*`]*[^\s*`])?)(?P=signs)")
_SHORT_YEAR = re.compile(r"'(\d{2})")
_SHORT_YEAR_INSIDE = re.compile(r"(?P<name>jaar|van|tot|datum): '(?P<year>\d{2})(?=\s*[,}])")
_YEARS = frozenset({"jaar", "van", "tot", "datum", "vastgesteld_op", "treedt_in_werking", "ingetrokken_op"})
# Where the words of the source stand beside a number.
_IN_WORDS = {"waarde": "weergave", "bedrag": "noot"}
_MORE = re.compile(r">=?\s*(\d+(?:\.\d{1,2})?)")
_COLON = re.compile(r":(?=\s|$)")
_TWO_FIELDS = re.compile(r"[a-z][a-z_]*: ")
_WORD_BEFORE_COLON = re.compile(r"(?P<before>.*?)[\s,;]+(?P<name>[a-z][a-z_]*):(?:\s+(?P<rest>.*))?")
_FOLDED = re.compile(r"[>|][+-]?\s+(?P<text>.*\w.*)")
# The sign >- as Word, a web page or a hasty finger makes it.
_NO_FOLD = re.compile(r"(?:>|&gt;)\s*[-\u2010-\u2015\u2212]")
# What means something without quotation marks, and is a text between them.
_WORDS = frozenset({"null", "true", "false"})
_OPEN_REACH = 400


def find(stop: Stop) -> Clue | None:
    """Return what is wrong with the value on the line of the stop, or on the one above it."""
    text = in_text(stop.lines)
    for number in stop.above(2):
        if number not in text and (found := at(stop.lines, number)):
            return found
    return None


def find_open_quote(stop: Stop) -> Clue | None:
    """Return the nearest line at or above the stop that opens a quotation mark and does not close it."""
    text = in_text(stop.lines)
    for number in stop.above(_OPEN_REACH):
        field = FIELD.match(stop.lines[number - 1])
        if field and number not in text and _OPEN.fullmatch((field["value"] or "").strip()):
            return _if_it_helps(stop, at(stop.lines, number))
    return None


def _if_it_helps(stop: Stop, clue: Clue | None) -> Clue | None:
    """Return a clue when closing the quotation mark lets the parser come further; a text may close on a later line."""
    if clue is None or clue.repair is None or stop.line - clue.line < 3:
        return clue
    lines = list(stop.lines)
    lines[clue.line - 1] = clue.repair.text
    try:
        list(yaml.parse("\n".join(lines[: stop.line]), Loader=yaml.CBaseLoader))
    except yaml.MarkedYAMLError as error:
        return clue if error.problem_mark and error.problem_mark.line + 1 >= stop.line else None
    except (yaml.YAMLError, ValueError):
        return None
    return clue


def at(lines: list[str], number: int) -> Clue | None:
    """Return what is wrong with the value of a field on a line, or None when it can be read."""
    field = FIELD.match(lines[number - 1])
    if not field or not (value := (field["value"] or "").strip()) or BLOCK.fullmatch(value) or reads(value):
        return None
    if two := _two_fields(number, field, value):
        return two
    if _NO_FOLD.fullmatch(value) and _goes_deeper(lines, number, field):
        return _fold_sign(lines, number, field, value)
    if value[0] in "[{":
        return _of_flow(lines, number, field, value)
    if folded := _FOLDED.fullmatch(value):
        return _folded(lines, number, field, folded["text"])
    return _number(number, field, value) or _of_text(lines, number, field, value)


def _goes_deeper(lines: list[str], number: int, field: re.Match[str]) -> bool:
    """Return whether the line below a field begins further to the right than its name."""
    below = row_below(lines, number)
    return bool(below.strip()) and indent_of(below) > field.start("name")


def _fold_sign(lines: list[str], number: int, field: re.Match[str], value: str) -> Clue:
    """Return that the sign before a text on the next line was changed, by Word or a web page."""
    message = (
        f"Achter '{field['name']}:' staat {value} in plaats van >-, het teken voor een tekst op de volgende regels."
    )
    row = f"{_head(field)}>-"
    repair = whole_row(lines, number, f"{field['indent']}{row}")
    return Clue(number, field.start("value") + 1, message, f"schrijf: {row}", repair)


def _two_fields(number: int, field: re.Match[str], value: str) -> Clue | None:
    """Return that a second field stands behind the value of the first, by its name."""
    found = _WORD_BEFORE_COLON.fullmatch(value)
    if not found or found["name"] not in FIELD_NAMES or field["name"] in flow.GROUPS:
        return None
    # Inside brackets fields follow each other on one line.
    if value[0] in "[{" and found["before"][-1] not in "]}":
        return None
    second = found["name"]
    rest = f"{second}: {found['rest'] or ''}".strip()
    message = f"Op deze regel staan zo te zien twee velden: '{field['name']}' en '{second}'."
    hint = (
        f"zet het tweede veld op een eigen regel, recht onder '{field['name']}': {shown(rest)}. Is het één tekst? Zet er dan "
        f"aanhalingstekens om: {shown(_head(field) + quoted(value))}"
    )
    return Clue(number, field.start("value") + found.start("name") + 1, message, hint)


def _folded(lines: list[str], number: int, field: re.Match[str], text: str) -> Clue | None:
    """Return how a text is written that stands behind the sign which says that it begins on the next line."""
    column = field.start("value") + 1
    sign = field["value"].split()[0]
    if indent_of(row_below(lines, number)) > field.start("name"):
        message = f"Achter {sign} begint de tekst pas op de volgende regel."
        hint = f"laat achter '{field['name']}:' alleen >- staan, en zet de tekst op een nieuwe regel: {shown(text)}"
        return Clue(number, column, message, hint)
    if len(sign) == 1:
        value = field["value"].strip()
        return _number(number, field, value) or _of_text(lines, number, field, value)
    message = f"Achter {sign} begint de tekst pas op de volgende regel."
    return Clue(number, column, message, f"schrijf: {shown(_head(field) + as_text(text))}")


def _of_flow(lines: list[str], number: int, field: re.Match[str], value: str) -> Clue | None:
    if year := _SHORT_YEAR_INSIDE.search(value):
        message = "De apostrof (') voor een jaar leest YAML als een aanhalingsteken, en een jaar heeft vier cijfers."
        whole = _SHORT_YEAR_INSIDE.sub(r"\g<name>: 20\g<year>", value)
        hint = f"is 20{year['year']} bedoeld? Schrijf: {shown(f'{_head(field)}{whole}')}"
        return Clue(number, field.start("value") + year.start("year"), message, hint)
    found = flow.mend(value)
    if found is None or (found.unclosed and _closes_below(lines, number) and _continues(lines, number, field)):
        return None
    head = _head(field)
    hint = f"schrijf: {shown(f'{head}{found.new}')}"
    if found.text:
        hint = f"is het één tekst? Schrijf: {shown(f'{head}{quoted(value)}')} Is het een lijst of groep? Schrijf: {shown(f'{head}{found.new}')}"
    return Clue(number, field.start("value") + 1 + found.offset, found.message, hint)


def _closes_below(lines: list[str], number: int) -> bool:
    return any(row.startswith("  ") and ("]" in row or "}" in row) for row in lines[number : number + 20])


def _continues(lines: list[str], number: int, field: re.Match[str]) -> bool:
    """Return whether the next line stands deeper than the field, so that its brackets may close there."""
    below = row_below(lines, number)
    return indent_of(below) > field.start("name") and FIELD.match(below) is None


def _number(number: int, field: re.Match[str], value: str) -> Clue | None:
    """Return what to write for a number with a sign of YAML before it: a year of two digits, or more or less than something."""
    column, name = field.start("value") + 1, field["name"]
    if (found := _SHORT_YEAR.fullmatch(value)) and name in _YEARS:
        message = "De apostrof (') voor een jaar leest YAML als een aanhalingsteken, en een jaar heeft vier cijfers."
        hint = f"is 20{found[1]} bedoeld? Schrijf: {shown(f'{_head(field)}20{found[1]}')}"
        return Clue(number, column, message, hint)
    if name in _IN_WORDS and (found := _MORE.fullmatch(value)):
        message = f"Een getal kan in YAML niet beginnen met {value[0]}."
        words = f"{_IN_WORDS[name]}: {quoted(value)}"
        return Clue(number, column, message, f"schrijf: {_head(field)}{found[1]} Zet er een regel onder: {words}")
    return None


def _of_text(lines: list[str], number: int, field: re.Match[str], value: str) -> Clue | None:
    offset, message, new = _reason(value)
    if not new:
        return _only_a_sign(number, field, value)
    if not reads(new):
        return None
    head = _head(field)
    row = f"{field['indent']}{head}{new}"
    two = _TWO_FIELDS.match(value) is not None
    column = field.start("value") + 1 + offset
    if two and field["name"] in flow.GROUPS:
        group = value.rstrip("}")
        hint = f"schrijf: {shown(f'{head}{{{group}}}')}"
        return Clue(number, column, "Hier ontbreken accolades om de groep velden.", hint)
    if value.startswith("- "):
        hint = f"is het een lijst? Schrijf: {shown(f'{head}[{value[2:].strip()}]')} Is het tekst? Schrijf: {shown(head + new)}"
        return Clue(number, column, message, hint)
    if value.endswith(":") and value.count(": ") == 0 and value[0] not in CURLY + "\"'":
        bare = value.rstrip(": ")
        hint = f"haal de dubbele punt weg: {shown(head + bare)} Hoort hij bij de tekst? Schrijf: {shown(head + new)}"
        message = "Achter deze tekst staat een dubbele punt, en die heeft in YAML een betekenis."
        return Clue(number, column, message, hint)
    repair = None if two else whole_row(lines, number, row)
    return Clue(number, column, message, f"schrijf: {shown(f'{head}{new}')}", repair)


def _head(field: re.Match[str]) -> str:
    return f"{field['dash']}{field['name']}: "


def _only_a_sign(number: int, field: re.Match[str], value: str) -> Clue:
    name = field["name"]
    hint = f"schrijf achter '{name}:' wat er hoort; dit veld moet er staan."
    sign = "een streepje" if value == "-" else f"het teken {value}"
    return Clue(number, field.start("value") + 1, f"Bij '{name}' staat alleen {sign}.", hint)


def _reason(value: str) -> tuple[int, str, str]:
    """Return how far into a value its fault is, what that is, and how the value is written; nothing when it has no words."""
    if value[0] in _OPENING:
        message = "Om de tekst staan krullende aanhalingstekens; YAML kent alleen rechte."
        return 0, message, quoted(without_quotes(value))
    if value[0] == "'":
        return _single(value)
    if value[0] == '"':
        return _double(value)
    if value[0] in _BAD_START:
        return _bad_start(value)
    if value[-1] == '"' and value.count('"') == 1:
        return 0, "Aan het begin van de tekst ontbreekt een aanhalingsteken.", quoted(value[:-1])
    colon = _COLON.search(value)
    offset = colon.start() if colon else 0
    return offset, "In deze tekst staat een dubbele punt, en die heeft in YAML een betekenis.", quoted(value)


def _bad_start(value: str) -> tuple[int, str, str]:
    """Return what is wrong with a text that begins with a sign of YAML; the signs of bold around all of it go too."""
    message = f"Een tekst kan in YAML niet beginnen met {value[0]}."
    if bold := _STARRED.fullmatch(value):
        return 0, f"{message} Opmaak kan op de site niet.", as_text(bold["words"])
    if not value.strip(_BAD_START + " "):
        return 0, message, ""
    return 0, message, quoted(value)


def without_quotes(value: str) -> str:
    """Return a text without the quotation marks of any kind that stand around the whole of it."""
    if len(value) < 2 or value[-1] not in _CLOSING:
        return value
    inner = value[1:-1]
    if any(sign in inner for sign in CURLY.replace("’", "")):
        return value
    return inner


def _single(value: str) -> tuple[int, str, str]:
    if _APOSTROPHE.match(value):
        return 0, "De tekst begint met een apostrof ('), en dat leest YAML als een aanhalingsteken.", quoted(value)
    if value.endswith("'") and len(value) > 1:
        return 0, "In de tekst staat een apostrof ('), en daar eindigt hij voor YAML.", quoted(value[1:-1])
    return _open_or_behind(value)


def _double(value: str) -> tuple[int, str, str]:
    if value.endswith('"') and len(value) > 1:
        offset, message, whole = _open_or_behind(value)
        # A mark behind a blank opens words inside the text; one behind a letter closes the first words.
        if re.match(r'"[^"]*\s"', value):
            whole = quoted(value[1:-1])
        return offset, message, whole
    return _open_or_behind(value)


def _open_or_behind(value: str) -> tuple[int, str, str]:
    if found := _QUOTED.fullmatch(value):
        return found.start("rest"), "Achter het aanhalingsteken staat nog tekst.", quoted(value)
    inner = value[1:].rstrip("”’\"'") or value
    if inner in _WORDS:
        return 0, "Een aanhalingsteken wordt niet gesloten.", inner
    message = "Een aanhalingsteken wordt niet gesloten, of met een ander teken."
    return 0, f"{message} Aan het eind horen dezelfde aanhalingstekens.", quoted(inner)
