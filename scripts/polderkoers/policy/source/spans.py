"""The parts of a text that a parser read, with where each begins and ends; what lies in between it passed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import yaml

Kind = Literal["key", "plain", "quoted", "block", "empty", "list", "group", "close", "end"]


@dataclass(frozen=True)
class Span:
    """A text, or the sign that opens or closes a list or group; one without brackets opens where its first part stands.

    `line` counts from 0. `flow` says that it stands in brackets (or, of a list or group, that it has them), `inside` whether
    that is a list or a group, and `column` where that begins: -1 for what stands in nothing.
    """

    kind: Kind
    start: int
    end: int
    line: int
    value: str = ""
    flow: bool = False
    inside: Literal["list", "group", ""] = ""
    column: int = -1


@dataclass
class _Open:
    kind: Literal["list", "group"]
    flow: bool
    column: int
    at_key: bool


class Spans:
    """Makes spans out of events, one after the other."""

    def __init__(self) -> None:
        """Begin outside of any list or group."""
        self._stack: list[_Open] = []

    def of(self, events: list[Any]) -> Iterator[Span]:
        """Yield the spans of the events of a parser."""
        for event in events:
            match event:
                case yaml.ScalarEvent():
                    yield self._text(event)
                case yaml.MappingStartEvent():
                    yield self._opening(event, "group")
                case yaml.SequenceStartEvent():
                    yield self._opening(event, "list")
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    yield from self._closing(event)

    def _text(self, event: Any) -> Span:
        parent = self._stack[-1] if self._stack else None
        kind: Kind = _kind_of(event)
        if parent and parent.kind == "group" and parent.at_key and kind != "empty":
            kind = "key"
        self._turn()
        start, end = event.start_mark, event.end_mark
        if parent is None:
            return Span(kind, start.index, end.index, start.line, event.value)
        return Span(kind, start.index, end.index, start.line, event.value, parent.flow, parent.kind, parent.column)

    def _opening(self, event: Any, kind: Literal["list", "group"]) -> Span:
        inside = self._stack[-1] if self._stack else None
        self._turn()
        start, flow = event.start_mark, bool(event.flow_style)
        self._stack.append(_Open(kind, flow, start.column, kind == "group"))
        holder = inside.kind if inside else ""
        return Span(kind, start.index, event.end_mark.index, start.line, flow=flow, inside=holder)

    def _closing(self, event: Any) -> Iterator[Span]:
        start, end = event.start_mark, event.end_mark
        if self._stack.pop().flow and end.index > start.index:
            yield Span("close", start.index, end.index, start.line)

    def _turn(self) -> None:
        """Turn from a key to its value, and from a value to the next key."""
        if self._stack:
            self._stack[-1].at_key = not self._stack[-1].at_key and self._stack[-1].kind == "group"


def _kind_of(event: Any) -> Kind:
    if event.style in ("|", ">"):
        return "block"
    if event.style:
        return "quoted"
    if event.value:
        return "plain"
    return "empty"
