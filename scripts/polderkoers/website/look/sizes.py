"""Letters, space and shape of a house style, as far as a page can bear them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from polderkoers.website.look.found import HouseToken, HouseTokens, first
from polderkoers.website.look.table import FAMILY, HEADING_FAMILY, HEADINGS, LEADING, SHAPES, SPACES, TEXT, WEIGHT, Size

# 1rem is so many pixels in their sheets and in ours.
_THEIRS, _OURS = 16, 20
_LENGTH = re.compile(r"(\d*\.?\d+)(px|rem|em|pt|)", re.IGNORECASE)
_PIXELS = {"px": 1.0, "rem": _THEIRS, "em": _THEIRS, "pt": 4 / 3, "": 1.0}
_REM = re.compile(r"\d*\.?\d+rem")
_NUMBER = re.compile(r"(\d*\.?\d+)(%|)")
_WEIGHTS = {"normal": "400", "regular": "400", "medium": "500", "semibold": "600", "bold": "700"}
_NAME = re.compile(r"""["']?([\w][\w .-]*?)["']?\s*(?:,|$)""")
_GENERIC = frozenset(
    {"serif", "sans-serif", "monospace", "system-ui", "inherit", "initial", "cursive", "ui-sans-serif"}
)


@dataclass
class Sizes:
    """What is taken: values for a wide screen by our names, the token of each, and what was passed over, in words."""

    wide: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, HouseToken] = field(default_factory=dict)
    passed_over: list[str] = field(default_factory=list)

    def take(self, name: str, value: str, token: HouseToken) -> None:
        """Take a value for one of our names."""
        self.wide[name] = value
        self.tokens[name] = token


def sizes(found: HouseTokens, ours: Mapping[str, str]) -> Sizes:
    """Return the sizes that a house style gives, beside those that we have. Raises `TokensUnusable` when one leads nowhere."""
    taken = Sizes()
    for row in (HEADINGS, TEXT, SPACES, SHAPES):
        _take_row(taken, found, row, ours)
    _take_leading(taken, found)
    _take_weight(taken, found)
    _take_family(taken, found, "font", FAMILY)
    _take_family(taken, found, "font-heading", HEADING_FAMILY)
    return taken


def narrowed(taken: Mapping[str, str], wide: Mapping[str, str], narrow: Mapping[str, str]) -> dict[str, str]:
    """Return the sizes for a narrow screen: as much smaller than the wide ones as ours are."""
    found = {}
    for name in taken.keys() & narrow.keys():
        ours = _pixels(wide[name]), _pixels(narrow[name])
        if all(ours):
            found[name] = _rem(_rem_pixels(taken[name]) * (ours[1] or 0) / (ours[0] or 1))
    return found


def _take_row(taken: Sizes, found: HouseTokens, row: Mapping[str, Size], ours: Mapping[str, str]) -> None:
    """Take sizes that belong together; when they would stand in another order than ours, none of them."""
    pixels: dict[str, tuple[HouseToken, float]] = {}
    for name, size in row.items():
        token, said = _told(found, size.names)
        value = _pixels(said)
        if token and value is not None:
            if size.least <= value <= size.most:
                pixels[name] = token, value
            else:
                taken.passed_over.append(_beyond(token, f"{value:g} px", f"{size.least:g} tot {size.most:g} px"))
    known = {name: _rem_pixels(ours[name]) for name in row if _REM.fullmatch(ours.get(name, ""))}
    before = list(known.values())
    after = [pixels[name][1] if name in pixels else value for name, value in known.items()]
    if pixels and after != sorted(after, reverse=before != sorted(before)):
        names = ", ".join(token.name for token, _ in pixels.values())
        taken.passed_over.append(f"{names}: deze maten lopen niet op zoals die van ons")
        return
    for name, (token, value) in pixels.items():
        taken.take(name, _rem(value), token)


def _told(found: HouseTokens, names: tuple[str, ...]) -> tuple[HouseToken | None, str]:
    """Return the first token that is there, of names in order of preference, and what it says: nothing when that is not known."""
    token = first(found, names)
    if token is None:
        return None, ""
    return token, found.value_of(token) or ""


def _take_leading(taken: Sizes, found: HouseTokens) -> None:
    token, said = _told(found, LEADING.names)
    if token and (number := _NUMBER.fullmatch(said)):
        leading = float(number[1]) / (100 if number[2] else 1)
        if LEADING.least <= leading <= LEADING.most:
            taken.take("leading", f"{leading:g}", token)
        else:
            taken.passed_over.append(_beyond(token, f"{leading:g}", "1,4 tot 2"))


def _take_weight(taken: Sizes, found: HouseTokens) -> None:
    token, said = _told(found, WEIGHT.names)
    value = _WEIGHTS.get(said.lower(), said.lower())
    if token and value.isdecimal() and WEIGHT.least <= int(value) <= WEIGHT.most:
        taken.take("weight-heading", value, token)


def _take_family(taken: Sizes, found: HouseTokens, ours: str, theirs: tuple[str, ...]) -> None:
    """Take the first font of a list; what a reader without it sees is our own."""
    token, said = _told(found, theirs)
    names = _NAME.findall(said)
    if token and names and names[0].lower() not in _GENERIC:
        taken.take(ours, names[0], token)


def _beyond(token: HouseToken, value: str, bounds: str) -> str:
    return f"{token.name} ({value}): buiten {bounds}"


def _pixels(text: str) -> float | None:
    found = _LENGTH.fullmatch(text.strip())
    if not found or (not found[2] and float(found[1])):
        return None
    return float(found[1]) * _PIXELS[found[2].lower()]


def _rem_pixels(text: str) -> float:
    return float(text.removesuffix("rem")) * _OURS


def _rem(pixels: float) -> str:
    return f"{pixels / _OURS:.4g}rem"
