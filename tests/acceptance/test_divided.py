"""A site with overviews that are too big for one page, as its readers see it."""

from __future__ import annotations

import gzip
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from support.browser import needs_browser, violations
from support.gemeente import laid
from support.links import dead_links
from support.site import BuiltSite, serving

FEW = 5
# MkDocs keeps plugins from one build of a process to the next, so that this one has a process of its own.
BUILD = """
from mkdocs.__main__ import cli
from polderkoers.website.divided import about, pages, series
about.AT_MOST = pages.AT_MOST = series.AT_MOST = {}
cli()
"""


@pytest.fixture(scope="module")
def divided(tmp_path_factory):
    """Give the made-up municipality as a site of which no overview may show more than a few items on one page."""
    root = laid(tmp_path_factory.mktemp("delen") / "polderdam")
    subprocess.run([sys.executable, "-c", BUILD.format(FEW), "build", "--strict", "--quiet"], cwd=root, check=True)
    return BuiltSite(root / "site")


@pytest.fixture
def visit(open_context, divided):
    """Open a page of that site; the test fails when the page complains."""
    complaints = []
    with serving(divided.folder) as address:

        def run(path, **options):
            page = open_context(reduced_motion="reduce", **options).new_page()
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
            page.goto(f"{address}{path}")
            return page

        yield run
    assert complaints == []


def test_no_link_of_a_divided_site_is_dead(divided):
    """All pages are there, with every place that something links to."""
    assert {"doelen/2023/", "tijdlijn/zonder-jaar/", "begrippen/b/"} <= set(divided.paths)
    assert dead_links(divided) == []


def test_no_page_that_lists_is_heavy(divided):
    """However much there is to list, the pages that list it hold a few items each, and so a few kilobytes."""
    weights = {path: len(gzip.compress(divided.html(path).encode())) for path in divided.paths if path.count("/") > 1}
    lists = {path: size for path, size in weights.items() if path.startswith(("wie/", "plaatsen/", "onderwerpen/"))}
    assert {"wie/gemeente/", "onderwerpen/wonen/", "onderwerpen/wonen/themas/"} <= lists.keys()
    # The frame, the choice of what is shown and the box at the foot are some three kilobytes of each.
    assert max(lists.values()) < 5_800


def test_a_part_of_the_page_of_a_subject_leads_back_to_it(divided):
    """A reader of a part sees whose page it is of, and in which part of the menu."""
    html = divided.html("onderwerpen/wonen/themas/")
    assert '<a href="../../../onderwerpen/wonen/">Wonen</a></li><li aria-current="page">Wonen: ' in html
    assert 'href="../../" aria-current="true">' in html


def test_a_part_stands_in_the_menu_and_the_breadcrumbs_under_its_overview(divided):
    """A reader of a part sees in which overview she is, in the menu and above the title."""
    html = divided.html("begrippen/b/")
    assert '<nav class="pk-crumbs" aria-label="Kruimelpad"><ol><li><a href="../../">Home</a></li>' in html
    assert '<li><a href="../../begrippen/">Begrippen</a></li><li aria-current="page">Begrippen: B</li>' in html
    assert 'href="../" aria-current="true">Begrippen' in html


def test_a_site_that_needs_no_parts_has_nothing_of_them(site):
    """Without an overview that is too big, the files for divided ones are not published."""
    assert [path for path in site.folder.rglob("*") if path.name.startswith("delen.")] == []


@needs_browser
def test_all_parts_are_searched_for_a_name_once_somebody_types(visit):
    """The names are loaded at the first letter; what is found leads to its page, and the list of parts is back without words."""
    page = visit("begrippen/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    assert violations(page) == []
    expect(page.get_by_role("link", name="B", exact=True)).to_be_visible()
    assert not any("delen.json" in url for url in asked)
    field = page.get_by_role("searchbox", name="Zoek in alle delen")
    first = page.locator("[data-pk-delen-lijst] a")
    field.fill("wmo")
    expect(first.first).to_contain_text("Wmo")
    assert [url.rpartition("/")[2] for url in asked if "delen" in url] == ["delen.json"]
    assert violations(page) == []
    expect(page.get_by_role("link", name="B", exact=True)).to_be_hidden()
    field.fill("zoietsisernietbij")
    expect(page.get_by_role("status")).to_have_text("Niets gevonden. Probeer een ander woord.")
    expect(page.get_by_role("link", name="B", exact=True)).to_be_visible()
    field.fill("wmo")
    first.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Wmo")


@needs_browser
def test_without_script_the_parts_stand_there(visit):
    """There is no field for searching then, and every part can be reached."""
    page = visit("doelen/", java_script_enabled=False)
    expect(page.locator("[data-pk-delen]")).to_be_hidden()
    page.get_by_role("link", name="2023", exact=False).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2023")


@needs_browser
@pytest.mark.parametrize("path", ["doelen/", "tijdlijn/", "tijdlijn/zonder-jaar/", "open-vragen/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_entrances_and_parts_fit_and_are_accessible(visit, path, width):
    """Nothing sticks out at the side of a narrow or wide screen, and axe-core has no complaints."""
    page = visit(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


@needs_browser
@pytest.mark.parametrize("path", ["onderwerpen/wonen/", "onderwerpen/wonen/themas/deel-2/"])
def test_a_page_about_a_subject_that_is_divided_is_for_everyone(visit, path):
    """The page that leads to its parts and a part itself are as accessible as any, on a phone as well."""
    assert violations(visit(path, width=390, height=800)) == []


@needs_browser
def test_all_parts_of_a_subject_are_searched(visit):
    """Once somebody types, what is found takes the place of the sections; without words these are back."""
    page = visit("onderwerpen/wonen/")
    heading = page.get_by_role("heading", name="In het beleid")
    expect(heading).to_be_visible()
    field = page.get_by_role("searchbox", name="Zoek in alle delen")
    field.fill("wonen")
    expect(page.locator("[data-pk-delen-lijst] a").first).to_be_visible()
    expect(heading).to_be_hidden()
    field.fill("")
    expect(heading).to_be_visible()
