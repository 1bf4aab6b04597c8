"""Sentences that hold the same words in another order: whether that may turn what they say, and how that is told.

Who must, may or pays is said by where a word stands. Only an order that leaves parties, duties and denials beside the same words is harmless.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, pairwise
from typing import Literal

from polderkoers.changes.telling.sentences import differing, sentences
from polderkoers.changes.telling.statement import Telling
from polderkoers.changes.telling.turning import BINDS_NOBODY, turning
from polderkoers.changes.tokens import word_set

_WORD = re.compile(r"\w+")
# Cutting off a sentence could hide the very words that changed places.
_LONG = 400
_PARTY = re.compile(
    r"(?:gemeente|gemeenteraad|raad|college|burgemeester|wethouders?|provincie|rijk|kabinet|waterschap|veiligheidsregio|ggd|politie|ministerie|"
    r"\w*(?:inwoners?|bewoners?|huurders?|kopers?|eigenaren|eigenaar|ondernemers?|bedrijven|bedrijf|organisaties?|partners?|scholen|school|"
    r"verenigingen|vereniging|corporaties?|aanbieders?|ouders?|jongeren|ouderen|kinderen|aanvragers?|instellingen|instelling|werkgevers?|"
    r"werknemers?|vrijwilligers?|mantelzorgers?|boeren|agrariërs|dorpen|dorpsraden|mensen))",
    re.IGNORECASE,
)
_DUTY = word_set(
    """moet moeten mag mogen kan kunnen zal zullen wil willen hoeft hoeven dient dienen verplicht vrijwillig beslist beslissen
    betaalt betalen besluit besluiten bepaalt bepalen"""
)
_NO_DUTY = BINDS_NOBODY | {"binnen"}
_GOVERNS = word_set(
    """niet geen nooit niemand niets zonder alle elke elk ieder iedere sommige enkele veel weinig meer minder minstens hoogstens minimaal
    maximaal hooguit iedereen sommigen alleen uitsluitend als mits tenzij zolang behalve dan"""
)
_RISES_OR_FALLS = word_set("stijgt stijgen daalt dalen groeit groeien krimpt krimpen")


def turned_around(old: str, new: str) -> Telling | None:
    """Return what is said of two sentences with the same words in another order; None when that order turns nothing."""
    swapped = _swapped(old, new)
    if not (swapped or _is_turned(old, new)):
        return None
    said = f"{swapped} zijn omgewisseld" if swapped else "de zin is omgedraaid"
    return Telling(f"{said}: eerst {_whole(old)}, nu {_whole(new)}")


def instead_of(old: str, new: str) -> Telling:
    """Return what is said of a sentence that came in the place of another, where its words alone would say too little."""
    return Telling(f"er staat nu {_whole(new)} in plaats van {_whole(old)}")


def carries(words: str) -> bool:
    """Return whether words name a party, or say who must, who may not, and how many."""
    return bool(_duties(words) or _parties(words))


def matters_of_order(old: str, new: str) -> Iterator[Literal["plicht", "wie"]]:
    """Yield what two texts say otherwise only because words stand elsewhere in them: who must, and who does it."""
    if sorted(_duties(old)) == sorted(_duties(new)) and _is_moved(_duties, old, new):
        yield "plicht"
    if sorted(_parties(old)) == sorted(_parties(new)) and _is_moved(_parties, old, new):
        yield "wie"


def _is_moved(named: Callable[[str], list[str]], old: str, new: str) -> bool:
    """Return whether words of a kind stand in another sentence, or in a sentence that was turned around."""
    stayed = {*sentences(old)} & {*sentences(new)}
    # Where all words stayed, a sentence that is nowhere in the other text holds words of another one.
    all_stayed = sorted(_words(old)) == sorted(_words(new))
    for was, now in differing(old, new):
        before, after = named(was), named(now)
        if was and now:
            if before != after and (sorted(before) != sorted(after) or turned_around(was, now)):
                return True
        elif all_stayed and not {was, now} & stayed and (before or after):
            return True
    return False


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text that name a party, or say who must, who may not, and how many."""
    return frozenset(word for word in _words(text) if carries(word))


def _is_turned(old: str, new: str) -> bool:
    """Return whether parties or verbs of duty follow each other otherwise, or a word that governs the next one governs another."""
    before, after = _words(old), _words(new)
    if sorted(before) != sorted(after) or before == after:
        return False
    for words in (_DUTY, _GOVERNS):
        if list(filter(words.__contains__, before)) != list(filter(words.__contains__, after)):
            return True
    if _named(old, new) != _named(new, old):
        return True
    return Counter(_governed(before)) != Counter(_governed(after)) or _moving(before) != _moving(after)


def _named(sentence: str, other: str) -> list[str]:
    """Return the parties and names of a sentence in their order; of a name also the other sentence may show the capital."""
    names = {*_inner_names(sentence), *_inner_names(other)}
    return [word for word in _words(sentence) if word in names or _PARTY.fullmatch(word)]


def _inner_names(sentence: str) -> Iterator[str]:
    for word in _WORD.findall(sentence)[1:]:
        if word[0].isupper():
            yield word.casefold()


def _governed(words: list[str]) -> Iterator[tuple[str, str]]:
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word in _GOVERNS:
            yield word, following


def _moving(words: list[str]) -> Counter[tuple[str, str]]:
    """Return what stands before each word for rising or falling; nothing where all of it goes one way."""
    found = Counter(pair for pair in pairwise(words) if pair[1] in _RISES_OR_FALLS)
    return found if len({verb for _, verb in found}) > 1 else Counter()


def _swapped(old: str, new: str) -> str:
    """Return the two stretches that changed places, in words; nothing when that is not all that happened."""
    before, after = _words(old), _words(new)
    places = [place for place, (was, now) in enumerate(zip(before, after, strict=False)) if was != now]
    half = len(places) // 2
    if len(before) != len(after) or not places or len(places) % 2:
        return ""
    one, other = places[:half], places[half:]
    if not (_is_stretch(one) and _is_stretch(other)):
        return ""
    first, second = slice(one[0], one[-1] + 1), slice(other[0], other[-1] + 1)
    if (before[first], before[second]) != (after[second], after[first]):
        return ""
    if places[0] == 0 and not _may_change_places(old, new, before, one, other):
        return ""
    # In the other sentence the first of them stands in the middle, without a capital that is not its own.
    return f"'{_said(new, other)}' en '{_said(old, other)}'"


def _may_change_places(old: str, new: str, words: list[str], one: list[int], other: list[int]) -> bool:
    """Return whether two stretches of which one begins a sentence are of one kind: anything may be put first without turning it."""
    telling = _GOVERNS.union(_named(old, new))
    first, second = words[one[0] : one[-1] + 1], words[other[0] : other[-1] + 1]
    return not telling.isdisjoint(first) and not telling.isdisjoint(second)


def _said(sentence: str, places: list[int]) -> str:
    return " ".join(_WORD.findall(sentence)[places[0] : places[-1] + 1])


def _is_stretch(places: list[int]) -> bool:
    return places[-1] - places[0] == len(places) - 1


def _duties(text: str) -> list[str]:
    """Return the words that say who must, who may not and how many, in their order; a phrase counts as its words."""
    turns = set(chain.from_iterable(map(_words, set(map(str.casefold, turning(text))) - _NO_DUTY)))
    return list(filter((turns | _DUTY).__contains__, _words(text)))


def _parties(text: str) -> list[str]:
    return list(filter(_PARTY.fullmatch, _words(text)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _whole(sentence: str) -> str:
    if len(sentence) > _LONG:
        return f"'{sentence[:_LONG]} …'"
    return f"'{sentence}'"
