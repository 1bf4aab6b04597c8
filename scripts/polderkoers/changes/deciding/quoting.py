"""Puts words between marks that they do not hold themselves, so that a quote in a quote can be told from its end."""

from __future__ import annotations

PAIRS = (("“", "”"), ("‘", "’"), ("«", "»"), ("⟨", "⟩"), ("⟦", "⟧"))
"""Marks to quote with, the most usual first."""

_STRAIGHT = str.maketrans(dict.fromkeys("".join(map("".join, PAIRS)), '"'))


def can_quote(text: str) -> bool:
    """Return whether a text can stand in a line between marks: it is one line, and there are marks that it does not hold."""
    return text == " ".join(text.split()) and any(_is_free(pair, text) for pair in PAIRS)


def quote(text: str) -> str:
    """Return a text between the first marks of which it holds neither; its whitespace becomes single spaces.

    Of a text that holds all of them, which only a name can be here, all become straight marks.
    """
    line = " ".join(text.split())
    for start, end in PAIRS:
        if start not in line and end not in line:
            return f"{start}{line}{end}"
    start, end = PAIRS[0]
    return f"{start}{line.translate(_STRAIGHT)}{end}"


def _is_free(pair: tuple[str, str], text: str) -> bool:
    return pair[0] not in text and pair[1] not in text
