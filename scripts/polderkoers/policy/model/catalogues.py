"""The catalogues: what the policy refers to by id instead of repeating it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from polderkoers.policy.model.blocks import Bron, Onderdeel, Wanneer
from polderkoers.policy.model.files import Bestand
from polderkoers.policy.model.references import verwijzing, verwijzingen


@dataclass(frozen=True, kw_only=True)
class Partij(Onderdeel):
    """A group that plays a part. `aanspreking` is how the site lets a reader choose it ("Ik ben inwoner").

    `organisatie` is set when the party is one organisation, or a part of one, that can be held responsible.
    """

    soortnaam: ClassVar[str] = "partij"
    naam: str
    uitleg: str
    aanspreking: str | None = None
    organisatie: str | None = verwijzing("organisaties")


@dataclass(frozen=True, kw_only=True)
class Rolsoort(Onderdeel):
    """A type of role. `invloed` is its place on a ladder of influence: 1 is the most."""

    soortnaam: ClassVar[str] = "rolsoort"
    naam: str
    uitleg: str
    bron: Bron
    invloed: int | None = None
    voorbeelden: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Organisatie(Onderdeel):
    """An organisation, under one name, with the spellings of the sources."""

    soortnaam: ClassVar[str] = "organisatie"
    naam: str
    uitleg: str
    soort: str
    andere_namen: tuple[str, ...] = ()
    plaatsen: tuple[str, ...] = verwijzingen("plaatsen")


@dataclass(frozen=True, kw_only=True)
class Plaats(Onderdeel):
    """A village, district, municipality, province, water board, region or location; of an authority: its area."""

    soortnaam: ClassVar[str] = "plaats"
    naam: str
    soort: str
    andere_namen: tuple[str, ...] = ()
    uitleg: str | None = None
    ligt_in: str | None = verwijzing("plaatsen")


@dataclass(frozen=True, kw_only=True)
class Thema(Onderdeel):
    """A subject. `vraag` is a question of a reader that it answers."""

    soortnaam: ClassVar[str] = "thema"
    naam: str
    uitleg: str
    vraag: str | None = None


@dataclass(frozen=True, kw_only=True)
class Brondocument(Onderdeel):
    """A source document. `van_wie` is `eigen` or `ander`: another government's policy is marked as theirs."""

    soortnaam: ClassVar[str] = "document"
    naam: str
    uitgever: str = verwijzing("organisaties", verplicht=True)
    jaar: int | None
    soort: str
    uitleg: str
    van_wie: str
    looptijd: Wanneer | None = None
    noot: str | None = None


@dataclass(frozen=True, kw_only=True)
class Begrip(Onderdeel):
    """A glossary term, with the other forms under which it stands in running text."""

    soortnaam: ClassVar[str] = "begrip"
    naam: str
    uitleg: str
    voluit: str | None = None
    andere_namen: tuple[str, ...] = ()
    zie_ook: tuple[str, ...] = verwijzingen("begrippen")
    themas: tuple[str, ...] = verwijzingen("themas")


NOW = "nu"
"""What the state of now is called where the id of a version is asked for; no version may have it."""


@dataclass(frozen=True, kw_only=True)
class Versie(Onderdeel):
    """A version of the policy that counts: what was decided when, and the commit of Git that holds it.

    `documenten` are what it is a version of, `inhoud` is what it holds, as `changes/content.py` hashes it. `commit` is None
    as long as it is not known: an entry is written before the commit that brings it to main.
    """

    soortnaam: ClassVar[str] = "versie"
    naam: str
    uitleg: str
    datum: str | None
    vastgesteld_door: str | None
    besluit: str | None
    documenten: tuple[str, ...] = verwijzingen("documenten")
    commit: str | None
    inhoud: str | None = None


@dataclass(frozen=True, kw_only=True)
class Zoekwoord(Onderdeel):
    """Words that residents type, and the files and items that these lead to."""

    soortnaam: ClassVar[str] = "zoekwoord"
    woorden: tuple[str, ...]
    bij: tuple[str, ...] = verwijzingen("onderdeel")

    @property
    def label(self) -> str:
        """The first of the words."""
        return self.woorden[0]


@dataclass(frozen=True, kw_only=True)
class Catalogus(Bestand):
    """What every catalogue has beside its lists."""

    versie: str | None = None
    status: str | None = None


@dataclass(frozen=True, kw_only=True)
class Versies(Catalogus):
    """data/versies.yaml, the oldest version first."""

    soortnaam: ClassVar[str] = "versies"
    versies: tuple[Versie, ...]


@dataclass(frozen=True, kw_only=True)
class Rollen(Catalogus):
    """data/roles.yaml."""

    soortnaam: ClassVar[str] = "rollen"
    partijen: tuple[Partij, ...]
    rolsoorten: tuple[Rolsoort, ...]


@dataclass(frozen=True, kw_only=True)
class Organisaties(Catalogus):
    """data/organisaties.yaml."""

    soortnaam: ClassVar[str] = "organisaties"
    organisaties: tuple[Organisatie, ...]


@dataclass(frozen=True, kw_only=True)
class Plaatsen(Catalogus):
    """data/plaatsen.yaml."""

    soortnaam: ClassVar[str] = "plaatsen"
    plaatsen: tuple[Plaats, ...]


@dataclass(frozen=True, kw_only=True)
class Themas(Catalogus):
    """data/themas.yaml."""

    soortnaam: ClassVar[str] = "themas"
    themas: tuple[Thema, ...]


@dataclass(frozen=True, kw_only=True)
class Documenten(Catalogus):
    """data/documenten.yaml."""

    soortnaam: ClassVar[str] = "documenten"
    documenten: tuple[Brondocument, ...]


@dataclass(frozen=True, kw_only=True)
class Begrippen(Catalogus):
    """data/begrippen.yaml. `engels` are the words and names in the texts of the policy that are English."""

    soortnaam: ClassVar[str] = "begrippen"
    engels: tuple[str, ...] = ()
    begrippen: tuple[Begrip, ...]


@dataclass(frozen=True, kw_only=True)
class Zoekwoorden(Catalogus):
    """data/zoekwoorden.yaml. `weglaten` are the words of a question that say nothing about what is looked for, beside the general ones."""

    soortnaam: ClassVar[str] = "zoekwoorden"
    weglaten: tuple[str, ...] = ()
    zoekwoorden: tuple[Zoekwoord, ...]
