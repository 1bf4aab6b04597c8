"""What stands at the foot of every page for who looks for more than the menu names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from polderkoers.policy.dutch_words import capital
from polderkoers.website.pages import overview

if TYPE_CHECKING:
    from polderkoers.website.render import Renderer


class FootLink(NamedTuple):
    """Words, and the address below the root of the site."""

    text: str
    address: str


def foot_links(renderer: Renderer) -> Iterator[FootLink]:
    """Yield the pages of a site that stand at the foot of each page, as far as it has them."""
    words = renderer.site.words
    for text, name in (
        ("Vragen", "vragen"),
        (capital(words.all("doel")), "doelen"),
        ("Toezeggingen en moties", "besluiten"),
        ("Cijfers", "cijfers"),
        ("Geld", "geld"),
        ("Over deze site", "over"),
        ("Beleid wijzigen, voor redacteuren", "meedoen"),
    ):
        if renderer.has(f"{name}/"):
            yield FootLink(text, f"{overview(name, words)}/")
