"""Reads a file that `source.parse` accepts into entries with offsets.

`source.py` stays the judge of what may be read and of what a scalar means. It keeps no offsets of ends and no styles,
which comments need, and nothing else does; so the parser's events are gone through here for that and nothing more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from polderkoers.policy.canonical.nodes import Collection, Scalar, YamlEntry
from polderkoers.policy.source.quick import PARSER

# What the parser takes for a line break, once \r is gone.
BREAKS = "\n\x85\u2028\u2029"
BREAK = re.compile(f"[{BREAKS}]")


@dataclass
class YamlTree:
    """A file: its top, all entries in the order of the file, and the stretches in which a # begins no comment."""

    top: YamlEntry
    entries: list[YamlEntry] = field(default_factory=list)
    texts: list[tuple[int, int]] = field(default_factory=list)


def read_tree(text: str, data: Any) -> YamlTree:
    """Return the entries of a text (without carriage returns), with the values of `data`: what `source.parse` read in it."""
    reader = _EventReader(text, data)
    for event in yaml.parse(text, Loader=PARSER):
        reader.feed(event)
    return reader.tree


class _EventReader:
    def __init__(self, text: str, data: Any) -> None:
        self._text = text
        # The collections that are open, each with its data.
        self._open: list[tuple[Collection, Any]] = []
        self._field: YamlEntry | None = None
        self._data = data
        self.tree = YamlTree(YamlEntry(0))

    def feed(self, event: Any) -> None:
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._collection(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(event)

    def _collection(self, event: Any) -> None:
        start = event.start_mark
        entry, data = self._place(start.index)
        mapping = isinstance(event, yaml.MappingStartEvent)
        entry.node = Collection(mapping, bool(event.flow_style), start.index, start.column, entry)
        self._open.append((entry.node, data))

    def _close(self, event: Any) -> None:
        self._open.pop()[0].end = event.end_mark.index

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self._keep_text(event.style, start, end)
        parent = self._open[-1][0] if self._open else None
        if parent is not None and parent.mapping and self._field is None:
            self._field = YamlEntry(start, parent, event.value, end)
            self._add(self._field, parent)
            return
        entry, data = self._place(start)
        entry.node = Scalar(data, start, end)

    def _place(self, start: int) -> tuple[YamlEntry, Any]:
        """Return the entry that a value belongs to, and the data of that value."""
        if not self._open:
            self.tree.top.start = start
            self.tree.entries.append(self.tree.top)
            return self.tree.top, self._data
        parent, data = self._open[-1]
        if self._field is not None:
            entry, self._field = self._field, None
            return entry, data[entry.key]
        entry = YamlEntry(start, parent)
        self._add(entry, parent)
        return entry, data[len(parent.entries) - 1]

    def _add(self, entry: YamlEntry, parent: Collection) -> None:
        parent.entries.append(entry)
        self.tree.entries.append(entry)

    def _keep_text(self, style: str | None, start: int, end: int) -> None:
        if style in ("|", ">"):
            # Behind the sign there may be a comment, and below the text blank lines that are no part of it (unless it
            # says + to keep them).
            found = BREAK.search(self._text, start, end)
            header = found.start() if found else end
            if "+" not in self._text[start:header].partition("#")[0]:
                end = start + len(self._text[start:end].rstrip())
            start = header
        if start < end:
            self.tree.texts.append((start, end))
