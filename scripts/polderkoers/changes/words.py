"""Compares two texts word by word: what stayed, what went and what came, in the order in which one reads it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple

from polderkoers.changes.tokens import TextToken, cut, joined

State = Literal["same", "removed", "added"]
# So few words between two changes are no rest for the eye: the changes are told as one.
_ISLAND = 2
# A preview compares the same texts after every save.
_KEPT = 1024


class Run(NamedTuple):
    """A piece of text that is in both versions (`same`), only in the old (`removed`) or only in the new (`added`)."""

    state: State
    text: str


class Hunk(NamedTuple):
    """One stretch of tokens: equal in both versions, or different. One of the sides may be empty."""

    same: bool
    old: tuple[TextToken, ...]
    new: tuple[TextToken, ...]


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """Return the runs of two texts.

    Joining those that are `same` or `removed` gives the old text exactly, `same` and `added` the new one. Of a
    replacement the removed words come first. Comparing the other way around gives the mirror image.
    """
    runs: list[Run] = []
    for hunk in hunks(old, new):
        for run in _runs(hunk):
            if run.text:
                _append(runs, run)
    return tuple(runs)


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, joined with the last of its state since the last text that stayed."""
    for place in range(len(runs) - 1, max(-1, len(runs) - 3), -1):
        if runs[place].state == run.state:
            runs[place] = Run(run.state, runs[place].text + run.text)
            return
        if "same" in (run.state, runs[place].state):
            break
    if run.state == "removed" and runs and runs[-1].state == "added":
        runs.insert(-1, run)
    else:
        runs.append(run)


def _runs(hunk: Hunk) -> Iterator[Run]:
    if not hunk.same:
        shared = _shared_space(hunk)
        yield Run("removed", joined(hunk.old).removesuffix(shared))
        yield Run("added", joined(hunk.new).removesuffix(shared))
        yield Run("same", shared)
        return
    for token, other in zip(hunk.old, hunk.new, strict=True):
        for before, after in ((token.text, other.text), (token.space, other.space)):
            if before == after:
                yield Run("same", before)
            else:
                yield Run("removed", before)
                yield Run("added", after)


def _shared_space(hunk: Hunk) -> str:
    """Return the space after a replaced word, which was there and is there."""
    if hunk.old and hunk.new and hunk.old[-1].space == hunk.new[-1].space:
        return hunk.old[-1].space
    return ""


@lru_cache(maxsize=_KEPT)
def hunks(old: str, new: str) -> tuple[Hunk, ...]:
    """Return the stretches of two texts that are equal and that differ, whitespace left aside."""
    # difflib looks from the first to the second text; a fixed direction makes the answer the same from both sides.
    if old > new:
        return tuple(Hunk(hunk.same, hunk.new, hunk.old) for hunk in hunks(new, old))
    before, after = cut(old), cut(new)
    matcher = SequenceMatcher(None, _forms(before), _forms(after), autojunk=False)
    found = [Hunk(tag == "equal", tuple(before[i:j]), tuple(after[k:m])) for tag, i, j, k, m in matcher.get_opcodes()]
    return tuple(_without_islands(found))


def _forms(tokens: list[TextToken]) -> list[str]:
    return [token.form for token in tokens]


def _without_islands(found: list[Hunk]) -> list[Hunk]:
    """Join changes between which hardly anything stayed."""
    stretches: list[Hunk] = []
    for place, hunk in enumerate(found):
        last = place == len(found) - 1
        island = hunk.same and stretches and not last and _is_island(hunk, stretches[-1], found[place + 1])
        if stretches and not stretches[-1].same and (island or not hunk.same):
            stretches[-1] = Hunk(False, stretches[-1].old + hunk.old, stretches[-1].new + hunk.new)  # noqa: FBT003
        else:
            stretches.append(hunk)
    return stretches


def _is_island(hunk: Hunk, before: Hunk, after: Hunk) -> bool:
    if _number_of_words(hunk.old) > _ISLAND or len(hunk.old) > _ISLAND + 1:
        return False
    # A lonely comma joins too, but not between two small changes that are clear by themselves.
    return min(_changed(before), _changed(after)) > _ISLAND


def _changed(hunk: Hunk) -> int:
    return max(_number_of_words(hunk.old), _number_of_words(hunk.new))


def _number_of_words(tokens: tuple[TextToken, ...]) -> int:
    return sum(token.is_word for token in tokens)
