"""The texts of a site in another language: data/vertalingen/en.yaml, which is no policy. The Dutch text is what holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.base import Bestand
from polderkoers.policy.model.beside import TRANSLATIONS
from polderkoers.policy.model.declared import Deel, Fact, Kind, Role, Shown
from polderkoers.policy.model.forms import MARK, KorteNaam, choice, pattern

TRANSLATION = "vertaling"
"""The kind of a file of translations."""
# In another language than the rules for Dutch texts are about.
_TEXT = pattern(r"\S", longest=6000, role=Role.TERM)


@dataclass(frozen=True, kw_only=True)
class VertaaldeTekst(Deel):
    """A text of the policy in the other language. `onderdeel` is the item, `veld` its field, `kenmerk` the hash of the Dutch text it was made from."""

    kind: ClassVar[Kind] = Kind(
        "vertaalde_tekst", "de vertaalde tekst", "vertaalde teksten", "Een tekst in de andere taal."
    )
    onderdeel: Annotated[
        str,
        pattern(r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$", longest=161),
        Fact(
            "Onderdeel",
            "Van welk onderdeel: themas/wonen, of het id van een bestand, of bestand/onderdeel.",
            "het vertaalde onderdeel",
            shown=Shown.NOWHERE,
        ),
    ]
    veld: Annotated[
        str,
        pattern(r"^[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*)*$", longest=80),
        Fact(
            "Veld",
            "Welke tekst daarvan: naam, uitleg, toelichting. Met een punt voor een tekst die dieper staat: antwoord.wil.tekst.",
            "het veld",
            shown=Shown.NOWHERE,
        ),
    ]
    tekst: Annotated[str, _TEXT, Fact("Tekst", "De tekst in de andere taal.", "de tekst", shown=Shown.OWN)]
    kenmerk: Annotated[
        str,
        pattern(f"^nl-{MARK}$"),
        Fact(
            "Kenmerk",
            "Een kenmerk van de Nederlandse tekst waar dit van is gemaakt. Verandert die tekst, dan waarschuwt de controle en noemt het "
            "nieuwe kenmerk. Zet dat hier pas als de vertaling weer klopt.",
            "het kenmerk",
            shown=Shown.NOWHERE,
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class VertaaldWoord(Deel):
    """A fixed text of the site itself in the other language, by the name that it has in `website/talen/nl.yaml`."""

    kind: ClassVar[Kind] = Kind(
        "vertaald_woord",
        "het vertaalde woord",
        "vertaalde woorden",
        "Een vaste tekst van de site zelf, zoals het woord op een knop.",
    )
    woord: Annotated[
        str,
        pattern(r"^[a-z]+(-[a-z]+)*$", longest=60),
        Fact("Woord", "Hoe de tekst heet in de lijst van vaste teksten.", "het woord", shown=Shown.NOWHERE),
    ]
    tekst: Annotated[str, _TEXT, Fact("Tekst", "De tekst in de andere taal.", "de tekst", shown=Shown.OWN)]


@dataclass(frozen=True, kw_only=True)
class Vertaling(Bestand):
    """A language in which a part of the site can be read. The id is its code (BCP 47), as HTML names it."""

    kind: ClassVar[Kind] = Kind(
        TRANSLATION,
        "de vertaling",
        "vertalingen",
        "Een deel van de teksten in een andere taal. Het id is de code van de taal: en, pl, ar. De Nederlandse tekst gaat altijd voor.",
        folder=TRANSLATIONS,
    )
    eigen_naam: Annotated[
        KorteNaam,
        Fact("Eigen naam", "Hoe de taal zichzelf noemt: Polski.", "de eigen naam", role=Role.TERM, shown=Shown.OWN),
    ]
    richting: Annotated[
        str,
        choice("ltr", "rtl"),
        Fact(
            "Richting",
            "ltr: van links naar rechts. rtl: van rechts naar links, zoals Arabisch.",
            "de richting",
            shown=Shown.OWN,
        ),
    ] = "ltr"
    gemaakt_door: Annotated[
        KorteNaam,
        Fact(
            "Gemaakt door",
            "Wie de vertaling maakte, in woorden van die taal.",
            "wie het vertaalde",
            role=Role.TERM,
            shown=Shown.OWN,
        ),
    ]
    nagekeken_door: Annotated[
        KorteNaam | None,
        Fact(
            "Nagekeken door",
            "Wie de vertaling las die met deze taal is opgegroeid. null: nog niemand; de site zegt dat dan.",
            "wie het nakeek",
            role=Role.TERM,
            shown=Shown.OWN,
        ),
    ]
    woorden: Annotated[
        tuple[VertaaldWoord, ...],
        Fact(
            "Woorden",
            "Vaste teksten van de site, als het programma die in deze taal niet heeft of als je andere wilt.",
            "de woorden",
            plural=True,
        ),
    ] = ()
    teksten: Annotated[
        tuple[VertaaldeTekst, ...], Fact("Teksten", "Teksten van het beleid.", "de teksten", plural=True)
    ]
