"""Een afbeelding die een verslag als bewijs noemt, is er.

Je zet de afbeelding in de map docs van de site, en noemt hier de plek onder die map. Staat zij daar niet, dan kan de site niet worden gebouwd. Schrijf
de naam precies zoals het bestand heet: een hoofdletter is een andere letter.

Fout:

    # data/verslagen/najaar-2021.yaml
    soort: verslag
    id: najaar-2021
    titel: Tussenstand najaar 2021
    vorm: tussenrapportage
    datum: 2021-10-05
    vastgesteld_door: null
    meldingen:
      - id: melding-bouwen
        over: fijn-wonen/stap-bouwen
        stand: loopt
        bewijs: [{naam: De bouwplaats, beeld: {bestand: foto/bouw.jpg, alt: Een kraan achter een hek.}}]

Goed:

    # data/verslagen/najaar-2021.yaml
    soort: verslag
    id: najaar-2021
    titel: Tussenstand najaar 2021
    vorm: tussenrapportage
    datum: 2021-10-05
    vastgesteld_door: null
    meldingen:
      - {id: melding-bouwen, over: fijn-wonen/stap-bouwen, stand: loopt}
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import chain
from pathlib import PurePosixPath

from polderkoers.policy.index import Entry
from polderkoers.policy.model.verslag import Beeld, Melding
from polderkoers.policy.pictures import DOCS
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every picture that a report names and that is not there; none when it is not known what is there."""
    named = [*chain.from_iterable(map(_pictures, context.policy.of(Melding)))]
    there = context.pictures() if named else None
    if there is None:
        return
    for entry, pointer, picture in named:
        if picture.bestand not in there:
            yield Finding(entry, pointer, *_missing(picture, there))


def _pictures(entry: Entry[Melding]) -> Iterator[tuple[Entry, str, Beeld]]:
    """Yield each picture that an entry names, with the pointer to its file."""
    for number, evidence in enumerate(entry.item.bewijs):
        if evidence.beeld is not None:
            yield entry, f"{entry.item.pointer}/bewijs/{number}/beeld/bestand", evidence.beeld


def _missing(picture: Beeld, there: frozenset[str]) -> tuple[str, str]:
    """Return that a picture is not there, and what to do; with the name that was meant, where one is nearly the same."""
    message = f"De afbeelding '{DOCS}/{picture.bestand}' is er niet."
    for name in _near(picture.bestand, there):
        return f"{message} Bedoelde je '{name}'?", f"schrijf: bestand: {name}"
    return message, f"zet het bestand in de map {DOCS}, verbeter de naam, of haal 'beeld' weg."


def _near(wanted: str, there: frozenset[str]) -> list[str]:
    """Return the file that a name was nearly; one that is the same but for capitals or its first folder goes first."""
    usable = sorted(name for name in there if PurePosixPath(name).suffix.islower())
    same = [name for name in usable if name.casefold() == wanted.casefold().removeprefix(f"{DOCS}/")]
    return same or get_close_matches(wanted, usable, n=1, cutoff=0.85)
