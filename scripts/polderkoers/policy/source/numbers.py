"""Says of a number that can be read in two ways what YAML makes of it, and what to write for each meaning."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from polderkoers.policy import source_rules
from polderkoers.policy.numbers import Reading, looks_like_thousands, plainly, reading, with_unit
from polderkoers.policy.source.place import Place
from polderkoers.policy.source.scalars import MAX_NUMBER_LENGTH
from polderkoers.problems import Problem

# Fields that never hold a text, and of those the ones that the site shows with a unit.
_NUMBERS = frozenset({"waarde", "bedrag", "jaar", "nummer"})
_FIGURES = frozenset({"waarde", "bedrag"})


def odd_numbers(file: str, data: Any, odd: dict[str, tuple[str, Place]]) -> Iterator[Problem]:
    """Yield the problem of every odd number, by JSON Pointer with its text and place, in the data that it stands in."""
    for pointer, (text, place) in odd.items():
        message, hint = _explained(text, pointer, unit_at(data, pointer))
        yield source_rules.odd_number(file, place, pointer, message, hint)


def unit_at(data: Any, pointer: str) -> str:
    """Return the unit of the number at a JSON Pointer: euro for an amount, and what `eenheid` says for another figure."""
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    if parts[-1:] == ["bedrag"]:
        return "euro"
    if parts[-1:] != ["waarde"]:
        return ""
    unit = ""
    for part in parts:
        if isinstance(data, dict) and isinstance(data.get("eenheid"), str):
            unit = data["eenheid"]
        data = _below(data, part)
    return unit


def _below(data: Any, part: str) -> Any:
    """Return what stands in a list or group under a part of a JSON Pointer; None in anything else."""
    if isinstance(data, list):
        return data[int(part)]
    if isinstance(data, dict):
        return data.get(part)
    return None


def _explained(text: str, pointer: str, unit: str) -> tuple[str, str]:
    """Return message and hint for an odd number."""
    field = pointer.rpartition("/")[2]
    as_text = ""
    if field not in _NUMBERS:
        as_text = f' Is het geen getal maar een tekst? Zet er dan aanhalingstekens om: "{text}".'
    if len(text) > MAX_NUMBER_LENGTH:
        return _no_number(f"{text[:20]}…", as_text)
    found = reading(text)
    if found is None:
        return _no_number(text, as_text)
    if looks_like_thousands(text):
        return _thousands(text, found, unit)
    hint = write(found, unit) if field in _FIGURES else f"schrijf {plainly(found.values[0])}."
    return f"'{text}' {_kind(text)}, en betekent in YAML {plainly(found.values[0])}.", f"{hint}{as_text}"


def _no_number(shown: str, as_text: str) -> tuple[str, str]:
    return f"'{shown}' is te groot of geen gewoon getal.", f"schrijf een gewoon getal.{as_text}"


def _thousands(text: str, found: Reading, unit: str) -> tuple[str, str]:
    if len(found.values) == 1:  # 1234.567: too many digits for thousands, unless a point was forgotten
        found = Reading((Decimal(text.replace(".", "")), found.values[0]))
    thousands, decimals = found.values
    as_read, as_meant = with_unit(decimals, unit), with_unit(thousands, unit)
    return f"'{text}' kan twee getallen betekenen: YAML leest hier {as_read}, en geen {as_meant}.", write(found, unit)


def write(found: Reading, unit: str) -> str:
    """Return what to write for each meaning of a number, and what the site then shows."""
    # A percentage of thousands is less likely than one with decimals.
    first, *others = sorted(found.values, key=abs) if unit in {"procent", "%"} else found.values
    hint = f"schrijf {plainly(first)}; op de site staat daar {with_unit(first, unit)}."
    return hint + "".join(f" Bedoel je {with_unit(other, unit)}? Schrijf dan {plainly(other)}." for other in others)


def _kind(text: str) -> str:
    if text.startswith(("0x", "0o")):
        return "is een getal zoals programmeurs het schrijven"
    if "e" in text.lower():
        return "is een getal met een macht van tien"
    if text.startswith("+"):
        return "begint met een plus"
    if text.lstrip("-").startswith("0"):
        return "begint met een nul"
    return "mist een cijfer voor of achter de punt"
