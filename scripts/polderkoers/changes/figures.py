"""Figures in Dutch text: what number stands there, and by which sign or word it is money, a percentage or an age and over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from polderkoers.changes.tokens import NUMBER, SCALE
from polderkoers.policy.numbers import in_euro

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
# What is said before a sum that makes it less sure than it looks: a bound, about so much, or the lower end of a range.
_RESERVE = re.compile(
    r"(?:^|(?<=[\s(]))(?P<words>(?:hoogstens|ten hoogste|maximaal|hooguit|minstens|ten minste|minimaal|(?:niet )?(?:meer|minder) dan|tot|"
    r"ongeveer|circa|zo'n|ruim|bijna|rond|onder|boven)\s)?(?:de\s)?"
    rf"(?P<range>(?P<between>tussen (?:de )?)?(?:€\s?)?(?P<lower>{NUMBER}) (?P<joint>tot|à|of|en)\s)?$",
    re.IGNORECASE,
)
_LOWER_END = re.compile(r"\s(?:tot|à)\s€")
_SIGNS = {"%": "procent"}


class Figure(NamedTuple):
    """A number in a text. `unit` is `euro`, `procent` or `+` when the text says it at once."""

    value: Decimal
    unit: str | None


def figures(text: str) -> list[Figure]:
    """Return the figures of a text in their order; `1.250,50` is 1250.50 and `€ 3 miljoen` is 3000000 euro."""
    return list(map(_figure, _FIGURE.finditer(text)))


class TextSum(NamedTuple):
    """A sum of money in a text, with the words before it that make it less sure, and what it is for or how often: `per maand`."""

    value: Decimal
    reserve: str = ""
    per: str = ""

    @property
    def said(self) -> str:
        """The sum in one form: `hoogstens 3.000.000 euro per jaar`."""
        return f"{self.reserve} {in_euro(self.value)} euro {self.per}".strip()


def sums(text: str) -> Iterator[TextSum]:
    """Yield the sums of money of a text, whatever its whitespace."""
    plain_text = " ".join(text.split())
    for match in _FIGURE.finditer(plain_text):
        figure, per = _figure(match), _PER.match(plain_text, match.end())
        if figure.unit == "euro" and not _LOWER_END.match(plain_text, match.end()):
            yield TextSum(figure.value, _reserve(plain_text, match), per[0].strip() if per else "")


def _reserve(text: str, match: re.Match[str]) -> str:
    found = _RESERVE.search(text[: match.start()])
    if found is None:
        return ""
    words = (found["words"] or "").casefold()
    if not found["range"]:
        return words.strip()
    joint = found["joint"].casefold()
    # Of two figures that make no range nothing before the first is said of the second.
    if (joint == "en") != bool(found["between"]) or not _is_lower(found["lower"], match["number"]):
        return "tot" if joint == "tot" else ""
    lower = value_as_written(found["lower"]) * SCALES.get(match["scale"] or "", Decimal(1))
    between = "tussen " if found["between"] else ""
    return f"{words}{between}{in_euro(lower)} {joint}"


def _is_lower(lower: str, number: str) -> bool:
    """Return whether a figure can be the lower end of a sum; what looks like a year is none."""
    return value_as_written(lower) < value_as_written(number) and not re.fullmatch(r"(?:19|20)\d\d", lower)


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
