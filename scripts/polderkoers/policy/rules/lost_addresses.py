"""Wie een adres heeft bewaard, leest wat ervan is geworden.

Een bladzijde en elk onderdeel daarop hebben een vast adres. Gaat een onderdeel weg, of komt het ergens anders te staan, dan komt
wie het oude adres heeft bewaard nergens meer uit. Zet daarom in data/adressen.yaml wat ervan is geworden: 'opgegaan in',
'gesplitst in', 'hernoemd' als het ergens anders staat, of 'vervallen' met de reden. De controle vergelijkt met de laatste versie uit
data/versies.yaml, en bij een voorstel met hoe het ervoor was.

Waarschuwing: in de versie van 2030 had de kernopgave 'Fijn wonen' het doel 'Genoeg huizen'. Dat is weg, en in data/adressen.yaml staat
er niets over.

Goed: het doel is weg, en in data/adressen.yaml staat dat het is opgegaan in een ander doel.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from polderkoers.policy.addresses import below, kinds_at, page_of
from polderkoers.policy.model.adressen import ADDRESSES, GONE, RENAMED
from polderkoers.policy.model.base import Bestand, LetOp, Onderdeel
from polderkoers.policy.rules.called_otherwise import plain_name, renamed
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.stones import Stones
from polderkoers.policy.vocabulary import vocabulary_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for everything that had an address before, and of which nothing says what became of it."""
    gone = dict(_gone(context))
    # What a list that cannot be read says of addresses is unknown.
    if not gone or ADDRESSES in context.unread:
        return
    stones = Stones(context.policy)
    told = {ref for ref, _ in renamed(context)}
    for ref, item in gone.items():
        if ref not in told and not stones.is_known(ref) and not _goes_along(ref, item, gone):
            yield from _finding(ref, item, context)


def _gone(context: Context) -> Iterator[tuple[str, Onderdeel]]:
    """Yield what is gone and had an address, with its reference. A note of the editors is nothing that someone keeps."""
    for ref, items in context.past.former.items():
        item = items[-1]
        unread = ref.partition("/")[0] in context.unread or _may_be_used(ref, context)
        had_address = item.soortnaam in kinds_at(ref) and not isinstance(item, LetOp)
        if had_address and not unread and context.policy.get(ref) is None:
            yield ref, item


def _may_be_used(ref: str, context: Context) -> bool:
    """Return whether something that ships has a page when a file names it that cannot be read."""
    return bool(context.unread) and context.shipped.get(ref) is not None


def _goes_along(ref: str, item: Onderdeel, gone: Mapping[str, Onderdeel]) -> bool:
    """Return whether what something stood in is gone as well: its file, or an item of it."""
    file, slash, _ = ref.partition("/")
    if not slash:
        return False
    beside = (other for name, other in gone.items() if name.startswith(f"{file}/"))
    return file in gone or any(item.pointer.startswith(f"{other.pointer}/") for other in beside)


def _finding(ref: str, item: Onderdeel, context: Context) -> Iterator[Finding]:
    file, slash, _ = ref.partition("/")
    own = vocabulary_of(context.policy)
    above = context.policy.get(file) if slash else None
    address = page_of(item.soortnaam, item.id, own)
    if address is None and above is not None:
        address = below(page_of(above.item.soortnaam, file, own) or "", item.soortnaam, item.id)
    entry = above or _somewhere(context)
    if address is None or entry is None:
        return
    now = _elsewhere(ref, item, context)
    place = f" Het staat nu bij '{now.file.label}'." if now else ""
    message = f"Het adres /{address} ('{item.label}') werkt niet meer.{place}"
    yield Finding(entry, "", message, f"zet in data/{ADDRESSES}.yaml: {_row(ref, item, now)}", "waarschuwing")


def _row(ref: str, item: Onderdeel, now: Entry | None) -> str:
    """Return the entry that keeps an address alive, to paste; where nobody can know what became of it, what is most likely."""
    begin = f"- {{was: {ref}, soort: {item.soortnaam}"
    if now is not None:
        return f"{begin}, gebeurd: {RENAMED}, nu: [{now.ref}]}}"
    return (
        f'{begin}, gebeurd: {GONE}, naam: "{item.label}", uitleg: …}}, met op de plek van … waarom. Is het opgegaan in iets anders? '
        "Schrijf dan: gebeurd: opgegaan in, en bij 'nu' waarin."
    )


def _elsewhere(ref: str, item: Onderdeel, context: Context) -> Entry | None:
    """Return what stands elsewhere under the same name and was not there before, when that is one thing."""
    found = [
        entry
        for entry in context.policy.of_kind(item.soortnaam)
        if plain_name(entry.item) == plain_name(item) and entry.ref not in context.past.former and entry.file.id != ref
    ]
    return found[0] if len(found) == 1 else None


def _somewhere(context: Context) -> Entry | None:
    """Return the file to tell of a page that is gone: the list that must say it, or else who publishes."""
    files = map(context.policy.get, (ADDRESSES, "instelling"))
    first = (entry for entry in context.policy.entries.values() if isinstance(entry.item, Bestand))
    return next((entry for entry in files if entry is not None), None) or next(first, None)
