"""Het id van een onderdeel is geen naam die de pagina zelf al gebruikt.

Elk onderdeel heeft een vaste link: het adres van de pagina met # en zijn id. De kopjes van een pagina hebben er ook een,
zoals #doelen. Met hetzelfde id zou die link bij het verkeerde uitkomen. Een versie kan niet nu heten: zo heet wat er nu in de
map data staat.

Fout:

    doelen:
      - id: doelen
        naam: Genoeg huizen

Goed:

    doelen:
      - id: doel-genoeg-huizen
        naam: Genoeg huizen
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.declared import Shown
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.policy.model.versies import NOW, Versie
from polderkoers.policy.rules.finding import Context, Finding

# A page has a heading for each list of a file, by the name of the list; these stand below a heading with another name.
_ELSEWHERE = frozenset({"aanleiding", "activiteiten", "bedragen", "hoofdstukken", "perspectieven", "urgentie"})


def _lists() -> Iterator[str]:
    for kind in POLICY_KINDS:
        for each in fields_of(KINDS[kind]):
            if each.held is not None and each.shown is Shown.INSIDE and each.name not in _ELSEWHERE:
                yield each.name


RESERVED = frozenset(_lists()) | {
    "besloten-door-de-raad",
    "bron-en-versie",
    "cijfers",
    "geld",
    "hele-tekst",
    "inhoud",
    "inleiding",
    "onderdelen",
    "open-vragen",
    "reageren",
    "reageren-kop",
    "samenhang",
    "stond-hier-eerder",
    "waarom",
}
"""The ids of the headings on a page of policy, and of the page's own frame."""

PREFIXES = ("uitleg-", "pk-")
"""How the other ids of a page begin: explanations of terms, and parts of its frame."""


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every item inside a file whose id its page uses itself, and for a version called as today is."""
    for entry in context.policy.entries.values():
        if isinstance(entry.item, Versie) and entry.item.id == NOW:
            yield Finding(
                entry,
                f"{entry.item.pointer}/id",
                f"Een versie kan niet '{NOW}' heten: zo heet wat er nu in de map data staat.",
                'geef haar een ander id, bijvoorbeeld het jaar: "2030"',
            )
        if (
            not entry.is_file
            and entry.file.kind.folder
            and (entry.item.id in RESERVED or entry.item.id.startswith(PREFIXES))
        ):
            yield Finding(
                entry,
                f"{entry.item.pointer}/id",
                f"Het id '{entry.item.id}' gebruikt de pagina zelf al.",
                f"zet er de soort voor, bijvoorbeeld {entry.item.soortnaam}-{entry.item.id}.",
            )
