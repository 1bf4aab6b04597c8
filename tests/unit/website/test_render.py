"""Keeping our own HTML out of Markdown."""

from __future__ import annotations

import re

import pytest

from polderkoers.website.overview_table import OVERVIEWS
from polderkoers.website.render import Renderer
from polderkoers.website.views.site import Site
from support.made_up import KERNOPGAVE, policy_of


@pytest.fixture
def site() -> Site:
    """A small site."""
    return Site(policy_of(KERNOPGAVE))


def squeezed(text: str) -> str:
    """Return a text without the blank lines that Markdown does not mind."""
    return re.sub(r"\n\s*", "\n", text).strip()


@pytest.mark.parametrize("path", ["kernopgaven/fijn-wonen/", "wie/gemeente/", "meedoen/meldingen/dubbel-id/"])
def test_what_was_kept_out_comes_back_as_it_was(site, path):
    """A page that was kept out of Markdown but for its headings is the same page when it is put back."""
    whole, parking = Renderer(site), Renderer(site)
    parking.parks = True
    parked = parking.page(path)
    assert len(parked) < len(whole.page(path)) / 2
    assert squeezed(parking.unpark(parked)) == squeezed(whole.page(path))


def test_only_headings_and_marks_are_left_for_markdown(site):
    """Of every overview, nothing but its headings goes through Markdown."""
    renderer = Renderer(site)
    renderer.parks = True
    for name in OVERVIEWS:
        lines = [line for line in renderer.overview(name, "").splitlines() if line.strip()]
        assert all(re.match(r'#{1,3} |<div data-pk="\d+"></div>$', line) for line in lines), name


def test_a_generator_without_hooks_gets_everything(site):
    """Nobody who does not ask for it finds a mark in a page."""
    assert 'data-pk="' not in Renderer(site).page("kernopgaven/fijn-wonen/")
