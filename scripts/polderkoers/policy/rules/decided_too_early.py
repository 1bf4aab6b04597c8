"""Een besluit gaat over iets wat er toen was.

De site zet bij een onderdeel wat de raad daarover besloot. Kwam het document pas in een later jaar, dan ging het besluit over iets anders, of klopt
de datum niet. Ging het over een ontwerp van dit document? Zeg dat dan in 'noot'. Ook wat al was ingetrokken, was er niet meer.

Waarschuwing:

    # data/besluiten/besluiten-2010.yaml
    soort: besluiten
    id: besluiten-2010
    besluiten:
      - {id: motie-huizen, soort: motie, naam: Meer huizen, datum: 2010-04-02, gaat_over: [fijn-wonen]}

Goed:

    # data/besluiten/besluiten-2010.yaml
    soort: besluiten
    id: besluiten-2010
    besluiten:
      - {id: motie-huizen, soort: motie, naam: Meer huizen, datum: 2010-04-02, gaat_over: [fijn-wonen], noot: Het ging over een ontwerp.}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.model.besluiten import Besluit
from polderkoers.policy.model.catalogues import Brondocument
from polderkoers.policy.model.dates import Datum, parse_datum
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.rules.finding import Context, Finding

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy

_HINT = "verbeter de datum, of haal deze verwijzing weg. Klopt het zo? Zeg dan in 'noot' waarom."


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every item that a decision is about and that was not there yet, or no longer, unless a note says why."""
    for entry in context.policy.of(Besluit):
        day = parse_datum(entry.item.datum or "")
        if day is None or entry.item.noot is not None:
            continue
        for place, ref in enumerate(entry.item.gaat_over):
            target = context.policy.get(ref)
            message = "" if target is None else _why_not(context.policy, target, day)
            if message:
                pointer = f"{entry.item.pointer}/gaat_over/{place}"
                yield Finding(entry, pointer, f"'{ref}' {message}", _HINT, "waarschuwing")


def _why_not(policy: Policy, target: Entry, day: Datum) -> str:
    """Return why an item was not there on a day, as far as the data are sure of that; empty when it may have been."""
    document = policy.get(f"documenten/{target.bron.document}")
    year = document.item.jaar if document is not None and isinstance(document.item, Brondocument) else None
    if year and day.last.year < year:
        return f"was er nog niet: het staat in een document van {year}."
    file = target.file
    gone = parse_datum(file.ingetrokken_op or "") if isinstance(file, Beleid) else None
    if gone and gone.last < day.first:
        return "was er niet meer: het was al ingetrokken."
    return ""
