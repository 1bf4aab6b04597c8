"""Cleans a text that was pasted from Word, a PDF or a web page, and says what it cleaned."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from polderkoers.policy.garbled import garbled
from polderkoers.policy.signs import HIDDEN

_BREAK = re.compile(r"\r\n|\r|[\u2028\u2029\x85\x0b]")
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
# Halves of a sign, which no file can hold.
_HALVES = re.compile("[\ud800-\udfff]")
_JOINED = re.compile("[\ufb00-\ufb06\u0132\u0133]")
_SOFT_HYPHEN = re.compile("[\u00ad\x1f]\n?")
_HARD_HYPHEN = re.compile("[\u2010\u2011\x1e]")
_DOUBLE = re.compile("[“”„‟«»]")
_SINGLE = re.compile("[‘’‚‛]")
_BULLET = re.compile(r"^[•●▪◦■\uf0b7·]\s*", re.MULTILINE)
_MANY_BLANKS = re.compile(r"(?<=\S) {2,}(?=\S)")
# What may be long is looked for from its beginning alone: from each of its signs again takes hours for a long word.
_AROUND = re.compile(r"^[ \t]+|(?<![ \t])[ \t]+$", re.MULTILINE)
_LINE_END = re.compile(r"(?<!\s)\s*\n\s*")
# A word that was broken off at the end of a line: letters, a hyphen, and small letters on the next line.
_BROKEN = re.compile(r"(?<![^\W\d_])(?P<first>[^\W\d_]{2,}+)-[ \t]*\n[ \t]*(?P<rest>[a-zà-ÿ]+)")
_WORDS = re.compile(r"([ \n\r\t]+)")
# What follows a hyphen that stays: zorg- en welzijn.
_STAYS = frozenset({"en", "of", "tot", "als", "en/of"})
_PARAGRAPHS = re.compile(r"\n\s*\n")
_ENDED = re.compile(r"[.!?:;][\"'”’)]*$")


class Cleaned(NamedTuple):
    """A text that was cleaned, and in Dutch what was done to it, each thing once."""

    text: str
    said: tuple[str, ...]


def cleaned(text: str, before: str = "", *, lines: bool = True) -> Cleaned:
    """Return a text without what other programs leave in it; `before` is the text that stood there.

    Signs that the text before had already are left as they are. Without `lines` all becomes one line. A paragraph is parted from the
    next by one line break, as the data does it. Nothing else of the text changes.
    """
    said: dict[str, None] = {}
    text = _signs(_BREAK.sub("\n", text), before, said)
    # What a mended word holds is cleaned as well.
    text = _signs(_without_garbled(text, said), before, said)
    text = _unbroken(text, said)
    text = _AROUND.sub("", text).strip()
    return Cleaned(_in_paragraphs(text, before, said) if lines else _in_one_line(text, said), tuple(said))


def _signs(text: str, before: str, said: dict[str, None]) -> str:
    """Return a text with the signs replaced that other programs use, but for those that the text before had."""
    for pattern, by, words in _STEPS:
        if pattern.search(text) and not pattern.search(before):
            text = pattern.sub(by, text)
            said[words] = None
    return text


def _plain(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group())


# What is replaced, by what, and how that is said.
_STEPS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str], str], ...] = (
    (_SOFT_HYPHEN, "", "onzichtbare afbreekstreepjes weggehaald"),
    (_HARD_HYPHEN, "-", "vaste koppeltekens vervangen door gewone streepjes"),
    (_BLANKS, " ", "vaste spaties en tabs vervangen door gewone spaties"),
    (HIDDEN, "", "onzichtbare tekens weggehaald"),
    (_HALVES, "", "onzichtbare tekens weggehaald"),
    (_JOINED, _plain, "aan elkaar gedrukte letters weer los gezet, zoals fi"),
    (_DOUBLE, '"', "gekrulde aanhalingstekens recht gezet"),
    (_SINGLE, "'", "gekrulde aanhalingstekens recht gezet"),
    (_BULLET, "- ", "opsommingstekens vervangen door streepjes"),
    (_MANY_BLANKS, " ", "dubbele spaties weggehaald"),
)


def _without_garbled(text: str, said: dict[str, None]) -> str:
    """Return a text with the words mended of which it is certain what they were."""
    mended = {found.word: found.right for found in garbled(text) if found.certain and found.right}
    said |= {_mended(word, right): None for word, right in mended.items()}
    return "".join(mended.get(word, word) for word in _WORDS.split(text)) if mended else text


def _mended(word: str, right: str) -> str:
    """Return how a mended word is told; what only was written with a loose accent looks the same to a reader."""
    if unicodedata.normalize("NFC", word) == unicodedata.normalize("NFC", right):
        return "losse accenten aan hun letter gezet"
    return f"'{word}' hersteld tot '{right}'"


def _unbroken(text: str, said: dict[str, None]) -> str:
    def join(found: re.Match[str]) -> str:
        if found["rest"] in _STAYS:
            return f"{found['first']}- {found['rest']}"
        word = found["first"] + found["rest"]
        said[f"een afgebroken woord aan elkaar gezet: {word}. Kijk of dat klopt"] = None
        return word

    return _BROKEN.sub(join, text)


def _in_one_line(text: str, said: dict[str, None]) -> str:
    if "\n" not in text:
        return text
    said["regels aan elkaar gezet: dit veld heeft één regel"] = None
    return _LINE_END.sub(" ", text)


def _in_paragraphs(text: str, standing: str, said: dict[str, None]) -> str:
    """Return a text with a line break between paragraphs alone; where the text before had one as well it stays."""
    found: list[str] = []
    for paragraph in _PARAGRAPHS.split(text):
        lines = paragraph.split("\n")
        for before, line in pairwise(lines):
            found.append(before)
            # A line that ends in the middle of a sentence was broken by a program.
            is_open = not _ENDED.search(before) and not line.startswith("- ")
            broken = is_open and f"{before}\n{line}" not in standing
            if broken:
                said["regels die midden in een zin ophielden aan elkaar gezet"] = None
            found.append(" " if broken else "\n")
        found += (lines[-1], "\n")
    return "".join(found[:-1])
