"""How Dutch writes words in a row and at the start of a sentence; `numbers` says how it writes numbers, `dutch_dates` dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

TERMS = {"kort": "korte termijn", "lang": "lange termijn"}
"""What the terms of steps are called."""
# Of a text that stands for a name, so many words are told.
_BEGINNING = 8


def listing(words: Sequence[str], joint: str = "en") -> str:
    """Return words as a list in a sentence: `a, b en c`; with another joint, `a, b of c`."""
    before, last = ", ".join(words[:-1]), "".join(words[-1:])
    return f" {joint} ".join(filter(None, (before, last)))


def some(names: Iterable[str], most: int) -> str:
    """Return names in a row, and how many there are beyond the first `most`."""
    shown = list(names)
    if len(shown) <= most + 1:  # one name takes no more room than saying that there is one more
        return ", ".join(shown)
    return f"{', '.join(shown[:most])} en nog {len(shown) - most} andere"


def count(number: int, one: str, more: str) -> str:
    """Return a number with what is counted: `1 plek`, `2 plekken`."""
    counted = one if number == 1 else more
    return f"{number} {counted}"


def capital(text: str) -> str:
    """Return a text with a capital at the start; unlike `capitalize`, this leaves the other letters alone."""
    return text[:1].upper() + text[1:]


def beginning(text: str) -> str:
    """Return how a text begins, where that stands for a name; nothing of an empty text."""
    words = text.split()
    if len(words) <= _BEGINNING:
        return " ".join(words)
    return " ".join(words[:_BEGINNING]).rstrip(",;:.") + "…"


def spaced(slug: str) -> str:
    """Return an id that has no other name as words: `eigen-telling` becomes `eigen telling`."""
    return slug.replace("-", " ")


def uncapital(text: str) -> str:
    """Return a text for inside a sentence, with a small letter at the start; `Q3` and an abbreviation keep their capitals."""
    return text if text[1:2].isupper() or text[1:2].isdigit() else text[:1].lower() + text[1:]


def as_sentence(text: str) -> str:
    """Return words as a sentence, with a capital and with one full stop at the end."""
    return capital(text) if text.endswith((".", ".'", "?'", "!'")) else f"{capital(text)}."


def decider(name: str) -> str:
    """Return who decided as one says it inside a sentence: `de gemeenteraad` for `Gemeenteraad` and `gemeenteraad`; a name of its own as it stands."""
    article, _, rest = name.partition(" ")
    if name in ("Gemeenteraad", "gemeenteraad", "de gemeenteraad"):
        return "de gemeenteraad"
    if article in ("De", "Het") and rest.isalpha() and rest.islower():
        return f"{article.lower()} {rest}"
    return name
