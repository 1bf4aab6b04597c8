"""Een tekst gebruikt de naam van nu.

Krijgt een organisatie, partij of plaats een andere naam, dan staat die naam nog in teksten. Wie op de nieuwe naam zoekt, vindt
die teksten niet. Schrijf daar de nieuwe naam. Noemt de bron de oude naam, en moet die blijven staan? Zet haar dan bij
'andere_namen'. De controle vergelijkt met de laatste versie uit data/versies.yaml.

Waarschuwing: in de versie van 2025 heette een organisatie 'De Meerpaal', nu heet zij 'Welzijn Dronten', en een tekst noemt
nog steeds De Meerpaal.

Goed: de tekst noemt Welzijn Dronten, of 'De Meerpaal' staat bij andere_namen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from polderkoers.policy.index import Entry
from polderkoers.policy.rules.finding import Context, Finding

_KINDS = ("organisatie", "partij", "plaats", "document")
_SHORTEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every text with a name that something had in the last version, and that nothing has now."""
    entries = context.policy.of_kind(*_KINDS) if context.former else ()
    now = {name.casefold() for entry in entries for name in _names(entry)}
    for entry in entries:
        old = context.former.get(entry.ref)
        if old is not None and old.label.casefold() not in now and _can_be_told(old.label, entry.item.label):
            yield from _still_used(context, entry, old.label)


def _names(entry: Entry) -> Iterator[str]:
    return chain((entry.item.label,), getattr(entry.item, "andere_namen", ()))


def _can_be_told(old: str, new: str) -> bool:
    """Return whether an old name in a text can only be that name: no ordinary word, and no part of the new name."""
    return len(old) >= _SHORTEST and old != old.lower() and not _pattern(old).search(new)


def _still_used(context: Context, entry: Entry, old: str) -> Iterator[Finding]:
    pattern = _pattern(old)
    where = f"'andere_namen' in {entry.file.file}"
    or_keep = f" Noemt de bron de oude naam? Zet haar dan bij {where}." if hasattr(entry.item, "andere_namen") else ""
    for text in context.texts:
        # Its own explanation may well say what it was called.
        if text.entry is not entry and pattern.search(text.text):
            yield Finding(
                text.entry,
                text.pointer,
                f"In deze tekst staat '{old}'. Dat heet nu '{entry.item.label}'.",
                f"schrijf de nieuwe naam.{or_keep}",
                "waarschuwing",
            )


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
