"""Reads two wordings of one text, and says all that is different between them: nothing hides behind something else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from polderkoers.changes.change import MovedFigure
from polderkoers.changes.telling.basis import frame_of, is_one_rhythm
from polderkoers.changes.telling.moved import FigureSetting, Pairing, moved_figures, pair_up
from polderkoers.changes.telling.obligations import judge
from polderkoers.changes.telling.pieces import (
    is_shuffled,
    replaced,
    sentence_come,
    sentence_gone,
    sentence_moved,
    shuffled,
)
from polderkoers.changes.telling.quantities import MOMENTS, TextQuantity, quantities
from polderkoers.changes.telling.rearranged import instead_of, turned_around, words_of
from polderkoers.changes.telling.sentences import SentencePair, differing, in_reading_order
from polderkoers.changes.telling.statement import (
    FIRMER,
    LATER,
    LOOSER,
    OTHER_FIGURE,
    SHARPER,
    SOONER,
    WEAKER,
    Telling,
)

_MARKS = {FIRMER: "minder vrijblijvend", LOOSER: "vrijblijvender"}
# More plain words than this are not told one by one, and more things than that make no sentence.
_FEW, _MOST = 2, 8
# A sentence that nobody could read is not taken apart: it may be made to keep a computer busy.
_LONGEST = 1500
# As many readings are kept as there are texts that differ between two plans: a preview compares the same ones after every save.
_KEPT = 4096
_NO_COUNT = MOMENTS | {"name"}
_ASKS_MORE = frozenset({SHARPER, SOONER, FIRMER})
_ASKS_LESS = frozenset({WEAKER, LATER, LOOSER})
_OPPOSITES = ((SHARPER, WEAKER), (LATER, SOONER), (FIRMER, LOOSER))


class TextReading(NamedTuple):
    """All that differs between two wordings, what that means where it is certain, and the figure when just one moved."""

    statements: tuple[Telling, ...] = ()
    meaning: tuple[str, ...] = ()
    amount: MovedFigure | None = None

    @property
    def told(self) -> tuple[str, ...]:
        """The words of each thing that differs; many plain words that were replaced are told as one."""
        special = [_marked(each, alone=len(self.statements) == 1) for each in self.statements if not each.is_plain]
        plain = [each.told for each in self.statements if each.is_plain]
        if len(plain) > _FEW:
            plain = ["verder staan er andere woorden"] if special else []
        if len(special) > _MOST:
            special = [*special[:_MOST], f"en nog {len(special) - _MOST} andere wijzigingen"]
        return (*special, *plain)


def _marked(statement: Telling, *, alone: bool) -> str:
    """Return the words of a statement; how firmly it binds is said with it when the sentence as a whole cannot say it."""
    if alone or statement.meaning not in _MARKS:
        return statement.told
    return f"{statement.told} ({_MARKS[statement.meaning]})"


@lru_cache(maxsize=_KEPT)
def read(old: str, new: str, setting: FigureSetting) -> TextReading:
    """Return what differs between two wordings of a text. The other way around it is the opposite."""
    setting = setting._replace(is_one_rhythm=is_one_rhythm(old, new))
    pairs = tuple(_with_moved(tuple(in_reading_order(differing(old, new)))))
    statements = list(_all_told(pairs, [list(_of_pair(pair, setting)) for pair in pairs]))
    figures = [statement for statement in statements if statement.is_figure and statement.amount]
    amount = figures[0].amount if len(figures) == 1 else None
    changed_figures = any(statement.is_figure for statement in statements) or _counts(old) != _counts(new)
    return TextReading(tuple(statements), tuple(_meaning(statements, setting, changed_figures=changed_figures)), amount)


def _all_told(pairs: tuple[SentencePair, ...], told: list[list[Telling]]) -> Iterator[Telling]:
    """Yield all statements; where a word left one place and came in another, the whole sentences say it."""
    sides = [_words_moved(statements) for statements in told]
    went, came = (set().union(*side) for side in zip(*sides, strict=True)) if sides else (set(), set())
    for pair, statements, (out, into) in zip(pairs, told, sides, strict=True):
        if pair.old and pair.new and (out | into) & went & came:
            yield from (each for each in statements if each.amount)
            yield instead_of(*pair)
        else:
            yield from statements


def _words_moved(statements: list[Telling]) -> tuple[set[str], set[str]]:
    """Return the words that went and those that came, of those that name a party or bind."""
    out: set[str] = set()
    into: set[str] = set()
    for each in statements:
        before, after = words_of(each.went), words_of(each.came)
        out |= before - after
        into |= after - before
    return out, into


def _counts(text: str) -> list[str]:
    """Return the figures of a text without sums of money; `één` may also be an article with stress on it."""
    found = quantities(" ".join(text.split()))
    return [
        quantity.measure
        for quantity in found
        if quantity.kind not in _NO_COUNT and quantity.unit != "euro" and quantity.written.casefold() != "één"
    ]


def _with_moved(pairs: tuple[SentencePair, ...]) -> Iterator[SentencePair]:
    """Yield pairs in which a sentence that went and came back elsewhere is one pair, of a sentence with itself."""
    gone = {pair.old for pair in pairs if not pair.new}
    come = {pair.new for pair in pairs if not pair.old}
    moved = gone & come
    for pair in pairs:
        if pair.new in moved:
            yield SentencePair(pair.new, pair.new)
        elif pair.old not in moved:
            yield pair


def _of_pair(pair: SentencePair, setting: FigureSetting) -> Iterator[Telling]:
    if pair.old == pair.new:
        yield sentence_moved(pair.new)
    elif not pair.new:
        yield sentence_gone(pair.old)
    elif not pair.old:
        yield sentence_come(pair.new)
    elif max(len(pair.old), len(pair.new)) > _LONGEST:
        yield Telling("een heel lange zin is anders")
    else:
        yield from _of_sentence(pair.old, pair.new, setting)


def _of_sentence(old: str, new: str, setting: FigureSetting) -> Iterator[Telling]:
    if frame_of(old) != frame_of(new) and is_shuffled(old, new):
        yield turned_around(old, new) or shuffled(new)
        return
    pairing = pair_up(old, new)
    moved = list(moved_figures(old, new, pairing, setting)) if pairing else []
    yield from moved
    pieces = list(replaced(old, new, _told(pairing)))
    turned = judge(old, new) if setting.is_promise and not moved else None
    if turned is None or not pieces:
        yield from pieces
    elif turned.instead:
        yield pieces[0]._replace(told=turned.instead, meaning=turned.meaning, is_plain=False)
    else:
        told = f"{turned.told}: {pieces[0].told}" if turned.told else pieces[0].told
        yield pieces[0]._replace(told=told, meaning=turned.meaning, is_plain=False)
        yield from pieces[1:]


def _told(pairing: Pairing | None) -> tuple[tuple[TextQuantity, TextQuantity], ...]:
    return tuple(pairing.moved) if pairing else ()


def _meaning(statements: list[Telling], setting: FigureSetting, *, changed_figures: bool) -> Iterator[str]:
    """Yield what the statements mean together: of a goal that it asks more or less only when nothing speaks against it."""
    meanings = dict.fromkeys(filter(None, (statement.meaning for statement in statements)))
    if setting.is_goal and changed_figures:
        verdict = _verdict(statements)
        if verdict or any(statement.is_figure and not statement.meaning for statement in statements) or not meanings:
            yield verdict or OTHER_FIGURE
    for one, other in _OPPOSITES[1:]:
        if one in meanings and other in meanings:
            del meanings[one], meanings[other]
    yield from meanings


def _verdict(statements: list[Telling]) -> str:
    signs = {_side(statement) for statement in statements}
    if signs == {SHARPER}:
        return SHARPER if any(statement.verdict for statement in statements) else ""
    if signs == {WEAKER}:
        return WEAKER if any(statement.verdict for statement in statements) else ""
    return ""


def _side(statement: Telling) -> str:
    said = statement.verdict or statement.meaning
    if said in _ASKS_MORE:
        return SHARPER
    return WEAKER if said in _ASKS_LESS else ""
