"""Writes texts that do not fit on one line: folded with every sentence on its own line, or in double quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from polderkoers.policy.canonical.scalars import escaped, needs_escape

WIDTH = 120

# Between two single signs a space may become a line break and back; a double space would not survive that.
_SPACE = re.compile(r"(?<=[^ ]) (?=[^ ])")
_SENTENCE_END = re.compile(r"[.!?…][\"'’”)]*$")
_SENTENCE_START = re.compile(r"[\"'‘“(]*[A-ZÀ-Ý0-9€]")
_ABBREVIATION = re.compile(r"^\(?(ca|bijv|nr|dr|drs|mr|ir|prof|mw|dhr|St|incl|evt|art|blz|p|o\.a|[A-Z](\.[A-Z])*)\.$")


def folded(text: str, indent: int) -> tuple[str, list[str]] | None:
    """Return the sign and the lines of a folded text, or None where folding would change it."""
    body = text.removesuffix("\n")
    parts = body.split("\n")
    if not body.strip("\n") or needs_escape(body.replace("\n", "")) or body[0] == "\n" or body[-1] == "\n":
        return None
    if any(part != part.strip(" ") for part in parts):
        return None
    lines: list[str] = []
    for number, part in enumerate(parts):
        lines += [""] * (number > 0)
        for sentence in _sentences(_SPACE.split(part)):
            lines += _filled(sentence, indent)
    sign = ">-" if body == text else ">"
    return sign, lines


def quoted(text: str, indent: int) -> list[str]:
    """Return the lines of a text in double quotes; the first is meant to stand behind a key or dash."""
    first, *rest = _filled(_SPACE.split(f'"{escaped(text)}"'), indent)
    return [first.lstrip(), *rest]


def _sentences(words: list[str]) -> Iterator[list[str]]:
    sentence: list[str] = []
    for word, following in zip(words, [*words[1:], ""], strict=True):
        sentence.append(word)
        ends = _SENTENCE_END.search(word) and not _ABBREVIATION.search(word)
        if ends and _SENTENCE_START.match(following):
            yield sentence
            sentence = []
    yield sentence


def _filled(words: Iterable[str], indent: int) -> Iterator[str]:
    """Yield lines of at most `WIDTH` signs; a longer word stands on a line of its own."""
    line = ""
    for word in words:
        if line and indent + len(line) + 1 + len(word) > WIDTH:
            yield " " * indent + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield " " * indent + line
