"""Een oud adres blijft werken als een woord verandert.

Het meervoud van een woord staat in adressen op de site. Heet een kernopgave voortaan 'opgave', dan krijgen haar bladzijden een ander
adres, en ook die van eerdere versies. Met het oude meervoud bij 'eerder' komt een lezer van een oud adres op het nieuwe. De controle
vergelijkt met de laatste versie uit data/versies.yaml, en bij een voorstel met hoe het ervoor was.

Waarschuwing: eerst was het meervoud kernopgaven, nu opgaven, en kernopgaven staat niet bij eerder.

Goed: in data/instelling.yaml staat bij het woord ook eerder: [kernopgaven].
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.index import Entry
from polderkoers.policy.model.instelling import Instelling, Woord
from polderkoers.policy.rules.finding import Context, Finding

# The words that stand in addresses, by what they are as long as an organisation has none of its own.
_USUAL = {
    "kernopgave": "kernopgaven",
    "programmalijn": "programmalijnen",
    "plan": "plannen",
    "wegwijzer": "wegwijzers",
    "thema": "onderwerpen",
    "doel": "doelen",
}


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every plural that was in addresses before, and is neither there now nor said to have been."""
    for entry in context.policy.of_kind("instelling"):
        if isinstance(entry.item, Instelling):
            yield from _changed(entry, entry.item, context)


def _changed(entry: Entry, now: Instelling, context: Context) -> Iterator[Finding]:
    earlier = [item for item in context.past.former.get(entry.ref, ()) if isinstance(item, Instelling)]
    for kind in _USUAL:
        word = _word(now, kind)
        known = {_plural(now, kind)}
        if word:
            known.update(word.eerder)
        for old in dict.fromkeys(_plural(item, kind) for item in earlier):
            if old not in known:
                yield _finding(entry, kind, word, old)


def _word(item: Instelling, kind: str) -> Woord | None:
    found: Woord | None = vars(item.woorden)[kind] if item.woorden else None
    return found


def _plural(item: Instelling, kind: str) -> str:
    word = _word(item, kind)
    return word.meervoud if word else _USUAL[kind]


def _finding(entry: Entry, kind: str, word: Woord | None, old: str) -> Finding:
    message = f"Eerst was het meervoud van {kind} '{old}'. Dat stond in adressen van de site, en die zijn nu anders."
    asked = "was de site toen al te zien? Zet het oude woord er dan bij, dan blijven oude adressen werken"
    if word:
        hint = f"{asked}: eerder: [{', '.join((*word.eerder, old))}]."
        return Finding(entry, f"/woorden/{kind}/meervoud", message, hint, "waarschuwing")
    hint = (
        f"{asked}. Dat doe je in data/instelling.yaml bij woorden, met {kind} als woord: daar kan eerder: [{old}] bij."
    )
    return Finding(entry, "/id", message, hint, "waarschuwing")
