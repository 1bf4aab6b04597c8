"""The drawings of subjects: which there are, which one a page shows, and that they follow the colours of the site."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from polderkoers.policy.model.tekeningen import NEUTRAAL, TEKENINGEN
from polderkoers.website.layers import THEME, Layers
from polderkoers.website.render import Renderer
from polderkoers.website.tokens import read
from polderkoers.website.views.drawings import drawing, drawing_of, drawings, subject_of
from polderkoers.website.views.site import Site
from support.gemeente import policy
from support.made_up import KERNOPGAVE, policy_of

SHEET = THEME / "assets" / "tekeningen.svg"
SVG = "{http://www.w3.org/2000/svg}"
SUBJECTS = """soort: themas
id: meer
versie: '1.0'
status: null
themas:
  - {id: leren, naam: Leren, uitleg: Naar school., tekening: school}
  - {id: rust, naam: Rust, uitleg: Stilte., tekening: null}
"""


@pytest.fixture
def site() -> Site:
    """Return a site of which one subject has a drawing, one says that it has none, and one says nothing."""
    return Site(policy_of(KERNOPGAVE, SUBJECTS))


def test_each_drawing_that_can_be_chosen_is_on_the_sheet():
    """The sheet holds a symbol for each name of the data and the neutral one, with lines in it, and nothing else."""
    root = ET.parse(SHEET).getroot()  # noqa: S314 - a file of our own
    symbols = {symbol.get("id"): len(list(symbol)) for symbol in root}
    assert set(symbols) == {NEUTRAAL, *TEKENINGEN}
    assert min(symbols.values()) > 5
    assert {element.tag for element in root.iter()} == {
        f"{SVG}{tag}" for tag in ("svg", "symbol", "path", "g", "circle")
    }
    assert [each.address for each in drawings()] == [f"assets/tekeningen.svg#{name}" for name in TEKENINGEN]


def test_drawings_have_the_colours_of_the_site_only():
    """Each colour is a token that has a value in light and in dark, so that a house style and the dark page reach the drawings."""
    named = re.findall(r'(?:fill|stroke)="([^"]*)"', SHEET.read_text(encoding="utf-8"))
    tokens = read(Layers())
    known = {f"var(--pk-color-{name})" for name in tokens.light if name in tokens.dark}
    assert set(named) - {"none"} <= known


def test_a_subject_has_the_drawing_that_the_data_choose_or_the_neutral_one(site):
    """Null and nothing mean the same; what is no subject has no drawing."""
    found = {entry.item.id: drawing_of(site, entry) for entry in site.policy.of_kind("thema")}
    assert found["leren"] == drawing("school")
    assert found["rust"] == found["wonen"] == "assets/tekeningen.svg#land"
    assert drawing_of(site, site.policy.entries["fijn-wonen"]) == ""


def test_a_picture_of_the_instance_comes_before_ours(site):
    """Who has a picture of a subject sees that one on its page and its tile."""
    site.own_drawings = {"leren": "assets/eigen.svg"}
    renderer = Renderer(site)
    assert '<img class="pk-tekening pk-tekening--breed" src="../../assets/eigen.svg" alt="">' in renderer.page(
        "onderwerpen/leren/"
    )
    assert '<img class="pk-tekening" src="../assets/eigen.svg" alt="">' in renderer.overview(
        "onderwerpen", "onderwerpen/"
    )


def test_pages_show_to_which_subject_they_belong():
    """Home, the list of subjects, the page of a subject and that of a goal have the same drawing, which nobody hears."""
    renderer = Renderer(Site(policy()))
    goal = renderer.page("programmalijnen/prettig-wonen/doel-passend-huis/")
    pages = (
        renderer.overview("home", ""),
        renderer.overview("onderwerpen", "onderwerpen/"),
        renderer.page("onderwerpen/wonen/"),
        goal,
    )
    for page in pages:
        found = set(re.findall(r'<svg class="pk-tekening[^>]*><use href="[^"]*#huizen"/></svg>', page))
        assert found
        assert all('aria-hidden="true"' in one for one in found)


def test_an_item_belongs_to_the_subject_that_it_surely_has():
    """A goal without subjects of its own belongs to the one of its file; to none when that has several, and so does what names none anywhere."""
    site = Site(policy_of(KERNOPGAVE))
    goal = site.policy.entries["fijn-wonen/doel-genoeg-huizen"]
    assert subject_of(site, goal).item.id == "wonen"
    assert subject_of(site, site.policy.entries["themas/wonen"]) is None
    several = Site(policy_of(KERNOPGAVE.replace("themas: [wonen]", "themas: [wonen, zorg]", 1)))
    assert subject_of(several, several.policy.entries["fijn-wonen/doel-genoeg-huizen"]) is None
    assert subject_of(several, several.policy.entries["fijn-wonen"]).item.id == "wonen"
