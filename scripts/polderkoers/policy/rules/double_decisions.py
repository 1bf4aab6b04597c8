"""Een besluit staat er één keer.

Het id van een besluit staat in het adres van zijn pagina, ook als de besluiten van elk jaar een eigen bestand hebben. Twee besluiten met hetzelfde
id zouden op één adres staan. En hetzelfde nummer van de griffie bij twee besluiten van een soort uit een jaar is bijna altijd hetzelfde besluit,
twee keer ingevoerd.

Fout:

    # data/besluiten/besluiten-2022.yaml
    soort: besluiten
    id: besluiten-2022
    besluiten:
      - {id: motie-bomen, soort: motie, stuknummer: M-12, naam: Een boom voor elk huis, datum: 2022-04-02}
      - {id: motie-boom-voor-elk-huis, soort: motie, stuknummer: M-12, naam: Een boom bij elk huis, datum: 2022-04-02}

Goed:

    # data/besluiten/besluiten-2022.yaml
    soort: besluiten
    id: besluiten-2022
    besluiten:
      - {id: motie-bomen, soort: motie, stuknummer: M-12, naam: Een boom voor elk huis, datum: 2022-04-02}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.model.besluiten import Besluit
from polderkoers.policy.rules.finding import Context, Finding

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding at the second of two decisions of one id in several files, and of one number in a year."""
    ids: dict[str, Entry[Besluit]] = {}
    numbers: dict[tuple[str, str, str], Entry[Besluit]] = {}
    for entry in context.policy.of(Besluit):
        item = entry.item
        first = ids.setdefault(item.id, entry)
        if first is not entry:
            message = f"Het id '{item.id}' is al van een ander besluit."
            yield Finding(entry, f"{item.pointer}/id", message, "geef een van de twee een ander id.", first=first)
        if item.stuknummer is None:
            continue
        year = (item.datum or "")[:4]
        same = numbers.setdefault((item.soort, year, " ".join(item.stuknummer.split())), entry)
        if same is not entry:
            message = f"Er is al een {item.soort} met nummer {item.stuknummer}: '{same.item.naam}'."
            hint = "is het hetzelfde besluit? Haal er dan een weg. Anders kijk je in de bron welk nummer hierbij hoort."
            yield Finding(entry, f"{item.pointer}/stuknummer", message, hint, first=same)
