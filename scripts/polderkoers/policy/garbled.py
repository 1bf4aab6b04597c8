"""Letters that went wrong on their way from another program, and what they were."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


def _in_windows(code: int) -> str:
    """Return the sign that Windows shows for a byte; for the few that it does not know, the sign of Latin-1."""
    return bytes([code]).decode("cp1252", "ignore") or chr(code)


# UTF-8 that was read as if it were Windows: é becomes Ã©, and a curly apostrophe â€™.
_BYTES = {_in_windows(code): code for code in range(0x80, 0x100)}
_FIRST = "".join(map(_in_windows, range(0xC2, 0xF0)))
_NEXT = re.escape("".join(map(_in_windows, range(0x80, 0xC0))))
_MISREAD = re.compile(rf"[{_FIRST}][{_NEXT}]{{1,2}}")
# The rest of a letter whose second half, a blank, was changed on the way.
_HALF = re.compile(r"(?<!\S)Â(?=\s|$)|Â(?=\s\w)|Ã(?=\s)")
# What such a letter was: one of our alphabet or a sign of a printed text.
_LIKELY = re.compile("[\u00a0-\u024f\u2010-\u2044\u20ac\u2022\u2122\u2190-\u2193\ufb00-\ufb06\ufffd]")
_JOINED = re.compile("[\ufb00-\ufb06\u0132\u0133]")
_LOST = re.compile(r"(?<![\w/])[^\W\d_]+\?[a-zà-ÿ]+(?![\w/=&?])")
_ACCENT = re.compile("[A-Za-z][\u0300-\u036f]")
_WRONG = (_MISREAD, _JOINED, _LOST, _ACCENT)


@dataclass(frozen=True)
class Garbled:
    """A word with letters that went wrong, what is wrong with it in words, and how it is written when that is certain."""

    word: str
    reason: str
    right: str = ""
    certain: bool = True


def garbled(text: str) -> Iterator[Garbled]:
    """Yield the words of a text in which letters went wrong, each once."""
    if text.isascii() and "?" not in text:
        return
    # What stands in no text stands in no word of it, and few texts hold any.
    if any(pattern.search(text) for pattern in _WRONG):
        yield from filter(None, map(_judged, dict.fromkeys(re.split(r"[ \n\r\t]+", text))))
    if _HALF.search(text):
        yield Garbled("Â" if "Â" in text else "Ã", "er is een letter verminkt toen de tekst werd overgenomen")


def _judged(word: str) -> Garbled | None:
    right = _MISREAD.sub(lambda found: _meant(found.group()), word)
    if "\ufffd" in right and "\ufffd" not in word:
        return Garbled(word, "er is een letter verloren gegaan toen de tekst werd overgenomen")
    if right != word:
        return Garbled(word, "letters zijn verminkt toen de tekst werd overgenomen", right)
    if joined := _JOINED.search(word):
        sign = joined.group()
        split = unicodedata.normalize("NFKC", sign)
        right = _JOINED.sub(lambda found: unicodedata.normalize("NFKC", found.group()), word)
        return Garbled(
            word, f"'{sign}' is één teken in plaats van de letters {split}, zodat niemand het woord vindt", right
        )
    if _ACCENT.search(word) and (composed := unicodedata.normalize("NFC", word)) != word:
        return Garbled(word, "een accent staat los van zijn letter, zodat niemand het woord vindt", composed)
    if _LOST.search(word):
        return Garbled(word, "midden in een woord staat een vraagteken", certain=False)
    return None


def _meant(found: str) -> str:
    """Return the sign that bytes of UTF-8 stood for, and what was found when that is no likely sign."""
    for length in (3, 2):
        part, rest = found[:length], found[length:]
        try:
            sign = bytes(_BYTES[each] for each in part).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if len(sign) == 1 and _LIKELY.match(sign):
            return sign.replace("\u00a0", " ") + rest
    return found
