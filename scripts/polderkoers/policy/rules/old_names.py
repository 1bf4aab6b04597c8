"""Een tekst gebruikt de naam van nu.

Krijgt een organisatie, partij of plaats een andere naam, dan staat die naam nog in teksten. Wie op de nieuwe naam zoekt, vindt
die teksten niet. Schrijf daar de nieuwe naam. Noemt de bron de oude naam, en moet die blijven staan? Zet haar dan bij
'andere_namen'. De controle vergelijkt met de laatste versie uit data/versies.yaml,
en bij een voorstel met hoe het ervoor was.

Waarschuwing: in de versie van 2032 heette een organisatie 'De Brug', nu heet zij 'Welzijn Polderdam', en een tekst noemt
nog steeds De Brug.

Goed: de tekst noemt Welzijn Polderdam, of 'De Brug' staat bij andere_namen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.policy.index import Entry
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.having import WithAndereNamen, andere_namen_of
from polderkoers.policy.rules.finding import Context, Finding

_KINDS = ("organisatie", "partij", "plaats", "document")
_SHORTEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every text with a name that something had in the last version, and that nothing has now."""
    if not context.past.former:
        return
    entries = context.policy.of_kind(*_KINDS)
    labels = {entry.item.label.casefold() for entry in entries}
    for entry in entries:
        told: set[str] = set()
        for old in context.past.former.get(entry.ref, ()):
            stays = old.label.casefold() in labels | _added(entry.item, old) or old.label in told
            if not stays and _can_be_told(old.label, entry.item.label):
                told.add(old.label)
                yield from _still_used(context, entry, old.label)


def _added(item: Onderdeel, old: Onderdeel) -> set[str]:
    """Return the other names that were recorded since: who adds the old name there wants it to stand."""
    before = andere_namen_of(old)
    return {name.casefold() for name in andere_namen_of(item) if name not in before}


def _can_be_told(old: str, new: str) -> bool:
    """Return whether an old name in a text can only be that name: no ordinary word, and no part of the new name."""
    return len(old) >= _SHORTEST and old != old.lower() and not _pattern(old).search(new)


def _still_used(context: Context, entry: Entry, old: str) -> Iterator[Finding]:
    pattern = _pattern(old)
    hint = "schrijf de nieuwe naam."
    if isinstance(entry.item, WithAndereNamen):
        hint += f" Noemt de bron de oude naam? Zet haar dan bij 'andere_namen' in {entry.file.file}."
    for text in context.texts:
        # Its own explanation may well say what it was called.
        if text.entry is not entry and pattern.search(text.text):
            yield Finding(
                text.entry,
                text.pointer,
                f"In deze tekst staat '{old}'. Dat heet nu '{entry.item.label}'.",
                hint,
                "waarschuwing",
            )


def _pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name: "De Brug" also as "de Meerpaal", but a lone word only with its own first letter."""
    first, rest = name[0], name[1:]
    begin = re.escape(first)
    if first.isalpha() and rest != rest.lower():
        begin = f"[{first.upper()}{first.lower()}]"
    return re.compile(rf"(?<!\w){begin}{re.escape(rest)}(?!\w)")
