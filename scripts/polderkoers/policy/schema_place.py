"""Puts a finding of a schema at its line, with the line that mends it, and leaves out what only follows from another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import yaml

from polderkoers.policy.schema_words import ROW, Refusal
from polderkoers.policy.spans import spans
from polderkoers.policy.syntax_clues import blocks, flow
from polderkoers.policy.syntax_clues.clue import FIELD, HEADINGS, Clue, shown
from polderkoers.policy.syntax_clues.spaces import has_fixed
from polderkoers.problems import Problem, Repair

if TYPE_CHECKING:
    from polderkoers.policy.source import Document, Place


_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# A field that stands beside the group that it belongs in is told once; that the group is empty follows from it.
_UNDER = re.compile(r"hoort niet hier, maar onder '([^']+)'")
# Between braces a field has no line of its own.
_NEW_LINE = re.compile(r"^voeg de regel '(\w+): …' toe\.?")
_ID_OF = re.compile(r"[a-z]+")


def located(document: Document, pointer: str, finding: Refusal) -> Problem:
    """Return a finding as a problem at its line and column."""
    at, about_key = pointer, False
    if finding.key is not None:
        at = f"{pointer}/{_escaped(finding.key)}"
        # An unknown kind is a wrong value; any other finding with a key is about the key itself.
        about_key = finding.rule != "soort" or finding.name is not None
    place = document.place(at, key=about_key)
    lines = _LINE_BREAK.split(document.text)
    if finding.rule == "onbekend-veld" and (better := _clue(lines, place, finding)):
        return Problem(document.file, place.line, place.column, finding.rule, better.message, better.hint, at)
    message = finding.message.replace("{ruw}", _raw(document.text, lines, place))
    hint, repair = _cure(document.text, lines, place, finding)
    if finding.rule == "veld-ontbreekt" and lines[place.line - 1][place.column - 1 : place.column] == "{":
        hint = _NEW_LINE.sub(r"zet tussen de accolades, met een komma ertussen: \1: …", hint)
    return Problem(document.file, place.line, place.column, finding.rule, message, hint, at, repair=repair)


def _raw(text: str, lines: list[str], place: Place) -> str:
    """Return a value as it stands in the file, when it stands on one line."""
    end = _ends(text).get(place)
    if end is None or end[0] != place.line:
        return "…"
    return lines[place.line - 1][place.column - 1 : end[1] - 1]


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _cure(text: str, lines: list[str], place: Place, finding: Refusal) -> tuple[str, Repair | None]:
    """Return the hint with the line that mends, and the repair when it is sure."""
    new = finding.name if finding.name is not None else finding.value
    if new is None:
        return finding.hint, None
    row = lines[place.line - 1] if place.line <= len(lines) else ""
    end = _ends(text).get(place)
    if end is None or end[0] != place.line:
        return _on_lines_below(row, lines, place, finding, new), None
    raw = _raw(text, lines, place)
    new = new.replace("{ruw}", raw)
    gap = " " if not raw and row[place.column - 2 : place.column - 1] == ":" else ""
    mended = f"{row[: place.column - 1]}{gap}{new}{row[end[1] - 1 :]}"
    repair = Repair(place.line, place.column, *end, f"{gap}{new}") if finding.sure else None
    return finding.hint.replace(ROW, shown(mended)), repair


def _ends(text: str) -> dict[tuple[int, int], tuple[int, int]]:
    try:
        return spans(text)
    except (yaml.YAMLError, ValueError):
        return {}


def _on_lines_below(row: str, lines: list[str], place: Place, finding: Refusal, new: str) -> str:
    """Return the hint for a value that does not stand on one line: it begins at or below the line of its field."""
    head = row[: place.column - 1].strip()
    if not head and place.line > 1 and (above := FIELD.match(lines[place.line - 2])):
        head = f"{above['dash']}{above['name']}:"
    hint = finding.hint
    if new:
        hint = hint.replace(f"schrijf: {ROW}", f"zet het op één regel: {ROW}")
    return hint.replace(ROW, shown(f"{head} {new}".strip()))


def _clue(lines: list[str], place: Place, finding: Refusal) -> Clue | None:
    """Return what the line of an unknown field says: a text that was cut, or the line of a text that stands too far left."""
    row = lines[place.line - 1]
    name = finding.key or ""
    written = FIELD.match(row)
    if written and place.column > written.start("value"):
        value = (written["value"] or "").strip()
        if value.startswith("{"):
            head = f"{written['dash']}{written['name']}: "
            return _between_braces(row, head, value, place, name)
    sentence = " " in name.strip() and (finding.name is None or name[:1].isupper())
    if not sentence:
        return None
    return blocks.outdented(lines, place.line)


def _between_braces(row: str, head: str, value: str, place: Place, name: str) -> Clue | None:
    """Return what a group on one line says of an unknown field in it: a fixed space, or a sign that lacks."""
    if has_fixed(name):
        fixed = "".join(" " if has_fixed(sign) else sign for sign in row)
        message = "Tussen de accolades staat een vaste spatie in plaats van een gewone."
        return Clue(place.line, place.column, message, f"schrijf: {shown(fixed)}")
    mended = flow.mend(value, whole=True)
    if mended is None:
        return None
    return Clue(place.line, place.column, mended.message, f"schrijf: {shown(head + mended.new)}")


def without_echoes(problems: list[Problem], document: Document, schema: dict[str, Any]) -> list[Problem]:
    """Return the problems without those that follow from another: a cut group, and items that stand in a wrong list."""
    cut = {_above(problem) for problem in problems if _is_cut(problem)}
    first: dict[str, str] = {}
    left = []
    beside = set(_groups_beside(problems))
    for problem in problems:
        above = _above(problem)
        if problem.rule == "verkeerd-type" and problem.path in beside:
            continue
        if above in cut and first.setdefault(above, problem.path) != problem.path and _is_cut(problem):
            continue
        if problem.path in cut and problem.rule == "veld-ontbreekt":
            continue
        left.append(problem)
    return _in_their_list(left, document, schema)


def _above(problem: Problem) -> str:
    """Return the path of the group or list that a problem stands in."""
    return problem.path.rpartition("/")[0]


def _groups_beside(problems: list[Problem]) -> Iterator[str]:
    """Yield the paths of the groups in which a field belongs that stands beside them."""
    for problem in problems:
        if found := _UNDER.search(problem.message):
            yield f"{_above(problem)}/{found[1]}"


def united(read: Iterable[Problem], found: list[Problem]) -> Iterator[Problem]:
    """Yield what reading and the schema refuse in one document, and nothing of it twice.

    What is read otherwise than it looks makes the schema stumble over the same place. The reading says it better, but where
    the schema gives the line that mends it; and of a number that can be read in two ways the schema knows more, if it
    wants a text or a whole number there.
    """
    # Of a word from a list it counts which it may be, not that it is no text.
    chosen = {problem.path for problem in found if problem.rule == "waarde-uit-lijst"}
    found = [problem for problem in found if problem.rule != "verkeerd-type" or problem.path not in chosen]
    typed = {problem.path for problem in found if problem.rule == "verkeerd-type"}
    mended = tuple(f"{path}/" for path in map(_mended, found) if path is not None)
    kept = [each for each in read if not _is_said(each, typed, mended)]
    said = {problem.path for problem in kept if problem.rule in {"yaml-vorm", "tekst-na-hekje"}} - {""}
    yield from kept
    for problem in found:
        # What has the wrong type cannot be too small or too large as well.
        again = problem.rule == "getal-buiten-grens" and problem.path in typed
        if problem.path not in said and not again:
            yield problem


def _mended(problem: Problem) -> str | None:
    """Return the path of the group, list or file that a finding of the schema mends as a whole; None when it mends none."""
    if _is_cut(problem):
        return _above(problem)
    whole = problem.rule == "verkeerd-type" and "in plaats van accolades" in problem.hint
    if whole or (problem.rule == "soort" and not problem.path):
        return problem.path
    return None


def _is_said(remark: Problem, typed: set[str], mended: tuple[str, ...]) -> bool:
    """Return whether a finding of the schema says what was remarked while reading."""
    if remark.rule == "getal-schrijfwijze":
        return remark.path in typed
    within = bool(remark.path) and f"{remark.path}/".startswith(mended or ("\0",))
    return remark.rule == "yaml-vorm" and within


def _is_cut(problem: Problem) -> bool:
    return problem.rule == "onbekend-veld" and "Het veld" not in problem.message


def _in_their_list(problems: list[Problem], document: Document, schema: dict[str, Any]) -> list[Problem]:
    """Return the problems with one for all items that stand in another list than their ids say."""
    found: dict[tuple[str, str], Problem] = {}
    left = []
    for problem in problems:
        stray = _stray(problem, document.data, schema)
        if stray is None:
            left.append(problem)
        elif stray not in found:
            found[stray] = _moved(problem, document, *stray)
    return [*left, *found.values()]


def _stray(problem: Problem, data: Any, schema: dict[str, Any]) -> tuple[str, str] | None:
    """Return the list that an item stands in and the one that its id says, when they differ and the file has both."""
    parts = problem.path.split("/")[1:]
    if problem.rule not in ("onbekend-veld", "veld-ontbreekt") or len(parts) < 2 or not parts[1].isdigit():
        return None
    items = data.get(parts[0])
    wanted, first = _list_of(items[int(parts[1])]), _list_of(items[0])
    if first != parts[0] or wanted == first or wanted not in schema.get("properties", {}):
        return None
    return first, wanted


def _list_of(item: Any) -> str:
    """Return the list that an item belongs in by the first word of its id, or nothing when that says nothing."""
    id_ = item.get("id") if isinstance(item, dict) else None
    found = _ID_OF.match(id_) if isinstance(id_, str) else None
    if found is None:
        return ""
    return HEADINGS.get(found.group(), "")


def _moved(problem: Problem, document: Document, list_: str, wanted: str) -> Problem:
    index = problem.path.split("/")[2]
    item = f"/{list_}/{index}"
    place = document.place(item)
    id_ = document.data[list_][int(index)]["id"]
    message = f"Het onderdeel '{id_}' staat in de lijst '{list_}', maar hoort zo te zien bij '{wanted}'."
    hint = f"zet boven deze regel, even ver als '{list_}:', de regel: {wanted}:"
    if wanted in document.data:
        hint = f"verplaats dit onderdeel naar de lijst '{wanted}:'."
    return Problem(document.file, place.line, place.column, "onbekend-veld", message, hint, item)
