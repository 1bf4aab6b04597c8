"""Figures in Dutch text: what number stands there, of what, and whether it is a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from polderkoers.changes.tokens import NUMBER, SCALE, word_set

_FIGURE = re.compile(
    rf"(?P<euro>€\s?)?(?P<minus>(?<![\w\d.,)-])-)?(?P<number>{NUMBER})(?:\s?(?P<scale>{SCALE})\b)?"
    r"(?:\s?(?P<sign>%|\+(?!\w))|[ \u00a0](?P<unit>[^\W\d_]+))?"
)
_TIMES = {
    "duizend": Decimal(1_000),
    "miljoen": Decimal(1_000_000),
    "mln": Decimal(1_000_000),
    "miljard": Decimal(1_000_000_000),
    "mld": Decimal(1_000_000_000),
}
_SIGNS = {"%": "procent"}
# What may follow a figure without being what is counted.
_NO_UNIT = word_set(
    "en of tot met van voor in op is zijn wordt worden bij naar door per om de het een te die dat als aan uit over na "
    "moet moeten kan kunnen zal zullen wil willen komt komen gaat gaan heeft hebben"
)


# Words before a number of four digits that make it a year, also when a word follows ("in 2030 doet iedereen mee").
_BEFORE_YEAR = re.compile(
    r"\b(in|vanaf|tot|uiterlijk|eind|begin|voor|vóór|na|sinds|per|jaar|medio|voorjaar|najaar|zomer|winter|januari|februari"
    r"|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Figure:
    """A number in a text. `unit` is what is counted (`procent`, `euro`, `woningen`), when the text says it at once."""

    value: Decimal
    unit: str | None
    start: int
    end: int
    is_year: bool


def figures(text: str) -> list[Figure]:
    """Return the figures of a text in their order; `1.250,50` is 1250.50 and `€ 3 miljoen` is 3000000 euro."""
    return [_figure(match) for match in _FIGURE.finditer(text)]


def _figure(match: re.Match[str]) -> Figure:
    value = value_as_written(match["number"]) * _TIMES.get(match["scale"] or "", Decimal(1))
    if match["minus"]:
        value = -value
    year = _is_year(match)
    unit = None if year else _sign(match) or _counted(match)
    return Figure(value, unit, match.start(), match.end("number"), year)


def _sign(match: re.Match[str]) -> str | None:
    """Return what the sign before or after a figure stands for."""
    if match["euro"]:
        return "euro"
    return _SIGNS.get(match["sign"], match["sign"])


def _counted(match: re.Match[str]) -> str | None:
    """Return the word after a figure, when that is what is counted."""
    after = (match["unit"] or "").casefold()
    return None if after in _NO_UNIT else after or None


def _is_year(match: re.Match[str]) -> bool:
    if _sign(match) is not None or not re.fullmatch(r"(19|20)\d\d|2100", match["number"]):
        return False
    return not _counted(match) or _BEFORE_YEAR.search(match.string, 0, match.start()) is not None


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
