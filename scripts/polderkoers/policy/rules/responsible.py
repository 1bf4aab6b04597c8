"""Wie verantwoordelijk is of een stap trekt, is een organisatie.

Een lezer wil weten wie hij kan aanspreken. Een groep, zoals 'inwoners' of 'ondernemers', kun je niet opbellen. Noem daarom
de organisatie uit data/organisaties.yaml, of een partij die bij een organisatie hoort. Noemt de bron
alleen een groep? Zet die dan bij 'partijen' of 'partners', en laat 'trekker' of 'verantwoordelijk' leeg.

Waarschuwing:

    # data/roles.yaml
    partijen:
      - {id: gemeente, naam: Gemeente, uitleg: De gemeente Polderdam.}

Goed:

    # data/roles.yaml
    partijen:
      - {id: gemeente, naam: Gemeente, uitleg: De gemeente Polderdam., organisatie: gemeente-polderdam, uitleg_van: redactie}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.catalogues import Partij
from polderkoers.policy.rules.finding import Context, Finding

_FIELDS = ("verantwoordelijk", "trekker")


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every responsible party that is a group and no organisation."""
    for reference in context.policy.references:
        if reference.field in _FIELDS and reference.target is not None:
            party = reference.target.item
            if isinstance(party, Partij) and party.organisatie is None:
                yield Finding(
                    reference.source,
                    reference.pointer,
                    f"'{party.naam}' is een groep en geen organisatie: een lezer weet niet wie hij kan aanspreken.",
                    "noem een organisatie uit data/organisaties.yaml, of geef de partij in data/roles.yaml een organisatie.",
                    "waarschuwing",
                )
