"""Figures in Dutch text: what number stands there, and by which sign or word it is money, a percentage or an age and over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from polderkoers.changes.tokens import NUMBER, SCALE

SCALES = {
    "duizend": Decimal(1_000),
    "miljoen": Decimal(1_000_000),
    "mln": Decimal(1_000_000),
    "miljard": Decimal(1_000_000_000),
    "mld": Decimal(1_000_000_000),
}
"""What the words of `SCALE` multiply by."""
_FIGURE = re.compile(
    rf"(?P<euro>€\s?)?(?P<minus>(?<![\w\d.,)-])-)?(?P<number>{NUMBER})(?:\s?(?P<scale>{SCALE})\b)?"
    r"(?:\s?(?P<sign>%|\+(?!\w))|[ \u00a0](?P<unit>(?i:euro|procent))(?![^\W\d_]))?"
)
_PER = re.compile(r"(?:\s(?:per|elke?|ieder|iedere)\s[^\W\d_]+){1,2}", re.IGNORECASE)
_SIGNS = {"%": "procent"}


class Figure(NamedTuple):
    """A number in a text. `unit` is `euro`, `procent` or `+` when the text says it at once."""

    value: Decimal
    unit: str | None


def figures(text: str) -> list[Figure]:
    """Return the figures of a text in their order; `1.250,50` is 1250.50 and `€ 3 miljoen` is 3000000 euro."""
    return list(map(_figure, _FIGURE.finditer(text)))


def sums(text: str) -> Iterator[tuple[Decimal, str]]:
    """Yield the sums of money of a text, each with what it is for or how often: `per maand`; empty when that is not said."""
    for match in _FIGURE.finditer(text):
        figure, per = _figure(match), _PER.match(text, match.end())
        if figure.unit == "euro":
            yield figure.value, " ".join(per[0].split()) if per else ""


def _figure(match: re.Match[str]) -> Figure:
    value = value_as_written(match["number"]) * SCALES.get(match["scale"] or "", Decimal(1))
    if match["minus"]:
        value = -value
    return Figure(value, _unit(match))


def _unit(match: re.Match[str]) -> str | None:
    """Return what the sign before or after a figure, or the word after it, stands for."""
    if match["euro"]:
        return "euro"
    if match["sign"]:
        return _SIGNS.get(match["sign"], match["sign"])
    return (match["unit"] or "").casefold() or None


def value_as_written(written: str) -> Decimal:
    """Return a number as the Dutch write it: a dot between thousands, a comma before decimals."""
    if re.fullmatch(r"[1-9]\d{0,2}(\.\d{3})+(,\d+)?", written):
        return Decimal(written.replace(".", "").replace(",", "."))
    whole, *rest = re.split(r"[.,]", written)
    if len(rest) <= 1:
        return Decimal(".".join((whole, *rest)))
    # A section number or date (1.2.3): no number that one can count with, but the same signs are the same value.
    return Decimal(whole + "." + "".join(f"{int(part):04d}" for part in rest))


def plain(value: Decimal) -> float | int:
    """Return a value as a number for JSON: whole when it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)
