"""Lists texts from hard to easy, with their score, words per sentence and hardest sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.readability import Readability, measure, running_texts


@dataclass(frozen=True)
class ScoredText:
    """A running text of the data: its item, its field, and how readable it is."""

    entry: Entry
    field: str
    found: Readability


def texts_by_score(policy: Policy) -> tuple[ScoredText, ...]:
    """Return every running text of a policy, the hardest first."""
    texts: list[ScoredText] = []
    for entry in policy.entries.values():
        texts += [ScoredText(entry, field, measure(text)) for field, text in running_texts(entry)]
    return tuple(sorted(texts, key=lambda text: (text.found.score, text.entry.ref, text.field)))


def average(texts: Sequence[ScoredText]) -> float:
    """Return the score of all texts together: every word counts as much, however long its text."""
    sentences = words = syllables = 0
    for text in texts:
        sentences += len(text.found.sentences)
        words += text.found.words
        syllables += text.found.syllables
    return Readability(("",) * sentences, words, syllables).score


def readability_as_text(texts: tuple[ScoredText, ...], most: int) -> str:
    """Return a table of the hardest texts (`most`, 0 is all) and averages per field below it."""
    return "\n".join([*_hardest(texts, most), "", *_averages(texts)])


def _hardest(texts: tuple[ScoredText, ...], most: int) -> Iterator[str]:
    yield " score  w/zin  tekst en moeilijkste zin"
    for text in texts[: most or None]:
        found = text.found
        yield f"{found.score:6.1f}  {found.words_per_sentence:5.1f}  {text.entry.ref}/{text.field}"
        yield f"               {found.hardest_sentence}"


def _averages(texts: tuple[ScoredText, ...]) -> Iterator[str]:
    yield "Gemiddeld per veld:"
    by_field: dict[str, list[ScoredText]] = {}
    for text in texts:
        by_field.setdefault(text.field, []).append(text)
    for field, mine in sorted(by_field.items()):
        lowest = min(text.found.score for text in mine)
        yield f"{average(mine):6.1f}  {field} ({len(mine)} teksten, laagste {lowest:.1f})"
    yield f"{average(texts):6.1f}  alle {len(texts)} teksten samen"


def readability_as_json(texts: tuple[ScoredText, ...]) -> str:
    """Return `{"gemiddeld", "teksten": [{"ref", "veld", "score", "woorden_per_zin", "woorden", "moeilijkste_zin"}]}`."""
    document = {"gemiddeld": round(average(texts), 1), "teksten": [*map(_row, texts)]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _row(text: ScoredText) -> dict[str, Any]:
    return {
        "ref": text.entry.ref,
        "veld": text.field,
        "score": round(text.found.score, 1),
        "woorden_per_zin": round(text.found.words_per_sentence, 1),
        "woorden": text.found.words,
        "moeilijkste_zin": text.found.hardest_sentence,
    }
