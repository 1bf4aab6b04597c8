"""Where each value and key of a YAML text begins and ends, to put another in its place."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml

from polderkoers.policy.source.quick import PARSER

Spot = tuple[int, int]


@lru_cache(maxsize=8)
def spans(text: str) -> dict[Spot, Spot]:
    """Return the end of every value and key by its beginning (line and column from 1), of a text that can be read."""
    ends: dict[Spot, Spot] = {}
    open_: list[Spot] = []
    events: Any = yaml.parse(text, Loader=PARSER)
    for event in events:
        start = (event.start_mark.line + 1, event.start_mark.column + 1)
        end = (event.end_mark.line + 1, event.end_mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            ends[start] = end
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            open_.append(start)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            # A group begins where its first key does; the whole of it is what a value is.
            ends.setdefault(open_.pop(), end)
    return ends
