"""Een portaal noemt elke deelnemer en elk onderwerp van een deelnemer één keer.

Met het id van een deelnemer beginnen de adressen van zijn zoekbestanden. Staat een id of een adres er twee keer, dan is niet te
zeggen welke site bedoeld is. Een onderwerp van een deelnemer staat op één plek in het portaal.

Fout:

    # data/instelling.yaml
    portaal:
      - {id: polderdam, adres: "https://polderdam.example/"}
      - {id: polderdam, adres: "https://vlietwijk.example/"}

Goed:

    # data/instelling.yaml
    portaal:
      - {id: polderdam, adres: "https://polderdam.example/"}
      - {id: vlietwijk, adres: "https://vlietwijk.example/"}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.instelling import Deelnemer, Instelling
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every participant that has the id or the address of one before it, and for every subject that stands twice."""
    for entry in context.policy.of(Instelling):
        seen: set[str] = set()
        for at, said in enumerate(entry.item.portaal):
            for field, value in (("id", said.id), ("adres", said.adres.rstrip("/"))):
                if value in seen:
                    message = f"Er is al een deelnemer met {field} '{value}'."
                    yield Finding(entry, f"/portaal/{at}/{field}", message, _cure(field))
                seen.add(value)
            for place, name in _twice(said):
                message = f"Het onderwerp '{name}' van {said.id} staat er twee keer."
                hint = "laat het op één plek staan: daar waar het hetzelfde is."
                yield Finding(entry, f"/portaal/{at}/onderwerpen/{place}/daar", message, hint)


def _cure(field: str) -> str:
    other = "een ander id" if field == "id" else "het adres van die andere site"
    return f"schrijf {other}, of haal deze deelnemer weg."


def _twice(said: Deelnemer) -> Iterator[tuple[int, str]]:
    """Yield the subjects of a participant that were named before, each with its place."""
    names = [each.daar for each in said.onderwerpen]
    yield from ((place, name) for place, name in enumerate(names) if name in names[:place])
