"""Cuts texts into sentences and lays those of two wordings side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import groupby, product
from typing import NamedTuple

# After a full stop, question mark or the like, and before what begins a sentence.
_END = re.compile(r"(?<=[.!?])['\")]?\s+(?=[^\W\da-z_]|['\"(€\d])")
_ABBREVIATED = re.compile(
    r"\b(?:bijv|bv|o\.a|d\.w\.z|m\.b\.t|ca|art|nr|tel|incl|excl|max|min|evt|resp|t\.o\.v|i\.p\.v|z\.s\.m|dhr|mevr)\.$"
)
# A hard space belongs to what stands around it.
_BLANKS = re.compile(r"[ \t\r\n]+")
_WORD = re.compile(r"\w+")
# Two sentences with less in common are told as one that goes and one that comes.
_ALIKE = 0.5
# So many sentences are not laid side by side one by one: a text that is new as a whole is told as new.
_MOST = 400


class SentencePair(NamedTuple):
    """A sentence in both wordings; one of them is empty when it is only in the other."""

    old: str
    new: str


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each with single blanks."""
    found: list[str] = []
    for part in _END.split(_BLANKS.sub(" ", text).strip()):
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return [part for part in found if part]


def differing(old: str, new: str) -> tuple[SentencePair, ...]:
    """Return the sentences in which two texts differ, in the order of the new text. The answer is mirrored the other way around."""
    if old > new:
        return tuple(SentencePair(pair.new, pair.old) for pair in differing(new, old))
    before, after = sentences(old), sentences(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    pairs: list[SentencePair] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            pairs += _paired(before[i:j], after[k:m])
    return tuple(pairs)


def in_reading_order(pairs: Iterable[SentencePair]) -> Iterator[SentencePair]:
    """Yield pairs with what went before what came, as one reads them, between sentences that stayed."""
    for lonely, group in groupby(pairs, lambda pair: not (pair.old and pair.new)):
        found = list(group)
        if lonely:
            found.sort(key=lambda pair: bool(pair.new))
        yield from found


def _paired(old: list[str], new: list[str]) -> Iterator[SentencePair]:
    if len(old) != len(new):
        yield from _matched(old, new)
        return
    for was, now in zip(old, new, strict=True):
        if len(old) == 1 or likeness(was, now) >= _ALIKE:
            yield SentencePair(was, now)
        else:
            yield from (SentencePair(was, ""), SentencePair("", now))


def _matched(old: list[str], new: list[str]) -> Iterator[SentencePair]:
    """Yield pairs around the two sentences that are most alike; those before and after them are paired in turn."""
    best = _most_alike(old, new)
    if best is None:
        yield from (SentencePair(was, "") for was in old)
        yield from (SentencePair("", now) for now in new)
        return
    place, other = best
    yield from _matched(old[:place], new[:other])
    yield SentencePair(old[place], new[other])
    yield from _matched(old[place + 1 :], new[other + 1 :])


def _most_alike(old: list[str], new: list[str]) -> tuple[int, int] | None:
    if not 0 < len(old) * len(new) <= _MOST:
        return None
    alike = {pair: likeness(old[pair[0]], new[pair[1]]) for pair in product(range(len(old)), range(len(new)))}
    best = max(alike, key=lambda pair: alike[pair])
    return best if alike[best] >= _ALIKE else None


def likeness(old: str, new: str) -> float:
    """Return how much two sentences have in common, by their words: 1 for equal, 0 for nothing."""
    one, other = Counter(_WORD.findall(old.casefold())), Counter(_WORD.findall(new.casefold()))
    return 2 * (one & other).total() / max(1, one.total() + other.total())
