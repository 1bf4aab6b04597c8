"""The story of an earlier and a later plan as a picture: a thread from each goal that comes back to where it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.website.views.continued import Continuation, ContinuedFile, Series

WIDTH = 360
# What is drawn fits on a phone; more than this is a list and no picture.
_GOALS_AT_MOST = 60
_GOAL, _LINE, _GAP, _LETTERS = 18, 15, 14, 18
_DOTS, _ENDS = 132, 232
_BACK, _SUBJECT, _NOT = "terug", "onderwerp", "niet"


@dataclass(frozen=True)
class Knot:
    """Something that threads come from or lead to: its words by line, with the height of each, and the height of its middle."""

    lines: tuple[tuple[int, str], ...]
    y: int


@dataclass(frozen=True)
class Dot:
    """A goal of the earlier plan: where it is, and what became of it (`terug`, only its `onderwerp`, `niet`)."""

    y: int
    became: str


@dataclass(frozen=True)
class DrawnThread:
    """A line from a goal, or from the whole that it stands in, to what goes on with it."""

    path: str
    is_whole: bool


@dataclass(frozen=True)
class ThreadPicture:
    """What is drawn, on 360 wide: the files of the earlier plan, their goals, the threads, and the files of the later plan."""

    height: int
    earlier: tuple[Knot, ...]
    dots: tuple[Dot, ...]
    threads: tuple[DrawnThread, ...]
    later: tuple[Knot, ...]


def picture(series: Series) -> ThreadPicture | None:
    """Return the picture of a series; None when nothing comes back, or there are too many goals to draw."""
    boxes = series.boxes
    ends = tuple(dict.fromkeys(each.within for each in chain.from_iterable(map(_all, boxes))))
    total = sum(len(box.doelen) for box in boxes)
    if not ends or not 0 < total <= _GOALS_AT_MOST:
        return None
    placed = tuple(_placed(boxes))
    height = placed[-1][1] + _height(placed[-1][0])
    heights = {within: round(height * (place + 0.5) / len(ends)) for place, within in enumerate(ends)}
    return ThreadPicture(
        height,
        tuple(_knot(_named(box), top + _height(box) // 2) for box, top in placed),
        tuple(chain.from_iterable(_dots(box, top) for box, top in placed)),
        tuple(dict.fromkeys(chain.from_iterable(_threads(box, top, heights) for box, top in placed))),
        tuple(_knot(within, y) for within, y in heights.items()),
    )


def _all(box: ContinuedFile) -> Iterator[Continuation]:
    yield from box.whole
    for goal in box.doelen:
        yield from goal.continuations


def _named(box: ContinuedFile) -> str:
    if box.nummer:
        return f"{box.nummer}. {box.link.text}"
    return box.link.text


def _lines(words: str) -> list[str]:
    # A long word is better a little too long than cut where no word is cut.
    return wrap(words, _LETTERS, break_long_words=False, break_on_hyphens=False)


def _height(box: ContinuedFile) -> int:
    return max(_GOAL * len(box.doelen), _LINE * len(_lines(_named(box))), _GOAL) + _GAP


def _placed(boxes: Iterable[ContinuedFile]) -> Iterator[tuple[ContinuedFile, int]]:
    top = 0
    for box in boxes:
        yield box, top
        top += _height(box)


def _knot(words: str, middle: int) -> Knot:
    lines = _lines(words)
    first = middle - _LINE * (len(lines) - 1) // 2 + 4
    return Knot(tuple((first + _LINE * place, line) for place, line in enumerate(lines)), middle)


def _dot_at(box: ContinuedFile, top: int, place: int) -> int:
    """Return the height of a goal of a file, of which all goals together stand in the middle."""
    return top + _height(box) // 2 + round(_GOAL * (place - (len(box.doelen) - 1) / 2))


def _dots(box: ContinuedFile, top: int) -> Iterator[Dot]:
    otherwise = _NOT
    if box.whole:
        otherwise = _SUBJECT
    for place, goal in enumerate(box.doelen):
        y = _dot_at(box, top, place)
        if goal.continuations:
            yield Dot(y, _BACK)
        else:
            yield Dot(y, otherwise)


def _threads(box: ContinuedFile, top: int, heights: dict[str, int]) -> Iterator[DrawnThread]:
    for each in box.whole:
        yield DrawnThread(_curve(top + _height(box) // 2, heights[each.within]), is_whole=True)
    for place, goal in enumerate(box.doelen):
        for each in goal.continuations:
            yield DrawnThread(_curve(_dot_at(box, top, place), heights[each.within]), is_whole=False)


def _curve(begin: int, end: int) -> str:
    middle = (_DOTS + _ENDS) // 2
    return f"M{_DOTS} {begin}C{middle} {begin} {middle} {end} {_ENDS} {end}"
