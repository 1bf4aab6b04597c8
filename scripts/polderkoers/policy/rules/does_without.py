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

import difflib
from collections.abc import Iterator

from polderkoers.policy.general import general_policy
from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.instelling import Instelling
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.without import shipped_called


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every name at `zonder` that nothing that ships goes by."""
    for entry in context.policy.of_kind("instelling"):
        for at, name in enumerate(entry.item.zonder if isinstance(entry.item, Instelling) else ()):
            if not shipped_called(name):
                message, hint = _words(name, context.policy)
                yield Finding(entry, f"/zonder/{at}", message, hint)


def _words(name: str, policy: Policy) -> tuple[str, str]:
    own = next((entry for entry in policy.entries.values() if _is_called(entry, name)), None)
    if own is not None:
        return f"'{name}' wordt niet meegeleverd: het staat in {own.file.file}.", "haal het hier weg, en zo nodig daar."
    known = {form for entry in general_policy().entries.values() for form in (entry.ref, entry.item.id)}
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.8)
    meant = f" Bedoelde je '{near[0]}'?" if near else ""
    cure = f"schrijf {near[0]}, of haal het weg." if near else "haal het weg."
    return f"'{name}' wordt niet meegeleverd.{meant}", cure


def _is_called(entry: Entry, name: str) -> bool:
    return not entry.is_file and not entry.is_shipped and name in (entry.ref, entry.item.id)
