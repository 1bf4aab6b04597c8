"""The page of building blocks: every token and every part of the site, in every state, for who makes or checks it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polderkoers.website import tokens
from polderkoers.website.layers import Layers
from polderkoers.website.views.drawings import drawings
from polderkoers.website.views.showcase import design
from polderkoers.website.views.site import Site


def showcase(site: Site, layers: Layers, parts: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the page shows: the tokens of the site, and `parts`, made-up content for each of them."""
    found = tokens.read(layers)
    term = next((entry.item.label for entry in site.policy.of_kind("begrip")), "")
    return {
        **parts,
        "groups": design.colours(found),
        "pairs": design.pairs(found),
        "letters": design.letters(found),
        "spaces": design.spaces(found),
        "begrip": term,
        "drawings": tuple(drawings()),
    }
