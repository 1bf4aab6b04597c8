"""Whether a change is of substance (`inhoudelijk`) or of wording only (`redactioneel`); in doubt it is of substance."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from polderkoers.changes.change import RENAMED, Change, Significance
from polderkoers.changes.critical import is_critical
from polderkoers.changes.figures import figures
from polderkoers.changes.lexicon import Lexicon
from polderkoers.changes.nature import TEXT_FIELDS
from polderkoers.changes.sameness import is_set
from polderkoers.changes.signs import same_signs
from polderkoers.changes.spelling import fold, is_spelling
from polderkoers.changes.tokens import cut, words_in
from polderkoers.changes.words import Hunk, hunks
from polderkoers.policy.dutch_words import decider
from polderkoers.policy.model.kinds import order_says_nothing

# The number of a version says that a file changed, not what changed.
_ADMINISTRATIVE = frozenset({"versie"})
# What a note of the editors is about decides where it stands, not what it says.
_PLACING = ("let_op", "soort")
# Lists in which the order is a matter of layout; elsewhere it can be an order of time or of importance.
_LOOSE_LISTS = order_says_nothing(of_blocks=True)

# Where a place is on the map is no policy: the place itself does not move.
_ON_THE_MAP = "coordinaten"

_SIGNS = frozenset("<>≤≥=±~")
# A preview compares the same texts after every save.
_KEPT = 8192


def classify(change: Change, lexicon: Lexicon) -> Significance:
    """Return the significance of a change. The lexicon helps to tell a typing error from another word."""
    if _is_editorial(change, lexicon):
        return "redactioneel"
    return "inhoudelijk"


def _is_editorial(change: Change, lexicon: Lexicon) -> bool:
    if change.kind == "moved" and change.field is None:
        # In which folder a file lies says nothing else to anyone.
        return RENAMED in change.meaning or change.item.parent is None or _is_shuffle(change)
    if change.kind != "changed" or change.field is None:
        return False
    name = change.field.rpartition(".")[2]
    if name in _ADMINISTRATIVE or (change.block, name) == _PLACING or change.field.partition(".")[0] == _ON_THE_MAP:
        return True
    if name == "vastgesteld_door" and isinstance(change.old, str) and isinstance(change.new, str):
        return decider(change.old) == decider(change.new)
    return name in TEXT_FIELDS and _says_the_same(name, change.old, change.new, lexicon)


def _is_shuffle(change: Change) -> bool:
    origin, target = change.origin, change.target
    if origin is None or target is None:
        return False
    same_list = (origin.file, origin.parent, origin.list) == (target.file, target.parent, target.list)
    return same_list and target.list in _LOOSE_LISTS


def _says_the_same(name: str, old: Any, new: Any, lexicon: Lexicon) -> bool:
    match old, new:
        case str(), str():
            return same_in_substance(old, new, lexicon)
        case list(), list() if len(old) == len(new) and not is_set(name, old):
            if sorted(map(str, old)) == sorted(map(str, new)):
                return True
            return all(_says_the_same(name, was, now, lexicon) for was, now in zip(old, new, strict=True))
    return False


def same_in_substance(old: str, new: str, lexicon: Lexicon) -> bool:
    """Return whether two texts differ at most in spelling, capitals, hyphens, spaces, and signs that turn nothing."""
    old, new = old.replace("%", " procent "), new.replace("%", " procent ")
    if _facts(old) != _facts(new) or not same_signs(old, new):
        return False
    return fold(old) == fold(new) or all(hunk.same or _is_spelling(hunk, lexicon) for hunk in hunks(old, new))


@lru_cache(maxsize=_KEPT)
def _facts(text: str) -> tuple[Any, ...]:
    """Return the figures, the signs that count with them and the words that carry policy, each in their order."""
    signs = [sign for sign in text if sign in _SIGNS]
    words = [token.form.casefold() for token in cut(text)]
    return (*figures(text), *signs, *filter(is_critical, words))


def _is_spelling(hunk: Hunk, lexicon: Lexicon) -> bool:
    old, new = words_in(hunk.old), words_in(hunk.new)
    if fold("".join(old)) == fold("".join(new)):
        return True
    if len(old) != len(new):
        return False
    return all(was == now or is_spelling(was, now, lexicon) for was, now in zip(old, new, strict=True))
