"""What several kinds of items have in common, asked by name: when, a number, an explanation.

Each is a union of the classes that have the field, so that a field with another name fails the check of types; a test holds each
union to all that have it.
"""

from __future__ import annotations

from polderkoers.policy.model.base import Blok, Bron, Catalogus, Cijfer, LetOp, Onderdeel, Samenhang, Wanneer
from polderkoers.policy.model.blocks import (
    Activiteit,
    Bedrag,
    Besluitmoment,
    Deelopgave,
    Doel,
    Doelengroep,
    Factor,
    Fase,
    Hoofdstuk,
    Indicator,
    Meting,
    Publicatie,
    Punt,
    Rol,
    Route,
    Stap,
    Voorbeeld,
)
from polderkoers.policy.model.catalogues import (
    Begrip,
    Brondocument,
    Organisatie,
    Partij,
    Plaats,
    Rolsoort,
    Thema,
    Versie,
)
from polderkoers.policy.model.declared import Role
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import Beleid, Opgave

WithWanneer = Punt | Activiteit | Stap | Bedrag | Fase | Besluitmoment
WithNummer = Doel | Doelengroep | Fase | Opgave
WithToelichting = (
    Punt | Deelopgave | Activiteit | Doel | Doelengroep | Rol | Stap | Indicator | Bedrag | Fase | Besluitmoment | Factor | Route | Hoofdstuk
)  # fmt: skip
WithTekst = LetOp | Voorbeeld
WithUitleg = Partij | Rolsoort | Organisatie | Plaats | Thema | Brondocument | Begrip | Versie
WithAndereNamen = Organisatie | Plaats | Begrip
WithThemas = Blok | Beleid | Begrip
WithBron = Blok | Beleid | Cijfer | LetOp | Deelopgave | Publicatie | Rolsoort
WithJaar = Cijfer | Bedrag | Brondocument
WithVersie = Beleid | Catalogus
PartWithBron = Samenhang | Meting


def wanneer_of(item: Onderdeel) -> Wanneer | None:
    """Return when an item is, None where the source does not say or the kind has no time."""
    return item.wanneer if isinstance(item, WithWanneer) else None


def termijn_of(item: Onderdeel) -> str:
    """Return the term of a step (`kort` or `lang`), nothing for any other item."""
    return item.termijn if isinstance(item, Stap) else ""


def nummer_of(item: Onderdeel) -> int | None:
    """Return the number that the source gives an item, None when it gives none."""
    return item.nummer if isinstance(item, WithNummer) else None


def toelichting_of(item: Onderdeel) -> str:
    """Return the explanation of an item, nothing when it has none."""
    return (item.toelichting or "") if isinstance(item, WithToelichting) else ""


def tekst_of(item: Onderdeel) -> str:
    """Return the running text of an item, whatever its kind calls it; nothing when it has none."""
    return item.tekst if isinstance(item, WithTekst) else toelichting_of(item)


def uitleg_of(item: Onderdeel) -> str:
    """Return what an entry of a list is, nothing when that is not explained or it is no such entry."""
    return (item.uitleg or "") if isinstance(item, WithUitleg) else ""


def samenvatting_of(item: Onderdeel) -> str:
    """Return a file of policy in short, nothing for anything else."""
    return item.samenvatting if isinstance(item, Beleid) else ""


def andere_namen_of(item: Onderdeel) -> tuple[str, ...]:
    """Return the other names of an entry."""
    return item.andere_namen if isinstance(item, WithAndereNamen) else ()


def voluit_of(item: Onderdeel) -> str:
    """Return the full name behind an abbreviation, nothing when there is none."""
    return (item.voluit or "") if isinstance(item, Begrip) else ""


def themas_of(item: Onderdeel) -> tuple[str, ...]:
    """Return the ids of the subjects of an item."""
    return item.themas if isinstance(item, WithThemas) else ()


def bron_of(item: object) -> Bron | None:
    """Return the source that an item, or a part without an id, gives itself."""
    return item.bron if isinstance(item, WithBron | PartWithBron) else None


def jaar_of(item: Onderdeel) -> int | None:
    """Return the year of a figure, an amount or a document, None when it is not known."""
    return item.jaar if isinstance(item, WithJaar) else None


def versie_of(item: Onderdeel) -> str:
    """Return the number of the version of a file, nothing when it says none."""
    return (item.versie or "") if isinstance(item, WithVersie) else ""


def doelen_of(item: Onderdeel) -> tuple[str, ...]:
    """Return the references to the goals that an indicator or an amount is for."""
    return item.doelen if isinstance(item, Indicator | Bedrag) else ()


def prose_of(item: Onderdeel) -> str:
    """Return the running text of an item of any kind: the first that its class has, nothing when it has none."""
    names = (each.name for each in fields_of(type(item)) if each.role is Role.PROSE)
    return next((getattr(item, name) or "" for name in names), "")
