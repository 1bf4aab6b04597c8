"""Een verband gaat naar een ander onderdeel.

Met 'samenhang' laat je zien dat twee onderdelen bij elkaar horen. Een onderdeel dat naar zichzelf wijst, zegt niets.
Ook een plaats kan niet in zichzelf liggen, of in een plaats die weer in haar ligt.

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
    yield from _around(context)


def _around(context: Context) -> Iterator[Finding]:
    """Yield a finding for the first place of every round of places that each lie in the next."""
    lies_in = {
        reference.source.ref: reference
        for reference in context.policy.references
        if reference.field == "ligt_in" and reference.target is not None
    }
    told: set[str] = set()
    for start, first in lies_in.items():
        names, at = [start], first.target
        while at is not None and at.ref in lies_in and at.ref not in names:
            names.append(at.ref)
            at = lies_in[at.ref].target
        if at is not None and at.ref == start and start not in told:
            told.update(names)
            around = " > ".join(lies_in[name].source.item.id for name in (*names, start))
            message = f"Deze plaats ligt zo in zichzelf: {around}."
            yield Finding(first.source, first.pointer, message, "verbeter 'ligt_in' bij één van deze plaatsen.")
