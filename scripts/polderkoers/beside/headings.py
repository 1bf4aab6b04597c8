"""Finds headings in the text of a source, and how far the passage below each of them runs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from polderkoers.beside.source_text import SourceText, key_of

_TOKEN = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+")
# What counts the parts of a document: `kernopgave 2`, `bijlage I`.
_COUNTED = re.compile(r"(?:\d+(?:\.\d+)*|[ivx]{1,4})")
_CHAPTER = frozenset({"hoofdstuk", "paragraaf", "par", "afdeling"})
_OUTERMOST = _CHAPTER | {"bijlage", "deel"}
_TALL, _LONG = 4, 110
_BEHIND = re.compile(r"\s*(?:[:–—?]|-\s)")


class LineSpan(NamedTuple):
    """Lines of a source: the first, and the one behind the last."""

    start: int
    end: int

    def holds(self, line: int) -> bool:
        """Return whether a line is one of these."""
        return self.start <= line < self.end


class SourceHeading(NamedTuple):
    """A heading: the line with which it begins, and the line behind it."""

    line: int
    behind: int


class Headings:
    """The headings in the text of a source: what stands on lines of its own, and what begins a line with a number or before a sign."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._tokens = [_TOKEN.findall(line.casefold()) for line in source.lines]
        self._by_token: dict[str, list[int]] = defaultdict(list)
        for line, tokens in enumerate(self._tokens):
            for token in tokens[:1]:
                self._by_token[token].append(line)

    def named(self, name: str, span: LineSpan, *, known: frozenset[str] = frozenset()) -> list[SourceHeading]:
        """Return the headings of this name between two lines; `known` are names that tell the heading of a chapter from a row of a list."""
        return self._whole_lines(name, span) or self._counted(name, span, known)

    def begun_by(self, name: str, span: LineSpan) -> list[SourceHeading]:
        """Return the lines that begin with a name that a sign parts from the rest: `Sociaal initiatief - …`."""
        wanted = tokens_of(name)
        return [_on_line(line) for line in self._begun_with(wanted, span) if self._is_parted(wanted, line)]

    def _begun_with(self, wanted: list[str], span: LineSpan) -> Iterator[int]:
        """Yield the lines of some that begin with words; none without a word."""
        for line in self._by_token.get("".join(wanted[:1]), ()):
            if span.holds(line) and self._tokens[line][: len(wanted)] == wanted:
                yield line

    def _whole_lines(self, name: str, span: LineSpan) -> list[SourceHeading]:
        """Return the headings that are just this name: with its number, or else without the number of one of the two."""
        key = key_of(name)
        with_number = self._by_key.get(key, [])
        if with_number and without_number(key) != key:
            return self._meant(name, with_number, span)
        return self._meant(name, with_number, span) or self._meant(
            name, self._by_bare_key.get(without_number(key), []), span
        )

    def _meant(self, name: str, found: list[SourceHeading], span: LineSpan) -> list[SourceHeading]:
        """Return headings between two lines; a name with a comma is one heading only where that has one too."""
        commas = name.count(",")
        return [each for each in found if span.holds(each.line) and self._commas_in(each) >= commas]

    def _commas_in(self, heading: SourceHeading) -> int:
        return self._source.text(heading.line, heading.behind).count(",")

    @cached_property
    def _by_key(self) -> dict[str, list[SourceHeading]]:
        found: dict[str, list[SourceHeading]] = defaultdict(list)
        keys = self._source.keys
        filled = [line for line, key in enumerate(keys) if key]
        for place, line in enumerate(filled):
            read = ""
            for row in filled[place : place + _TALL]:
                read += keys[row]
                found[read].append(SourceHeading(line, row + 1))
        return found

    @cached_property
    def _by_bare_key(self) -> dict[str, list[SourceHeading]]:
        found: dict[str, list[SourceHeading]] = defaultdict(list)
        for key, headings in self._by_key.items():
            found[without_number(key)] += headings
        return found

    def _is_parted(self, wanted: list[str], line: int) -> bool:
        """Return whether a sign parts the words that a line begins with from the rest of it."""
        text = self._source.lines[line]
        said = re.match(r"\W*" + r"\W+".join(map(re.escape, wanted)), text, re.IGNORECASE)
        return said is not None and _BEHIND.match(text, said.end()) is not None

    def _counted(self, name: str, span: LineSpan, known: frozenset[str]) -> list[SourceHeading]:
        """Return the lines that begin with a name that ends in a number, or with the number of a chapter."""
        wanted = tokens_of(name)
        if not wanted or not _COUNTED.fullmatch(wanted[-1]):
            return []
        lines = [line for line in self._begun_with(wanted, span) if self._is_heading(line, len(wanted))]
        return list(map(_on_line, self._likely(lines, known)))

    def _is_heading(self, line: int, behind: int) -> bool:
        text = self._source.lines[line].strip()
        return len(text) < _LONG and len(self._tokens[line]) > behind and not text.endswith((".", ";", ","))

    def _likely(self, lines: list[int], known: frozenset[str]) -> list[int]:
        """Return those of several lines with one number that look most like the heading of a chapter."""
        in_capitals = [line for line in lines if self._source.lines[line].isupper()]
        return in_capitals or [line for line in lines if self._is_known(line, known)] or lines

    def _is_known(self, line: int, known: frozenset[str]) -> bool:
        key = without_number(self._source.keys[line])
        return any(each.startswith(key) for each in known)


def _on_line(line: int) -> SourceHeading:
    return SourceHeading(line, line + 1)


def tokens_of(name: str) -> list[str]:
    """Return the words and numbers of the name of a heading, without the word for a chapter before its number."""
    tokens = _TOKEN.findall(name.casefold())
    return tokens[len(_CHAPTER.intersection(tokens[:1])) :]


def is_counted(name: str) -> bool:
    """Return whether a name says by a number which part of a document it is."""
    tokens = tokens_of(name)
    return bool(tokens) and (tokens[0][0].isdigit() or _COUNTED.fullmatch(tokens[-1]) is not None)


def is_chapter(name: str) -> bool:
    """Return whether a name is that of a part of the document itself, which stands in no other."""
    return not _OUTERMOST.isdisjoint(_TOKEN.findall(name.casefold())[:1])


def number_of(name: str) -> str:
    """Return the number that a name begins with, nothing when it has none."""
    first = next(iter(tokens_of(name)), "")
    if first[:1].isdigit():
        return first
    return ""


def number_in(line: str) -> str:
    """Return the number of a line that is the heading of a paragraph: `3.1.2 Name`; nothing of any other line."""
    said = re.match(r"\s*(\d{1,2}(?:\.\d{1,2})+)\.?\s+[^\W\d_a-z]", line)
    if said is None or len(line.strip()) >= _LONG:
        return ""
    return said[1]


def kind_of(name: str) -> str:
    """Return what all parts of one kind are called: every `kernopgave 2` has the same headings inside it."""
    tokens = tokens_of(name)
    if len(tokens) > 1 and _COUNTED.fullmatch(tokens[-1]):
        tokens = tokens[:-1]
    return "".join(tokens)


def without_number(key: str) -> str:
    """Return a key without the number before it."""
    return re.sub(r"^\d+(?:\.\d+)*(?=\D)", "", key)


class Outline:
    """Which headings stand inside which, as the places say that were asked for: each a path from the outermost heading inwards."""

    def __init__(self, source: SourceText, headings: Headings, paths: Iterable[tuple[str, ...]]) -> None:
        self._source = source
        self._headings = headings
        self._names: set[str] = set()
        self._inside: dict[str, set[str]] = defaultdict(set)
        for path in paths:
            self._names.update(path)
            for outer, inner in pairwise(path):
                self._inside[kind_of(outer)].add(kind_of(inner))
        self.known = frozenset(without_number(key_of(name)) for name in self._names)

    def below(self, name: str, heading: SourceHeading, end: int) -> LineSpan:
        """Return the passage below a heading: up to the next heading that does not stand inside it, and not beyond a line."""
        inside, number = self._all_inside(kind_of(name)), number_of(name)
        for line in range(heading.behind, end):
            other = number_in(self._source.lines[line])
            if number and other.startswith(f"{number}."):
                continue
            if other or (self._starts.get(line, inside) - inside):
                return LineSpan(heading.line, line)
        return LineSpan(heading.line, end)

    def _all_inside(self, kind: str) -> frozenset[str]:
        """Return what stands inside a heading, at any depth."""
        found: set[str] = set()
        todo = [kind]
        while todo:
            new = self._inside.get(todo.pop(), set()) - found
            found |= new
            todo += new
        return frozenset(found)

    @cached_property
    def _starts(self) -> dict[int, set[str]]:
        """The lines at which a heading begins that some place names, with what it is called."""
        whole = LineSpan(0, len(self._source.lines))
        found: dict[int, set[str]] = defaultdict(set)
        for name in self._names:
            for heading in self._headings.named(name, whole, known=self.known):
                found[heading.line].add(kind_of(name))
        return found
