"""The page of building blocks: every part of the site is on it, and it is no part of what readers look for."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from polderkoers.website.layers import Layers
from polderkoers.website.tokens import read

PAGE = "meedoen/bouwstenen/"
# Why a class of the site need not be on the page. Everything else must be: who makes a part, shows it here too.
EXCEPTIONS = {
    "pk-view": "the view over the polder stands once, on the home page",
    "pk-kavels": "the ways in, as the home page has them, lead to places on that page",
    "pk-thuis": "where the parts of the home page stand, on that page",
    "pk-search--groot": "the same form as above every page, wider",
    "pk-beeld": "a picture of a screen, in two explanations that are written by hand",
    "pk-card--veld": "another colour of the line above a card, in a list that is written by hand",
    "pk-card--graan": "as above",
    "pk-card--klei": "as above",
    "pk-gegevens": "a line of source with another name, for the search",
    "pk-kop--kaart": "the head of a page with the map beside it; both are shown",
    "pk-kaarten": "only a place for cards",
    "pk-breed": "only the whole width for what stands in it",
    "pk-naast": "only a place beside the answer; what stands in it is shown",
    "pk-onderdeel__verder": "only a place below the text of an item; what stands in it is shown",
    "pk-twee": "two columns on a wide screen; what stands in them is shown",
    "pk-doorgeef": "where sharing and printing stand on a page of a plan; the buttons themselves are shown",
    "pk-sectie": "only a place for what stands under a heading; what it holds is shown",
    "pk-zoek__": "what searching needs beside its results works only on the page for searching",
    "pk-wz-": "what stands around the changes on their own pages; the changes themselves are shown",
    "pk-wz__kolommen": "names in a list, on the pages of changes only",
    "pk-groep--": "which list of an item a group of cards is; they look the same but for steps of a route",
    "pk-item--": "which kind an item is; those with a colour of their own are shown",
}
# Of what an exception names as a whole, these are shown all the same.
SHOWN = {
    "pk-item--doel", "pk-item--rol", "pk-item--stap", "pk-item--activiteit", "pk-item--voorbeeld", "pk-item--besluitmoment",
    "pk-item--bedrag", "pk-item--punt", "pk-item--route", "pk-groep--stappen", "pk-wz-item", "pk-wz-kern",
    "pk-wz-besluit", "pk-wz-zinnen",
}  # fmt: skip
_CLASSES = re.compile(r'\sclass="([^"]*)"')


def classes(html: str) -> set[str]:
    """Return our own classes on a page."""
    return {name for found in _CLASSES.findall(html) for name in found.split() if name.startswith("pk-")}


def is_exception(name: str) -> bool:
    """Return whether a class need not be shown: it is named, or begins with a name that ends in its sign of joining."""
    return name in EXCEPTIONS or any(
        name.startswith(start if start.endswith(("-", "_")) else (f"{start}_", f"{start}-")) for start in EXCEPTIONS
    )


def test_every_part_of_the_site_is_on_the_page(site):
    """A class that any page uses is shown among the building blocks, unless it is explained above."""
    everywhere = set().union(*(classes(site.html(path)) for path in site.paths))
    shown = classes(site.html(PAGE))
    assert sorted(name for name in everywhere - shown if not is_exception(name)) == []
    assert sorted(SHOWN - shown) == []


def test_every_exception_is_needed(site):
    """No exception is left when what it was for is gone or shown."""
    missing = set().union(*(classes(site.html(path)) for path in site.paths)) - classes(site.html(PAGE))
    assert [name for name in EXCEPTIONS if not any(found.startswith(name) for found in missing)] == []


@pytest.mark.parametrize(
    "name",
    ["", "veld", "graan", "klei", "kanaal"],
)
def test_every_label_is_shown(site, name):
    """Each colour of label is on the page, also one that no page uses at the moment."""
    assert f"pk-badge--{name}" in classes(site.html(PAGE)) if name else "pk-badge" in classes(site.html(PAGE))


@pytest.mark.parametrize("kind", ["erbij", "weg", "veranderd", "verplaatst"])
def test_every_kind_of_change_is_shown(site, kind):
    """What came, went, changed and moved is on the page."""
    assert f"pk-wz__soort--{kind}" in classes(site.html(PAGE))


def test_every_colour_is_shown_with_its_values(site):
    """The page names each colour and both its values, as they stand in the sheet."""
    cells = {" ".join(element.text.split()) for element in site.page(PAGE).all("td")}
    names = {element.text for element in site.page(PAGE).all("code")}
    tokens = read(Layers())
    assert set(tokens.light) <= names
    assert {*tokens.light.values(), *tokens.dark.values()} <= cells


def test_the_page_is_for_makers_only(site):
    """Nobody finds the examples by searching, here or elsewhere, and the page can be reached from that of taking part."""
    assert 'name="robots" content="noindex"' in site.html(PAGE)
    assert PAGE not in (site.folder / "zoeken/paginas.json").read_text(encoding="utf-8")
    assert any(link.attributes.get("href") == "bouwstenen/" for link in site.page("meedoen/").all("a"))


def test_the_page_says_that_its_content_is_made_up(site):
    """The first words of the page say that the examples are no policy."""
    assert "geen beleid" in site.page(PAGE).all("p", **{"class": "pk-lead"})[0].text


def test_headings_come_in_order_and_tables_have_names(site):
    """No level of heading is skipped, and every table has a caption and headers."""
    page = site.page(PAGE)
    levels = [int(element.name[1]) for element in page.elements if re.fullmatch("h[1-6]", element.name)]
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    assert len(page.all("caption")) == len(page.all("table")) > 0
    assert page.all("th")
    assert " style=" not in site.html(PAGE)
