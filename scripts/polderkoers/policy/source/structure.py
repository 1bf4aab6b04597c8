"""Finds where the signs of YAML make another structure than the text looks like: fields without a colon, and texts parted by a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import yaml

from polderkoers.policy.numbers import plainly, reading
from polderkoers.policy.source.comments import question_mark
from polderkoers.policy.source.odd import Odd, excerpt, in_quotes
from polderkoers.policy.source.spans import Span

# How far from a key its braces may stand to be shown.
_NEAR = 150
_ITEM = re.compile(r"[^,\]}\r\n]*")
_NAME_FIRST = re.compile(r"(?P<name>waarde|jaar|document|plek|van|tot|weergave|groep)(?: +|\s*=\s*)(?P<rest>\S.*)")
_WORD_COLON = re.compile(r"[\w-]+:(?=\S)")


def odd_structure(text: str, events: list[Any], spans: list[Span]) -> Iterator[Odd]:
    """Yield every place where the structure is another than it looks."""
    yield from _markers(text, events)
    for span in spans:
        yield from _pair(text, span)
    for number, (one, other) in enumerate(pairwise(spans)):
        yield from _no_colon(text, spans, number)
        yield from _parted(text, one, other)


def _markers(text: str, events: list[Any]) -> Iterator[Odd]:
    """Yield the lines that say something to YAML and nothing to a person: %YAML and ... ."""
    for event in events:
        at = event.start_mark.index
        if isinstance(event, yaml.DocumentStartEvent) and event.explicit and text[at : at + 1] == "%":
            message = "Een regel die met % begint, is in YAML een opdracht; die gebruiken we niet."
            yield Odd(at, message, "haal de regel weg, of zet aanhalingstekens om de tekst.")
        elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
            message = "Een regel die met ... begint, betekent in YAML dat het bestand hier ophoudt."
            yield Odd(
                at, message, "haal de regel weg. Hoort hij bij de tekst erboven? Laat hem dan even ver inspringen."
            )


def _pair(text: str, span: Span) -> Iterator[Odd]:
    """Yield a field that stands in a list without braces: [a: b]."""
    if span.kind != "group" or not span.flow:
        return
    if text[span.start : span.end] == "?":
        yield replace(question_mark(text, span.start), value=span.start)
    elif span.start == span.end:
        found = _ITEM.match(text, span.start)
        item = found[0].strip() if found else ""
        message = f"In deze lijst staat '{excerpt(item)}'; door de dubbele punt is dat een veld, en geen tekst."
        hint = (
            f"horen het twee onderdelen te zijn? Zet een komma in plaats van de dubbele punt. Is het één tekst? Zet er "
            f"aanhalingstekens om: {in_quotes(item)}. Is het een groep velden? Schrijf {{{item}}}."
        )
        yield Odd(span.start, message, hint, span.start)


def _no_colon(text: str, spans: list[Span], number: int) -> Iterator[Odd]:
    """Yield a name between braces without a colon: YAML makes it a field that is empty."""
    key, value = spans[number : number + 2]
    if key.kind != "key" or value.kind != "empty" or not key.flow or ":" in text[key.end : value.start]:
        return
    if text[key.start - 1 : key.start] == "?":  # said already, and what follows from it
        return
    before = _value_before(spans, number)
    if found := _WORD_COLON.match(key.value):
        written = f"{found[0]} {key.value[found.end() :]}"
        message = f"Achter de dubbele punt in '{excerpt(key.value)}' ontbreekt een spatie."
        yield Odd(key.start, message, f"schrijf: {written}", key.start)
    elif pair := _NAME_FIRST.fullmatch(key.value):
        message = f"Achter '{pair['name']}' ontbreekt de dubbele punt."
        yield Odd(key.start, message, f"schrijf: {pair['name']}: {pair['rest']}", key.start)
    elif before is not None and before.end < key.start and set(text[before.end : key.start]) <= set(", \t"):
        yield _comma_in_value(text, before, key)
    else:
        whole = _in_braces(text, key)
        message = f"Tussen de accolades staat '{excerpt(key.value)}' zonder dubbele punt."
        hint = f"schrijf een veld en een waarde, zoals {{naam: waarde}}. Is alles een tekst? Zet er aanhalingstekens om: {in_quotes(whole)}."
        yield Odd(key.start, message, hint, key.start)


def _in_braces(text: str, key: Span) -> str:
    """Return the group around a key with its braces, or the key alone when they are far away."""
    start, end = text.rfind("{", max(0, key.start - _NEAR), key.start), text.find("}", key.end, key.end + _NEAR)
    if start < 0 or end < 0:
        return text[key.start : key.end]
    return text[start : end + 1]


def _value_before(spans: list[Span], number: int) -> Span | None:
    """Return the plain value just before a key in the same group, of which a comma may have parted it."""
    if number == 0:
        return None
    before = spans[number - 1]
    if before.kind != "plain" or before.inside != "group":
        return None
    return before


def _comma_in_value(text: str, before: Span, key: Span) -> Odd:
    whole = text[before.start : key.end]
    number = reading(whole) if before.end + 1 == key.start else None
    message = (
        f"Tussen accolades begint achter een komma een nieuw veld; '{excerpt(whole)}' wordt daardoor in tweeën gelezen."
    )
    if number is not None:
        return Odd(before.start, message, f"schrijf {plainly(number.values[0])}.", key.start)
    hint = f"hoort het bij elkaar? Zet er aanhalingstekens om: {in_quotes(whole)}. Is '{excerpt(key.value)}' een veld? Zet er een dubbele punt en een waarde achter."
    return Odd(before.start, message, hint, key.start)


def _parted(text: str, one: Span, other: Span) -> Iterator[Odd]:
    """Yield a number that a comma without a blank parts in two: [14,5]."""
    both_in_list = one.kind == other.kind == "plain" and one.inside == other.inside == "list" and one.flow
    if not both_in_list or text[one.end : other.start] != "," or not other.value[:1].isdigit():
        return
    number = reading(text[one.start : other.end])
    if number is not None and one.value[-1:].isdigit():
        message = f"'{text[one.start : other.end]}' wordt in tweeën gelezen: in een lijst begint achter een komma een nieuw onderdeel."
        hint = f"schrijf {plainly(number.values[0])}. Zijn het twee onderdelen? Zet een spatie achter de komma."
        yield Odd(one.start, message, hint, one.start)
