"""The rules of writing, one function per rule: it makes the `Problem`, and its docstring is the rule's published page."""

from __future__ import annotations

from collections.abc import Sequence

from polderkoers.problems import Problem

# More comments than these would make a message that nobody reads.
_MOST = 3


def unchangeable(file: str) -> Problem:
    """Een bestand heeft een vaste vorm waarin dezelfde gegevens staan.

    'polderkoers format' zet elk bestand in dezelfde vorm. De gegevens en de opmerkingen blijven daarbij gelijk. Dat
    wordt na het opmaken gecontroleerd. Kan het niet, dan blijft het bestand zoals het was. De vorm is geen eis: een bestand
    dat klopt, is in elke vorm goed.

    Fout: een veldnaam van meer dan duizend tekens.

    Goed: een veldnaam uit het schema, zoals toelichting.
    """
    return Problem(
        file,
        1,
        1,
        "vaste-vorm",
        "Dit bestand kan niet in de vaste vorm worden gezet zonder dat er iets verandert. Er is niets veranderd.",
        "kijk of er heel lange veldnamen of vreemde tekens in staan, en meld het anders bij de beheerder van de site.",
    )


def comment_lost(file: str, comments: Sequence[str]) -> Problem:
    """Een opmerking gaat niet verloren.

    In een bestand staan soms opmerkingen: regels die met een # beginnen. Gaat een onderdeel weg waar zo'n opmerking bij staat, dan zou
    die opmerking ook weg zijn, zonder dat iemand dat besluit. Daarom blijft het bestand zoals het was.

    Fout: een doel weghalen waar '# Nog navragen bij de wethouder' boven staat.

    Goed: eerst de opmerking weghalen of verplaatsen, en dan het doel weghalen.
    """
    told = "; ".join(f"'{comment}'" for comment in comments[:_MOST])
    more = f" en nog {len(comments) - _MOST} andere" if len(comments) > _MOST else ""
    return Problem(
        file,
        1,
        1,
        "opmerking-weg",
        f"Hier zou een opmerking verloren gaan: {told}{more}. Er is niets veranderd.",
        "haal de opmerking eerst zelf weg uit het bestand, of zet haar bij iets wat blijft.",
    )


def unwritable(file: str) -> Problem:
    """Een bestand kan worden geschreven.

    'polderkoers format' maakt naast het bestand een nieuw bestand en wisselt die twee om. Daarvoor moet je in de map
    mogen schrijven, en moet er ruimte op de schijf zijn. Lukt het niet, dan blijft het bestand zoals het was.

    Fout: het bestand staat in een map die je alleen mag lezen.

    Goed: het bestand staat in een map waarin je mag schrijven.
    """
    return Problem(
        file,
        1,
        1,
        "bestand-schrijfbaar",
        "Dit bestand kan niet worden geschreven. Er is niets veranderd.",
        "vraag de beheerder om schrijfrechten in deze map, en kijk of de schijf niet vol is.",
    )
