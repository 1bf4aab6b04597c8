"""Puts words between marks that they do not hold themselves, so that a quote in a quote can be told from its end."""

from __future__ import annotations

PAIRS = ("“”", "‘’", "«»", "⟨⟩", "⟦⟧")
"""Marks to quote with, the most usual first."""


def can_quote(text: str) -> bool:
    """Return whether a text can stand in a line between marks: it is one line, and there are marks that it does not hold."""
    return text == " ".join(text.split()) and any(_is_free(pair, text) for pair in PAIRS)


def quote(text: str) -> str:
    """Return a text between the first marks of which it holds neither; its whitespace becomes single spaces."""
    line = " ".join(text.split())
    pair = next((pair for pair in PAIRS if _is_free(pair, line)), PAIRS[-1])
    return f"{pair[0]}{line}{pair[1]}"


def _is_free(pair: str, text: str) -> bool:
    return pair[0] not in text and pair[1] not in text
