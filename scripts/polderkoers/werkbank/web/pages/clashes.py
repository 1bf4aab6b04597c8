"""Bringing a proposal up to date: what came in force meanwhile is merged, and what clashes is decided by button."""

from __future__ import annotations

from starlette.responses import Response

from polderkoers.errors.werkbank import WerkbankError
from polderkoers.werkbank.store.updating import Clashes, Side
from polderkoers.werkbank.store.values import Moved, Proposal
from polderkoers.werkbank.web.answers import sent_to, shown
from polderkoers.werkbank.web.pages.proposal import named, page_of
from polderkoers.werkbank.web.visit import Visit

_SIDES: tuple[Side, ...] = ("was", "mine", "theirs")
_CHOICE = "kies "


def clashes_page(visit: Visit) -> Response:
    """Send somebody to the page of a proposal: clashes are shown where one begins to bring it up to date."""
    return sent_to(f"/voorstel/{named(visit).id}")


def update(visit: Visit) -> Response:
    """Bring a proposal up to date with what is decided so far, or show what clashes still."""
    proposal = named(visit)
    decided = _decided(visit)
    try:
        outcome = visit.workplace.store.update(
            proposal.id, proposal.tip, visit.visitor.person, decided, visit.text("gezien")
        )
    except Moved as moved:
        return page_of(visit, moved.newer, 409, str(moved))
    except WerkbankError as error:
        return page_of(visit, named(visit), 409, error.told)
    if isinstance(outcome, Proposal):
        visit.say("Het voorstel is bijgewerkt met wat intussen is gaan gelden.")
        return sent_to(f"/voorstel/{proposal.id}")
    return _shown(visit, proposal, outcome, decided)


def _decided(visit: Visit) -> dict[str, Side]:
    """Return what was decided by key: what the form remembers, and the button that was pressed."""
    found: dict[str, Side] = {}
    for name, values in visit.posted.items():
        side = next((each for each in _SIDES if values[-1] == each), None)
        if name.startswith(_CHOICE) and side is not None:
            found[name.removeprefix(_CHOICE)] = side
    return found


def _shown(visit: Visit, proposal: Proposal, outcome: Clashes, decided: dict[str, Side]) -> Response:
    return shown(visit, "botsingen.html.j2", proposal=proposal, outcome=outcome, decided=decided)
