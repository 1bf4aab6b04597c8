"""Een verslag gaat over beleid dat er was.

Een melding noemt bij 'over' waar zij over gaat: een doel, stap, activiteit, indicator of bedrag. Dat moet er zijn, of er geweest zijn in de
versie waar het verslag over gaat. Is iets later weggehaald? Dan blijft de melding gewoon staan: wat gemeld is, is gemeld. Is iets van naam
veranderd? Dan staat in data/adressen.yaml hoe het nu heet.

Fout:

    # data/verslagen/najaar-2021.yaml
    soort: verslag
    id: najaar-2021
    titel: Tussenstand najaar 2021
    vorm: tussenrapportage
    datum: 2021-10-05
    vastgesteld_door: null
    meldingen:
      - {id: melding-bouwen, over: fijn-wonen/stap-bouwe, stand: loopt}

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

from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.lookup import Lookup
from polderkoers.policy.model.kinds import file_id
from polderkoers.policy.model.versies import Versie
from polderkoers.policy.model.verslag import REPORTED, Melding, Verslag
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.stones import Stones

_WHAT = "een doel, stap, activiteit, indicator of bedrag dat er is"


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every entry about what was not there, and for every report about a version that is not listed."""
    lookup, stones = Lookup(context.policy, context.shipped), Stones(context.policy)
    for report in context.policy.of(Verslag):
        yield from _version(context, report)
        for entry in context.policy.below(report):
            if isinstance(entry.item, Melding):
                yield from _about(context, entry, entry.item, (lookup, stones))


def _version(context: Context, report: Entry[Verslag]) -> Iterator[Finding]:
    known = [entry.item.id for entry in context.policy.of(Versie)]
    wanted = report.item.over_versie
    if wanted and wanted not in known and file_id("versies") not in context.unread:
        choose = "er is nog geen versie. Schrijf"
        if known:
            choose = f"kies uit: {', '.join(known)}. Weet je het niet? Schrijf"
        hint = f"{choose}: over_versie: null"
        yield Finding(report, "/over_versie", f"Er is geen versie '{wanted}' in data/versies.yaml.", hint)


def _about(context: Context, entry: Entry, melding: Melding, known: tuple[Lookup, Stones]) -> Iterator[Finding]:
    pointer, target = f"{melding.pointer}/over", context.policy.get(melding.over)
    version = entry.file.over_versie if isinstance(entry.file, Verslag) else None
    held = context.past.held(version) if version else frozenset[str]()
    if target is not None and target.item.soortnaam not in REPORTED:
        message = f"Over '{melding.over}' kan niets worden gemeld: het is een {target.item.soortnaam}."
        yield Finding(entry, pointer, message, f"noem {_WHAT}: bestand/onderdeel.")
    elif held and melding.over not in held:
        message = (
            f"'{melding.over}' was er nog niet, of niet meer, in versie '{version}', en daar gaat dit verslag over."
        )
        hint = "verbeter 'over', of noem bij 'over_versie' de versie waar het verslag echt over gaat."
        yield Finding(entry, pointer, message, hint)
    elif target is None and not held and not _was_there(context, melding.over, known[1]):
        yield _unknown(entry, melding, known[0], context.policy)


def _was_there(context: Context, ref: str, stones: Stones) -> bool:
    """Return whether something was there before, as far as the history or the list of former addresses says; or may be, in a file that cannot be read."""
    return ref.partition("/")[0] in context.unread or ref in context.past.labels() or stones.is_known(ref)


def _unknown(entry: Entry, melding: Melding, lookup: Lookup, policy: Policy) -> Finding:
    meant = lookup.meant(melding.over, "onderdeel", entry.file.id)
    found = policy.get(meant or "")
    message = f"'{melding.over}' bestaat niet, en stond ook niet in een eerdere versie."
    hint = f"noem {_WHAT}: bestand/onderdeel, zoals fijn-wonen/doel-genoeg-huizen."
    if found is not None and found.item.soortnaam in REPORTED:
        message, hint = f"{message} Bedoelde je '{meant}'?", f"schrijf {meant}, of noem een ander onderdeel."
    return Finding(entry, f"{melding.pointer}/over", message, hint)
