"""Reads every event of a YAML text with its place, and says what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from polderkoers.policy import source_rules
from polderkoers.policy.source.place import MAX_DEPTH, Place
from polderkoers.policy.source.scalars import OddNumber, as_yaml, resolve
from polderkoers.problems import Problem

# Ends the cure of a file that seems to hold a second one, until it is known that it does.
AND_WHAT_FOLLOWS = " en alles wat daaronder staat, of zet dat in een eigen bestand."


class Refused(Exception):
    """Something that stops the reading."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass
class _Frame:
    container: dict[str, Any] | list[Any]
    pointer: str
    key: str | None = None


class Builder:
    """Builds data and places from events, without recursion, so that depth cannot break it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Any = None
        self.documents = 0
        self.values: dict[str, Place] = {}
        self.keys: dict[str, Place] = {}
        self.quoted: list[tuple[str, Place]] = []
        self.remarks: list[Problem] = []
        # Of every plain value that is no text how it was typed, and of those the numbers that can be read in two ways.
        self.typed: dict[str, str] = {}
        self.odd: dict[str, tuple[str, Place]] = {}
        self._stack: list[_Frame] = []

    def feed(self, event: Any) -> None:
        """Take the next event of the parser. Raises `Refused` at what we do not read."""
        place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._refuse(
                        place,
                        "Achter de gegevens staat nog een stuk: --- begint een tweede document.",
                        f"haal regel {place.line} (---) weg{AND_WHAT_FOLLOWS}",
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
        if event.style == '"':
            self.quoted.append((event.value, place))
        if frame is not None and isinstance(frame.container, dict) and frame.key is None:
            self._key(frame, event.value, place)
            return
        if event.style:  # None from the Python parser, an empty text from libyaml
            self._put(event.value, place)
            return
        self._plain(event.value, place)

    def _plain(self, text: str, place: Place) -> None:
        try:
            value, odd = resolve(text), False
        except OddNumber:
            value, odd = as_yaml(text), True
        pointer = self._put(value, place)
        if not isinstance(value, str):
            self.typed[pointer] = text
        if odd:
            self.odd[pointer] = (text, place)

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

    def _refuse(self, place: Place, message: str, hint: str) -> NoReturn:
        raise Refused(source_rules.form(self.file, place.line, place.column, message, hint))
