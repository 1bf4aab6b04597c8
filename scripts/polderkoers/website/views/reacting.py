"""Where a reader says that something is wrong or not clear, in one text: it follows from whether the site has an address for that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.website.views.accessibility import link_to
from polderkoers.website.views.link import Link

if TYPE_CHECKING:
    from polderkoers.policy.publisher import Publisher


@dataclass(frozen=True)
class Way:
    """A sentence that ends in a link, and what is said after it; without an address the link has only words."""

    before: str
    link: Link
    after: str

    @property
    def said(self) -> str:
        """The same without a link."""
        return f"{self.before} {self.link.text}. {self.after}".strip()


def way_to_react(who: Publisher) -> Way:
    """Return what a reader can do: write to the address for reactions, or else ask who publishes."""
    if who.reactions:
        shown = who.reactions.removeprefix("https://")
        return Way("Laat het weten via", Link(shown, link_to(who.reactions)), "Je hebt geen account nodig.")
    after = "Noem daarbij de bladzijde waar het om gaat. Deze site heeft zelf geen adres voor reacties."
    if who.website:
        return Way("Vraag het via", Link(who.website.removeprefix("https://"), who.website), after)
    return Way("Vraag het aan", Link(who.full, ""), after)
