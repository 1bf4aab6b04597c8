"""Running text: where it stands, and telling it differently with sentences that are really there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

FIELDS = frozenset({"inleiding", "maatregel", "samenvatting", "tekst", "toelichting"})
# Parts that say where and when: their `tekst` is no running text.
FIXED = frozenset({"bron", "herkomst", "looptijd", "wanneer"})
# No field of the schema allows less than this.
_ALWAYS_FITS = 400

_END = re.compile(r"(?<=[.!?])\s+")


def sentences(value: Any, field: str = "") -> Iterator[str]:
    """Yield the sentences of all running text in a value of YAML."""
    if field in FIXED:
        return
    if isinstance(value, dict):
        for key, held in value.items():
            yield from sentences(held, key)
    elif isinstance(value, list):
        for held in value:
            yield from sentences(held, field)
    elif isinstance(value, str) and field in FIELDS:
        yield from (sentence for paragraph in value.split("\n") for sentence in _END.split(paragraph) if sentence)


def retold(text: str, pool: Sequence[str], chance: Random) -> str:
    """Return a text with some sentences left out and some borrowed, never too long for where it stood."""
    told = "\n".join(_paragraph(paragraph, pool, chance) for paragraph in text.split("\n") if paragraph)
    return told if len(told) <= max(len(text), _ALWAYS_FITS) else text


def _paragraph(paragraph: str, pool: Sequence[str], chance: Random) -> str:
    found = _END.split(paragraph)
    kept = [sentence for sentence in found if chance.random() < 0.8] or found[:1]
    if chance.random() < 0.4:
        kept[chance.randrange(len(kept))] = chance.choice(pool)
    return " ".join(kept)
