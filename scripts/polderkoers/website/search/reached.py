"""The answers to how somebody is reached who can be turned to: as far as that is known, and that it is not known where it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from polderkoers.website.pages import overview
from polderkoers.website.search.answer import ASKED, Answer, Lead, Overview
from polderkoers.website.views.contacts import contacts

if TYPE_CHECKING:
    from polderkoers.website.views.contacts import ContactCard
    from polderkoers.website.views.site import Site

_PAGE = "contact"
_ASKED = (
    "telefoonnummer", "telefoon", "nummer", "bellen", "mail", "mailen", "e-mail", "email", "mailadres", "adres", "openingstijden", "contact",
    "contactgegevens", "hoe bereik ik", "bereikbaar", "waar is", "afspraak", "afspraak maken", "spreekuur",
)  # fmt: skip
_UNKNOWN = "Telefoonnummer en adres zijn niet bekend op deze site."


def reached(site: Site, overviews: Mapping[str, Overview]) -> Iterator[Answer]:
    """Yield how each contact of the data is reached; `overviews` are the pages about no item, by address."""
    page = f"{overview(_PAGE, site.words)}/"
    for card in contacts(site) if page in overviews else ():
        asked = tuple(f"{words} {card.naam.lower()}" for words in _ASKED)
        leads = (Lead(card.website.removeprefix("https://"), card.website),) if card.website else ()
        text = " ".join((card.waarvoor, *_ways(card)))
        yield Answer(
            "Contact", card.naam, text, f"{page}#{card.id}", asked, heading="Kijk bij", leads=leads, sort=ASKED
        )


def _ways(card: ContactCard) -> Iterator[str]:
    if card.telefoon:
        yield f"Bel {card.telefoon}."
    if card.mail:
        yield f"Mail {card.mail}."
    if card.adres:
        yield f"Ga naar {card.adres}."
    if not (card.telefoon or card.adres):
        yield _UNKNOWN
