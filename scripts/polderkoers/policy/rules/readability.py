"""Een tekst is in gewone taal.

Een zin heeft hoogstens 25 woorden. En een tekst van meer dan 40 woorden heeft een leesscore van minstens 50. De leesscore
is een cijfer van ongeveer 0 (heel moeilijk) tot 100 (heel makkelijk). Korte zinnen en korte woorden geven een hoger
cijfer. Schrijf zoals je het aan een buur vertelt. Met 'polderkoers readability' zie je de score van alle teksten.

Waarschuwing:

    inleiding: De organisatie wil dat iedereen fijn woont en ook dat er genoeg huizen zijn voor jonge mensen en voor oude mensen en voor iedereen die hier graag wil komen wonen.

Goed:

    inleiding: De organisatie wil dat iedereen fijn woont. Er komen genoeg huizen voor jong en oud.
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.index import Entry
from polderkoers.policy.readability import count_words, measure, most_words, running_texts, sentences_of
from polderkoers.policy.rules.finding import Context, Finding

LONGEST_SENTENCE = 25
LOWEST_SCORE = 50
SHORT_TEXT = 40


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every sentence that is too long and every text that is too hard."""
    for entry in context.policy.entries.values():
        for field, text in running_texts(entry):
            # Most texts are so short that nothing needs to be counted.
            if (most := most_words(text)) > LONGEST_SENTENCE:
                yield from _check_text(entry, f"{entry.item.pointer}/{field}", text, most)


def _check_text(entry: Entry, pointer: str, text: str, most: int) -> Iterator[Finding]:
    for sentence in sentences_of(text):
        if most_words(sentence) > LONGEST_SENTENCE and (words := count_words(sentence)) > LONGEST_SENTENCE:
            yield Finding(
                entry,
                pointer,
                f"Deze zin heeft {words} woorden: '{_short(sentence)}'",
                f"maak er twee zinnen van; {LONGEST_SENTENCE} woorden is het meest.",
                "waarschuwing",
            )
    if most > SHORT_TEXT and (found := measure(text)).words > SHORT_TEXT and found.score < LOWEST_SCORE:
        yield Finding(
            entry,
            pointer,
            f"Deze tekst is moeilijk (leesscore {found.score:.0f}). De moeilijkste zin: '{_short(found.hardest_sentence)}'",
            f"gebruik kortere zinnen en gewonere woorden, tot de score minstens {LOWEST_SCORE} is.",
            "waarschuwing",
        )


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 90 else f"{sentence[:89]}…"
