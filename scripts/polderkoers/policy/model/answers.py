"""What editors answer to the question of a reader, in plain words, and which items of the policy they took it from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.declared import Deel, Fact, Kind, Role, Shown
from polderkoers.policy.model.fields import TEKST
from polderkoers.policy.model.forms import MARK, KorteTekst, Verwijzing, pattern
from polderkoers.policy.model.references import Refers


@dataclass(frozen=True, kw_only=True)
class Antwoordtekst(Deel):
    """A part of an answer. `uit` are the items that it is taken from, `kenmerk` the hash of what those said then; None as long as nobody noted it."""

    kind: ClassVar[Kind] = Kind(
        "antwoordtekst",
        "de tekst van het antwoord",
        "teksten van het antwoord",
        "Een stuk van het antwoord, met de onderdelen waar het uit komt.",
    )
    tekst: Annotated[KorteTekst, TEKST.but("Eén of twee gewone zinnen. Alleen wat in de onderdelen bij 'uit' staat.")]
    uit: Annotated[
        tuple[Verwijzing, ...],
        Refers("onderdeel"),
        Fact(
            "Uit",
            "De onderdelen waar dit uit komt: bestand/onderdeel. Zegt het antwoord wat er niet in een plan staat? Noem dan dat plan.",
            "waar het antwoord uit komt",
            plural=True,
            least=1,
            shown=Shown.OWN,
        ),
    ]
    kenmerk: Annotated[
        str | None,
        pattern(f"^{MARK}$"),
        Fact(
            "Kenmerk",
            "Een kenmerk van de tekst waar dit antwoord uit komt. Verandert die tekst, dan zegt de controle dat het antwoord opnieuw gelezen moet worden. Je hoeft het niet te bedenken: laat deze regel weg, dan noemt de controle het.",
            "het kenmerk",
            role=Role.TECHNICAL,
            shown=Shown.NOWHERE,
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Antwoord(Deel):
    """The answer on the page of a subject: what is wanted, what a resident notices, by when, and what the policy does not say."""

    kind: ClassVar[Kind] = Kind(
        "antwoord",
        "het antwoord",
        "antwoorden",
        "Wat een inwoner over dit onderwerp wil weten, in een paar gewone zinnen. Het gaat over het beleid van nu. Een doel is geen recht en een onderzoek geen besluit.",
    )
    wil: Annotated[Antwoordtekst, Fact("Wil", "Wat de organisatie wil.", "wat de organisatie wil", shown=Shown.OWN)]
    merk: Annotated[
        Antwoordtekst,
        Fact("Merk", "Wat een inwoner ervan merkt.", "wat een inwoner ervan merkt", shown=Shown.OWN),
    ]
    tijd: Annotated[
        Antwoordtekst,
        Fact("Tijd", "Wanneer dat is, of dat het plan geen jaar noemt.", "wanneer dat is", shown=Shown.OWN),
    ]
    niet: Annotated[
        Antwoordtekst | None,
        Fact(
            "Niet",
            "Wat het beleid van nu hierover niet zegt, terwijl een inwoner het zou verwachten. Alleen als iemand het in de bron heeft nagekeken.",
            "wat het beleid niet zegt",
            shown=Shown.OWN,
        ),
    ] = None
