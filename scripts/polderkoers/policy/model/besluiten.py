"""What the council decided, asked and was promised: data/besluiten/*.yaml, which is no policy but tells what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.base import Bestand, Bron, Onderdeel
from polderkoers.policy.model.beside import DECISIONS
from polderkoers.policy.model.declared import Deel, Fact, Kind, Shown
from polderkoers.policy.model.fields import (
    BRON,
    DATUM,
    IDS_BETROKKENEN,
    NAAM,
    NOOT,
    PLAATSEN,
    TEKST,
    THEMAS,
    TOELICHTING,
)
from polderkoers.policy.model.forms import Datum, KorteNaam, KorteTekst, Nummer, Regel, Slug, Tekst, Verwijzing, choice
from polderkoers.policy.model.references import Refers

PROPOSAL, DECISION, AMENDMENT, MOTION = "raadsvoorstel", "besluit", "amendement", "motie"
PROMISE, QUESTION = "toezegging", "raadsvraag"
"""What a decision can be."""
ADOPTED, ADOPTED_AMENDED, TAKEN_OVER, REJECTED = "aangenomen", "gewijzigd aangenomen", "overgenomen", "verworpen"
WITHDRAWN, ADJOURNED, LAPSED = "ingetrokken", "aangehouden", "vervallen"
"""What can come of one. What is taken over is adopted without a vote."""
UNVOTED_KINDS = frozenset({PROMISE, QUESTION})
"""What the council does not vote on."""
NOT_VOTED = frozenset({WITHDRAWN, ADJOURNED, LAPSED})
"""The outcomes of what did not come to a vote."""
NOT_TAKEN_ON = NOT_VOTED | {REJECTED}
"""The outcomes by which nobody has to do anything."""
IN_FAVOUR, AGAINST, ABSTAINED, ABSENT = "voor", "tegen", "onthouden", "afwezig"
CARRIED = frozenset({ADOPTED, ADOPTED_AMENDED, TAKEN_OVER})
"""The outcomes of what the council or its executive took on."""


@dataclass(frozen=True, kw_only=True)
class Stem(Deel):
    """How a group in the council voted; one that was divided has a line for each side. `aantal` is a number of votes, None when not known."""

    kind: ClassVar[Kind] = Kind(
        "stem",
        "de stem",
        "stemmen",
        "Hoe een partij stemde. Was een partij verdeeld? Schrijf dan een regel voor elke kant, met het aantal.",
    )
    fractie: Annotated[
        Slug | None,
        Refers("organisaties"),
        Fact(
            "Fractie",
            "Id van de politieke partij uit data/organisaties.yaml. null: de bron noemt alleen het aantal stemmen.",
            "de fractie",
            shown=Shown.OWN,
        ),
    ]
    stem: Annotated[
        str,
        choice(IN_FAVOUR, AGAINST, ABSTAINED, ABSENT),
        Fact("Stem", "voor, tegen, onthouden of afwezig.", "de stem", shown=Shown.OWN),
    ]
    aantal: Annotated[
        Nummer | None,
        Fact(
            "Aantal",
            "Hoeveel leden zo stemden. Laat weg als de bron het niet zegt.",
            "het aantal stemmen",
            null=True,
            shown=Shown.OWN,
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Afdoening(Deel):
    """How something was dealt with: when, in a few words, and where that shows."""

    kind: ClassVar[Kind] = Kind(
        "afdoening", "de afdoening", "afdoeningen", "Hoe het is afgedaan, en waar dat uit blijkt."
    )
    datum: Annotated[Datum | None, DATUM.but("Wanneer het is afgedaan. null: de bron zegt het niet.", shown=Shown.OWN)]
    tekst: Annotated[
        KorteTekst, TEKST.but("Wat ermee is gedaan, of wat het antwoord was, in een of twee gewone zinnen.")
    ]
    blijkt_uit: Annotated[
        Verwijzing | None,
        Refers("onderdeel"),
        Fact(
            "Blijkt uit",
            "Een verslag, besluit of ander onderdeel op deze site waar het uit blijkt: bestand, of bestand/onderdeel.",
            "waar het uit blijkt",
            shown=Shown.OWN,
        ),
    ] = None
    bron: Annotated[Bron | None, BRON.but("Het stuk waarin het is afgedaan.")] = None


@dataclass(frozen=True, kw_only=True)
class Besluit(Onderdeel):
    """Something that the council decided, asked or was promised. What its source does not say is None, or an empty list."""

    kind: ClassVar[Kind] = Kind(
        "besluit",
        "het besluit",
        "besluiten",
        "Iets wat de raad besloot of vroeg, of wat de raad werd toegezegd.",
        page="besluiten",
    )
    id: Annotated[
        Slug,
        Fact(
            "Id",
            "De vaste naam, uniek in alle bestanden met besluiten: hij staat in het adres. Verander een id nooit en gebruik een oude niet opnieuw.",
            "het id",
        ),
    ]
    soort: Annotated[
        str,
        choice(PROPOSAL, DECISION, AMENDMENT, MOTION, PROMISE, QUESTION),
        Fact("Soort", "Wat het is.", "de soort", shown=Shown.OWN),
    ]
    stuknummer: Annotated[
        KorteNaam | None,
        Fact(
            "Nummer",
            "Het nummer dat de griffie het gaf, precies zoals in de bron.",
            "het nummer van het stuk",
            null=True,
            shown=Shown.OWN,
        ),
    ] = None
    naam: Annotated[Regel, NAAM.but("De titel, precies zoals in de bron.")]
    toelichting: Annotated[
        Tekst | None,
        TOELICHTING.but("Wat er is besloten, gevraagd of toegezegd, in gewone taal. Zeg niet meer dan de bron."),
    ] = None
    datum: Annotated[
        Datum | None,
        DATUM.but("Wanneer het is besloten, gevraagd of toegezegd. null: de bron zegt het niet.", shown=Shown.OWN),
    ]
    ingediend_door: Annotated[
        tuple[Slug, ...],
        Refers("betrokkenen"),
        Fact(
            "Ingediend door",
            f"Wie het indiende, vroeg of toezegde. Weg als de bron dat niet zegt. {IDS_BETROKKENEN}",
            "wie het indiende",
            label="Van",
            unknown=True,
        ),
    ] = ()
    aan: Annotated[
        tuple[Slug, ...],
        Refers("betrokkenen"),
        Fact("Aan", f"Aan wie het is gericht of toegezegd. {IDS_BETROKKENEN}", "aan wie het is gericht"),
    ] = ()
    uitkomst: Annotated[
        str | None,
        choice(ADOPTED, ADOPTED_AMENDED, TAKEN_OVER, REJECTED, WITHDRAWN, ADJOURNED, LAPSED),
        Fact(
            "Uitkomst",
            "Wat ermee gebeurde. Over een toezegging of een vraag wordt niet gestemd: die kan alleen ingetrokken of vervallen zijn. "
            "overgenomen: het bestuur nam een motie over zonder stemming. Laat weg als het niet bekend is.",
            "de uitkomst",
        ),
    ] = None
    stemmen: Annotated[
        tuple[Stem, ...],
        Fact(
            "Stemmen",
            "Hoe is gestemd, per partij, als de bron dat zegt.",
            "de stemmen",
            plural=True,
            ordered=False,
            shown=Shown.OWN,
        ),
    ] = ()
    gaat_over: Annotated[
        tuple[Verwijzing, ...],
        Refers("onderdeel"),
        Fact(
            "Gaat over",
            "Onderdelen van het beleid waar het over gaat: het id van een bestand, of bestand/onderdeel.",
            "waar het besluit over gaat",
            shown=Shown.OWN,
        ),
    ] = ()
    leidde_tot: Annotated[
        Slug | None,
        Refers("versies"),
        Fact(
            "Leidde tot",
            "Id uit data/versies.yaml van de versie van het beleid die hieruit kwam.",
            "de versie die eruit kwam",
            label="Leidde tot de versie",
        ),
    ] = None
    uiterlijk: Annotated[
        Datum | None,
        Fact(
            "Uiterlijk",
            "Wanneer het gedaan of beantwoord moet zijn. null: de bron zegt het niet.",
            "de uiterste datum",
            null=True,
            label="Uiterste datum",
        ),
    ] = None
    afgedaan: Annotated[
        Afdoening | None,
        Fact(
            "Afgedaan",
            "Hoe het is afgedaan. Laat weg als dat niet bekend is. De site noemt een toezegging, een vraag en een aangenomen motie dan nog open.",
            "hoe het is afgedaan",
            words_of={"datum": "wanneer het is afgedaan", "tekst": "hoe het is afgedaan"},
        ),
    ] = None
    themas: Annotated[tuple[Slug, ...], Refers("themas"), THEMAS] = ()
    plaatsen: Annotated[tuple[Slug, ...], Refers("plaatsen"), PLAATSEN] = ()
    noot: Annotated[Regel | None, NOOT] = None
    bron: Annotated[
        Bron | None, BRON.but("Waar dit staat: document en plek, en het adres in het informatiesysteem van de raad.")
    ] = None

    @property
    def asks(self) -> bool:
        """Whether somebody has to do or answer something: a promise, a question, a motion that was adopted, and all else that was adopted and has a last date."""
        if self.soort in UNVOTED_KINDS:
            return self.uitkomst not in NOT_TAKEN_ON
        return self.uitkomst in CARRIED and (self.soort == MOTION or self.uiterlijk is not None)

    @property
    def has_happened(self) -> bool:
        """Whether it has surely come about: it has an outcome or was dealt with, or is something that is asked or promised."""
        return self.uitkomst is not None or self.afgedaan is not None or self.soort in UNVOTED_KINDS

    @property
    def is_open(self) -> bool:
        """Whether somebody has to do or answer something, and nothing is known of that."""
        return self.asks and self.afgedaan is None

    @property
    def is_settled(self) -> bool:
        """Whether something that somebody had to do or answer was dealt with: of what was rejected, adjourned, withdrawn or lapsed that outcome is what came of it."""
        return self.afgedaan is not None and self.uitkomst not in NOT_TAKEN_ON

    @property
    def done_on(self) -> str | None:
        """When it was dealt with, None when that is not known."""
        return self.afgedaan.datum if self.afgedaan else None

    def counted(self) -> dict[str, int] | None:
        """Return the votes by side; None when not all are known: one that names the dissenters alone says nothing of the others."""
        told = [vote for vote in self.stemmen if vote.stem in (IN_FAVOUR, AGAINST)]
        counts = dict.fromkeys((IN_FAVOUR, AGAINST), 0)
        for vote in told:
            if vote.aantal is None:
                return None
            counts[vote.stem] += vote.aantal
        return counts if all(counts.values()) else None


@dataclass(frozen=True, kw_only=True)
class Besluiten(Bestand):
    """A file of data/besluiten: the decisions of a year, say."""

    kind: ClassVar[Kind] = Kind(
        "besluiten",
        "de lijst van besluiten",
        "lijsten van besluiten",
        "Besluiten, moties, toezeggingen en vragen van de raad, bijvoorbeeld die van één jaar. Ze veranderen het beleid niet: ze zeggen wat de raad ervan vond.",
        title="Besluiten",
        folder=DECISIONS,
    )
    bron: Annotated[Bron | None, BRON.but("Het document waar deze besluiten in staan, als dat er één is.")] = None
    besluiten: Annotated[
        tuple[Besluit, ...], Fact("Besluiten", "De besluiten, het oudste eerst.", "de besluiten", plural=True)
    ]
