"""Een oud adres leidt ergens heen.

In data/adressen.yaml staat wat er is geworden van onderdelen die een ander id kregen, ergens in opgingen of vervielen. Wie een oud
adres heeft bewaard, leest daar wat ervan is geworden, en komt op de nieuwe plek. Zo'n regel noemt bij 'nu' iets wat bestaat. Bij
'hernoemd' en 'opgegaan in' is dat één onderdeel, bij 'gesplitst in' zijn het er meer. Wat niet is hernoemd, heeft een 'naam': daaraan
herkent een lezer wat er stond. Bij 'vervallen' staat in 'uitleg' waarom.

Fout:

    # data/adressen.yaml
    soort: adressen
    id: adressen
    versie: "1.0"
    status: null
    adressen:
      - {was: fijn-wonen/doel-huizen, soort: doel, gebeurd: hernoemd, nu: [fijn-wonen/doel-woningen]}

Goed:

    # data/adressen.yaml
    soort: adressen
    id: adressen
    versie: "1.0"
    status: null
    adressen:
      - {was: fijn-wonen/doel-huizen, soort: doel, gebeurd: hernoemd, nu: [fijn-wonen/doel-genoeg-huizen]}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.addresses import address_of_item, kinds_at, page_of
from polderkoers.policy.dutch_words import listing
from polderkoers.policy.lookup import Lookup
from polderkoers.policy.model.adressen import GONE, MERGED, RENAMED, SPLIT, Adres
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.stones import Stone, Stones

# What is split has become this many at least.
_PARTS = 2
_NO_MORE = "haal deze regels weg uit data/adressen.yaml"


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every stone that leads nowhere, tells too little, or stands where something stands."""
    stones = Stones(context.policy)
    lookup = Lookup(context.policy, context.shipped)
    for stone in stones.all:
        yield from _about_was(stone, stones, context)
        yield from _told(stone)
        yield from _about_now(stone, stones, context, lookup)


def _about_was(stone: Stone, stones: Stones, context: Context) -> Iterator[Finding]:
    was, pointer = stone.adres.was, f"{stone.pointer}/was"
    there = context.policy.get(was)
    if there is not None and not there.is_shipped:
        message = f"'{was}' bestaat nog: '{there.item.label}'. Dat is dus geen oud adres."
        yield Finding(stone.entry, pointer, message, f"{_NO_MORE}, of geef het onderdeel een ander id.")
    elif stones.by_was[was] is not stone:
        yield Finding(stone.entry, pointer, f"Over '{was}' staat hier al iets.", "laat één van de twee staan.")
    elif kinds := _other_kinds(was, stone.adres.soort):
        message = f"'{was}' kan geen {stone.adres.soort} zijn."
        yield Finding(stone.entry, f"{stone.pointer}/soort", message, f"kies wat het was: {listing(kinds, 'of')}.")
    elif _stood_nowhere(stone, stones, context):
        message = f"Het bestand '{stone.file}' is er niet meer, en hier staat niet wat daarvan is geworden."
        hint = f"schrijf ook wat er van de hele bladzijde is geworden, met 'was: {stone.file}'."
        yield Finding(stone.entry, pointer, message, hint)


def _stood_nowhere(stone: Stone, stones: Stones, context: Context) -> bool:
    """Return whether something stood on a page of which nothing is known any more."""
    inside = "/" in stone.adres.was and page_of(stone.adres.soort, stone.id) is None
    return inside and context.policy.get(stone.file) is None and stone.file not in {*stones.by_was, *context.unread}


def _other_kinds(was: str, kind: str) -> tuple[str, ...]:
    """Return the kinds that something with a reference can have been, when the one that is told is not among them."""
    kinds = kinds_at(was)
    return () if kind in kinds else kinds


def _told(stone: Stone) -> Iterator[Finding]:
    """Yield what is not told of a stone, and of how many it tells that cannot be."""
    adres = stone.adres
    if wanted := _too_few_or_many(adres):
        yield Finding(
            stone.entry, f"{stone.pointer}/gebeurd", f"Bij '{adres.gebeurd}' {wanted}.", "verbeter 'nu' of 'gebeurd'."
        )
    if adres.gebeurd != RENAMED and not adres.naam:
        message = "Een lezer weet niet wat hier stond: er is geen 'naam'."
        yield Finding(stone.entry, stone.pointer, message, "schrijf bij 'naam' hoe het heette.")
    if adres.gebeurd == GONE and not adres.uitleg:
        message = "Er staat niet waarom dit is vervallen."
        yield Finding(stone.entry, stone.pointer, message, "schrijf dat bij 'uitleg', in een of twee gewone zinnen.")


def _too_few_or_many(adres: Adres) -> str:
    """Return in words how many references belong to what happened, when there are others."""
    if adres.gebeurd in (RENAMED, MERGED) and len(adres.nu) != 1:
        return "hoort bij 'nu' één verwijzing: waar het oude adres heen leidt"
    if adres.gebeurd == SPLIT and len(adres.nu) < _PARTS:
        return "horen bij 'nu' ten minste twee verwijzingen: de delen"
    return ""


def _about_now(stone: Stone, stones: Stones, context: Context, lookup: Lookup) -> Iterator[Finding]:
    if stones.is_circle(stone):
        message = f"'{stone.adres.was}' leidt zo naar zichzelf."
        yield Finding(stone.entry, f"{stone.pointer}/nu", message, "noem bij 'nu' iets wat nu in de gegevens staat.")
        return
    for place, wanted in enumerate(stone.adres.nu):
        pointer = f"{stone.pointer}/nu/{place}"
        found = context.policy.get(wanted)
        ends = () if found else stones.ends_of(wanted)
        if found is not None and kinds_at(wanted) and not address_of_item(found):
            message = f"'{wanted}' heeft geen adres op de site."
            yield Finding(stone.entry, pointer, message, "noem iets wat wel een plek op de site heeft.")
        elif ends:
            refs = listing([entry.ref for entry in ends])
            message = f"'{wanted}' is zelf een oud adres. Het leidt naar {refs}."
            yield Finding(stone.entry, pointer, message, f"schrijf hier: {refs}", "waarschuwing")
        elif found is None and wanted.partition("/")[0] not in context.unread:
            yield _nowhere(stone, pointer, wanted, lookup, context)


def _nowhere(stone: Stone, pointer: str, wanted: str, lookup: Lookup, context: Context) -> Finding:
    meant = lookup.meant(wanted, "onderdeel", stone.entry.file.id)
    found = context.policy.get(meant) if meant else None
    can_be = found is not None and address_of_item(found) is not None
    hint = f"bedoel je {meant}? Schrijf dat dan." if can_be else "noem het id van een bestand, of bestand/onderdeel."
    return Finding(stone.entry, pointer, f"Dit adres leidt nergens heen: '{wanted}' bestaat niet.", hint)
