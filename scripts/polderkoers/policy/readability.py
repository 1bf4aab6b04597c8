"""How hard a Dutch text is to read: sentences, words, syllables, and the Flesch-Douma score of these."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.declared import Role
from polderkoers.policy.model.facts import FieldOf, fields_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry

# A vowel group is a syllable. Counted so, 24 of 27 test words come out right; hyphenation patterns (pyphen) give 21,
# because they never split off a single letter, as in o-pen.
_SYLLABLE = re.compile(
    r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyàáâäèéêëìíîïòóôöùúûü]", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
# A sentence ends at a full stop, question mark or exclamation mark before a capital, a quote or the end. An
# abbreviation or an initial does not end one.
_END = re.compile(r"(?<=[.!?])[\"'’”)]*\s+(?=[\"'‘“(]*[A-ZÀ-Ý0-9€])")
_NO_END = re.compile(
    r"(?:\b(?:ca|bijv|o\.a|m\.b\.t|d\.w\.z|t/m|nr|dr|drs|mr|enz|etc|incl|evt|i\.s\.m|t\.b\.v|z\.o\.z)|\b[A-Z])\.$"
)

# A name in plain words is one line, and no running text; that it is plain is what it is for.
_PLAIN = "gewone_naam"
_LONGEST_END = len(" m.b.t..") + 4

_ASCII_LETTERS = string.ascii_letters.encode()
_ASCII_NO_DIGITS = bytes(set(range(256)) - set(string.digits.encode()))


@dataclass(frozen=True)
class Readability:
    """Counts of a text, and what follows from them."""

    sentences: tuple[str, ...]
    words: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        """The average number of words in a sentence; 0 without sentences."""
        return self.words / len(self.sentences) if self.sentences else 0.0

    @property
    def score(self) -> float:
        """The Flesch-Douma score: about 0 (very hard) to 100 (very easy); 60 and up is plain language.

        206.84 - 0.93 x words per sentence - 77 x syllables per word.
        Source: W.H. Douma, De leesbaarheid van landbouwbladen (Wageningen, 1960), after R. Flesch, A new readability
        yardstick, Journal of Applied Psychology 32 (1948), 221-233.
        """
        if not self.words:
            return 100.0
        return 206.84 - 0.93 * self.words_per_sentence - 77.0 * self.syllables / self.words

    @property
    def hardest_sentence(self) -> str:
        """The sentence with the lowest score of its own."""
        return min(self.sentences, key=lambda sentence: measure(sentence).score, default="")


def measure(text: str) -> Readability:
    """Count the sentences, words and syllables of a text."""
    words = _WORD.findall(text)
    return Readability(tuple(sentences_of(text)), len(words), sum(map(syllables_of, words)))


@lru_cache(maxsize=50_000)
def syllables_of(word: str) -> int:
    """Return the number of syllables of a word; a number or an abbreviation without vowels counts as one."""
    return max(1, len(_SYLLABLE.findall(word)))


def most_words(text: str) -> int:
    """Return a number that a text has no more words than, six times as fast as counting them.

    Words are parted by at least one sign that is no letter, and only a digit is a word right beside a letter.
    """
    rest = text.encode().translate(None, _ASCII_LETTERS)
    return len(rest) + len(rest.translate(None, _ASCII_NO_DIGITS)) + 1


def count_words(text: str) -> int:
    """Return the number of words of a text."""
    return len(_WORD.findall(text))


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(text)


def sentences_of(text: str) -> Iterator[str]:
    """Yield the sentences of a text; a blank line always ends one."""
    for paragraph in re.split(r"\n\s*\n|\n", text):
        held = ""
        for part in _END.split(paragraph.strip()):
            held = f"{held} {part}".strip()
            # Only the last few signs can be an abbreviation; searching a whole sentence takes ten times as long.
            if held and not _NO_END.search(held[-_LONGEST_END:]):
                yield held
                held = ""
        if held:
            yield held


def running_texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the running texts of an item with the field that each stands in: what we wrote, not its name."""
    yield from _running_in(entry.item, "")


def _running_in(item: Any, before: str) -> Iterator[tuple[str, str]]:
    cls: Any = type(item)
    for name in _prose_of(cls):
        if text := getattr(item, name):
            yield f"{before}{name}", str(text)
    for name in _parts_with_prose(cls):
        if (part := getattr(item, name)) is not None:
            yield from _running_in(part, f"{before}{name}/")


@cache
def _prose_of(cls: Any) -> tuple[str, ...]:
    """Return the fields of a class that hold text to be read in plain words: thousands of items ask for them."""
    return tuple(field.name for field in fields_of(cls) if field.role is Role.PROSE or field.name == _PLAIN)


@cache
def _parts_with_prose(cls: Any) -> tuple[str, ...]:
    """Return the fields of a class that hold one part without an id in which running text stands."""
    return tuple(field.name for field in fields_of(cls) if _is_part(field) and _holds_prose(field.held))


def _is_part(field: FieldOf) -> bool:
    return field.held is not None and not field.many and not issubclass(field.held, Onderdeel)


def _holds_prose(held: Any) -> bool:
    return bool(_prose_of(held) or _parts_with_prose(held))
