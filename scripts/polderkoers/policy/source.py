"""Reads YAML: the only module that parses it, giving data together with the place of every key and value."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, NoReturn

import yaml

from polderkoers.policy import source_rules
from polderkoers.policy.signs import HIDDEN, explain_hidden
from polderkoers.policy.source_messages import explain_syntax
from polderkoers.policy.syntax_clues import Clue, find_clue
from polderkoers.policy.tree import DataFile
from polderkoers.problems import Problem

MAX_DEPTH = 40
MAX_NUMBER_LENGTH = 30

# The scalars of the YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema); PyYAML itself reads 1.1.
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")

# libyaml is nine times as fast as the pure Python parser; both give the same events.
_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Place:
    """A line and column in a file, both counting from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """One file as data, with the place of every value and key by JSON Pointer (RFC 6901).

    `remarks` are the problems that did not stop the reading.
    """

    file: str
    data: Any
    values: dict[str, Place] = field(repr=False)
    keys: dict[str, Place] = field(repr=False)
    remarks: tuple[Problem, ...] = field(default=(), repr=False)

    def place(self, pointer: str, *, key: bool = False) -> Place:
        """Return where a pointer stands: its key or its value, or else its nearest parent that is there."""
        while pointer:
            table = self.keys if key else self.values
            if found := table.get(pointer):
                return found
            pointer, key = pointer.rpartition("/")[0], False
        return self.values.get("", Place(1, 1))


def read(source: DataFile) -> Document | Problem:
    """Read one file of a tree into a `Document`, or say in a `Problem` why that cannot be done."""
    suffix = PurePosixPath(source.file).suffix
    if suffix != ".yaml":
        name = PurePosixPath(source.file).stem
        return Problem(
            source.file,
            1,
            1,
            "bestandsnaam",
            "Dit bestand heeft niet de uitgang .yaml.",
            f"noem het {name}.yaml, of haal het weg.",
        )
    content = source.read()
    if isinstance(content, Problem):
        return content
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(source.file, content, error.start)
    return parse(text, source.file)


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
    before = content[:start].decode("utf-8-sig").splitlines(keepends=True) or [""]
    line, column = (len(before), len(before[-1]) + 1) if not before[-1].endswith("\n") else (len(before) + 1, 1)
    return source_rules.unreadable(file, *_LATIN, line, column)


def parse(text: str, file: str) -> Document | Problem:
    """Turn YAML text into a `Document`; the first thing that stops the reading is given as a `Problem`."""
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_Parser):
            builder.feed(event)
    except _Refused as refused:
        return refused.problem
    except yaml.MarkedYAMLError as error:
        mark = _where(error)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        clue = find_clue(text.splitlines(), line, column) or Clue(line, column, *explain_syntax(error))
        return source_rules.syntax(file, clue.line, clue.column, clue.message, clue.hint)
    except (yaml.YAMLError, ValueError) as error:
        return source_rules.syntax(file, 1, 1, *explain_syntax(error))
    if builder.documents == 0 or builder.root is None:
        return source_rules.empty(file)
    remarks = (*builder.remarks, *_hidden_signs(text, file, builder.quoted))
    return Document(file, builder.root, builder.values, builder.keys, remarks)


def _hidden_signs(text: str, file: str, quoted: list[tuple[str, Place]]) -> Iterator[Problem]:
    """Yield the hidden signs of a file at their own place, and those behind an escape at their value."""
    for value, place in quoted:
        if not value.isascii() and (found := HIDDEN.search(value)) and found.group() not in text:
            yield source_rules.hidden_sign(file, place.line, place.column, explain_hidden(found.group()))
    if text.isascii() or not HIDDEN.search(text):
        return
    # Lines as YAML counts them; `splitlines` would also break at the line separator that is being reported.
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        for found in HIDDEN.finditer(line):
            yield source_rules.hidden_sign(file, number, found.start() + 1, explain_hidden(found.group()))


def _where(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Return the mark that helps most: where something opens that is never closed, else where the parser stops."""
    opened = any(sign in (error.context or "") for sign in ("flow", "quoted scalar", "simple key"))
    return (error.context_mark if opened else None) or error.problem_mark or error.context_mark


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass
class _Frame:
    container: dict[str, Any] | list[Any]
    pointer: str
    key: str | None = None


class _Builder:
    """Builds data and places from events, without recursion, so that depth cannot break it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Any = None
        self.documents = 0
        self.values: dict[str, Place] = {}
        self.keys: dict[str, Place] = {}
        self.quoted: list[tuple[str, Place]] = []
        self.remarks: list[Problem] = []
        self._stack: list[_Frame] = []

    def feed(self, event: Any) -> None:
        place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._refuse(
                        place,
                        "Er staan twee documenten in dit bestand (--- halverwege).",
                        "haal de regel met --- weg, of maak er twee bestanden van.",
                    )
            case yaml.AliasEvent():
                self._refuse(
                    place,
                    f"Het teken * voor '{event.anchor}' betekent in YAML een verwijzing; die gebruiken we niet.",
                    "zet aanhalingstekens om de tekst, of schrijf de waarde voluit.",
                )
            case yaml.ScalarEvent():
                self._check_plain(event, place)
                self._scalar(event, place)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._check_plain(event, place)
                self._open({} if isinstance(event, yaml.MappingStartEvent) else [], place)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop()

    def _check_plain(self, event: Any, place: Place) -> None:
        if event.anchor is not None:
            self._refuse(
                place,
                f"Het teken & voor '{event.anchor}' betekent in YAML een anker; die gebruiken we niet.",
                "zet aanhalingstekens om de tekst, of schrijf de waarde voluit.",
            )
        if event.tag is not None:
            self._refuse(
                place,
                "Het teken ! begint in YAML een soortaanduiding; die gebruiken we niet.",
                "zet aanhalingstekens om de tekst, of haal de aanduiding weg.",
            )

    def _scalar(self, event: Any, place: Place) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame is not None and isinstance(frame.container, dict) and frame.key is None:
            self._key(frame, event.value, place)
            return
        if event.style == '"':
            self.quoted.append((event.value, place))
        plain = not event.style  # None from the Python parser, an empty text from libyaml
        self._put(self._resolve(event.value, place) if plain else event.value, place)

    def _key(self, frame: _Frame, key: str, place: Place) -> None:
        pointer = f"{frame.pointer}/{key.replace('~', '~0').replace('/', '~1')}"
        if key in frame.container:
            # Reading goes on with the second value, so that one fault hides no other.
            first = self.keys[pointer].line
            self.remarks.append(source_rules.double_key(self.file, place.line, place.column, pointer, first))
        self.keys[pointer] = place
        frame.key = key

    def _open(self, container: dict[str, Any] | list[Any], place: Place) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._refuse(
                place,
                f"De inspringing gaat dieper dan {MAX_DEPTH} niveaus.",
                "kijk of er te veel haakjes of spaties staan.",
            )
        pointer = self._put(container, place)
        self._stack.append(_Frame(container, pointer))

    def _put(self, value: Any, place: Place) -> str:
        if not self._stack:
            self.root = value
            self.values[""] = place
            return ""
        frame = self._stack[-1]
        if isinstance(frame.container, list):
            pointer = f"{frame.pointer}/{len(frame.container)}"
            frame.container.append(value)
        elif frame.key is None:
            self._refuse(
                place,
                "Een lijst of groep kan geen naam van een veld zijn.",
                "begin de regel met een veldnaam en een dubbele punt.",
            )
        else:
            pointer = f"{frame.pointer}/{frame.key.replace('~', '~0').replace('/', '~1')}"
            frame.container[frame.key] = value
            frame.key = None
        self.values[pointer] = place
        return pointer

    def _resolve(self, text: str, place: Place) -> Any:
        if text in _NULL:
            return None
        if text in _BOOL:
            return _BOOL[text]
        if _NOT_FINITE.fullmatch(text):
            self._refuse(
                place, f"'{text}' is geen gewoon getal.", "schrijf een getal, of zet aanhalingstekens om de tekst."
            )
        if _INT.fullmatch(text):
            return int(self._bounded(text, place), 0 if text.startswith(("0o", "0x")) else 10)
        if _FLOAT.fullmatch(text):
            return float(self._bounded(text, place))
        return text

    def _bounded(self, text: str, place: Place) -> str:
        if len(text) > MAX_NUMBER_LENGTH or ("e" in text.lower().removeprefix("0x") and not text.startswith("0x")):
            self._refuse(
                place,
                f"Het getal {text[:20]} is te lang of heeft een macht van tien.",
                "schrijf een gewoon getal, of zet aanhalingstekens om de tekst.",
            )
        return text

    def _refuse(self, place: Place, message: str, hint: str) -> NoReturn:
        raise _Refused(source_rules.form(self.file, place.line, place.column, message, hint))
