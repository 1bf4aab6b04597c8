"""What to look at again in a text that was changed: numbers, years and names in it. How hard it reads, the check says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import filterfalse

from polderkoers.werkbank.forms.desk import Desk

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NAMED = ("organisatie", "plaats", "partij")
_CAPITAL = re.compile(r"[A-ZÀ-Ý]")


def changed_facts(desk: Desk, old: str, new: str) -> str:
    """Return in Dutch which numbers, years and names a text no longer has or now has, empty when those are the same."""
    names = _known_names(desk)
    said = [
        *_told("getal", "getallen", _numbers(old), _numbers(new)),
        *_told("jaartal", "jaartallen", _years(old), _years(new)),
        *_told("naam", "namen", names.findall(old), names.findall(new)),
    ]
    if not said:
        return ""
    return f"Let op: {'; '.join(said)}. Klopt dat met de bron?"


def _known_names(desk: Desk) -> re.Pattern[str]:
    """Return what finds the names of organisations, places and parties in a text: those with a capital."""
    held = vars(desk)
    if "_names" not in held:
        every: set[str] = set()
        for placed in desk.of_kind(*_NAMED):
            every.update((placed.label, *placed.other_names))
        names = sorted(filter(_CAPITAL.match, every), key=len, reverse=True)
        held["_names"] = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?![\w-])")
    found: re.Pattern[str] = held["_names"]
    return found


def _numbers(text: str) -> Iterator[str]:
    return filterfalse(_YEAR.fullmatch, _NUMBER.findall(text))


def _years(text: str) -> Iterator[str]:
    return filter(_YEAR.fullmatch, _NUMBER.findall(text))


def _told(one: str, more: str, old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
    before, now = Counter(old), Counter(new)
    gone, come = tuple(before - now), tuple(now - before)
    if len(gone) == len(come) == 1:
        yield f"{one} {gone[0]} werd {come[0]}"
        return
    for words, found in (("weg", gone), ("erbij", come)):
        if len(found) == 1:
            yield f"{one} {words}: {found[0]}"
        elif found:
            yield f"{more} {words}: {', '.join(found)}"
