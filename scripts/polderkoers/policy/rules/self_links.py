"""Een verband gaat naar een ander onderdeel.

Met 'samenhang' laat je zien dat twee onderdelen bij elkaar horen. Een onderdeel dat naar zichzelf wijst, zegt niets.
Ook een plaats kan niet in zichzelf liggen, of in een plaats die weer in haar ligt. En een groep is geen deel van zichzelf.

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
    yield from _around(context, "ligt_in", "Deze plaats ligt zo in zichzelf", "deze plaatsen")
    yield from _around(context, "deel_van", "Deze groep is zo een deel van zichzelf", "deze groepen")


def _around(context: Context, field: str, said: str, more: str) -> Iterator[Finding]:
    """Yield a finding for the first of every round of items that each are inside the next, by the field that says so."""
    inside = {
        reference.source.ref: reference
        for reference in context.policy.references
        if reference.field == field and reference.target is not None
    }
    told: set[str] = set()
    for start, first in inside.items():
        names, at = [start], first.target
        while at is not None and at.ref in inside and at.ref not in names:
            names.append(at.ref)
            at = inside[at.ref].target
        if at is not None and at.ref == start and start not in told:
            told.update(names)
            around = " > ".join(inside[name].source.item.id for name in (*names, start))
            yield Finding(first.source, first.pointer, f"{said}: {around}.", f"verbeter '{field}' bij één van {more}.")
