"""Een id blijft hetzelfde.

Met een id vindt de site een onderdeel terug: in een adres dat iemand heeft bewaard, en bij het vergelijken van versies. Krijgt een
onderdeel een ander id, dan werkt het oude adres niet meer. Dat is ook zo als je alle verwijzingen aanpast. Een andere naam mag wel:
die staat in 'naam' of 'titel'. Moet het id toch anders? De opdracht 'polderkoers rename' verandert het overal, en laat het oude adres
werken. De controle vergelijkt met de laatste versie uit data/versies.yaml, en bij een voorstel met hoe het ervoor was.

Waarschuwing: in de versie van 2030 had het doel 'Genoeg huizen' het id doel-genoeg-huizen, en nu doel-huizen.

Goed: het doel heet anders, en heeft nog steeds het id doel-genoeg-huizen. Of het oude adres staat in data/adressen.yaml.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.model.adressen import ADDRESSES, RENAMED
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.stones import Stones

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every item that is new, and has the kind, the place and the name of one that is gone."""
    for ref, entry in renamed(context):
        yield _finding(entry, ref)


def renamed(context: Context) -> Iterator[tuple[str, Entry]]:
    """Yield what is surely called otherwise, by its old reference, as long as nothing keeps its old address alive."""
    former = context.past.former
    gone = {ref: items[-1] for ref, items in former.items() if context.policy.get(ref) is None}
    if not gone:
        return
    new: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in context.policy.entries.values():
        if entry.ref not in former:
            new[_alike(entry.ref, entry.item)].append(entry)
    wanted: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for ref, item in gone.items():
        wanted[_alike(ref, item)].append(ref)
    stones = Stones(context.policy)
    for key, refs in wanted.items():
        sure = len(refs) == 1 and len(new[key]) == 1 and not _inside_a_changed_file(refs[0], gone)
        if sure and not stones.is_known(refs[0]):
            yield refs[0], new[key][0]


def _alike(ref: str, item: Onderdeel) -> tuple[str, str, str]:
    """Return what tells two items apart but for their ids: the kind, the file (of an item inside one) and the name."""
    file, slash, _ = ref.partition("/")
    return item.soortnaam, file if slash else "", " ".join(item.label.casefold().split())


def _inside_a_changed_file(ref: str, gone: dict[str, Onderdeel]) -> bool:
    file, slash, _ = ref.partition("/")
    return bool(slash) and file in gone


def _finding(entry: Entry, ref: str) -> Finding:
    old = ref.rpartition("/")[2]
    what, also = f"'{entry.item.label}'", ", ook waar ernaar wordt verwezen"
    if entry.is_file:
        what, also = "Dit bestand", f", en noem het bestand {old}.yaml"
    message = f"{what} had eerst het id '{old}'. Wie het oude adres heeft bewaard, komt nu nergens meer uit."
    row = f"- {{was: {ref}, soort: {entry.item.soortnaam}, gebeurd: {RENAMED}, nu: [{entry.ref}]}}"
    hint = (
        f"schrijf weer: id: {old}{also}. Moet het toch anders heten? Geef dan daarna de opdracht: polderkoers rename {ref} "
        f"{entry.item.id}. Of zet in data/{ADDRESSES}.yaml: {row}"
    )
    return Finding(entry, f"{entry.item.pointer}/id", message, hint, "waarschuwing")
