"""Een verband gaat naar een ander onderdeel.

Met 'samenhang' laat je zien dat twee onderdelen bij elkaar horen. Een onderdeel dat naar zichzelf wijst, zegt niets.

Fout:

    samenhang:
      - {met: fijn-wonen, soort: zelfde onderwerp, waarom: Beide gaan over wonen., gelegd_door: redactie}

Goed:

    samenhang:
      - {met: fijn-wonen/doel-genoeg-huizen, soort: zelfde onderwerp, waarom: Het doel gaat over wonen., gelegd_door: redactie}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every item that is linked to itself."""
    for reference in context.policy.references:
        if reference.field == "met" and reference.target is not None and reference.target.ref == reference.source.ref:
            yield Finding(
                reference.source,
                reference.pointer,
                "Dit onderdeel verwijst naar zichzelf.",
                "noem een ander onderdeel, of haal het verband weg.",
            )
