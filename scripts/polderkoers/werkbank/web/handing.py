"""Hands a proposal in: at the forge of the project when there is one, as a file of Git, or here, for who decides."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from polderkoers.errors.werkbank import NotHandedIn
from polderkoers.werkbank.forges.settings import forge_of
from polderkoers.werkbank.forges.values import ForgeKind

if TYPE_CHECKING:
    from polderkoers.werkbank.forges.handing import HandedIn
    from polderkoers.werkbank.store.values import Proposal
    from polderkoers.werkbank.web.visit import Visit
    from polderkoers.werkbank.web.workplace import Workplace

_CALLED = {ForgeKind.GITHUB: "GitHub", ForgeKind.GITLAB: "GitLab", ForgeKind.FORGEJO: "Forgejo"}


def kind_of(workplace: Workplace) -> ForgeKind:
    """Return where proposals go; nowhere else when the settings of the forge cannot be used, which handing in then says."""
    try:
        return forge_of(workplace.root, os.environ).kind
    except NotHandedIn:
        return ForgeKind.NONE


def name_of(kind: ForgeKind) -> str:
    """Return what a forge is called, empty when proposals stay here or leave as a file."""
    return _CALLED.get(kind, "")


def bring_in(visit: Visit) -> str:
    """Bring in what was decided on the forge, and return in a sentence what happened. Raises what `forges.fetching.bring_in` does."""
    place = forge_of(visit.workplace.root, os.environ)
    name = name_of(place.kind)
    if not name:
        return "Voorstellen staan alleen hier: er is niets op te halen."
    work = import_module("polderkoers.werkbank.forges.fetching").bring_in
    if work(visit.workplace.store, place):
        return f"Opgehaald: wat op {name} geldt, geldt nu ook hier."
    return f"Op {name} is niets nieuws."


def hand_in(visit: Visit, proposal: Proposal) -> str:
    """Hand a proposal in, and return in a sentence what happened. Raises what `forges.handing.hand_in` does."""
    store, place = visit.workplace.store, forge_of(visit.workplace.root, os.environ)
    work = import_module("polderkoers.werkbank.forges.handing").hand_in
    handed: HandedIn = work(store, place, proposal.id, proposal.tip, visit.visitor.person)
    if name := name_of(place.kind):
        return f"Het voorstel staat nu ook op {name}: {handed.proposal.address}"
    if handed.bundle:
        return "Het voorstel is ingeleverd. Haal hieronder het bestand op, en stuur het naar wie beslist."
    return "Het voorstel is ingeleverd. Wie beslist, ziet het bij Voorstellen."
