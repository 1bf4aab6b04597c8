"""Een versie die er is, blijft zoals zij is.

Mensen verwijzen naar een versie: in een raadsstuk, een brief of een bericht. Dat adres verandert niet. Een versie verdwijnt
daarom nooit uit data/versies.yaml, en staat nooit opeens voor een andere tekst. Is er iets nieuws vastgesteld, of was een versie
niet goed? Maak dan een nieuwe versie, met een nieuw id. Een ander nummer van een commit mag wel, als de inhoud dezelfde is.
De fout blijft tot de versie weer is zoals zij was, ook als het voorstel al is samengevoegd. Verandert de naam of de datum van een
versie, of wie haar vaststelde? Dan is er een waarschuwing met wat er eerst stond. Een versie met een tekst die nooit op de
hoofdtak stond, mag wel weer uit de lijst.

Fout: de versie 2032 is uit de lijst gehaald, of noemt een andere commit met een andere tekst.

Goed: de versie 2032 staat er zoals zij was, en daaronder staat een nieuwe versie 2034.
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.rules.noted import noted
from polderkoers.problems import Problem

RULE = "versie-ligt-vast"
LIST = "data/versies.yaml"


def check(context: Context) -> Iterator[Finding]:
    """Yield what the history says about this."""
    yield from noted(context, RULE)


def without_list(context: Context) -> Iterator[Problem]:
    """Yield a problem for every version that is gone with the whole list: there is no file to show it in."""
    if "versies" in context.unread or context.policy.of_kind("versies"):
        return
    for note in context.past.notes:
        if note.rule == RULE:
            yield Problem(LIST, 1, 1, RULE, note.message, note.hint)
