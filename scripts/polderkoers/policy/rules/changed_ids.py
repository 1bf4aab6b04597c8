"""Een id blijft hetzelfde.

Met een id vindt de site een onderdeel terug: in een adres dat iemand heeft bewaard, en bij het vergelijken van versies. Krijgt een
onderdeel een ander id, dan werkt het oude adres niet meer. Dat is ook zo als je alle verwijzingen aanpast. Een andere naam mag wel:
die staat in 'naam' of 'titel'. Moet het id toch anders? De opdracht 'polderkoers rename' verandert het overal, en laat het oude adres
werken. De controle vergelijkt met de laatste versie uit data/versies.yaml, en bij een voorstel met hoe het ervoor was.

Waarschuwing: in de versie van 2030 had het doel 'Genoeg huizen' het id doel-genoeg-huizen, en nu doel-huizen.

Goed: het doel heet anders, en heeft nog steeds het id doel-genoeg-huizen. Of het oude adres staat in data/adressen.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.addresses import former_address
from polderkoers.policy.model.adressen import ADDRESSES, RENAMED
from polderkoers.policy.rules.called_otherwise import renamed
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.vocabulary import vocabulary_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every item that is new, and has the kind, the place and the name of one that is gone."""
    for ref, entry in renamed(context):
        yield _finding(entry, ref, context)


def _finding(entry: Entry, ref: str, context: Context) -> Finding:
    old = ref.rpartition("/")[2]
    what, also = f"'{entry.item.label}'", ", ook waar ernaar wordt verwezen"
    if entry.is_file:
        what, also = "Dit bestand", f", en noem het bestand {old}.yaml"
    address = former_address(ref, entry, vocabulary_of(context.policy))
    lost = f"Het adres /{address} werkt nu niet meer." if address else "Dat id leidt nu nergens meer heen."
    message = f"{what} had eerst het id '{old}'. {lost}"
    row = f"- {{was: {ref}, soort: {entry.item.soortnaam}, gebeurd: {RENAMED}, nu: [{entry.ref}]}}"
    hint = (
        f"schrijf weer: id: {old}{also}. Moet het toch anders heten? Geef dan daarna de opdracht: polderkoers rename {ref} "
        f"{entry.item.id}. Of zet in data/{ADDRESSES}.yaml: {row}"
    )
    return Finding(entry, f"{entry.item.pointer}/id", message, hint, "waarschuwing")
