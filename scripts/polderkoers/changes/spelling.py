"""Whether one word that took the place of another is the same word, spelled better or worse."""

from __future__ import annotations

import unicodedata

from polderkoers.changes.critical import is_critical
from polderkoers.changes.lexicon import Lexicon

# Sounds that Dutch writes in two ways; mixing them up is the usual spelling mistake.
_SOUNDS = (
    ("ei", "ij"), ("au", "ou"), ("g", "ch"), ("c", "k"), ("c", "s"), ("i", "ie"), ("y", "i"), ("x", "ks"), ("s", "z"),
    ("f", "v"), ("ks", "cs"), ("t", "th"), ("e", "en"),
)  # fmt: skip
_VOWELS = frozenset("aeiou")
_ARTICLES = frozenset({"de", "het"})
_SHORTEST, _LONG, _VERY_LONG = 5, 6, 9


def fold(text: str) -> str:
    """Return a text without capitals, accents, hyphens, signs and spaces: what is left are letters and digits."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filter(str.isalnum, parts))


def is_spelling(old: str, new: str, lexicon: Lexicon) -> bool:
    """Return whether two words are spellings of one; in doubt they are not. The answer is the same both ways."""
    if fold(old) == fold(new):
        return True
    first, second = old.casefold(), new.casefold()
    if {first, second} == _ARTICLES:
        return True
    if is_critical(first) or is_critical(second):
        return False
    first, second = first.replace("-", ""), second.replace("-", "")
    if not (first.isalpha() and second.isalpha()):
        return False
    # A name that is written with a capital may just as well be the name of another.
    if old[0].isupper() and new[0].isupper() and not (lexicon.knows(first) or lexicon.knows(second)):
        return False
    return first[0] == second[0] and _is_mistake(first, second, lexicon)


def _is_mistake(first: str, second: str, lexicon: Lexicon) -> bool:
    if _is_d_or_t(first, second):
        return True
    known = lexicon.knows(first) + lexicon.knows(second)
    if known == 2:
        return False
    shortest = min(len(first), len(second))
    # Without a known word beside it, only a long word is so unlike any other that a slip is the best explanation.
    if shortest < (_SHORTEST if known else _VERY_LONG):
        return False
    return _is_slip(first, second) or (shortest >= _LONG and _is_sound(first, second))


def _is_d_or_t(first: str, second: str) -> bool:
    """Return whether only the d or t at the end differs: word and wordt, gebeurd and gebeurt."""
    short, long = sorted((first, second), key=lambda word: (len(word), word))
    if len(short) != len(long):
        return len(short) >= 4 and short[-1] == "d" and long == short + "t"
    return len(short) >= _LONG and short[:-1] == long[:-1] and {short[-1], long[-1]} == {"d", "t"}


def _is_slip(first: str, second: str) -> bool:
    """Return whether two neighbouring letters changed places, or one letter is missing or double."""
    if len(first) == len(second):
        differ = [place for place, pair in enumerate(zip(first, second, strict=True)) if pair[0] != pair[1]]
        return (
            len(differ) == 2
            and differ[1] == differ[0] + 1
            and first[differ[0]] == second[differ[1]]
            and first[differ[1]] == second[differ[0]]
        )
    short, long = sorted((first, second), key=len)
    if len(long) != len(short) + 1:
        return False
    place = next((at for at, char in enumerate(short) if long[at] != char), len(short))
    if short[place:] != long[place + 1 :]:
        return False
    letter = long[place]
    last = place == len(short)
    if letter in (long[place - 1], long[place + 1 : place + 2]):
        # No Dutch word ends in a double consonant, but a double vowel at the end makes another word (ze, zee).
        return not last or letter not in _VOWELS
    # Near the end a t, d, e or s says time, person or number (werk-t-e, inwoner-s): that is no slip of the finger.
    return len(short) >= _LONG and not last and not (letter in "tdes" and place >= len(long) - 4)


def _is_sound(first: str, second: str) -> bool:
    """Return whether only the way to write one sound differs, not at the end."""
    for one, other in _SOUNDS:
        for written, instead in ((one, other), (other, one)):
            place = first.find(written)
            while place != -1:
                end = place + len(written)
                if end < len(first) - 1 and first[:place] + instead + first[end:] == second:
                    return True
                place = first.find(written, place + 1)
    return False
