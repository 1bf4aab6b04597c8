"""The values and periods of public figures: numbers with a comma, what is provisional, and what is not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from polderkoers.policy.numbers import reading

# What CBS StatLine and others write where there is no number.
_MISSING = {
    "": "is leeg",
    ".": "is niet bekend (.)",
    "x": "is geheim (x)",
    "-": "is er niet (-)",
    "#": "is er niet (#)",
}
_PERIOD = re.compile(r"(?P<year>[12]\d{3})(?:JJ00)?(?P<stars>\s*\*{1,2})?")
_VALUE = re.compile(r"(?P<number>.*?)\s*(?P<stars>\*{0,2})")


@dataclass(frozen=True)
class PublicValue:
    """A value: a number, or why there is none. A value that is `unsure` cannot be read in one way."""

    number: Decimal | None = None
    is_provisional: bool = False
    missing: str = ""
    is_unsure: bool = False


def value_of(text: str) -> PublicValue:
    """Return what a value says: `5,3` is a number, `5,3*` a provisional one, `.` and `x` are none, and `1.234` may be two."""
    found = _VALUE.fullmatch(text.strip())
    written = found["number"] if found else text
    stars = bool(found and found["stars"])
    if (why := _MISSING.get(written.casefold())) is not None:
        return PublicValue(missing=why)
    read = reading(written)
    if read is None or read.unit or read.about or len(read.values) != 1:
        return PublicValue(is_unsure=True)
    return PublicValue(read.values[0], stars)


def is_value(text: str) -> bool:
    """Return whether a cell looks as if it holds a value, or says that there is none."""
    written = text.strip().rstrip("*").strip()
    return written.casefold() in _MISSING or reading(written) is not None


def year_of(text: str) -> tuple[int, bool] | None:
    """Return the year of a period and whether it is provisional: `2022*`; None for a quarter or a school year."""
    found = _PERIOD.fullmatch(text.strip())
    return (int(found["year"]), bool(found["stars"])) if found else None
