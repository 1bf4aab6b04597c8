"""Versions of the basis of comparisons as the site holds them, and edits of it, for tests of the pages about changes."""

from __future__ import annotations

from pathlib import Path

from polderkoers.changes.deciding.parts import PARTS
from polderkoers.changes.versions import Missing
from polderkoers.policy.load import load
from polderkoers.policy.model.versies import Versie
from polderkoers.website.history import HeldVersion, History
from polderkoers.website.views.changes import choices, sections
from polderkoers.website.views.changes.compared import Compared
from polderkoers.website.views.site import Site
from polderkoers.website.views.timeline import Filter

LIVING = "data/kernopgaven/prettig-leven.yaml"
PLAN = "data/plannen/plan-2020.yaml"
SHARPER = {"was": "minstens 10 woningen", "wordt": "minstens 20 woningen"}
SPELLING = {"was": "Leegstand is niet goed", "wordt": "Leegtand is niet goed"}
NOTE = {"was": "De bron zegt niet waar de woningen komen.", "wordt": "De bron zegt niets over de plek."}
NAME = {"in": "data/themas.yaml", "was": "naam: Zorg", "wordt": "naam: Zorg en hulp"}
MONEY = {"was": "bedrag: 1000000", "wordt": "bedrag: 1250000"}
TERM = {"was": "termijn: kort\n    naam: Onderzoek", "wordt": "termijn: lang\n    naam: Onderzoek"}
GONE = {"in": PLAN, "weg": True}


def listed(id_: str) -> Versie:
    """A version as data/versies.yaml lists it."""
    return Versie(
        id=id_,
        naam=f"Versie {id_}",
        uitleg="Zo was het.",
        datum=id_,
        vastgesteld_door=None,
        besluit=None,
        commit="a" * 40,
    )


def history_of(*roots: Path, missing: tuple[Missing, ...] = ()) -> tuple[Site, History]:
    """The site of the last root, and a history in which the others are the versions 2001, 2002 and so on."""
    *before, now = (load(root) for root in roots)
    history = History(None, now)
    held = tuple(
        HeldVersion(str(year), f"Versie {year}", loaded, listed(str(year))) for year, loaded in enumerate(before, 2001)
    )
    history.__dict__["_opened"] = (held, missing)
    return Site(now.policy), history


def filters_of(pair: Compared) -> tuple[Filter, ...]:
    """The fields by which the page of a pair can be filtered."""
    files = [file for part in PARTS for file in sections.files(pair, part)]
    return choices.filters(pair, sections.shown(files))
