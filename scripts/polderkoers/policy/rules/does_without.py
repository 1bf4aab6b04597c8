"""Bij zonder staat alleen wat met Polderkoers wordt meegeleverd.

Met Polderkoers komen begrippen, partijen, rolsoorten, organisaties en zoekwoorden mee. De site gebruikt ervan wat bij het beleid
past. In data/instelling.yaml noem je bij zonder wat de site niet mag gebruiken, bijvoorbeeld omdat een woord hier iets anders
betekent. Wat je zelf in de map data hebt gezet, haal je daar weg.

Fout:

    # data/instelling.yaml
    zonder: [wmoo]

Goed:

    # data/instelling.yaml
    zonder: [wmo]
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.errors.guess import nearest
from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.instelling import Instelling
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.without import shipped_called


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every name at `zonder` that nothing that ships goes by."""
    for entry in context.policy.of(Instelling):
        yield from _unknown(entry, entry.item, context)


def _unknown(entry: Entry, item: Instelling, context: Context) -> Iterator[Finding]:
    for at, name in enumerate(item.zonder):
        if not shipped_called(name, context.shipped):
            message, hint = _words(name, context)
            yield Finding(entry, f"/zonder/{at}", message, hint)


def _words(name: str, context: Context) -> tuple[str, str]:
    own = next((entry for entry in context.policy.entries.values() if _is_called(entry, name)), None)
    if own is not None:
        return f"'{name}' wordt niet meegeleverd: het staat in {own.file.file}.", "haal het hier weg, en zo nodig daar."
    message = f"'{name}' wordt niet meegeleverd."
    if near := nearest(name, _refs_and_ids(context.shipped), likeness=0.8):
        return f"{message} Bedoelde je '{near}'?", f"schrijf {near}, of haal het weg."
    return message, "haal het weg."


def _refs_and_ids(shipped: Policy) -> list[str]:
    """Return the ids of all that ships, of an item also with the file before it."""
    entries = shipped.entries.values()
    return sorted({*(entry.ref for entry in entries), *(entry.item.id for entry in entries)})


def _is_called(entry: Entry, name: str) -> bool:
    return not entry.is_file and not entry.is_shipped and name in (entry.ref, entry.item.id)
