"""Reads the data of a YAML text that has nothing odd in it, five times as fast as the careful reading."""

from __future__ import annotations

import re
from array import array
from sys import intern
from typing import Any

import yaml

from polderkoers.policy.signs import HIDDEN
from polderkoers.policy.source.marks import BITS, Marks
from polderkoers.policy.source.place import MAX_DEPTH
from polderkoers.policy.source.scalars import MAYBE_NO_TEXT, OddNumber, resolve

# libyaml is nine times as fast as the pure Python parser; both give the same events.
PARSER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


# A comment that does not begin at the left, or a ? that begins something: the careful reading tells whether text is lost.
_COMMENT = re.compile(r"[^\r\n]#")
_QUESTION = re.compile(r"\?(?<![^\s\[{,:-]\?)")


class _Unsure(Exception):
    pass


def quick(text: str) -> tuple[Any, Marks] | None:
    """Return the data of a text and their places, or None when only the careful reading can say what it is or what is wrong with it."""
    if (not text.isascii() and HIDDEN.search(text)) or may_be_odd(text):
        return None
    packed = array("Q")
    try:
        data = _data(text, packed)
        return data, Marks(data, packed)
    except (_Unsure, OddNumber, yaml.YAMLError, ValueError):
        return None


def may_be_odd(text: str) -> bool:
    """Return whether a text holds a sign that may be read otherwise than it looks; most hold none, which is seen at once."""
    return bool(
        ("#" in text and _COMMENT.search(text))
        or ("?" in text and _QUESTION.search(text))
        or "\n..." in text
        or "%" in (text[:1], text[text.find("\n") + 1 :][:1])
        or "\n%" in text
    )


def _data(text: str, packed: array[int]) -> Any:  # noqa: C901, PLR0912 - one loop over a million events; a call for each would double its time
    container: Any = []  # the root is the only item of this list
    root, key, at_key = container, None, False
    parents: list[tuple[Any, bool]] = []
    events: Any = PARSER(text)
    next_event, mark_at = events.get_event, packed.append
    while (event := next_event()) is not None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value, style, mark = event.value, event.style, event.start_mark
            mark_at(mark.line << BITS | mark.column)
            if event.anchor is not None or event.tag is not None:
                raise _Unsure
            # Nothing below > or | may be a text such as >5.
            if style and (not value or (style == '"' and HIDDEN.search(value))):
                raise _Unsure
            if at_key:
                if value in container:
                    raise _Unsure
                # The same few names stand in every file.
                key, at_key = intern(value), False
                continue
            if not style and (not value or value[0] in MAYBE_NO_TEXT):
                # Nothing at all, between brackets, may be a name without a colon; a number in a list may be one in two parts.
                if not value:
                    raise _Unsure
                value = resolve(value)
                if key is None and type(value) is not str:
                    raise _Unsure
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            mark = event.start_mark
            mark_at(mark.line << BITS | mark.column)
            if at_key or event.anchor is not None or event.tag is not None or len(parents) >= MAX_DEPTH:
                raise _Unsure
            if key is None and kind is yaml.MappingStartEvent and _is_pair(event):
                raise _Unsure
            value = {} if kind is yaml.MappingStartEvent else []
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            container, at_key = parents.pop()
            continue
        elif kind is yaml.AliasEvent:
            raise _Unsure
        else:
            continue
        if key is not None:
            container[key] = value
            key, at_key = None, True
        else:
            container.append(value)
        if kind is not yaml.ScalarEvent:
            parents.append((container, at_key))
            container, at_key = value, kind is yaml.MappingStartEvent
    if len(root) != 1:
        raise _Unsure  # nothing, or two documents
    return root[0]


def _is_pair(event: Any) -> bool:
    """Return whether a group in a list has no braces of its own: [a: b]."""
    return bool(event.flow_style) and event.start_mark.index == event.end_mark.index
