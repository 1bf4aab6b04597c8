"""Coordinates in words, and the data that they come from."""

from __future__ import annotations

from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.plaatsen import Coordinaten
from polderkoers.policy.numbers import in_dutch


def told(where: Coordinaten) -> str:
    """Return coordinates in words, with the data that they come from."""
    north = _degrees(where.lat, "noorderbreedte", "zuiderbreedte")
    east = _degrees(where.lon, "oosterlengte", "westerlengte")
    mark = f", kenmerk {where.kenmerk}" if where.kenmerk else ""
    return f"{north}, {east}. Bron: {origin(where)}{mark}"


def origin(where: Coordinaten) -> str:
    """Return which data coordinates come from, with its date as far as that is known."""
    if where.datum:
        return f"{where.dataset}, {datum_in_words(where.datum)}"
    return where.dataset


def _degrees(value: float, above: str, below: str) -> str:
    if value < 0:
        return f"{in_dutch(-value)}° {below}"
    return f"{in_dutch(value)}° {above}"
