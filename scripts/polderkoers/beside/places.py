"""Finds the passages of a source that a `plek` names, and says of what it names what is not found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from polderkoers.beside.headings import Headings, LineSpan, Outline, is_chapter, is_counted, kind_of, number_of
from polderkoers.beside.source_text import SourceText, key_of

BY_HEADING, BY_WORDS, BY_PAGE, WHOLE, ELSEWHERE = "kop", "woorden", "bladzijde", "geheel", "elders"
"""By what a passage was found. `elders` is a heading that stands in the source, and not below the one that should be around it."""
_PARTED = re.compile(r"(; ?|, en |, |(?<!\btot) en )")
_AND = frozenset({", en ", " en "})
_ROW = re.compile(r"\b(\d{1,2}) tot en met (\d{1,2})\b")
_WHOLE = re.compile(r"(?:het )?hele (?:plan|document|stuk)", re.IGNORECASE)
_PAGES = re.compile(r"(?:p|pag|pagina|blz|bladzijde)\.?\s*(\d+)", re.IGNORECASE)
_SINGLE = {
    "kernopgaven": "kernopgave", "hoofdstukken": "hoofdstuk", "paragrafen": "paragraaf", "bijlagen": "bijlage", "voetnoten": "voetnoot",
    "artikelen": "artikel",
}  # fmt: skip
# So many parts of a place may be one heading with commas in it.
_JOINED = 6
# Fewer letters stand in a text by chance.
_FEWEST = 12
_AROUND = 12


class FoundPlace(NamedTuple):
    """A passage: its lines, the words by which it was found, and how. `one_of` is how many passages those words may mean."""

    start: int
    end: int
    words: tuple[str, ...]
    how: str
    one_of: int = 1


class FoundPlaces(NamedTuple):
    """The passages that a place in a document names, and the words in it that were not found."""

    places: tuple[FoundPlace, ...] = ()
    missing: tuple[str, ...] = ()


class PlekPart(NamedTuple):
    """A part of a place, with the sign or word before it."""

    before: str
    text: str


class _Here(NamedTuple):
    """Where a search stands: what the words so far may mean, what is around that, and whether it stands beside what was found before."""

    places: tuple[FoundPlace, ...] = ()
    outer: tuple[FoundPlace, ...] = ()
    is_new: bool = False


class Places:
    """The places in one source. `asked` are all that the data names there: together they tell what is a heading."""

    def __init__(self, source: SourceText, asked: Iterable[str]) -> None:
        self._source = source
        self._headings = Headings(source)
        self._all = FoundPlace(0, len(source.lines), (), WHOLE)
        paths = chain.from_iterable(map(self._paths, asked))
        self._outline = Outline(source, self._headings, paths)

    def find(self, plek: str) -> FoundPlaces:
        """Return the passages that a place names; a name that is not there gives no passage, and is named."""
        parts = parts_of(plek)
        done: list[FoundPlace] = []
        missing: list[str] = []
        here = _Here()
        while parts:
            taken, found = self._next(parts, here)
            if not found.places:
                missing.append(parts[0].text)
            else:
                if found.is_new:
                    done += here.places
                here = found
            parts = parts[taken:]
        return FoundPlaces(tuple(dict.fromkeys([*done, *here.places])), tuple(missing))

    def _paths(self, plek: str) -> Iterator[tuple[str, ...]]:
        """Yield the paths of headings in a place, by what stands anywhere in the source on a line of its own."""
        whole = LineSpan(0, len(self._source.lines))
        parts = parts_of(plek)
        path: tuple[str, ...] = ()
        while parts:
            joined = list(_joined(parts))
            taken, name = next(((n, name) for n, name in joined if self._headings.named(name, whole)), joined[-1])
            before, parts = parts[0].before, parts[taken:]
            if before != ", " or _is_apart(name, path):
                yield path
                path = path[:-1] if before in _AND and not is_counted(name) else ()
            path = (*path, name)
        yield path

    def _next(self, parts: list[PlekPart], here: _Here) -> tuple[int, _Here]:
        """Return how many parts the longest heading takes, and where that is."""
        for taken, name in _joined(parts):
            found = self._named(name, parts[0].before, here)
            if found.places:
                return taken, found
        name = parts[0].text
        return 1, self._by_words(name, here) or self._elsewhere(name, here)

    def _named(self, name: str, before: str, here: _Here) -> _Here:
        if _WHOLE.fullmatch(name):
            return _Here((self._all,), is_new=True)
        if page := _PAGES.fullmatch(name):
            return _Here(self._page(int(page[1])), is_new=True)
        if before == ", " and (inner := self._inside(name, here.places)):
            return _Here(inner, here.places)
        if before in _AND and (beside := self._inside(name, here.outer)):
            return _Here(beside, here.outer, is_new=True)
        at_top = not here.places or before.startswith(";") or (before in _AND and not here.outer)
        # After a comma a heading of another part would be a wrong one: only a number tells that it is meant.
        if at_top or is_counted(name):
            return _Here(self._inside(name, (self._all,)), is_new=True)
        return _Here()

    def _inside(self, name: str, outer: tuple[FoundPlace, ...]) -> tuple[FoundPlace, ...]:
        found: dict[tuple[int, int], FoundPlace] = {}
        for place in outer:
            span = LineSpan(place.start, place.end)
            known = self._outline.known
            headings = self._headings.named(name, span, known=known) or self._headings.begun_by(name, span)
            for heading in headings:
                below = self._outline.below(name, heading, place.end)
                # `Hoofdstuk 1, Aanleiding` says one heading twice: by its number and by its name.
                says_it_again = heading.line == place.start and place.words
                end = place.end if says_it_again else below.end
                found[heading.line, end] = FoundPlace(heading.line, end, (*place.words, name), BY_HEADING)
        return tuple(each._replace(one_of=len(found)) for each in found.values())

    def _page(self, number: int) -> tuple[FoundPlace, ...]:
        pages = (*self._source.pages, len(self._source.lines))
        if not 0 < number < len(pages):
            return ()
        return (FoundPlace(pages[number - 1], pages[number], (f"bladzijde {number}",), BY_PAGE),)

    def _by_words(self, name: str, here: _Here) -> _Here | None:
        """Return the lines around words that stand just once in what was found so far, or else in the source."""
        key = key_of(name)
        found = []
        for place in here.places or (self._all,):
            rows = self._source.keys[place.start : place.end]
            if len(key) >= _FEWEST and "".join(rows).count(key) == 1:
                start, end = self._paragraph(place.start + _row_of(key, rows), place)
                found.append(FoundPlace(start, end, (*place.words, name), BY_WORDS))
        if not found:
            return None
        return _Here(tuple(found), here.places)

    def _elsewhere(self, name: str, here: _Here) -> _Here:
        """Return the one heading of this name in the source, which does not stand where it should: columns may have run into each other."""
        found = self._inside(name, (self._all,))
        if len(found) != 1 or len(key_of(name)) < _FEWEST:
            return _Here()
        return _Here((found[0]._replace(how=ELSEWHERE),), here.places)

    def _paragraph(self, line: int, within: FoundPlace) -> tuple[int, int]:
        start, end = line, line + 1
        while start > within.start and line - start < _AROUND and self._source.keys[start - 1]:
            start -= 1
        while end < within.end and end - line < _AROUND and self._source.keys[end]:
            end += 1
        return start, end


def parts_of(plek: str) -> list[PlekPart]:
    """Return the parts of a place, each with what stands before it; a bare number gets the word of the one before it."""
    pieces = _PARTED.split(_ROW.sub(_row, plek.strip()))
    found: list[PlekPart] = []
    word = ""
    for before, piece in zip(["", *pieces[1::2]], pieces[::2], strict=True):
        text = piece if _ROW.search(piece) else _single(piece)
        if text.isdigit() and word:
            text = f"{word} {text}"
        if counted := re.fullmatch(r"([^\W\d_]+) \d+", text):
            word = counted[1]
        found.append(PlekPart(before, text))
    return found


def _joined(parts: list[PlekPart]) -> Iterator[tuple[int, str]]:
    """Yield what the first parts are as one name, the longest first, with how many that takes."""
    for taken in range(min(_JOINED, len(parts)), 0, -1):
        yield taken, parts[0].text + "".join(f"{part.before}{part.text}" for part in parts[1:taken])


def _is_apart(name: str, path: tuple[str, ...]) -> bool:
    """Return whether a numbered name after a comma is no part of what stands before it: `3.1, 3.2`, or `3.1, bijlage I`."""
    if not path:
        return True
    number = number_of(name)
    if "." in number:
        return not number.startswith(f"{number_of(path[-1]) or '-'}.")
    return is_counted(name) and (is_chapter(name) or kind_of(name) == kind_of(path[0]))


def _row(said: re.Match[str]) -> str:
    """Return a row of chapters with all its numbers: `4 tot en met 6` is `4, 5, 6`; one that runs backwards stays as it is."""
    if int(said[1]) > int(said[2]):
        return said[0]
    return ", ".join(map(str, range(int(said[1]), int(said[2]) + 1)))


def _row_of(key: str, rows: tuple[str, ...]) -> int:
    """Return in which of some rows a key begins that stands once in all of them together."""
    at, length = "".join(rows).index(key), 0
    for number, row in enumerate(rows):
        length += len(row)
        if length > at:
            return number
    return 0


def _single(text: str) -> str:
    first, blank, rest = text.partition(" ")
    return f"{_SINGLE.get(first.casefold(), first)}{blank}{rest}"
