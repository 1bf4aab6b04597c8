"""Someone to turn to, and questions that no source answers: data/contact.yaml and data/vragen.yaml, which are no policy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.base import Bron, Catalogus, Onderdeel
from polderkoers.policy.model.declared import Fact, Kind, Role, Shown
from polderkoers.policy.model.fields import BRON, NAAM, TEKST, THEMAS, WOORDEN
from polderkoers.policy.model.forms import Datum, KorteTekst, Regel, Slug, Tekst, Verwijzing, Webadres, pattern, words
from polderkoers.policy.model.references import Refers


@dataclass(frozen=True, kw_only=True)
class Contactpunt(Onderdeel):
    """A place, counter or person that a resident can turn to. What is not known is None, and never guessed."""

    kind: ClassVar[Kind] = Kind(
        "contactpunt", "het contactpunt", "contactpunten", "Een plek of persoon waar een inwoner terechtkan."
    )
    naam: Annotated[Regel, NAAM.but("Hoe het heet, zoals de bron het noemt.")]
    waarvoor: Annotated[
        KorteTekst, Fact("Waarvoor", "Waarvoor je er terechtkunt, in gewone taal.", "de omschrijving", shown=Shown.OWN)
    ]
    themas: Annotated[
        tuple[Slug, ...],
        Refers("themas"),
        THEMAS.but("Ids uit data/themas.yaml: bij welke onderwerpen dit staat. Leeg of weg: bij alle onderwerpen."),
    ] = ()
    telefoon: Annotated[
        str | None,
        pattern(r"^[0-9+][0-9 ()-]{1,24}$"),
        Fact("Telefoon", "Het nummer, als je zeker weet dat het klopt.", "het telefoonnummer", shown=Shown.OWN),
    ] = None
    mail: Annotated[
        str | None,
        pattern(r"^[^\s@]+@[^\s@]+\.[a-z]{2,}$", longest=200),
        Fact("E-mail", "Het e-mailadres van de organisatie.", "het e-mailadres", shown=Shown.OWN),
    ] = None
    adres: Annotated[
        str | None,
        pattern(r"^\S.*\S$", longest=200, role=Role.LABEL),
        Fact("Adres", "Straat, nummer en plaats.", "het adres", shown=Shown.OWN),
    ] = None
    website: Annotated[
        Webadres | None,
        Fact("Website", "Het adres op internet. Het begint met https://.", "de website", shown=Shown.OWN),
    ] = None
    bron: Annotated[Bron | None, BRON.but("Waar deze gegevens staan: een document, of een adres op internet.")] = None
    gecontroleerd_op: Annotated[
        Datum | None,
        Fact(
            "Gecontroleerd op",
            "De dag waarop iemand heeft nagekeken of dit nog klopt. null: dat weten we niet. Dan komt er een waarschuwing.",
            "de dag van controle",
            null=True,
            shown=Shown.OWN,
        ),
    ] = None

    @property
    def is_reachable(self) -> bool:
        """Whether a number or an address of it is known."""
        return any((self.telefoon, self.mail, self.adres, self.website))


@dataclass(frozen=True, kw_only=True)
class Contact(Catalogus):
    """data/contact.yaml."""

    kind: ClassVar[Kind] = Kind(
        "contact",
        "de lijst van contactpunten",
        "lijst van contactpunten",
        "Waar een inwoner terechtkan. Alleen wat zeker is: een nummer of adres dat je niet weet, laat je weg.",
        title="Contact",
    )
    contactpunten: Annotated[
        tuple[Contactpunt, ...],
        Fact("Contactpunten", "Contactpunten, de algemene eerst.", "de contactpunten", plural=True, shown=Shown.INSIDE),
    ]


@dataclass(frozen=True, kw_only=True)
class Vraag(Onderdeel):
    """A question that residents ask and no source answers, with an answer of the editors: what is known, and where to go."""

    kind: ClassVar[Kind] = Kind(
        "vraag", "de vraag", "vragen", "Een vraag van inwoners waar de bronnen geen antwoord op geven."
    )
    naam: Annotated[Regel, NAAM.but("De vraag, zoals een inwoner die stelt.", title="Vraag")]
    woorden: Annotated[
        tuple[str, ...],
        words(
            "Woord",
            "Een of meer woorden zoals een inwoner ze typt, zonder leestekens.",
            r"^[0-9A-Za-zÀ-ÿ]+([ '’-][0-9A-Za-zÀ-ÿ]+)*$",
            minLength=2,
            maxLength=60,
        ),
        WOORDEN.but("Woorden waarmee een inwoner deze vraag zoekt."),
    ] = ()
    tekst: Annotated[
        Tekst, TEKST.but("Het antwoord in gewone taal: wat de site wel en niet weet, en waar je dan terechtkunt.")
    ]
    zie: Annotated[
        tuple[Verwijzing, ...],
        Refers("onderdeel"),
        Fact(
            "Zie",
            "Onderdelen van het beleid die hierbij horen: bestand/onderdeel.",
            "wat erbij hoort",
            plural=True,
            shown=Shown.OWN,
        ),
    ] = ()
    link: Annotated[
        Webadres | None,
        Fact(
            "Link", "Een adres op internet waar je verder komt. Het begint met https://.", "het adres", shown=Shown.OWN
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Vragen(Catalogus):
    """data/vragen.yaml."""

    kind: ClassVar[Kind] = Kind(
        "veelgevraagd",
        "de lijst van vragen",
        "lijst van vragen",
        "Vragen van inwoners waar het beleid geen antwoord op geeft, met waar iemand dan terechtkan.",
        title="Veelgevraagd",
        file="vragen",
    )
    vragen: Annotated[
        tuple[Vraag, ...],
        Fact("Vragen", "Vragen, de meest gestelde eerst.", "de vragen", plural=True, shown=Shown.INSIDE),
    ]
