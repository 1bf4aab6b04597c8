"""The second instance of this repository, Dronten: from the wheel, outside the checkout, its site is right and all its own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from support import wheel
from support.browser import needs_browser
from support.links import dead_links, double_ids, double_titles, from_elsewhere, out_of_reach
from support.looks import glimpse, kinds
from support.made_up import ROOT
from support.site import BuiltSite, serving
from support.weight import too_heavy
from support.wheel import done

DRONTEN = ROOT / "voorbeelden" / "dronten"
MADE = ("site", "docs", ".polderkoers")
# What the source of Dronten says of its neighbour: that volunteers are a little more there.
NEIGHBOUR = re.compile("het lag iets onder dat van urk, noordoostpolder en zeewolde", re.IGNORECASE)


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """A copy of the instance in a folder of its own, checked, built and examined with the installed engine."""
    command = wheel.installed(tmp_path_factory.mktemp("wiel")).with_name("polderkoers")
    copy = tmp_path_factory.mktemp("elders") / "dronten"
    shutil.copytree(DRONTEN, copy, ignore=shutil.ignore_patterns(*MADE))
    assert "Alles klopt." in done(command, "check", cwd=copy)
    done(command, "build", "--zonder-historie", cwd=copy)
    assert "Alles klopt." in done(command, "check", "--site", cwd=copy)
    return copy


@pytest.fixture(scope="module")
def site(root) -> BuiltSite:
    """The site of the instance."""
    return BuiltSite(root / "site")


def words(site: BuiltSite, path: str) -> str:
    """Return the text of a page with single spaces, without menu, frame and what asks for a reaction."""
    return " ".join(" ".join(element.text for element in site.page(path).all("article", id="inhoud")).split())


def test_an_instance_is_nothing_but_data_and_settings():
    """Every file of the instance is YAML in data/, its tokens, or the settings of twenty lines."""
    files = [path.relative_to(DRONTEN) for path in DRONTEN.rglob("*") if path.is_file()]
    kept = {path.as_posix() for path in files if path.parts[0] not in MADE}
    assert {name for name in kept if not re.fullmatch(r"data/([a-z]+/)?[a-z-]+\.yaml", name)} == {
        "mkdocs.yml",
        "huisstijl/tokens.json",
    }
    assert len((DRONTEN / "mkdocs.yml").read_text(encoding="utf-8").splitlines()) <= 20


def test_the_site_speaks_the_words_of_dronten(site):
    """A plan is a themaplan and a goal a resultaat: in addresses, headings, tables and the menu."""
    assert "Wat wil de gemeente Dronten?" in words(site, "")
    assert "7 resultaten" in words(site, "themaplannen/zelfredzaamheid/")
    assert words(site, "themaplannen/").startswith("Themaplan\N{PILCROW SIGN}")
    assert "Klik op een resultaat" in words(site, "resultaten/")
    assert "Bij resultaat" in words(site, "geld/")
    assert "Bekijk het per resultaat" in words(site, "rode-draad/")
    assert "Themaplan" in " ".join(element.text for element in site.page("").all("nav")).split()
    for path in ("rode-draad/", "resultaten/", "geld/", "cijfers/"):
        assert re.findall(r"(?i)\bdoel(?:en)?\b|kernopgave|programmalijn", words(site, path)) == [], path


def test_one_plan_is_spoken_of_as_one(site):
    """Where there is one plan, no page speaks of more of them."""
    assert "uit een plan van de gemeente" in words(site, "")
    for path in ("", "themaplannen/", "zoeken/"):
        assert "themaplannen" not in words(site, path).lower(), path


def test_an_example_says_that_it_is_one(site):
    """Not only the foot: also the page about the site says who did not make it."""
    assert "Deze site is een voorbeeld De gemeente Dronten heeft deze site niet gemaakt" in words(site, "over/")
    assert "Deze site is van de gemeente" not in words(site, "over/")


def test_what_ships_is_explained_and_published(site):
    """A term that the plan uses and Dronten does not explain itself, leads to the list that it stands in."""
    page = site.html("begrippen/wmo/")
    assert 'href="../../meegeleverd/begrippen.yaml"' in page
    assert (site.folder / "meegeleverd" / "begrippen.yaml").is_file()
    assert not (site.folder / "begrippen" / "waterberging").exists()


def test_the_plan_asks_what_it_asks_of_the_municipality(site):
    """The page of who works at the municipality shows what the plan makes it responsible for."""
    assert "Het onderzoek naar respijtzorg afronden" in words(site, "wie/gemeente/")


def test_the_site_has_colours_of_its_own(site):
    """The colours of the tokens are on the pages."""
    (styles,) = (site.folder / "assets" / "css").glob("site.*.css")
    assert "#6b2357" in styles.read_text(encoding="utf-8")


def test_the_first_municipality_is_there_only_where_the_source_names_it(site):
    """Noordoostpolder is a neighbour: named in one sentence of the plan and as a place, and nowhere else."""
    about = ("plaatsen/", "themaplannen/zelfredzaamheid/")
    named = {path for path in site.paths if "noordoostpolder" in site.html(path).lower()}
    assert {path for path in named if not path.startswith(about)} == set()
    assert NEIGHBOUR.search(words(site, "themaplannen/zelfredzaamheid/"))
    assert "emmeloord" not in "".join(site.html(path) for path in site.paths).lower()


def test_every_link_leads_somewhere_and_every_page_is_light(site):
    """Links, titles, ids, ways from the home page and weight are as on every site, and nothing comes from elsewhere."""
    assert dead_links(site) == []
    assert out_of_reach(site) == []
    assert double_titles(site) == []
    assert double_ids(site) == {}
    assert from_elsewhere(site) == []
    assert too_heavy(site) == {}


@needs_browser
@pytest.mark.whole
def test_one_page_of_each_kind_is_accessible_on_a_phone(site):
    """At 390 pixels axe finds nothing, light or dark, and headings, tables and pictures are in order."""
    with serving(site.folder) as address:
        seen = glimpse(address, kinds(site), 390)
    assert {path: page.violations for path, page in seen.items() if page.violations} == {}
    assert {path: page.structure for path, page in seen.items() if page.structure} == {}
