"""Who publishes: data/instelling.yaml, the one file kind that is neither policy nor a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from polderkoers.policy.model.catalogues import Catalogus
from polderkoers.policy.model.references import verwijzing


@dataclass(frozen=True, kw_only=True)
class Woord:
    """A noun: singular, plural and article. `eerder` are plurals that were used before, and stood in addresses."""

    enkelvoud: str
    meervoud: str
    lidwoord: str
    eerder: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Woorden:
    """What an organisation calls things, by the name that they have in the data; None where it uses that name."""

    kernopgave: Woord | None = None
    programmalijn: Woord | None = None
    plan: Woord | None = None
    wegwijzer: Woord | None = None
    doel: Woord | None = None
    activiteit: Woord | None = None
    stap: Woord | None = None
    indicator: Woord | None = None
    thema: Woord | None = None


@dataclass(frozen=True, kw_only=True)
class Instelling(Catalogus):
    """data/instelling.yaml. `schema` is the number of the schemas that all data follows, `gebied` the place that it is about.

    `voorbeeld` says that the organisation did not make the site itself.

    `soorten` are the kinds of policy that are used; none means all. `zonder` is what ships with the engine and is not used.
    """

    soortnaam: ClassVar[str] = "instelling"
    schema: int
    naam: str
    type: str
    lidwoord: str | None = None
    gebied: str = verwijzing("plaatsen", verplicht=True)
    code: str | None = None
    website: str | None = None
    contact: str | None = None
    reacties: str | None = None
    taal: str | None = None
    bestuur: str | None = None
    voorbeeld: bool = False
    feeds: str | None = None
    woorden: Woorden | None = None
    soorten: tuple[str, ...] = ()
    zonder: tuple[str, ...] = ()
