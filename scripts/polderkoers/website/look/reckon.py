"""Reckons out simple sums of lengths and numbers, as `calc()` of CSS and the tokens of Token Studio have them; of all else it says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_SIGN = re.compile(r"\s*(?:(\d*\.?\d+)(px|rem|em|pt|%|)|(calc)?(\()|([)*/+-]))", re.IGNORECASE)
# One rem is so many pixels in the sheets of a house style.
_PIXELS = {"px": 1.0, "rem": 16.0, "em": 16.0, "pt": 4 / 3}
_LONGEST = 400


@dataclass(frozen=True)
class Quantity:
    """A number with what it counts: `px`, `%`, or nothing."""

    number: float
    unit: str


class NoSum(Exception):
    """A text is no sum of lengths and numbers, or one that cannot be."""


def reckoned(text: str) -> str | None:
    """Return the outcome of a sum as CSS writes it: in pixels, in percents, or a bare number; None when it is no such sum."""
    if len(text) > _LONGEST:
        return None
    try:
        found = _Sum(_signs(text)).whole()
    except NoSum:
        return None
    return f"{found.number:.6g}{found.unit}"


def _signs(text: str) -> list[Quantity | str]:
    signs: list[Quantity | str] = []
    place = 0
    while place < len(text.rstrip()):
        found = _SIGN.match(text, place)
        if not found:
            raise NoSum
        number, unit, _, bracket, act = found.groups()
        signs.append(_quantity(number, unit.lower()) if number else bracket or act)
        place = found.end()
    return signs


def _quantity(number: str, unit: str) -> Quantity:
    if unit in _PIXELS:
        return Quantity(float(number) * _PIXELS[unit], "px")
    return Quantity(float(number), unit)


class _Sum:
    """The signs of a sum, read from the left: products before sums, brackets before both."""

    def __init__(self, signs: list[Quantity | str]) -> None:
        self._signs = signs[::-1]

    def whole(self) -> Quantity:
        found = self._terms()
        if self._signs:
            raise NoSum
        return found

    def _terms(self) -> Quantity:
        found = self._factors()
        while self._signs and self._signs[-1] in ("+", "-"):
            join = _JOINS[str(self._signs.pop())]
            found = join(found, self._factors())
        return found

    def _factors(self) -> Quantity:
        found = self._one()
        while self._signs and self._signs[-1] in ("*", "/"):
            join = _JOINS[str(self._signs.pop())]
            found = join(found, self._one())
        return found

    def _one(self) -> Quantity:
        sign = self._signs.pop() if self._signs else ""
        if isinstance(sign, Quantity):
            return sign
        if sign == "-":
            below = self._one()
            return Quantity(-below.number, below.unit)
        if sign != "(":
            raise NoSum
        found = self._terms()
        if not self._signs or self._signs.pop() != ")":
            raise NoSum
        return found


def _added(one: Quantity, other: Quantity) -> Quantity:
    if one.unit != other.unit:
        raise NoSum
    return Quantity(one.number + other.number, one.unit)


def _taken_off(one: Quantity, other: Quantity) -> Quantity:
    return _added(one, Quantity(-other.number, other.unit))


def _times(one: Quantity, other: Quantity) -> Quantity:
    if one.unit and other.unit:
        raise NoSum
    return Quantity(one.number * other.number, one.unit or other.unit)


def _parted(one: Quantity, other: Quantity) -> Quantity:
    if other.unit or not other.number:
        raise NoSum
    return Quantity(one.number / other.number, one.unit)


_JOINS: dict[str, Callable[[Quantity, Quantity], Quantity]] = {
    "+": _added,
    "-": _taken_off,
    "*": _times,
    "/": _parted,
}
