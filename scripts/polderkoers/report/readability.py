"""Lists texts from hard to easy, with their score, words per sentence and hardest sentence."""

from __future__ import annotations

import json
from dataclasses import dataclass

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
    texts = (
        ScoredText(entry, field, measure(text))
        for entry in policy.entries.values()
        for field, text in running_texts(entry)
    )
    return tuple(sorted(texts, key=lambda text: (text.found.score, text.entry.ref, text.field)))


def average(texts: tuple[ScoredText, ...]) -> float:
    """Return the score of all texts together: every word counts as much, however long its text."""
    sentences = sum(len(text.found.sentences) for text in texts)
    words = sum(text.found.words for text in texts)
    syllables = sum(text.found.syllables for text in texts)
    return Readability(("",) * sentences, words, syllables).score


def readability_as_text(texts: tuple[ScoredText, ...], most: int) -> str:
    """Return a table of the hardest texts (`most`, 0 is all) and averages per field below it."""
    rows = [
        f"{text.found.score:6.1f}  {text.found.words_per_sentence:5.1f}  {text.entry.ref}/{text.field}\n"
        f"               {text.found.hardest_sentence}"
        for text in (texts[:most] if most else texts)
    ]
    fields = sorted({text.field for text in texts})
    per_field = [
        f"{average(mine):6.1f}  {field} ({len(mine)} teksten, laagste {min(text.found.score for text in mine):.1f})"
        for field in fields
        for mine in (tuple(text for text in texts if text.field == field),)
    ]
    head = " score  w/zin  tekst en moeilijkste zin"
    return "\n".join(
        [head, *rows, "", "Gemiddeld per veld:", *per_field, f"{average(texts):6.1f}  alle {len(texts)} teksten samen"]
    )


def readability_as_json(texts: tuple[ScoredText, ...]) -> str:
    """Return `{"gemiddeld", "teksten": [{"ref", "veld", "score", "woorden_per_zin", "woorden", "moeilijkste_zin"}]}`."""
    rows = [
        {
            "ref": text.entry.ref,
            "veld": text.field,
            "score": round(text.found.score, 1),
            "woorden_per_zin": round(text.found.words_per_sentence, 1),
            "woorden": text.found.words,
            "moeilijkste_zin": text.found.hardest_sentence,
        }
        for text in texts
    ]
    return json.dumps({"gemiddeld": round(average(texts), 1), "teksten": rows}, ensure_ascii=False, indent=2)
