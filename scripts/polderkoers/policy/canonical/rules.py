"""The rules of writing, one function per rule: it makes the `Problem`, and its docstring is the rule's published page."""

from __future__ import annotations

from polderkoers.problems import Problem


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
