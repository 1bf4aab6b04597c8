"""What to look at again in a text that was changed: numbers, years and names in it, long sentences, words without explanation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, filterfalse

from polderkoers.policy.model.having import andere_namen_of, voluit_of
from polderkoers.policy.readability import measure, words_of
from polderkoers.policy.rules.abbreviations import abbreviations
from polderkoers.policy.rules.readability import LONGEST_SENTENCE, LOWEST_SCORE, SHORT_TEXT
from polderkoers.werkbank.forms.desk import Desk
from polderkoers.werkbank.forms.plain import shortened

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NAMED = ("organisatie", "plaats", "partij")
_CAPITAL = re.compile(r"[A-ZÀ-Ý]")


def changed_facts(desk: Desk, old: str, new: str) -> str:
    """Return in Dutch which numbers, years and names a text no longer has or now has, empty when those are the same."""
    said: list[str] = []
    for one, more, found in (
        ("getal", "getallen", _numbers),
        ("jaartal", "jaartallen", _years),
    ):
        said += _told(one, more, Counter(found(old)), Counter(found(new)))
    names = known_names(desk)
    said += _told("naam", "namen", Counter(_in_text(names, old)), Counter(_in_text(names, new)))
    if not said:
        return ""
    return f"Let op: {'; '.join(said)}. Klopt dat met de bron?"


def reading_notes(desk: Desk, text: str) -> tuple[str, ...]:
    """Return in Dutch what makes a running text hard to read: long sentences, hard words, abbreviations without explanation."""
    return tuple(_notes(desk, text))


def _notes(desk: Desk, text: str) -> Iterator[str]:
    found = measure(text)
    for sentence in found.sentences:
        if (count := len(words_of(sentence))) > LONGEST_SENTENCE:
            yield f"Deze zin heeft {count} woorden. Maak er twee van: '{shortened(sentence)}'"
    if found.words > SHORT_TEXT and found.score < LOWEST_SCORE:
        yield f"Deze tekst is moeilijk (leesscore {found.score:.0f}; {LOWEST_SCORE} of meer is gewone taal)."
    for word in unexplained(desk, text):
        yield f"De afkorting '{word}' wordt nergens uitgelegd. Schrijf haar voluit, of leg haar uit als begrip."


def unexplained(desk: Desk, text: str) -> tuple[str, ...]:
    """Return the abbreviations in a text that no term, organisation, place or document of the policy explains."""
    found = sorted(abbreviations(text))
    return tuple(word for word in found if word.casefold() not in _explained(desk))


def _explained(desk: Desk) -> frozenset[str]:
    held = vars(desk)
    if "_explained" not in held:
        held["_explained"] = frozenset(_forms(desk))
    found: frozenset[str] = held["_explained"]
    return found


def _forms(desk: Desk) -> Iterator[str]:
    for entry in desk.policy.of_kind("begrip", "organisatie", "plaats", "document"):
        for form in (entry.item.label, *andere_namen_of(entry.item), voluit_of(entry.item) or ""):
            yield form.casefold()
            yield from re.findall(r"\w+", form.casefold())


def known_names(desk: Desk) -> re.Pattern[str]:
    """Return what finds the names of organisations, places and parties in a text: those with a capital."""
    held = vars(desk)
    if "_names" not in held:
        every: set[str] = set()
        for placed in chain.from_iterable(desk.of_kind.get(kind, ()) for kind in _NAMED):
            every.update((placed.label, *placed.other_names))
        names = sorted(filter(_CAPITAL.match, every), key=len, reverse=True)
        held["_names"] = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?![\w-])")
    found: re.Pattern[str] = held["_names"]
    return found


def _numbers(text: str) -> Iterator[str]:
    return filterfalse(_YEAR.fullmatch, _NUMBER.findall(text))


def _years(text: str) -> Iterator[str]:
    return filter(_YEAR.fullmatch, _NUMBER.findall(text))


def _in_text(names: re.Pattern[str], text: str) -> list[str]:
    return names.findall(text)


def _told(one: str, more: str, old: Counter[str], new: Counter[str]) -> Iterator[str]:
    gone, come = tuple(old - new), tuple(new - old)
    if len(gone) == len(come) == 1:
        yield f"{one} {gone[0]} werd {come[0]}"
        return
    for words, found in (("weg", gone), ("erbij", come)):
        if len(found) == 1:
            yield f"{one} {words}: {found[0]}"
        elif found:
            yield f"{more} {words}: {', '.join(found)}"
