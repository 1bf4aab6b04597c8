"""The marks in data/gelezen.yaml: which item a second person read, and what it said then."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from polderkoers.policy.model.gelezen import READINGS, Gelezen, Lezing

if TYPE_CHECKING:
    from polderkoers.policy.index import Policy


class Mark(NamedTuple):
    """That an item was read: by its reference, with the hash of what it said, in a reading, at a place (a JSON Pointer) in the list."""

    ref: str
    text: str
    reading: Lezing
    pointer: str


def marks_of(policy: Policy) -> tuple[Mark, ...]:
    """Return the marks of a policy in the order of its list."""
    top = policy.get(READINGS)
    if top is None or not isinstance(top.item, Gelezen):
        return ()
    return _marks(top.item)


def last_marks(policy: Policy) -> dict[str, Mark]:
    """Return by reference the mark of each item that was read, whatever it says now; of several the last."""
    return {mark.ref: mark for mark in marks_of(policy)}


def ref_of(file: str, line: str) -> tuple[str, str]:
    """Return the reference that a line of a reading of a file is about, and the hash in it."""
    id_, _, text = line.partition(" ")
    if id_ == file:
        return file, text
    return f"{file}/{id_}", text


@lru_cache(maxsize=8)
def _marks(item: Gelezen) -> tuple[Mark, ...]:
    found = []
    for place, reading in enumerate(item.gelezen):
        for number, line in enumerate(reading.kenmerken):
            ref, text = ref_of(reading.bestand, line)
            found.append(Mark(ref, text, reading, f"/gelezen/{place}/kenmerken/{number}"))
    return tuple(found)
