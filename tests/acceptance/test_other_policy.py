"""The engine knows no policy: a site of other data says nothing of this repository's own, and says it in words of its own."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from polderkoers.changes.content import content_of
from polderkoers.policy.tree import Folder
from support.git import git
from support.lenient import IN_THE_ENVIRONMENT
from support.other import other_root, own_names
from support.site import BuiltSite, HtmlPage, build

_TEXTS = {".html", ".xml", ".json", ".txt", ".yaml", ".svg"}
# What was written elsewhere, and the signs and years of licences in it.
_ELSEWHERE = ("assets/vendor/",)
_YEARS = re.compile(r"(?<![\d.#&\w-])(?:2012|2025)(?![\d\w])")
_VERSIONS = """soort: versies
id: versies
versie: "1.0"
status: null
versies:
  - id: "1931"
    naam: Eerste waterplan
    uitleg: Hoe het begon.
    datum: 1931
    vastgesteld_door: null
    besluit: null
    documenten: [waterplan-1931]
    commit: null
    inhoud: {inhoud}
"""


@pytest.fixture(scope="module")
def water(tmp_path_factory) -> BuiltSite:
    """The site of the made-up water board, with an earlier version to compare with."""
    root = other_root(tmp_path_factory.mktemp("water") / "project")
    new = root / "data" / "programmalijnen"
    shutil.move(new, root / "later")
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "data")
    git(root, "commit", "--quiet", "--message", "Eerste")
    held = content_of(Folder(root))
    shutil.move(root / "later", new)
    (root / "data" / "versies.yaml").write_text(_VERSIONS.format(inhoud=held), encoding="utf-8")
    change(
        root / "data" / "kernopgaven" / "hoge-dijken.yaml",
        "naam: Gras op elke dijk",
        "naam: Gras en bloemen op elke dijk",
    )
    change(root / "data" / "instelling.yaml", "    meervoud: ambities", "    meervoud: ambities\n    eerder: [wensen]")
    change(root / "mkdocs.yml", '!ENV [POLDERKOERS_SITE_URL, ""]', "https://water.example/")
    return made(root)


def change(path: Path, old: str, new: str) -> None:
    """Change a text in a file, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def made(root: Path, **more: str) -> BuiltSite:
    """Build the site of a root, with more in its environment; the test fails with what the build said."""
    outcome = build(root, root / "site", **more)
    assert outcome.returncode == 0, outcome.stderr
    return BuiltSite(root / "site")


def texts(site: BuiltSite) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of every file of a site that someone may read, in small letters."""
    for path in sorted(site.folder.rglob("*")):
        address = path.relative_to(site.folder).as_posix()
        if path.suffix in _TEXTS and not address.startswith(_ELSEWHERE):
            yield address, path.read_text(encoding="utf-8").casefold()


def test_nothing_of_this_repositorys_own_policy_is_anywhere(water):
    """No name, place or year of our own policy stands in a page, feed, message, text of a picture, or address."""
    names = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(own_names(), key=len, reverse=True)))
    found = {
        f"{address}: {match.group()}"
        for address, text in texts(water)
        for pattern in (names, _YEARS)
        for match in pattern.finditer(f"{address} {text}")
    }
    assert found == set()


def test_what_the_organisation_calls_something_is_what_it_is_called(water):
    """Titles, overviews, filters, comparisons, decisions and feeds use the words of the organisation and no others."""
    ours = re.compile(r"\b(kernopgaven?|programmalijn(?:en)?|gemeente(?:raad)?|onderwerpen)\b")
    for address, text in texts(water):
        # How files are changed is told in the words of those files, and the rest of the data is not for reading.
        if address.endswith(".html") and not address.startswith("meedoen/"):
            shown = HtmlPage()
            shown.feed(re.sub(r"<(script|style)\b.*?</\1>|data/[\w/.-]+|https?://[^\s<]+", "", text, flags=re.DOTALL))
            words = " ".join(element.text for element in shown.all("body"))
            found = set(ours.findall(words))
            assert found == set(), address
    assert "Ambitie 1" in water.html("strevens/")
    assert "de ambitie van toen" in water.html("vervolg/waterplan-1931/waterplan-1937/")
    compared = water.html("wijzigingen/1931-nu/")
    assert "1 pijler" in compared
    assert "Streven 2" in compared
    assert "Ambitie Hoge dijken" in water.html("wijzigingen/1931-nu/besluit/")
    feed = (water.folder / "feeds" / "ambities" / "hoge-dijken.xml").read_text(encoding="utf-8")
    assert "Wijzigingen in ambitie Hoge dijken" in feed


def test_addresses_follow_the_words_and_every_version_does(water):
    """A file stands below the plural of what the organisation calls it, now and in earlier versions."""
    assert "Hoge dijken" in water.html("ambities/hoge-dijken/")
    assert "Hoge dijken" in water.html("versies/1931/ambities/hoge-dijken/")
    assert "Sterk water" in water.html("pijlers/sterk-water/")
    assert not (water.folder / "kernopgaven").exists()


def test_an_address_from_before_a_word_changed_leads_to_todays(water):
    """A page, a page in a version and a feed still answer where they stood under the word of before."""
    for former in ("wensen/hoge-dijken/", "versies/1931/wensen/hoge-dijken/"):
        page = water.html(former)
        assert f'{former.replace("wensen", "ambities")}">Ga naar het nieuwe adres</a>' in page
    feeds = water.folder / "feeds"
    assert (feeds / "wensen" / "hoge-dijken.xml").read_bytes() == (feeds / "ambities" / "hoge-dijken.xml").read_bytes()


def test_addresses_of_overviews_follow_the_words_too(water):
    """Subjects and goals stand, with all that leads there, where the organisation's own words say."""
    assert "Kies een werkveld" in water.html("werkvelden/")
    assert "Alle strevens" in water.html("strevens/")
    assert 'href="werkvelden/' in water.html("")
    for name in ("onderwerpen", "doelen"):
        assert not (water.folder / name).exists()
        assert not any(f'href="{name}/' in text or f"/{name}/" in text for _, text in texts(water))


def test_how_to_add_a_file_is_told_of_a_kind_that_is_used(water):
    """The page has the word of the organisation in its address and its text, and the name of the data in what is typed."""
    page = water.html("meedoen/ambitie-toevoegen/")
    assert "Een ambitie toevoegen" in page
    assert "polderkoers new kernopgave" in page
    assert not (water.folder / "meedoen" / "kernopgave-toevoegen").exists()


def test_words_of_residents_that_ship_lead_to_what_the_policy_has(water):
    """Who looks for a dike by another word comes where the policy speaks of it; what ships is nobody's list of pages."""
    table = json.loads((water.folder / "zoeken" / "paginas.json").read_text(encoding="utf-8"))
    assert table["woorden"]["waterkering"]
    assert "oppas" not in table["woorden"]


def test_who_publishes_is_said_wherever_it_matters(water):
    """Home, statement, feeds and the page about the site name the organisation, its council and where to react."""
    assert "Wat wil het waterschap Dijk en Vliet?" in water.html("")
    assert "Voor het algemeen bestuur" in water.html("")
    assert 'href="mailto:info@dijkenvliet.example"' in water.html("toegankelijkheid/")
    assert 'href="https://www.dijkenvliet.example/reageren"' in water.html("over/")
    feed = (water.folder / "feeds" / "alles.xml").read_text(encoding="utf-8")
    assert "<name>Waterschap Dijk en Vliet</name>" in feed
    assert "tag:dijkenvliet.example,1931:" in feed


def test_an_overview_without_entries_is_neither_made_nor_linked(water):
    """What there is nothing of has no page, no entry in the menu and no link."""
    for name in ("begrippen", "cijfers", "geld", "open-vragen"):
        assert not (water.folder / name).exists()
        assert f'href="{name}/"' not in water.html("")


def _nothing(_: Path) -> None:
    """Leave the data as they are: none."""


def _only_a_publisher(root: Path) -> None:
    (root / "data" / "plaatsen.yaml").write_text(
        'soort: plaatsen\nid: plaatsen\nversie: "1.0"\nstatus: null\nplaatsen:\n  - {id: x, naam: Xdorp, soort: dorp}\n',
        encoding="utf-8",
    )
    (root / "data" / "instelling.yaml").write_text(
        'soort: instelling\nid: instelling\nversie: "1.0"\nstatus: null\nschema: 3\nnaam: Xdorp\ntype: gemeente\ngebied: x\n',
        encoding="utf-8",
    )


def _empty_catalogues(root: Path) -> None:
    for name in ("begrippen", "organisaties", "themas", "documenten", "plaatsen", "versies"):
        head = f'soort: {name}\nid: {name}\nversie: "1.0"\nstatus: null\n{name}: []\n'
        (root / "data" / f"{name}.yaml").write_text(head, encoding="utf-8")


@pytest.mark.parametrize("fill", [_nothing, _only_a_publisher, _empty_catalogues])
def test_a_site_of_next_to_nothing_has_no_empty_headings_and_counts_no_noughts(tmp_path, fill):
    """However little there is, the site builds, says that there is no policy yet, and shows no heading or list with nothing below."""
    root = other_root(tmp_path / "project", None)
    fill(root)
    site = made(root)
    home = site.html("")
    assert "Er staat nog geen beleid op deze site." in home
    for path in site.folder.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        if "meedoen" not in path.parts:
            assert not re.search(r"<ul[^>]*>\s*</ul>", html), path
            assert not re.search(r"\b0 (doelen|organisaties|plaatsen|begrippen|onderdelen)\b", html), path
            assert not re.search(r"</h2>\s*(<h2|<div class=\"pk-sectie\">\s*</div>)", html), path


def test_what_the_publisher_says_of_itself_is_text_and_nothing_else(tmp_path):
    """Signs of HTML, Markdown and Jinja in a name, a council or a contact stand on the pages as they are typed."""
    root = other_root(tmp_path / "project", None)
    _only_a_publisher(root)
    path = root / "data" / "instelling.yaml"
    odd = "<b>X</b> {{ 7 * 7 }} *y* `z` {% raw %}"
    text = path.read_text(encoding="utf-8").replace("naam: Xdorp", f"naam: '{odd}'")
    path.write_text(f"{text}bestuur: 'de raad {odd}'\ncontact: '{odd}'\n", encoding="utf-8")
    site = made(root, **IN_THE_ENVIRONMENT)
    assert odd in _heading(site.html(""))
    assert odd in _heading(site.html("meedoen/voor-de-raad/"))
    for address in ("", "over/", "meedoen/voor-de-raad/", "toegankelijkheid/", "wijzigingen/"):
        assert "<b>X</b>" not in site.html(address)


def _heading(html: str) -> str:
    page = HtmlPage()
    page.feed(html)
    return page.all("h1")[0].text
