"""Whether one word that took the place of another is the same word, spelled better or worse."""

from __future__ import annotations

import re
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
# How long a word must be, so that hardly any other word is so like it: a word that both versions know, one that begins as many
# others do, and one that stands beside no word that is known. Below that `verlagen` may be `verslagen`, and `leiden` is not `lijden`.
_KNOWN, _LIKE_OTHERS, _UNKNOWN = 8, 12, 12
_LONG = 6
_BEGINNINGS = re.compile(
    r"(?:ver|be|ge(?!mm?e)|ont|on|her|over|voor|onder|door|uit|aan|toe|af|op|in(?!woner)|bij|om|mis|schr?)",
    re.IGNORECASE,
)
# Endings by which a word becomes another of its family: corrupte and corruptie, wachten and wachtten.
_ENDINGS = re.compile(r"(?:ie|ies|eus|tte|tten|dde|dden)$")
# Words that are long and still have a neighbour that is another word.
_NEIGHBOURS = frozenset(
    map(
        frozenset,
        (
            ("contacten", "contracten"), ("degelijk", "dergelijk"), ("degelijke", "dergelijke"), ("storingen", "stortingen"),
            ("ladingen", "landingen"), ("constante", "contante"), ("facturen", "fracturen"), ("worstelen", "wortelen"),
            ("jongeren", "jongleren"), ("zwervende", "zwevende"), ("reageerde", "regeerde"), ("reageerden", "regeerden"),
            ("formuleren", "formulieren"), ("simuleren", "stimuleren"), ("simuleert", "stimuleert"), ("leidende", "lijdende"),
            ("dezelfde", "diezelfde"), ("soberheid", "somberheid"), ("campagne", "champagne"), ("volstrekt", "voltrekt"),
            ("werkende", "wrekende"), ("achteren", "achtereen"), ("verstrekkende", "vertrekkende"), ("gelijkaardig", "gelijkwaardig"),
            ("hartelijk", "hatelijk"), ("hartelijke", "hatelijke"), ("roerende", "roterende"), ("vestigen", "vestingen"),
            ("starende", "startende"), ("tegenaan", "tegengaan"), ("stilstaand", "stilstand"), ("reizende", "rijzende"),
        ),
    )
)  # fmt: skip
# Nouns and adjectives that a t makes a verb, or the other way around: "het geld voor" is not "het geldt voor".
_OF_ITSELF = frozenset(
    [
        "geld",
        "land",
        "raad",
        "brand",
        "beeld",
        "wind",
        "dood",
        "moord",
        "bloed",
        "strijd",
        "inhoud",
        "behoud",
        "antwoord",
        "onderscheid",
        "bekend",
        "hand",
        "bond",
        "kleed",
    ]
)


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
    if min(len(first), len(second)) < _least(first, second, known) or frozenset({first, second}) in _NEIGHBOURS:
        return False
    if any(map(_ENDINGS.search, (first, second))):
        return False
    return _is_slip(first, second) or _is_sound(first, second)


def _least(first: str, second: str, known: int) -> int:
    """Return how long two words must be, so that a slip is the best explanation of their difference."""
    if not known:
        return _UNKNOWN
    return _LIKE_OTHERS if _BEGINNINGS.match(first) or _BEGINNINGS.match(second) else _KNOWN


def _is_d_or_t(first: str, second: str) -> bool:
    """Return whether only the d or t at the end differs: word and wordt, gebeurd and gebeurt."""
    short, long = sorted((first, second), key=lambda word: (len(word), word))
    if short in _OF_ITSELF:
        return False
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
    return not last and not (letter in "tdes" and place >= len(long) - 4)


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
