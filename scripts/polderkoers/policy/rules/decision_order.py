"""Wat de raad besloot, werd eerst besloten en daarna afgedaan.

De site zegt hoelang iets open stond, en of het op tijd is afgedaan. Een uiterste datum of een dag van afdoen van vóór het besluit kan niet: dan
klopt een van de twee data niet, of hoort de afdoening bij iets anders. Een datum die niet bestaat, kan ook niet. En wat al is besloten,
gevraagd, toegezegd of afgedaan, is niet van een dag die nog moet komen.

Fout:

    # data/besluiten/besluiten-2022.yaml
    soort: besluiten
    id: besluiten-2022
    besluiten:
      - id: vraag-huizen
        soort: raadsvraag
        naam: Hoeveel huizen staan leeg?
        datum: 2022-04-02
        afgedaan: {datum: 2022-03-01, tekst: Er staan drie huizen leeg.}

Goed:

    # data/besluiten/besluiten-2022.yaml
    soort: besluiten
    id: besluiten-2022
    besluiten:
      - id: vraag-huizen
        soort: raadsvraag
        naam: Hoeveel huizen staan leeg?
        datum: 2022-04-02
        afgedaan: {datum: 2022-05-01, tekst: Er staan drie huizen leeg.}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.model.besluiten import Besluit
from polderkoers.policy.model.dates import parse_datum
from polderkoers.policy.rules.dates import impossible, still_to_come
from polderkoers.policy.rules.finding import Context, Finding

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry

_LATER = {
    "uiterlijk": "De uiterste datum ({day}) ligt voor de datum van het besluit ({start}).",
    "afgedaan/datum": "Dit is afgedaan ({day}) voordat het er was ({start}).",
}


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every date of a decision that does not exist, or lies before the decision itself."""
    for entry in context.policy.of(Besluit):
        yield from _of_one(entry)


def _of_one(entry: Entry[Besluit]) -> Iterator[Finding]:
    item = entry.item
    if item.has_happened:
        yield from still_to_come(entry, f"{item.pointer}/datum", item.datum, "fout")
    yield from still_to_come(entry, f"{item.pointer}/afgedaan/datum", item.done_on, "fout")
    days = {"datum": item.datum, "uiterlijk": item.uiterlijk, "afgedaan/datum": item.done_on}
    found = {name: (day, parse_datum(day)) for name, day in days.items() if day is not None}
    for name, (day, parsed) in found.items():
        pointer = f"{item.pointer}/{name}"
        start = found.get("datum", ("", None))[1]
        if parsed is None:
            yield impossible(entry, pointer, day)
        elif name in _LATER and start and parsed.last < start.first:
            message = _LATER[name].format(day=day, start=item.datum)
            yield Finding(entry, pointer, message, "kijk in de bron welke datum klopt.")
