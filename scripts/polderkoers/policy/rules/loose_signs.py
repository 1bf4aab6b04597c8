"""Een tekst eindigt niet met een los teken.

Een aanhalingsteken of haakje aan het eind hoort bij een teken eerder in de tekst. Is dat er niet? Dan is het begin vergeten, of
het teken is te veel. Een komma aan het eind blijft vaak staan als je een stuk van een zin weghaalt. Op de site staat zo'n teken
er letterlijk.

Fout:

    titel: Fijn wonen"

Goed:

    titel: Fijn wonen
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.texts import Text

_NAMES = {"'": "los aanhalingsteken", '"': "los aanhalingsteken", ",": "losse komma", ";": "losse puntkomma"}
_MEASURE = re.compile(r'[0-9]"')
_OPENS = {"]": "[", "}": "{", "”": "“"}
_ENDS = re.compile(r"[\"'\]},;]\s*\Z")
# Behind a number it is a measure, and behind these letters an apostrophe stands for an s: 27", Hans'.
_APOSTROPHE = re.compile(r"[sxzSXZ0-9]'\Z")


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every text that ends with a sign that nothing before it belongs to."""
    for text in context.texts:
        if text.text.count('"') % 2 and not _MEASURE.search(text.text) and not text.text.rstrip().endswith('"'):
            yield _alone(text)
        if _ENDS.search(text.text) and _ends_loose(text.text.rstrip()):
            yield _at_the_end(text, text.text.rstrip())


def _alone(text: Text) -> Finding:
    message = "In deze tekst staat een aanhalingsteken waar geen tweede bij hoort."
    return Finding(
        text.entry, text.pointer, message, "zet ook het andere aanhalingsteken, of haal dit weg.", "waarschuwing"
    )


def _at_the_end(text: Text, words: str) -> Finding:
    sign = words[-1]
    message = f"Deze tekst eindigt met een {_NAMES.get(sign, 'los haakje')}: {sign}"
    hint = f"haal het teken weg. De tekst wordt: {_short(words[:-1].rstrip())}"
    if sign not in ",;":
        hint = f"haal het teken weg, of zet ook het eerste teken ({_OPENS.get(sign, sign)}) in de tekst."
    return Finding(text.entry, text.pointer, message, hint)


def _ends_loose(text: str) -> bool:
    """Return whether nothing before the last sign of a text belongs to that sign."""
    sign = text[-1]
    if sign in ",;":
        return True
    if sign in _OPENS:
        return text.count(sign) > text.count(_OPENS[sign])
    if sign == '"':
        return bool(text.count(sign) % 2) and not text[-2:-1].isdigit()
    opened = re.search(r"(?:^|[\s(])'(?!(?:s|n|t|k|m|r|z|d)\b)", text[:-1])
    return not opened and not _APOSTROPHE.search(text)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"…{text[-59:]}"
