"""Finds and reads YAML: the only module that parses it, giving data together with the place of every key and value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from polderkoers.errors import FolderMissing
from polderkoers.policy.source_messages import explain_syntax
from polderkoers.problems import Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_NUMBER_LENGTH = 30

# The scalars of the YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema); PyYAML itself reads 1.1.
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")

_UNREADABLE = "bestand-leesbaar"
_NOT_UTF8 = (
    _UNREADABLE,
    "Dit bestand is niet opgeslagen als UTF-8.",
    "kies in je editor 'Opslaan met codering: UTF-8'.",
)

# libyaml is nine times as fast as the pure Python parser; both give the same events.
_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Place:
    """A line and column in a file, both counting from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """One file as data, with the place of every value and key by JSON Pointer (RFC 6901)."""

    file: str
    data: Any
    values: dict[str, Place] = field(repr=False)
    keys: dict[str, Place] = field(repr=False)

    def place(self, pointer: str, *, key: bool = False) -> Place:
        """Return where a pointer stands: its key or its value, or else its nearest parent that is there."""
        while pointer:
            table = self.keys if key else self.values
            if found := table.get(pointer):
                return found
            pointer, key = pointer.rpartition("/")[0], False
        return self.values.get("", Place(1, 1))


def find_files(root: Path) -> Iterator[Path]:
    """Yield every file under `root`/data in a fixed order, hidden ones excepted.

    Raises `FolderMissing` when there is no data folder.
    """
    data = root / "data"
    if not data.is_dir():
        raise FolderMissing(root, "data")
    for path in sorted(data.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(data).parts)
        if not hidden and (path.suffix in {".yaml", ".yml"} or path.is_file()):
            yield path


def read(path: Path, root: Path) -> Document | Problem:
    """Read one file into a `Document`, or say in a `Problem` why that cannot be done."""
    file = path.relative_to(root).as_posix()
    text = _read_text(path, root, file)
    if isinstance(text, Problem):
        return text
    return parse(text, file)


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
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        message, hint = explain_syntax(error, text.splitlines(), place.line)
        return Problem(file, place.line, place.column, "yaml-syntaxis", message, hint)
    except (yaml.YAMLError, ValueError) as error:
        message, hint = explain_syntax(error, [], 1)
        return Problem(file, 1, 1, "yaml-syntaxis", message, hint)
    if builder.documents == 0 or builder.root is None:
        return Problem(
            file,
            1,
            1,
            "leeg-bestand",
            "Dit bestand is leeg.",
            "vul het met een kernopgave, programmalijn of plan, of haal het weg.",
        )
    return Document(file, builder.root, builder.values, builder.keys)


def _where(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Return the mark that helps most: where something opens that is never closed, else where the parser stops."""
    opened = any(sign in (error.context or "") for sign in ("flow", "quoted scalar", "simple key"))
    return (error.context_mark if opened else None) or error.problem_mark or error.context_mark


def _read_text(path: Path, root: Path, file: str) -> str | Problem:
    wrong = _wrong_file(path, root)
    try:
        if wrong is None:
            return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        wrong = _NOT_UTF8
    except OSError as error:
        wrong = (
            _UNREADABLE,
            f"Dit bestand kan niet worden gelezen ({error.strerror}).",
            "vraag de beheerder om leesrechten.",
        )
    return Problem(file, 1, 1, *wrong)


def _wrong_file(path: Path, root: Path) -> tuple[str, str, str] | None:
    """Return rule, message and hint when a path is not a file that may be read."""
    if path.suffix != ".yaml":
        return (
            "bestandsnaam",
            "Dit bestand heeft niet de uitgang .yaml.",
            f"noem het {path.stem}.yaml, of haal het weg.",
        )
    if not path.resolve().is_relative_to(root.resolve()):
        return (
            _UNREADABLE,
            "Dit is een koppeling naar een plek buiten het project.",
            "zet het bestand zelf in de map data.",
        )
    if not path.is_file():
        return _UNREADABLE, "Dit is een map met een naam die op .yaml eindigt.", "geef de map een andere naam."
    if path.stat().st_size > MAX_BYTES:
        return _UNREADABLE, "Dit bestand is groter dan 1 MB.", "verdeel de tekst over meer bestanden."
    return None


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
        plain = not event.style  # None from the Python parser, an empty text from libyaml
        self._put(self._resolve(event.value, place) if plain else event.value, place)

    def _key(self, frame: _Frame, key: str, place: Place) -> None:
        pointer = f"{frame.pointer}/{key.replace('~', '~0').replace('/', '~1')}"
        if key in frame.container:
            first = self.keys[pointer].line
            self._refuse(
                place,
                f"'{key}' staat hier voor de tweede keer; de eerste staat op regel {first}.",
                "houd er één over.",
                rule="dubbele-sleutel",
                path=pointer,
            )
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

    def _refuse(self, place: Place, message: str, hint: str, *, rule: str = "yaml-vorm", path: str = "") -> Any:
        raise _Refused(Problem(self.file, place.line, place.column, rule, message, hint, path))
