"""Whether two texts have other signs where a sign can turn the meaning: beside some words, between figures, in a question."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from polderkoers.changes.critical import is_critical
from polderkoers.changes.tokens import TextToken, cut, word_set

# A comma before these may say which of them is meant, or all of them: "inwoners, die hulp nodig hebben".
_RELATIVE = word_set("die dat wie wat waar of maar als mits zolang indien tenzij")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_DASHES = str.maketrans("–—\u2011", "---")
# A preview compares the same texts after every save.
_KEPT = 4096
_QUOTES = frozenset("'\"‘’“”„«»")


@lru_cache(maxsize=_KEPT)
def same_signs(old: str, new: str) -> bool:
    """Return whether no sign differs that can turn what is said. The words of both texts must be the same, or nearly."""
    before, after = _ending(old), _ending(new)
    return (
        _questions(before) == _questions(after)
        and _between(before) == _between(after)
        and _beside(before) == _beside(after)
    )


def _ending(text: str) -> str:
    """Return a text without the full stop at its end, which says nothing."""
    return text.translate(_DASHES).rstrip(" .\n")


def _questions(text: str) -> list[int]:
    """Return after how many words each question mark stands."""
    words, found = 0, []
    for token in cut(text):
        words += token.is_word
        if token.text == "?":
            found.append(words)
    return found


def _between(text: str) -> list[str]:
    """Return what stands between figures that follow each other without a word between them."""
    gaps = [text[one.end() : other.start()] for one, other in pairwise(_FIGURE.finditer(text))]
    return ["".join(gap.split()) for gap in gaps if not any(map(str.isalpha, gap))]


def _beside(text: str) -> list[tuple[str, str]]:
    """Return the signs before and after each word that carries the policy."""
    tokens = cut(text)
    found = []
    for place, token in enumerate(tokens):
        word = token.form.casefold()
        if is_critical(word) or word in _RELATIVE:
            found.append((_signs(tokens[:place][::-1])[::-1], _signs(tokens[place + 1 :])))
    return found


def _signs(tokens: list[TextToken]) -> str:
    """Return the signs at the beginning of some tokens, up to the first word; quotes do not count."""
    found = ""
    for token in tokens:
        if token.is_word:
            break
        found += "".join(sign for sign in token.text if sign not in _QUOTES)
    return found
