"""Words that were replaced in a sentence, told as what they are; figures that are told by themselves are left out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from typing import Literal, NamedTuple

from polderkoers.changes.telling.quantities import TextQuantity, quantities
from polderkoers.changes.telling.rearranged import carries
from polderkoers.changes.telling.statement import Telling
from polderkoers.changes.telling.stems import are_alike
from polderkoers.changes.telling.turning import CONDITIONS, turning
from polderkoers.changes.tokens import NUMBER, TextToken, joined, word_set
from polderkoers.changes.words import Hunk, hunks

_WORD = re.compile(r"\w+")
# Stands in the place of a figure that is told by itself; no text of the data can hold it.
_MARK = "\0"
_NEED = word_set("hoeft hoeven")
_DUTY = _NEED | word_set("moet moeten mag mogen kan kunnen")
# These say nothing without the word behind them.
_LEADS = word_set("per elk elke ieder iedere tot")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Small words that come and go with a verb.
_NOISE = frozenset({"te", "om te", "hebben"})
_SHORT = 90
_SHOWN = 12


def replaced(old: str, new: str, told: tuple[tuple[TextQuantity, TextQuantity], ...] = ()) -> Iterator[Telling]:
    """Yield what is said of each piece of a sentence that differs, apart from the figures that are told already."""
    blank_old = _without(old, [was for was, _ in told])
    blank_new = _without(new, [now for _, now in told])
    if old.rstrip().endswith("?") != new.rstrip().endswith("?"):
        yield Telling("de zin is nu een vraag" if new.rstrip().endswith("?") else "de zin is geen vraag meer")
        blank_old, blank_new = blank_old.rstrip("?. "), blank_new.rstrip("?. ")
    yield from _without_noise(list(_pieces(hunks(blank_old, blank_new))))


def _without_noise(statements: list[Telling]) -> Iterator[Telling]:
    """Yield statements without those of a small word, where something else is said."""
    said = [each for each in statements if not {each.went, each.came} & _NOISE]
    yield from said or statements


def _pieces(found: tuple[Hunk, ...]) -> Iterator[Telling]:
    needless = _needless(found)
    for place, hunk in enumerate(found):
        if needless and place == needless.place:
            yield Telling(needless.told, went=_text(hunk.old).casefold(), came=_text(hunk.new).casefold())
        elif not hunk.same and not (needless and _is_small(hunk)):
            plain = not turning(_text(hunk.old)) and not turning(_text(hunk.new))
            went, came = _text(hunk.old).casefold(), _text(hunk.new).casefold()
            for said in filter(None, _told(found, place)):
                yield Telling(said, is_plain=plain, went=went, came=came)


class _Needless(NamedTuple):
    """The place of the verb where `moeten` became `hoeven niet te` or the other way around, and the words for it."""

    place: int
    told: str


def _needless(found: tuple[Hunk, ...]) -> _Needless | None:
    """Return where `hoeven` came or went as the verb; `niet` and `te` may stand far behind it, and say nothing by themselves."""
    if not any(map(_is_small, found)):
        return None
    for place, hunk in enumerate(found):
        old, new = _text(hunk.old), _text(hunk.new)
        if {old.casefold(), new.casefold()} & _NEED and {old.casefold(), new.casefold()} <= _DUTY:
            was, now = _whole_verb(old, found[place:], "old"), _whole_verb(new, found[place:], "new")
            return _Needless(place, f"er staat nu '{now}' in plaats van '{was}'")
    return None


def _whole_verb(verb: str, found: tuple[Hunk, ...], side: Literal["old", "new"]) -> str:
    rest = chain.from_iterable(map(attrgetter(side), found))
    words = {token.form.casefold() for token in rest}
    small = ["niet"] * ("niet" in words) + ["te"] * ("te" in words and verb.casefold() in _NEED)
    return " ".join([verb, *small])


def _is_small(hunk: Hunk) -> bool:
    """Return whether a hunk is no more than `niet`, `te` or both, on one side."""
    words = {token.form.casefold() for token in (*hunk.old, *hunk.new)}
    return not hunk.same and words <= {"niet", "te"} and not (hunk.old and hunk.new)


def is_shuffled(old: str, new: str) -> bool:
    """Return whether two sentences have the same words in another order."""
    before, after = _WORD.findall(old.casefold()), _WORD.findall(new.casefold())
    return before != after and sorted(before) == sorted(after) and old.rstrip()[-1:] != "?" != new.rstrip()[-1:]


def shuffled(new: str) -> Telling:
    """Return what is said of a sentence of which only the order of the words is another."""
    return Telling(f"de woorden staan in een andere volgorde: '{_cut(new)}'")


def sentence_gone(sentence: str) -> Telling:
    """Return what is said of a sentence that is only in the old text."""
    return Telling(f"'{_cut(sentence)}' vervalt", is_plain=_is_plain(sentence), went=sentence)


def sentence_come(sentence: str) -> Telling:
    """Return what is said of a sentence that is only in the new text."""
    return Telling(f"'{_cut(sentence)}' komt erbij", is_plain=_is_plain(sentence), came=sentence)


def sentence_moved(sentence: str) -> Telling:
    """Return what is said of a sentence that stands elsewhere in the text."""
    return Telling(f"'{_cut(sentence)}' staat op een andere plek", is_plain=True)


def _is_plain(sentence: str) -> bool:
    return not quantities(sentence) and not turning(sentence) and not carries(sentence)


def _cut(text: str) -> str:
    words = text.split()
    if len(text) <= _SHORT or len(words) <= _SHOWN:
        return text
    return " ".join(words[:_SHOWN]) + " …"


def _without(sentence: str, told: list[TextQuantity]) -> str:
    """Return a sentence with the same mark in the place of each figure that is told by itself."""
    pieces, place = [], 0
    for quantity in told:
        start = quantity.start
        pieces += [sentence[place:start].removesuffix("€ ").removesuffix("€"), _MARK]
        place = max(quantity.end, quantity.after)
    return "".join([*pieces, sentence[place:]])


def _told(found: tuple[Hunk, ...], place: int) -> Iterator[str]:
    old, new = _with_rhythm(found, place)
    if not any(map(str.isalnum, old + new)):
        yield _sign(found, place)
    elif not old or not new:
        yield _one_sided(old, new)
    else:
        yield from _instead(old, new)


def _with_rhythm(found: tuple[Hunk, ...], place: int) -> tuple[str, str]:
    """Return the words of both sides, with the word that they are nothing without: `per jaar`, `elke maand`, `in 4 jaar`."""
    hunk, before, after = found[place], found[max(0, place - 1) : place], found[place + 1 : place + 2]
    old, new = hunk.old, hunk.new
    if not (_text(old) and _text(new)):
        return _text(old), _text(new)
    for same in before:
        if same.old[-1].text.casefold() in _LEADS:
            old, new = (*same.old[-1:], *old), (*same.new[-1:], *new)
    for same in after:
        leads = {old[-1].text.casefold(), new[-1].text.casefold()} & _LEADS
        if leads or (_is_figure(old[-1]) and _is_figure(new[-1]) and same.old[0].is_word):
            old, new = (*old, *same.old[:1]), (*new, *same.new[:1])
    return _text(old), _text(new)


def _is_figure(token: TextToken) -> bool:
    return re.fullmatch(NUMBER, token.text) is not None and not _YEAR.fullmatch(token.text)


def _instead(old: str, new: str) -> Iterator[str]:
    """Yield what came in the place of what: word by word when each of a few words turns the sentence by itself."""
    before, after = old.split(), new.split()
    if 1 < len(before) == len(after) and any(map(_turns_alone, before, after)):
        for was, now in zip(before, after, strict=True):
            if was != now:
                yield from _instead(was, now)
    elif turning(old) or turning(new):
        yield f"er staat nu '{_cut(new)}' in plaats van '{_cut(old)}'"
    else:
        yield f"'{_cut(old)}' wordt '{_cut(new)}'"


def _turns_alone(old: str, new: str) -> bool:
    if are_alike(old, new) or {old.casefold(), new.casefold()} & _LEADS:
        return False
    return [old.casefold()] == turning(old.casefold()) and [new.casefold()] == turning(new.casefold())


def _one_sided(old: str, new: str) -> str:
    text = (old or new).strip(", ")
    if not text:
        return ""
    what = "vervalt" if old else "komt erbij"
    if CONDITIONS.match(text):
        return f"de voorwaarde '{_cut(text)}' {what}"
    return f"'{_cut(text)}' {what}"


def _sign(found: tuple[Hunk, ...], place: int) -> str:
    """Return what is said of a sign: with the words beside it, because by itself it says nothing."""
    before, after = found[max(0, place - 1) : place], found[place + 1 : place + 2]
    old, new = found[place].old, found[place].new
    for hunk in before:
        old, new = (*hunk.old[-1:], *old), (*hunk.new[-1:], *new)
    for hunk in after:
        old, new = (*old, *hunk.old[:1]), (*new, *hunk.new[:1])
    return f"er staat nu '{_text(new)}' in plaats van '{_text(old)}'"


def _text(tokens: tuple[TextToken, ...]) -> str:
    return joined(tokens).strip().strip(_MARK).strip().replace(_MARK, "…")
