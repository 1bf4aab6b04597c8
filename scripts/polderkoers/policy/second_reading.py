"""What a second person laid beside the source, and whether the text is still the one that was read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from polderkoers.policy.model.gelezen import READINGS, Gelezen, Lezing
from polderkoers.policy.statements import mark_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy


class Mark(NamedTuple):
    """That an item was read: by its reference, with the hash of what it said, in a reading, at a place (a JSON Pointer) in the list."""

    ref: str
    text: str
    reading: Lezing
    pointer: str

    def fits(self, entry: Entry) -> bool:
        """Return whether an item still says what was read."""
        return self.text == mark_of(entry)


class Read(NamedTuple):
    """How many of some items a second person read as they stand, of how many, and the first and last day of that."""

    read: int
    total: int
    first: str
    last: str


def marks_of(policy: Policy) -> tuple[Mark, ...]:
    """Return the marks of a policy in the order of its list."""
    top = policy.get(READINGS)
    if top is None or not isinstance(top.item, Gelezen):
        return ()
    return _marks(top.item)


def last_marks(policy: Policy) -> dict[str, Mark]:
    """Return by reference the mark of each item that was read, whatever it says now; of several the last."""
    return {mark.ref: mark for mark in marks_of(policy)}


def read_of(policy: Policy, entries: Iterable[Entry]) -> Read:
    """Return how much of some items was read as they stand."""
    marks, days, total = last_marks(policy), [], 0
    for entry in entries:
        total += 1
        mark = marks.get(entry.ref)
        if mark is not None and mark.fits(entry):
            days.append(str(mark.reading.op))
    return Read(len(days), total, min(days, default=""), max(days, default=""))


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
