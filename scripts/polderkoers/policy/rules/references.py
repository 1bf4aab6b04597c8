"""Een verwijzing gaat naar iets dat bestaat.

Een naam van een plaats, organisatie, partij of thema staat één keer in de gegevens. Andere bestanden verwijzen ernaar
met het id. Bestaat het id niet, dan noemt de melding de ids die erop lijken. Een verwijzing naar een onderdeel van een
ander bestand schrijf je als bestand/onderdeel: mensen-doen-mee/doel-uitsluiting-voorkomen.

Fout:

    doelen:
      - id: doel-genoeg-huizen
        nummer: 1
        naam: Genoeg huizen
        plaatsen: [polderdan]

Goed:

    doelen:
      - id: doel-genoeg-huizen
        nummer: 1
        naam: Genoeg huizen
        plaatsen: [polderdam]
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from polderkoers.policy.index import CATALOGUES, Policy, Reference
from polderkoers.policy.rules.finding import Context, Finding

_WHERE = {
    "organisaties": "data/organisaties.yaml",
    "plaatsen": "data/plaatsen.yaml",
    "themas": "data/themas.yaml",
    "documenten": "data/documenten.yaml",
    "begrippen": "data/begrippen.yaml",
    "partijen": "data/roles.yaml bij partijen",
    "rolsoorten": "data/roles.yaml bij rolsoorten",
    "betrokkenen": "data/roles.yaml of data/organisaties.yaml",
    "bestand": "de map data",
    "onderdeel": "de map data",
    "lokaal": "dit bestand",
}


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every reference without a target."""
    for reference in context.policy.references:
        if reference.target is None and not _to_unread(reference, context.unread):
            known = difflib.get_close_matches(reference.wanted, _candidates(context.policy, reference), n=3, cutoff=0.6)
            guess = f" Bedoelde je {' of '.join(repr(name) for name in known)}?" if known else ""
            yield Finding(
                reference.source,
                reference.pointer,
                f"'{reference.wanted}' bestaat niet.{guess}",
                f"gebruik een id uit {_WHERE[reference.kind]}, of voeg het daar toe.",
            )


def _to_unread(reference: Reference, unread: frozenset[str]) -> bool:
    if reference.kind in CATALOGUES:
        return any(catalogue in unread for catalogue in CATALOGUES[reference.kind])
    return reference.kind != "lokaal" and reference.wanted.partition("/")[0] in unread


def _candidates(policy: Policy, reference: Reference) -> list[str]:
    if reference.kind == "lokaal":
        prefix = f"{reference.source.file.id}/"
        return [ref.removeprefix(prefix) for ref in policy.entries if ref.startswith(prefix)]
    if reference.kind in CATALOGUES:
        return [
            entry.item.id
            for catalogue in CATALOGUES[reference.kind]
            for entry in policy.entries.values()
            if entry.file.id == catalogue and not entry.is_file
        ]
    return list(policy.entries)
