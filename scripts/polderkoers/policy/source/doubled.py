"""Fields that stand twice in one item because the line that begins the next item is gone: one fault, not one per field."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import chain

from polderkoers.policy import source_rules
from polderkoers.policy.syntax_clues.clue import indent_of
from polderkoers.policy.syntax_clues.items import missing_item, no_dash
from polderkoers.problems import Problem

_ITEM = re.compile(r"(?P<item>.*/[0-9]+)/[^/]+")
_LIST_HEAD = re.compile(r" *(?:- +)*(?P<name>[\w-]+): *(?P<list>\[[^\[\]{}\"'#]*\])? *(?:#.*)?")
_ID_LINE = re.compile(r"- id: *[\"']?(?P<prefix>[a-z]+)-")


def grouped(remarks: list[Problem], lines: list[str]) -> list[Problem]:
    """Return the remarks on a file, with one for all fields of an item that stand there twice behind each other."""
    if twice := _pasted_twice(remarks, lines):
        return twice
    remarks = [_of_list(remark, lines) for remark in remarks]
    by_item: dict[str, list[Problem]] = defaultdict(list)
    for remark in remarks:
        if remark.rule == "dubbele-sleutel" and (found := _ITEM.fullmatch(remark.path)):
            by_item[found["item"]].append(remark)
    whole = {item: doubles for item, doubles in by_item.items() if _is_item(doubles)}
    told = list(chain.from_iterable(whole.values()))
    left = [remark for remark in remarks if remark not in told]
    return left + [_one(item, doubles, lines) for item, doubles in whole.items()]


def _of_list(remark: Problem, lines: list[str]) -> Problem:
    """Return a remark on a list that stands there twice with how to make one of the two: a list has room for all."""
    first = source_rules.first_of(remark) if remark.rule == "dubbele-sleutel" else 0
    if not first or not remark.line:
        return remark
    one, other = (_LIST_HEAD.fullmatch(lines[number - 1]) for number in (first, remark.line))
    if not one or not other:
        return remark
    name = other["name"]
    if one["list"] and other["list"]:
        values = dict.fromkeys((*_values(one["list"]), *_values(other["list"])))
        where = f"op regel {first}: {name}: [{', '.join(values)}]"
        return replace(remark, hint=f"zet alles in één lijst, {where}. Haal deze regel daarna weg.")
    if _holds_items(lines, first) and _holds_items(lines, remark.line):
        hint = f"zet de onderdelen onder de eerste '{name}' (regel {first}) en haal deze regel weg."
        return replace(remark, hint=hint)
    return remark


def _values(row: str) -> list[str]:
    return [value.strip() for value in row[1:-1].split(",") if value.strip()]


def _holds_items(lines: list[str], number: int) -> bool:
    """Return whether a line is the head of a list of which the items stand below it."""
    if not lines[number - 1].split("#")[0].rstrip().endswith(":"):
        return False
    for row in map(str.strip, lines[number:]):
        if row and not row.startswith("#"):
            return row.startswith("- ")
    return False


def _pasted_twice(remarks: list[Problem], lines: list[str]) -> list[Problem]:
    """Return one remark when a file begins anew halfway: what says its kind and id stands there twice."""
    paths = {remark.path: remark for remark in remarks}
    if not {"/soort", "/id"} <= set(paths):
        return []
    first = min(paths["/soort"], paths["/id"], key=lambda remark: remark.line)
    message = f"Vanaf regel {first.line} begint het bestand opnieuw."
    hint = f"kijk welk deel goed is, en haal het andere weg: regel 1 tot en met {first.line - 1}, of {first.line} tot en met {len(lines)}."
    return [source_rules.lost_item(first.file, first.line, first.column, message, hint, "", None)]


def _is_item(doubles: list[Problem]) -> bool:
    names = [double.path.rpartition("/")[2] for double in doubles]
    return "id" in names or len(doubles) > 1


def _one(item: str, doubles: list[Problem], lines: list[str]) -> Problem:
    first = min(doubles, key=lambda double: double.line)
    row = lines[first.line - 1]
    if row.strip().startswith("id:") and indent_of(row) >= 2:
        clue = no_dash(lines, first.line, f"{' ' * (indent_of(row) - 2)}- {row.strip()}")
    else:
        clue = missing_item(first.line, first.column - 1, _prefix_above(lines[: first.line - 1]))
    return source_rules.lost_item(first.file, clue.line, clue.column, clue.message, clue.hint, item, clue.repair)


def _prefix_above(lines: list[str]) -> str:
    """Return the first word of the last id that stands in some lines, or nothing when there is none."""
    for row in reversed(lines):
        if found := _ID_LINE.match(row.strip()):
            return found["prefix"]
    return ""
