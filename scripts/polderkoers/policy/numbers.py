"""Numbers as people write them: what a text can mean, how the data writes a number, and how the Dutch read it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

# Blanks that may part the digits of one number: a space, and those that a printed text uses (no-break, thin, narrow).
_BLANKS = re.compile("[\u00a0\u2007\u2008\u2009\u200a\u202f\t]")
_MINUS = str.maketrans("\u2212\u2013\u2012", "---")
_MONEY = re.compile(r"(?:€|eur|euro)\b\s*|€\s*", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?P<about>ca\.?|circa|ongeveer|plusminus|±|~|ruim|bijna|meer dan|minder dan|minstens|ten minste|hoogstens|maximaal|max\.|"
    r"min\.|zo'n|>=?|<=?|≥|≤)\s*(?=[\d€e])",
    re.IGNORECASE,
)
_TIMES = {
    "duizend": 1_000, "mille": 1_000, "mln": 1_000_000, "miljoen": 1_000_000, "mio": 1_000_000, "m": 1_000_000, "k": 1_000,
    "dzd": 1_000, "mld": 1_000_000_000, "miljard": 1_000_000_000,
}  # fmt: skip
_BEHIND = re.compile(
    r"\s*(?P<times>duizend|dzd|mille|mln|miljoen|mio|mld|miljard|[kKM](?=$|\s))?\.?\s*(?P<unit>[^\d\s].*)?",
    re.IGNORECASE,
)
# How the Dutch end a whole amount: 780.000,- or 5,--.
_ROUND_END = re.compile(r",(?:-{1,2}|=)(?=$|\s)")
# A number with these words is a time, or an amount of which only a person can say how much it is.
_NO_NUMBER = re.compile(r"ton\b|dozijn", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}[.]\d{2}\s*uur")
_CORE = re.compile(r"[-+]?(?:\d[\d.,'’_ ]*|\.\d+)")
_GROUPS = r"\d{1,3}(?:{0}\d{{3}})+"
_BY_POINT, _BY_COMMA = (_GROUPS.replace("{0}", sign).replace("{{3}}", "{3}") for sign in (r"\.", ","))
_BY_OTHER = r"\d{1,3}(?:[ '’_]\d{3})+"
_DECIMALS_WITH_COMMA = re.compile(rf"(?P<whole>\d+|{_BY_POINT}|{_BY_OTHER}),(?P<part>\d+)")
_DECIMALS_WITH_POINT = re.compile(rf"(?P<whole>\d*|{_BY_COMMA}|{_BY_OTHER})\.(?P<part>\d*)")
_WHOLE = re.compile(rf"\d+|{_BY_POINT}|{_BY_COMMA}|{_BY_OTHER}")
# Of three digits behind one point or comma nobody can say whether they are thousands or decimals.
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_PROGRAMMERS = re.compile(r"0x[0-9a-fA-F]+|0o[0-7]+")
_POWER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)[eE][-+]?\d{1,2}")


# No policy counts further; what is larger is a code, such as 4152e24.
LARGEST = 10**15
_LONGEST = 60


@dataclass(frozen=True)
class Reading:
    """What a text can mean: one value, or two when it may be read in two ways, the Dutch one first.

    `unit` is what stands around the number (`€`, `%`, `uur`), `about` a word such as `ca.` or `ruim`.
    """

    values: tuple[Decimal, ...]
    unit: str = ""
    about: str = ""


def reading(text: str) -> Reading | None:
    """Return how people can read a text as one number, or None when it is not one number to them."""
    if len(text) > _LONGEST:
        return None
    before, rest = _taken(_BEFORE, _BLANKS.sub(" ", text).translate(_MINUS).strip())
    about = before and before["about"]
    sign, rest = _minus_of_money(rest)
    money, rest = _taken(_MONEY, rest)
    whole = _ROUND_END.search(rest)
    found = _read(f"{sign}{_ROUND_END.sub('', rest, count=1)}")
    if found is None or _TIME.fullmatch(rest) or abs(found[0][0]) > LARGEST:
        return None
    values, unit = found
    in_euro = money or whole or unit.lower() in {"euro", "eur", "€"}
    # Amounts have no three decimals, so that a point in one stands before thousands.
    if whole or (in_euro and "." in rest):
        values = values[:1]
    if in_euro:
        unit = "€"
    return Reading(values, unit, about or "")


def _taken(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str] | None, str]:
    """Return what a text begins with, and the rest of it."""
    found = pattern.match(text)
    if found is None:
        return None, text
    return found, text[found.end() :]


def _minus_of_money(text: str) -> tuple[str, str]:
    """Return the minus that stands before the sign of the euro, or nothing, and the rest of the text."""
    if not re.match(r"-\s*€", text):
        return "", text
    return "-", text[1:].lstrip()


def _read(text: str) -> tuple[tuple[Decimal, ...], str] | None:
    """Return the values of a text that begins with a number, and the words behind it."""
    if _PROGRAMMERS.fullmatch(text):
        return (Decimal(int(text, 0)),), ""
    if _POWER.fullmatch(text):
        return (Decimal(text),), ""
    core = _CORE.match(text)
    if core is None:
        return None
    signs = " ,'’_" if core.end() < len(text) else None
    digits = core[0].rstrip(signs)
    behind = _BEHIND.fullmatch(text[len(digits) :])
    values = _values(digits.lstrip("+-"))
    if behind is None or not values or re.match(r"[-–/:x*]\s*\d", behind["unit"] or ""):
        return None
    unit = (behind["unit"] or "").strip()
    if not _is_unit(unit):
        return None
    times = _TIMES.get((behind["times"] or "").lower(), 1)
    if digits.startswith("-"):
        times = -times
    return tuple(value * times for value in values), unit


def _is_unit(unit: str) -> bool:
    """Return whether what stands behind a number can be its unit, or is nothing at all."""
    if not unit:
        return True
    if not unit[0].isalpha() and unicodedata.category(unit[0]) == "No":  # the rest of the number: 10³, 1½
        return False
    if re.search(r"\d", unit) or _NO_NUMBER.match(unit):
        return False
    # A sign alone points to a note, or says that the number is not sure.
    return re.search(r"[^\W\d_]|[%‰€$°]", unit) is not None


def _values(digits: str) -> tuple[Decimal, ...]:
    """Return what digits with points, commas and blanks in between can mean."""
    if _EITHER.fullmatch(digits):
        thousands, decimals = Decimal(re.sub("[.,]", "", digits)), Decimal(digits.replace(",", "."))
        if "," in digits:
            return decimals, thousands
        return thousands, decimals
    for form in (_DECIMALS_WITH_COMMA, _DECIMALS_WITH_POINT):
        if found := form.fullmatch(digits):
            return (Decimal(f"{_only_digits(found['whole']) or 0}.{found['part'] or 0}"),)
    if not _WHOLE.fullmatch(digits):
        return ()
    return (Decimal(_only_digits(digits)),)


def _only_digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def plainly(value: Decimal | float) -> str:
    """Return a number as the data writes it: digits, and a point before decimals.

    Three digits behind the point would look like thousands, so such a number ends in a nought: 1.2500.
    """
    exact = repr(value) if isinstance(value, float) else value
    text = format(Decimal(exact), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if looks_like_thousands(text):
        text = f"{text}0"
    return text


def looks_like_thousands(text: str) -> bool:
    """Return whether a number with one point could be meant as a whole number by a Dutch writer: 780.000."""
    whole, _, part = text.lstrip("-").partition(".")
    return len(part) == 3 and whole.strip("0") != ""


def in_dutch(value: Decimal | float) -> str:
    """Return a number as the Dutch write it: 780.000 and 85,5. What is no number, which YAML can write as `.inf`, stays as it is."""
    # Fifteen digits are what a float holds for sure; what comes behind them is left over from adding up.
    exact = Decimal(f"{value:.15g}" if isinstance(value, float) else value)
    if not exact.is_finite():
        return str(value)
    whole, _, part = format(exact, "f").partition(".")
    part = part.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    if not part:
        return grouped
    # Of -0,5 the whole part has lost its minus.
    if whole.startswith("-") and not grouped.startswith("-"):
        grouped = f"-{grouped}"
    return f"{grouped},{part}"


def in_euro(value: Decimal | float) -> str:
    """Return an amount as the Dutch write it: 780.000 and 1.250,50."""
    whole, comma, cents = in_dutch(value).partition(",")
    if not comma:
        return whole
    return f"{whole},{cents.ljust(2, '0')}"


def with_unit(value: Decimal | float, unit: str) -> str:
    """Return a number as the site shows it, with its unit: € 780.000, 85% and 12 uur."""
    shown = in_dutch(value)
    if unit in {"€", "euro"}:
        return f"€ {in_euro(value)}"
    if unit in {"%", "procent"}:
        return f"{shown}%"
    return f"{shown} {unit}".strip()
