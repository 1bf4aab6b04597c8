"""What a clue is, the place that it is looked for around, and how a text is written so that YAML takes it for text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from polderkoers import known
from polderkoers.problems import Repair

FIELD = re.compile(r"^(?P<indent> *)(?P<dash>(?:- +)*)(?P<name>[\w'-]+):(?:[ \t]+(?P<value>.*))?$")
BLOCK = re.compile(r"[>|][+-]?[0-9]?[+-]?\s*(#.*)?")
_SHOWN = 200
# The names of all fields: a word of a text before a colon may be one of them. A test compares them with the schemas.
FIELD_NAMES = known.FIELDS
# What the id of an item begins with by custom, and the list that it stands in.
HEADINGS = {
    "doel": "doelen",
    "rol": "rollen",
    "stap": "stappen",
    "activiteit": "activiteiten",
    "indicator": "indicatoren",
    "cijfer": "cijfers",
    "bedrag": "bedragen",
    "voorbeeld": "voorbeelden",
    "aandachtspunt": "aandachtspunten",
    "letop": "let_op",
    "punt": "punten",
    "hoofdstuk": "hoofdstukken",
    "fase": "fasen",
    "risico": "risicos",
}


@dataclass(frozen=True)
class Clue:
    """What is wrong, where (line and column from 1), and how to mend it; `repair` when no other cure is possible."""

    line: int
    column: int
    message: str
    hint: str
    repair: Repair | None = None


@dataclass(frozen=True)
class Stop:
    """The lines of a file and the place where the parser stopped, both counting from 1."""

    lines: list[str]
    line: int
    column: int

    @property
    def row(self) -> str:
        """The line where the parser stopped; the last one when it stopped behind that."""
        return self.lines[min(self.line, len(self.lines)) - 1]

    def above(self, reach: int = 40) -> Iterator[int]:
        """Yield the numbers of the line of the stop and those above it that are not empty, upwards."""
        first = min(self.line, len(self.lines))
        for number in range(first, max(0, first - reach), -1):
            if self.lines[number - 1].strip():
                yield number


def whole_row(lines: list[str], number: int, new: str) -> Repair:
    """Return the repair that gives a line another text."""
    return Repair(number, 1, number, len(lines[number - 1]) + 1, new)


def rows_replaced(first: int, old: list[str], new: list[str]) -> Repair:
    """Return the repair that puts lines in the place of others that follow each other, from the number of the first."""
    return Repair(first, 1, first + len(old) - 1, len(old[-1]) + 1, "\n".join(new))


def quoted(text: str) -> str:
    """Return a text between the quotation marks that need no escapes inside."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shown(text: str) -> str:
    """Return a line as it can be typed; of a very long one the beginning."""
    text = text.strip()
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def indent_of(row: str) -> int:
    """Return how many spaces a line begins with."""
    return len(row) - len(row.lstrip(" "))


def reads(value: str) -> bool:
    """Return whether a text can stand behind a field as it is."""
    try:
        events = list(yaml.parse(f"veld: {value}\n", Loader=yaml.CBaseLoader))
    except (yaml.YAMLError, ValueError):
        return False
    # One field with one value, and nothing that we refuse: no anchor, alias or tag.
    odd = any(isinstance(event, yaml.AliasEvent) or _marked(event) for event in events)
    return not odd and sum(isinstance(event, yaml.DocumentStartEvent) for event in events) == 1


def _marked(event: yaml.Event) -> bool:
    node = isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
    return node and (event.anchor is not None or event.tag is not None)  # type: ignore[attr-defined]


def spaces(number: int) -> str:
    """Return a number of spaces in words."""
    return "1 spatie" if number == 1 else f"{number} spaties"


def where(column: int) -> str:
    """Return in words where a line begins."""
    if not column:
        return "helemaal links"
    return f"met {spaces(column)} ervoor"


def row_above(lines: list[str], number: int) -> str:
    """Return the line above a line, or nothing when that is the first."""
    return lines[number - 2] if number > 1 else ""


def row_below(lines: list[str], number: int) -> str:
    """Return the line below a line, or nothing when that is the last."""
    return lines[number] if number < len(lines) else ""


def as_text(text: str) -> str:
    """Return a text as it stands behind a field: with quotation marks where YAML would take it for something else."""
    return text if reads(text) else quoted(text)
