"""What stands in a text and not in the passage of its source, and the other way around, as far as a program can tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from polderkoers.beside.source_text import key_of
from polderkoers.beside.told import FIGURE, NAME, WORD, YEAR, TextFacts, binding_in, told_in, words_in
from polderkoers.changes.telling.sentences import sentences

# Of a word of this many letters the first tell what it is about: inwoners, inwonersinitiatief.
_STEM, _SHORTEST = 5, 4
# Two sentences with less in common need not be about the same.
_LEAST, _SHARE = 2, 0.34
# A line that is shorter, before one with a capital, is a heading or the last of a paragraph.
_FULL = 0.75
_ROW = re.compile(r"[•\-–\uf0b7]|\d+[.)]\s|[a-z]\)\s")
_ONE = frozenset({"één", "een", "eerste"})
_WE = frozenset({"we", "wij", "ons", "onze", "ik"})


class Difference(NamedTuple):
    """What only the policy says (`here`) and what only the passage says (`there`), of one kind.

    `elsewhere` is what of `here` stands in the same source, outside the passage. Of words that bind, `what` says which kind they are,
    and `sentence` which sentence of the source was held against ours.
    """

    kind: str
    here: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    what: str = ""
    sentence: str = ""


class Passage:
    """A passage of a source as running text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._flat = " ".join(text.split())

    @cached_property
    def _told(self) -> TextFacts:
        return told_in(self._flat)

    def only_in(self, text: str, whole: Passage | None = None) -> tuple[Difference, ...]:
        """Return the figures, years and names of a text that do not stand in the passage; `whole` is the source that it is of."""
        told = told_in(text)
        found = []
        for kind in (FIGURE, YEAR, NAME):
            here = tuple(self.lacking(told, kind))
            nowhere = here if whole is None else tuple(whole.lacking(told, kind))
            found.append(Difference(kind, here, elsewhere=tuple(said for said in here if said not in nowhere)))
        return tuple(filter(attrgetter("here"), found))

    def lacking(self, told: TextFacts, kind: str) -> Iterator[str]:
        """Yield what a text tells of one kind and the passage does not, as it is written."""
        if kind == NAME:
            yield from (said for name, said in told.names.items() if not self._has(name))
            return
        there = {**self._told.figures, **self._told.years}
        if _ONE & self._words:
            there.setdefault(Decimal(1), "één")
        yield from (said for value, said in told.numbers(kind).items() if value not in there)

    def speaks_of_us(self) -> bool:
        """Return whether who wrote the passage speaks of itself."""
        return bool(_WE & self._words)

    def names_one_of(self, names: Iterable[str]) -> bool:
        """Return whether the passage has one of the names of something."""
        return any(key_of(name) in self._key for name in names if key_of(name))

    def has_stem_of(self, name: str) -> bool:
        """Return whether a word of a name stands in the passage, in any of its forms."""
        return bool(_stems(name) & frozenset(word[:_STEM] for word in self._words))

    def left_out(self, text: str) -> tuple[Difference, ...]:
        """Return the figures, years and names of the passage that do not stand in a text."""
        other = Passage(text)
        return tuple(Difference(each.kind, there=each.here) for each in other.only_in(self._flat))

    def bound_otherwise(self, texts: Mapping[str, str]) -> dict[str, list[Difference]]:
        """Return by key of some texts the words in which a sentence and that of the passage that is most like it differ in how firmly they hold.

        Sentences of ours that are like one of the source are held against it together: plain language says in three what a plan says in one.
        """
        alike: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for key, text in texts.items():
            for sentence in sentences(text):
                if (place := self._most_like(sentence)) is not None:
                    alike[place].append((key, sentence))
        found: dict[str, list[Difference]] = defaultdict(list)
        for place, ours in sorted(alike.items()):
            said = " ".join(sentence for _, sentence in ours)
            source = self._sentences[place]
            for difference in _bound_otherwise(said, source):
                found[ours[0][0]].append(difference)
        return found

    def _most_like(self, sentence: str) -> int | None:
        wanted = _stems(sentence)
        best, most = None, 0
        for place, stems in enumerate(self._stems):
            shared = len(wanted & stems)
            if shared > most:
                best, most = place, shared
        return best if most >= max(_LEAST, _SHARE * len(wanted)) else None

    def _has(self, name: str) -> bool:
        return name in self._words or name.rstrip("s").removesuffix("'") in self._words or key_of(name) in self._key

    @cached_property
    def _words(self) -> frozenset[str]:
        return words_in(self._flat)

    @cached_property
    def _key(self) -> str:
        return key_of(self.text)

    @cached_property
    def _sentences(self) -> list[str]:
        return sentences(" ".join(_with_stops(self.text)))

    @cached_property
    def _stems(self) -> list[frozenset[str]]:
        return list(map(_stems, self._sentences))


def _with_stops(text: str) -> Iterator[str]:
    """Yield the lines of a text that hold something, with a full stop behind a heading and a row of a list, which have none."""
    lines = list(filter(None, map(str.strip, text.split("\n"))))
    full = _FULL * max(map(len, lines), default=0)
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        is_short = len(line) < full and after[:1].isupper()
        yield f"{line}." if _ROW.match(after) or (is_short and line[-1].isalnum()) else line


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words_in(text) if len(word) > _SHORTEST)


def _bound_otherwise(here: str, there: str) -> Iterable[Difference]:
    ours, theirs = binding_in(here), binding_in(there)
    for kind in dict.fromkeys([*ours, *theirs]):
        if (kind in ours) != (kind in theirs):
            yield Difference(WORD, ours.get(kind, ()), theirs.get(kind, ()), what=kind, sentence=there)
