"""Reads YAML: the only station that parses it, giving data together with the place of every key and value."""

from __future__ import annotations

import codecs
import dataclasses
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from polderkoers.policy import source_rules
from polderkoers.policy.file_names import by_beginning, unexpected
from polderkoers.policy.signs import FORBIDDEN, HIDDEN
from polderkoers.policy.source.careful import AND_WHAT_FOLLOWS, Builder, Refused
from polderkoers.policy.source.clues import clue
from polderkoers.policy.source.comments import lost_texts
from polderkoers.policy.source.commits import numbers_of_commits
from polderkoers.policy.source.doubled import grouped
from polderkoers.policy.source.marks import Marks
from polderkoers.policy.source.numbers import odd_numbers
from polderkoers.policy.source.place import MAX_DEPTH, Place
from polderkoers.policy.source.quick import PARSER, may_be_odd, quick
from polderkoers.policy.source.scalars import MAX_NUMBER_LENGTH
from polderkoers.policy.source.spans import Spans
from polderkoers.policy.source.structure import odd_structure
from polderkoers.policy.source_messages import explain_syntax
from polderkoers.policy.syntax_clues import Clue, bullets, conflicts, find_clue, values
from polderkoers.policy.syntax_clues.clue import Stop
from polderkoers.policy.tree import DataFile
from polderkoers.policy.values import strings
from polderkoers.problems import Problem

__all__ = [
    "LINE_BREAK",
    "MAX_DEPTH",
    "MAX_NUMBER_LENGTH",
    "Document",
    "Place",
    "data_of",
    "forbidden_signs",
    "parse",
    "read",
]


@dataclass(frozen=True)
class Document:
    """One file as data, with the text that it was read from.

    `remarks` are the problems that did not stop the reading.
    """

    file: str
    data: Any
    text: str = field(repr=False)
    remarks: tuple[Problem, ...] = field(default=(), repr=False)
    marks: Marks | None = field(default=None, repr=False, compare=False)

    @cached_property
    def _places(self) -> Builder:
        # Only what asks how something was typed needs more than the marks of the quick reading.
        return _build(self.text, self.file)[0]

    def without_places(self) -> Document:
        """Return the same without what was found of its places, which is half of the memory of a policy; who asks finds them again."""
        return dataclasses.replace(self)

    @cached_property
    def texts(self) -> Counter[str]:
        """Each text that stands in it as a value, and how often."""
        return Counter(strings(self.data))

    @property
    def typed(self) -> dict[str, str]:
        """How every number, true, false and null was typed, by the JSON Pointer of its value."""
        return self._places.typed

    @property
    def values(self) -> dict[str, Place]:
        """The place of every value by JSON Pointer (RFC 6901)."""
        return self._places.values

    @property
    def keys(self) -> dict[str, Place]:
        """The place of every key by the JSON Pointer of its value."""
        return self._places.keys

    def place(self, pointer: str, *, key: bool = False) -> Place:
        """Return where a pointer stands: its key or its value, or else its nearest parent that is there."""
        while pointer:
            if found := self._at(pointer, key=key):
                return found
            pointer, key = pointer.rpartition("/")[0], False
        return self._at("", key=False) or Place(1, 1)

    def _at(self, pointer: str, *, key: bool) -> Place | None:
        if self.marks is not None:
            return self.marks.at(pointer, key=key)
        table = self.keys if key else self.values
        return table.get(pointer)


def read(source: DataFile) -> Document | Problem:
    """Read one file of a tree into a `Document`, or say in a `Problem` why that cannot be done."""
    if strange := unexpected(source.file):
        return strange
    content = source.read()
    if isinstance(content, Problem):
        return content
    if other := by_beginning(content):
        return source_rules.unreadable(source.file, *other)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(source.file, content, error.start)
    if _is_binary(text):
        return source_rules.unreadable(source.file, *_without_mark(content))
    return next(numbers_of_commits(text, source.file), None) or parse(text, source.file)


def _without_mark(content: bytes) -> tuple[str, str]:
    """Return the words for bytes with many noughts: UTF-16 without the mark at its start, or no text at all."""
    even, odd = content[::2], content[1::2]
    if _are_noughts_beside(even, odd) or _are_noughts_beside(odd, even):
        return _UTF_16
    return _BINARY


def _are_noughts_beside(half: bytes, other: bytes) -> bool:
    """Return whether nearly all of one half is noughts, and nothing of the other."""
    return half.count(0) > 0.8 * len(half) > 0 and not other.count(0)


def _is_binary(text: str) -> bool:
    """Return whether a text holds so many control signs that it is none, or one of UTF-16 without its mark."""
    return "\0" in text and text.count("\0") * 20 > len(text)


def forbidden_signs(source: DataFile) -> Iterator[Problem]:
    """Yield the signs that no YAML may hold in a file that cannot be read: they may be why, and hide nowhere else."""
    content = source.read()
    if isinstance(content, Problem) or not source.file.endswith(".yaml"):
        return
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return
    if FORBIDDEN & {*map(ord, text)} and not _is_binary(text):
        yield from _hidden_signs(text, source.file, [])


# What an editor shows as a line. YAML 1.1 also breaks at these three, which no editor shows; each is reported by itself.
LINE_BREAK = re.compile(r"\r\n|\r|\n")
# What YAML does not allow at all is read as a blank too, so that it hides no other fault; it is reported as well.
_UNREADABLE = dict.fromkeys((*map(ord, "\x85\u2028\u2029"), *FORBIDDEN), " ")
_SAVE = "kies in je editor 'Opslaan als' of 'Opslaan met codering', en dan 'UTF-8'."
_UTF_16 = ("Dit bestand is opgeslagen als UTF-16 (soms 'Unicode' genoemd) en niet als UTF-8.", _SAVE)
_BINARY = ("Dit is geen tekstbestand.", "haal het weg uit de map data; daar horen alleen YAML-bestanden.")
_LATIN = ("Dit bestand is niet opgeslagen als UTF-8. Het eerste teken dat niet klopt, staat hier.", _SAVE)


def _not_utf8(file: str, content: bytes, start: int) -> Problem:
    """Return the problem of bytes that are no UTF-8: another encoding of text, or no text at all."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return source_rules.unreadable(file, *_UTF_16)
    if b"\0" in content:
        return source_rules.unreadable(file, *_BINARY)
    # The decoder counts from behind the mark at the start that some programs write.
    before = LINE_BREAK.split(content.removeprefix(codecs.BOM_UTF8)[:start].decode("utf-8"))
    line, column = len(before), len(before[-1]) + 1
    return source_rules.unreadable(file, *_LATIN, line, column)


def parse(text: str, file: str) -> Document | Problem:
    """Turn YAML text into a `Document`; the first thing that stops the reading is given as a `Problem`."""
    # Between quotation marks the marks of a conflict are text for YAML; they are never text for a reader.
    found = None if "<<<<<<< " in text or ">>>>>>> " in text else quick(text)
    # A file that is one text is no data; what it may be instead says the careful reading.
    if found is None or found[0] is None or isinstance(found[0], str):
        return parse_carefully(text, file)
    data, marks = found
    return Document(file, data, text, marks=marks)


def data_of(text: str, file: str) -> Any:
    """Return the data of a text in which nothing is wrong with how it is written; None otherwise, without looking for why."""
    if (known := quick(text)) is not None or not may_be_odd(text):
        return known and known[0]
    try:
        found = _documented(text, file, *_build(text, file))
    except (Refused, yaml.YAMLError, ValueError):
        return None
    if not isinstance(found, Document) or found.remarks:
        return None
    return found.data


def parse_carefully(text: str, file: str) -> Document | Problem:
    """Turn YAML text into a `Document` by the careful reading, the only one that judges a fault."""
    try:
        builder, events = _build(text, file)
    except Refused as refused:
        return _with_cure(refused.problem, text)
    except yaml.MarkedYAMLError as error:
        mark = _where(error)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        lines = LINE_BREAK.split(text)
        if line > len(lines):  # behind a last line that does not end in a line break
            line, column = len(lines), len(lines[-1]) + 1
        found = clue(text, lines, line, column) or find_clue(lines, line, column)
        found = found or Clue(line, column, *explain_syntax(error))
        return source_rules.syntax(file, found.line, found.column, found.message, found.hint, found.repair)
    except (yaml.YAMLError, ValueError) as error:
        return source_rules.syntax(file, 1, 1, *explain_syntax(error))
    return _documented(text, file, builder, events)


def _documented(text: str, file: str, builder: Builder, events: list[Any]) -> Document | Problem:
    """Return what was built of a text, with all that is wrong with how it is written."""
    if builder.documents == 0 or builder.root is None:
        return source_rules.empty(file)
    lines = LINE_BREAK.split(text)
    if (conflict := conflicts.find(Stop(lines, len(lines), 1))) and conflicts.SURE.search(text):
        return source_rules.syntax(file, conflict.line, conflict.column, conflict.message, conflict.hint)
    otherwise = list(_read_otherwise(text, file, builder, events))
    # Of 1.500,50 in brackets the first part looks odd as well; that is one fault.
    said = {(problem.line, problem.column) for problem in otherwise}
    odd = odd_numbers(file, builder.root, builder.odd)
    numbers = [problem for problem in odd if (problem.line, problem.column) not in said]
    hidden = _hidden_signs(text, file, builder.quoted)
    return Document(file, builder.root, text, (*grouped(builder.remarks, lines), *numbers, *otherwise, *hidden))


def _with_cure(problem: Problem, text: str) -> Problem:
    """Return a refusal with the line that mends it, when that line says what was meant."""
    lines = LINE_BREAK.split(text)
    if problem.hint.endswith(AND_WHAT_FOLLOWS):
        if any(row.startswith("soort:") for row in lines[problem.line :]):
            return problem
        return dataclasses.replace(problem, hint=f"{problem.hint.removesuffix(AND_WHAT_FOLLOWS)}.")
    stop = Stop(lines, problem.line, problem.column)
    if bullet := bullets.find(stop):
        return source_rules.syntax(problem.file, bullet.line, bullet.column, bullet.message, bullet.hint, bullet.repair)
    if at := values.at(lines, problem.line):
        return dataclasses.replace(problem, hint=at.hint, repair=at.repair)
    return problem


def _build(text: str, file: str) -> tuple[Builder, list[Any]]:
    """Return what the events of a text build, and those events. Raises `Refused` and `yaml.YAMLError`."""
    builder, events = Builder(file), []
    for event in yaml.parse(text.translate(_UNREADABLE), Loader=PARSER):
        builder.feed(event)
        events.append(event)
    return builder, events


def _read_otherwise(text: str, file: str, builder: Builder, events: list[Any]) -> Iterator[Problem]:
    """Yield the problems of what is read otherwise than it looks."""
    spans, place_at = list(Spans().of(events)), _places_in(text)
    pointers = {place: pointer for pointer, place in (*builder.keys.items(), *builder.values.items())}
    for odd in (*lost_texts(text, spans), *odd_structure(text, events, spans)):
        place = place_at(odd.offset)
        pointer = "" if odd.value is None else pointers.get(place_at(odd.value), "")
        rule = source_rules.lost_text if odd.lost else source_rules.odd_form
        yield rule(file, place, pointer, odd.message, odd.hint)


def _places_in(text: str) -> Callable[[int], Place]:
    """Return what gives the place of an offset in a text."""
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]

    def place_at(offset: int) -> Place:
        line = bisect_right(starts, offset)
        return Place(line, offset - starts[line - 1] + 1)

    return place_at


def _hidden_signs(text: str, file: str, quoted: list[tuple[str, Place]]) -> Iterator[Problem]:
    """Yield the hidden signs of a file at their own place, and those behind an escape at their value."""
    for value, place in quoted:
        if (found := HIDDEN.search(value)) and found.group() not in text:
            yield source_rules.hidden_sign(file, place.line, place.column, found.group())
    if not HIDDEN.search(text):
        return
    # Lines as YAML counts them; `splitlines` would also break at the line separator that is being reported.
    for number, line in enumerate(LINE_BREAK.split(text), start=1):
        for found in HIDDEN.finditer(line):
            yield source_rules.hidden_sign(file, number, found.start() + 1, found.group())


def _where(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Return the mark that helps most: where something opens that is never closed, else where the parser stops."""
    opened = any(sign in (error.context or "") for sign in ("flow", "quoted scalar", "simple key"))
    if opened and error.context_mark:
        return error.context_mark
    return error.problem_mark or error.context_mark
