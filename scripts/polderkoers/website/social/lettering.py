"""Sets text in a picture: signs that the font has, lines of about the same length, and never wider than there is room."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from polderkoers.website.words import one_line

Measure = Callable[[str], float]
GAP = "…"
# Longer than any title that can be read at a glance; what comes after it cannot be in the picture.
_MOST = 300
# Signs of which Unicode does not say what they look like.
_ALIKE = {"\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—", "\u202f": "\u00a0", "\u02bc": "’", "\u201f": "“"}
_GAPS = re.compile(f"{GAP}(?:[ \u00a0]*{GAP})+")
# A word may be broken behind a sign that joins two words.
_JOINTS = re.compile(r"(?<=\w[-/–—])(?=\w)")
_LEAST = 3


@dataclass(frozen=True)
class Setting:
    """A size of letters, and how many lines of it there is room for."""

    size: int
    lines: int


@dataclass(frozen=True)
class LinePiece:
    """Part of a text that stays on one line. `space` says whether a space comes before it."""

    text: str
    space: bool


def writable(text: str, knows: Callable[[str], bool]) -> str:
    """Return text in signs that the font knows.

    A sign that looks like one that it knows becomes that one. Letters and figures without any become `…`, so that a reader
    sees that there is more; what is left, such as emoji, goes.
    """
    signs = (_sign(sign, knows) for sign in unicodedata.normalize("NFC", text)[: 4 * _MOST])
    return one_line(_GAPS.sub(GAP, "".join(signs)))


def has_words(text: str) -> bool:
    """Return whether there is anything to read in a text."""
    return any(map(str.isalnum, text))


def _sign(sign: str, knows: Callable[[str], bool]) -> str:
    kind = unicodedata.category(sign)
    if kind.startswith("C"):
        return " " if sign.isspace() else ""
    if knows(sign):
        return sign
    alike = _ALIKE.get(sign) or "".join(
        part for part in unicodedata.normalize("NFKD", sign) if not unicodedata.category(part).startswith("M")
    )
    if alike and all(map(knows, alike)):
        return alike
    if kind.startswith("Z"):
        return " "
    return GAP if kind[0] in "LN" else ""


def fitted(
    text: str, settings: Iterable[Setting], width: float, measure: Callable[[int], Measure]
) -> tuple[int, tuple[str, ...]]:
    """Return the first setting's size in which a text fits without breaking a word, and its lines.

    `measure` gives the function that measures text of a size. Where no setting fits, the last one breaks words that are too
    long, and ends in an ellipsis when there is too much.
    """
    pieces = list(_pieces(text[:_MOST]))
    last = Setting(0, 0)
    for last in settings:
        found = wrapped(pieces, width, measure(last.size))
        if found and len(found) <= last.lines:
            return last.size, found
    measured = measure(last.size)
    pieces = list(chain.from_iterable(_broken(piece, width, measured) for piece in pieces))
    return last.size, _cut(pieces, last.lines, width, measured, whole=len(text) <= _MOST)


def one(text: str, width: float, measure: Measure) -> str:
    """Return a text that fits on one line, with an ellipsis when some of it does not."""
    while text and measure(text) > width:
        text = text.rstrip(GAP)[:-1].rstrip() + GAP if text != GAP else ""
    return text


def wrapped(pieces: list[LinePiece], width: float, measure: Measure) -> tuple[str, ...]:
    """Return pieces as the fewest lines of at most `width`, as equal in length as can be; nothing when one is too wide."""
    widths = [measure(piece.text) for piece in pieces]
    gaps = [measure(" ") if piece.space else 0 for piece in pieces]
    # The best way to set the first pieces, for each number of them: lines, unevenness, and where the last line begins.
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(pieces) + 1):
        ways = []
        used = 0.0
        for start in reversed(range(end)):
            used += widths[start]
            if used > width:
                break
            ways.append((best[start][0] + 1, best[start][1] + (width - used) ** 2, start))
            used += gaps[start]
        if not ways:
            return ()
        best.append(min(ways))
    breaks = [len(pieces)]
    while breaks[-1]:
        breaks.append(best[breaks[-1]][2])
    return tuple(_line(pieces[start:end]) for start, end in pairwise(reversed(breaks)))


def _pieces(text: str) -> Iterator[LinePiece]:
    for word in one_line(text).split(" "):
        for place, part in enumerate(_JOINTS.split(word)):
            yield LinePiece(part, space=place == 0)


def _line(pieces: list[LinePiece]) -> str:
    return "".join(f" {piece.text}" if piece.space else piece.text for piece in pieces).removeprefix(" ")


def _broken(piece: LinePiece, width: float, measure: Measure) -> Iterator[LinePiece]:
    """Yield a piece in parts that fit, each but the last with a hyphen."""
    text, space = piece.text, piece.space
    while measure(text) > width and len(text) > _LEAST:
        most = max((n for n in range(1, len(text)) if measure(text[:n] + "-") <= width), default=1)
        # A last part of one or two letters looks like a mistake.
        place = min(most, max(len(text) - _LEAST, 1))
        yield LinePiece(f"{text[:place]}-", space)
        text, space = text[place:], False
    yield LinePiece(text, space)


def _cut(pieces: list[LinePiece], lines: int, width: float, measure: Measure, *, whole: bool) -> tuple[str, ...]:
    """Return the lines of as many pieces as there is room for, with an ellipsis behind them when some are left out."""
    found = wrapped(pieces, width, measure)
    if len(found) <= lines and whole:
        return found
    # More pieces never take fewer lines.
    count = bisect_right(range(1, len(pieces)), lines, key=lambda count: len(wrapped(pieces[:count], width, measure)))
    *above, last = wrapped(pieces[:count], width, measure)
    return *above, one(last.rstrip("-,.;: ") + GAP, width, measure)
