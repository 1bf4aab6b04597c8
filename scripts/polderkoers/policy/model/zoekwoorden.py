"""The words by which residents search: data/zoekwoorden.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.base import Catalogus, Onderdeel
from polderkoers.policy.model.declared import Fact, Kind, Shown
from polderkoers.policy.model.fields import WOORDEN
from polderkoers.policy.model.forms import Verwijzing, words
from polderkoers.policy.model.references import Refers

# Residents also search in the letters of Polish, Ukrainian and Arabic.
_LETTERS = "0-9A-Za-zÀ-ɏЀ-ӿء-ي"


@dataclass(frozen=True, kw_only=True)
class Zoekwoord(Onderdeel):
    """Words that residents type, and the files and items that these lead to."""

    kind: ClassVar[Kind] = Kind(
        "zoekwoord", "het zoekwoord", "zoekwoorden", "Woorden van inwoners die naar dezelfde onderdelen leiden."
    )
    woorden: Annotated[
        tuple[str, ...],
        words(
            "Woord",
            "Een of meer woorden zoals een inwoner ze typt, zonder leestekens. Dat kan in elke taal: debts, długi, ديون.",
            rf"^[{_LETTERS}]+([ '’-][{_LETTERS}]+)*$",
            minLength=2,
            maxLength=60,
        ),
        WOORDEN,
    ]
    bij: Annotated[
        tuple[Verwijzing, ...],
        Refers("onderdeel"),
        Fact(
            "Bij",
            "Waar deze woorden heen leiden: een bestand (fijn-wonen), of een onderdeel van een bestand (themas/wonen, begrippen/wmo).",
            "waar de woorden heen leiden",
            needed=True,
            shown=Shown.NOWHERE,
        ),
    ] = ()

    @property
    def label(self) -> str:
        """The first of the words."""
        return self.woorden[0]


@dataclass(frozen=True, kw_only=True)
class Zoekwoorden(Catalogus):
    """data/zoekwoorden.yaml. `weglaten` are the words of a question that say nothing about what is looked for, beside the general ones."""

    kind: ClassVar[Kind] = Kind(
        "zoekwoorden",
        "de lijst van zoekwoorden",
        "lijst van zoekwoorden",
        "Woorden waarmee inwoners zoeken, en waar die heen leiden. Zo vindt iemand die 'oppas' typt wat er over kindcentra staat.",
        title="Zoekwoorden",
    )
    weglaten: Annotated[
        tuple[str, ...],
        words("Woord", "Eén woord in kleine letters.", r"^[a-zà-ÿء-ي]+$", maxLength=40),
        Fact(
            "Weglaten",
            "Woorden die in een zoekvraag niets zeggen. Het zoeken slaat ze over. Gewone woorden, zoals 'waar', 'kan' en 'ik', kent Polderkoers al.",
            "de woorden die het zoeken overslaat",
            plural=True,
            least=1,
        ),
    ] = ()
    zoekwoorden: Annotated[
        tuple[Zoekwoord, ...],
        Fact("Zoekwoorden", "Groepen van woorden die naar hetzelfde leiden.", "de zoekwoorden", plural=True),
    ]
