"""The words of a decision as a clerk reads them: what is quoted, amounts and dates, and what is written out in rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from polderkoers.policy.model.declared import Role

PAIRS = {"“": "”", "‘": "’", "«": "»", "⟨": "⟩", "⟦": "⟧"}
MONTHS = [
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
]
QUARTERS = ("eerste", "tweede", "derde", "vierde")


class NotClear(AssertionError):
    """A line cannot be carried out, or can mean more than one thing."""


class Masked:
    """A line with every quote replaced by a mark, so that no word of a quote is taken for one of ours."""

    def __init__(self, text: str) -> None:
        self.quotes: list[str] = []
        found, place = [], 0
        while place < len(text):
            end = PAIRS.get(text[place])
            stop = text.find(end, place + 1) if end else -1
            if stop < 0:
                found.append(text[place])
                place += 1
                continue
            found.append(f"⟪{len(self.quotes)}⟫")
            self.quotes.append(text[place + 1 : stop])
            place = stop + 1
        self.text = "".join(found)

    def quote(self, mark: str) -> str:
        return self.quotes[int(mark[1:-1])]


Q = r"⟪\d+⟫"


@dataclass
class Cursor:
    """Where a reader is in a masked line."""

    masked: Masked
    rest: str

    def take(self, pattern: str) -> re.Match[str] | None:
        match = re.match(pattern, self.rest)
        if match:
            self.rest = self.rest[match.end() :]
        return match

    def must(self, pattern: str) -> re.Match[str]:
        """Take what must stand here. Raises `NotClear` when it does not."""
        match = self.take(pattern)
        if match is None:
            raise NotClear(f"cannot read: {self.rest} in {self.masked.text} {self.masked.quotes}")
        return match


def amount(name: str, text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for flag, start in (("hoogstens", "hoogstens "), ("ongeveer", "ongeveer ")):
        if text.startswith(start):
            found[flag], text = True, text.removeprefix(start)
    for flag, words in (("per_jaar", ", per jaar"), ("hoogstens", ", wel een maximum")):
        if text.endswith(words):
            found[flag], text = True, text.removesuffix(words)
    if text.endswith(" per jaar"):
        found["per_jaar"], text = True, text.removesuffix(" per jaar")
    text = text.removesuffix(" euro")
    if "niet precies bekend" in text:
        found["ongeveer"] = True
    elif "niet bekend" not in text:
        found[name] = number(text)
    return found


def number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


def typed(each: Any, text: str) -> Any:
    if each.role is Role.NUMBER:
        return int(text)
    if each.role is Role.FIGURE:
        return number(text) if text != "niet bekend" else None
    if each.role is Role.DATE and each.form is not None and "integer" in each.form.schema["type"]:
        return date_of(text)
    if each.role is Role.CHOICE:
        said = {**each.fact.says, "lokaal": "Het eigen gebied"}
        return next((value for value, words in said.items() if words == text), text)
    if each.role is Role.FLAG:
        return text == "ja"
    return text


def date_of(words: str) -> str:
    if match := re.fullmatch(r"(\w+) kwartaal van (\d{4})", words):
        return f"{match[2]}-Q{QUARTERS.index(match[1]) + 1}"
    match = re.fullmatch(r"(?:(\d+) )?(\w+) (\d{4})", words)
    if not match or match[2] not in MONTHS:
        return words
    month = f"{match[3]}-{MONTHS.index(match[2]) + 1:02}"
    return f"{month}-{int(match[1]):02}" if match[1] else month


def split(text: str) -> list[str]:
    """Return the values of a row, also when one of them has the sign between them in it."""
    masked = Masked(text)

    def quoted(match: re.Match[str]) -> str:
        return f"⟦{masked.quote(match[0])}⟧"

    return [re.sub(Q, quoted, part) for part in masked.text.split("; ")]


@dataclass
class Row:
    """A row that is written out, with the rows below it that stand deeper."""

    label: str
    text: str
    rows: list[Row] = field(default_factory=list)


def tree_of(lines: list[str]) -> list[Row]:
    top = Row("", "")
    above: list[tuple[int, Row]] = [(-1, top)]
    for line in lines:
        words = line.lstrip(" ")
        depth = (len(line) - len(words)) // 2
        if words.startswith("|"):
            row = above[-1][1]
            row.text = f"{row.text}\n{words[1:].removeprefix(' ')}" if row.text else words[1:].removeprefix(" ")
            continue
        while above[-1][0] >= depth:
            above.pop()
        label, _, text = words.partition(":")
        row = Row(label, text.removeprefix(" "))
        above[-1][1].rows.append(row)
        above.append((depth, row))
    return top.rows


def taken_apart(text: str) -> tuple[list[tuple[str, list[str]]], dict[str, list[str]]]:
    """Return the points of a decision, each with the lines below it, and the annexes by number."""
    points: list[tuple[str, list[str]]] = []
    annexes: dict[str, list[str]] = {}
    below: list[str] = []
    for line in text.split("\n"):
        if line.startswith("    > ") or line == "    >":
            below.append(line[6:])
        elif match := re.match(r"Bijlage (\d+)\. ", line):
            below = annexes.setdefault(match[1], [])
        elif match := re.match(r"\d+\. (.+)", line):
            points.append((f"# {match[1]}", []))
        elif match := re.match(r"\d+\.\d+ (.+)", line):
            below = []
            points.append((match[1], below))
    return points, annexes


def heading(each: Any) -> str:
    words = each.fact.label or each.fact.title or each.fact.words.partition(" ")[2]
    return words[:1].upper() + words[1:]
