"""The page of building blocks: every token and every part of the site, in every state, for who makes or checks it."""

from __future__ import annotations

from typing import Any

from polderkoers.website import tokens
from polderkoers.website.layers import Layers
from polderkoers.website.views.showcase import design, examples
from polderkoers.website.views.site import Site


def showcase(site: Site, layers: Layers) -> dict[str, Any]:
    """Return what the page shows: the tokens of the site, and made-up content for every part."""
    found = tokens.read(layers)
    term = next((entry.item.label for entry in site.policy.of_kind("begrip")), "")
    return {
        **examples.values(),
        "groepen": design.colours(found),
        "paren": design.pairs(found),
        "letters": design.letters(found),
        "ruimtes": design.spaces(found),
        "begrip": term,
    }
