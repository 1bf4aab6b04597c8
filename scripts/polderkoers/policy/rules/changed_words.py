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
from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import classes
from polderkoers.policy.model.instelling import Instelling, Woord, Woorden
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.schema_rules.naming import slug

_NAMED = frozenset(each.name for each in fields_of(Woorden))
# The words that stand in addresses, by what they are as long as an organisation has none of its own. Goals have an overview alone.
_USUAL = {cls.soortnaam: cls.kind.page for cls in classes() if cls.kind.page and cls.soortnaam in _NAMED}
_USUAL[Doel.soortnaam] = Doel.kind.more


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every plural that was in addresses before, and is neither there now nor said to have been."""
    for entry in context.policy.of(Instelling):
        yield from _changed(entry, entry.item, context)


def _changed(entry: Entry, now: Instelling, context: Context) -> Iterator[Finding]:
    earlier = [item for item in context.past.former.get(entry.ref, ()) if isinstance(item, Instelling)]
    for kind in _USUAL:
        word = _word(now, kind)
        named = (_plural(now, kind), *(word.eerder if word else ()))
        # Of words that are the same in an address, that address stays.
        known = {"", *map(slug, named)}
        before = (_plural(item, kind) for item in earlier if _is_used(kind, now) and _is_used(kind, item))
        for old in dict.fromkeys(before):
            if slug(old) not in known:
                yield _finding(entry, kind, word, old)


def _is_used(kind: str, item: Instelling) -> bool:
    """Return whether a site has addresses of a kind: who says nothing uses every kind, and all have goals and subjects."""
    return not item.soorten or kind in item.soorten or kind not in POLICY_KINDS


def _word(item: Instelling, kind: str) -> Woord | None:
    found: Woord | None = vars(item.woorden)[kind] if item.woorden else None
    return found


def _plural(item: Instelling, kind: str) -> str:
    word = _word(item, kind)
    return word.meervoud if word else _USUAL[kind]


def _finding(entry: Entry, kind: str, word: Woord | None, old: str) -> Finding:
    message = f"Eerst was het meervoud van {kind} '{old}'. Dat woord staat in adressen van de site, als die er al was."
    asked = "was de site toen al te zien? Zet het oude woord er dan bij, dan blijven oude adressen werken"
    if word:
        hint = f"{asked}: eerder: [{', '.join((*word.eerder, old))}]."
        return Finding(entry, f"/woorden/{kind}/meervoud", message, hint, "waarschuwing")
    hint = (
        f"{asked}. Dat doe je in data/instelling.yaml bij woorden, met {kind} als woord: daar kan eerder: [{old}] bij."
    )
    return Finding(entry, "/id", message, hint, "waarschuwing")
