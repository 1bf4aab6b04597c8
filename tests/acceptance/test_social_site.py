"""The built site: what other programs show when somebody shares a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from injection.corpus import SHOWN
from injection.reading import plain
from polderkoers.website.layers import PAGES
from support.gemeente import INSTANCE, PUBLISHED
from support.hostile import TITLES
from support.site import BuiltSite, build, overlay

PICTURE = re.compile(r'[^"\s]*assets/delen/[^"\s]*')
# The first part of an address, and the picture that all pages below it share.
SHARED = {
    "begrippen": "begrippen",
    "organisaties": "wie",
    "rollen": "wie",
    "bronnen": "plannen",
    "wijzigingen": "wijzigingen",
    "meedoen/meldingen": "meepraten",
    "versies/2014": "wijzigingen",
    "versies/2023": "wijzigingen",
}
# Pages that no item of the data has: a field of work, and what became of an item that is gone. They share a picture too.
WITHOUT_ITEM = {"wie/werkveld-": "wie", "kernopgaven/wonen-en-buurt/": "plannen"}
OWN = ("kernopgaven", "programmalijnen", "plannen", "wegwijzers", "wie", "plaatsen", "onderwerpen")


def told(site: BuiltSite, path: str) -> dict[str, str]:
    """Return what a page tells other programs; the test fails when it says something twice."""
    named = [
        (element.attributes.get("property") or element.attributes.get("name", ""), element.attributes["content"])
        for element in site.page(path).all("meta")
        if "content" in element.attributes
    ]
    found = [(name, content) for name, content in named if name.startswith(("og:", "twitter:"))]
    assert len(dict(found)) == len(found)
    return dict(found)


def picture(site: BuiltSite, path: str) -> str:
    """Return the name of the picture of a page, below the folder of pictures."""
    return told(site, path)["og:image"].removeprefix(f"{PUBLISHED}assets/delen/").removesuffix(".png")


def test_every_page_says_what_it_is(published):
    """Each page gives its title, description, kind, language, site, own address and a large picture with its size."""
    for path in published.paths:
        found = told(published, path)
        page = published.page(path)
        assert found["og:url"] == PUBLISHED + path == page.all("link", rel="canonical")[0].attributes["href"]
        assert found["og:site_name"] == "Polderkoers Polderdam"
        assert found["og:locale"] == (path[:2] if path[:3] in ("en/", "ar/") else "nl_NL")
        assert found["og:type"] == ("article" if path else "website")
        assert page.all("title")[0].text.startswith(found["og:title"]), path
        described = [each for each in page.all("meta") if each.attributes.get("name") == "description"]
        assert found["og:description"] == described[0].attributes["content"] != ""
        assert found["twitter:card"] == "summary_large_image"
        size = (found["og:image:width"], found["og:image:height"], found["og:image:type"])
        assert size == ("1200", "630", "image/png")
        assert "Polderkoers Polderdam. Een tekening van het land" in found["og:image:alt"]


def test_every_picture_that_a_page_names_is_there_and_no_other(published):
    """The file stands at the address that pages name, is what they say it is, and every file is named."""
    named = {told(published, path)["og:image"].removeprefix(PUBLISHED) for path in published.paths}
    folder = published.folder / "assets/delen"
    assert named == {file.relative_to(published.folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    for path in named:
        file = published.folder / path
        assert file.stat().st_size < 25_000, path
        with Image.open(file) as image:
            assert (image.format, image.size) == ("PNG", (1200, 630)), path


def test_each_page_names_the_picture_of_its_section(published):
    """Policy, parties, places and subjects have a picture of their own, as hand-written pages do; others share one."""
    sections = [path for path in published.paths if path.split("/")[0] in OWN and path.count("/") == 2]
    own = [path for path in sections if not path.startswith(tuple(WITHOUT_ITEM))]
    assert len(own) > 20
    assert {path: picture(published, path) for path in own} == {path: path.strip("/") for path in own}
    for begin, shared in WITHOUT_ITEM.items():
        assert {picture(published, path) for path in sections if path.startswith(begin)} == {shared}, begin
    for above, shared in SHARED.items():
        below = [path for path in published.paths if path.startswith(f"{above}/") and path != f"{above}/"]
        assert below, above
        assert {picture(published, path) for path in below} == {shared}, above
    assert picture(published, "") == "voorpagina"
    written = [path.relative_to(folder) for folder in (INSTANCE / "docs", PAGES) for path in folder.rglob("*.md")]
    pages = [path.with_suffix("").as_posix().removesuffix("index").strip("/") for path in written]
    # Only a portal has this one.
    pages.remove("deelnemers")
    assert {page: picture(published, f"{page}/") for page in pages if page} == {page: page for page in pages if page}


@pytest.mark.parametrize(
    ("path", "title", "alt"),
    [
        ("kernopgaven/iedereen-doet-mee/", "Iedereen doet mee!", "Kernopgave: Iedereen doet mee! Polderkoers"),
        ("tijdlijn/", "Tijdlijn en besluiten", "Wat komt eraan? Polderkoers"),
        ("", "Polderkoers Polderdam", "Wat wil de gemeente Polderdam? Polderkoers"),
        (
            "plannen/sportnota/",
            "Sportnota Waterstad",
            "Plan van de gemeente Waterstad: Sportnota Waterstad. Polderkoers",
        ),
        ("meedoen/voor-de-raad/", "Voor de gemeenteraad", "Meedoen: Voor de gemeenteraad. Polderkoers"),
    ],
)
def test_title_and_alternative_text_say_what_the_page_is(published, path, title, alt):
    """The title is that of the page; the text beside the picture says what stands in it, and whose policy it is."""
    found = told(published, path)
    assert found["og:title"].startswith(title)
    assert found["og:image:alt"].startswith(alt)


def test_no_page_loads_the_picture_itself(published):
    """The picture is named for others; a reader of the page never fetches it."""
    for path in published.paths:
        html = published.html(path)
        for found in PICTURE.finditer(html):
            before = html[: found.start()].rpartition("<")[2]
            assert before.startswith('meta property="og:image" content='), path


@pytest.mark.parametrize(("id_", "title"), TITLES.items(), ids=[injection.name for injection in SHOWN])
def test_a_hostile_title_stays_text(hostile, id_, title):
    """Each injection is read back from the tags as it is, breaks out of nothing, and has a picture."""
    path = f"kernopgaven/{id_}/"
    found = told(hostile, path)
    shown = plain(title)
    # As in the title of the page and its description, all white space is one space.
    assert found["og:title"].startswith(" ".join(title.split()))
    assert found["og:description"] == " ".join(title.split())
    assert plain(found["og:image:alt"]).startswith(f"Kernopgave, concept: {shown}")
    assert found.keys() == told(hostile, "kernopgaven/iedereen-doet-mee/").keys()
    for element in hostile.page(path).all("meta"):
        assert element.attributes.keys() <= {"charset", "name", "property", "content", "http-equiv"}
    assert picture(hostile, path) == f"kernopgaven/{id_}"


def test_without_an_address_no_page_names_a_picture_and_none_is_made(site):
    """A site that does not know its address says no address that could be wrong, and carries no pictures."""
    assert not (site.folder / "assets/delen").exists()
    for path in site.paths:
        found = told(site, path)
        assert found.keys() == {"og:site_name", "og:locale", "og:type", "og:title", "og:description"}
        assert not PICTURE.search(site.html(path)), path


def test_a_style_without_a_colour_stops_the_build_and_says_which(project: Path, monkeypatch):
    """A style sheet that lacks a colour of the picture stops the build before anything is written, in Dutch."""
    tokens = overlay(project, "assets/css/tokens.css")
    tokens.write_text(tokens.read_text(encoding="utf-8").replace("--pk-color-water:", "--pk-color-zee:"), "utf-8")
    monkeypatch.setenv("POLDERKOERS_SITE_URL", PUBLISHED)
    outcome = build(project, project / "site")
    assert outcome.returncode != 0
    assert "de kleur --pk-color-water ontbreekt" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert not (project / "site").exists()


def test_the_list_for_search_engines_names_what_may_be_indexed(published):
    """The sitemap has the full address of every page but those that ask not to be indexed, such as old versions."""
    listed = re.findall(r"<loc>([^<]*)</loc>", (published.folder / "sitemap.xml").read_text("utf-8"))
    closed = {
        path
        for path in published.paths
        if any("noindex" in element.attributes.get("content", "") for element in published.page(path).all("meta"))
    }
    assert any(path.startswith("versies/2014/") for path in closed)
    assert sorted(listed) == sorted(f"{PUBLISHED}{path}" for path in published.paths if path not in closed)
