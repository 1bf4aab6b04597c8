"""A portal: other sites of Polderkoers beside each other, with one search over them that asks nothing of another site."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from polderkoers.cli import main
from polderkoers.policy.load import load
from polderkoers.policy.model.instelling import Instelling
from polderkoers.website.build import Kept
from polderkoers.website.portal import fetching
from polderkoers.website.portal.participants import Unusable
from polderkoers.website.preview.workshop import Workshop
from support.browser import needs_browser, violations
from support.instance import instance
from support.links import dead_links, from_elsewhere
from support.portal import data_of, portal, published
from support.searching import finished
from support.site import ROOT, BuiltSite, build, serving

SCHEMA = json.loads((ROOT / "schema" / "uitvoer" / "portaal.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """A portal with what its two participants publish."""
    return portal(tmp_path_factory.mktemp("portaal") / "polderland")


@pytest.fixture(scope="module")
def site(root) -> BuiltSite:
    """The site of the portal."""
    done = build(root, root / "site")
    assert done.returncode == 0, done.stderr[-3000:]
    return BuiltSite(root / "site")


def words(site: BuiltSite, path: str) -> str:
    """Return the text of a page with single spaces, without menu and frame."""
    return " ".join(" ".join(element.text for element in site.page(path).all("main")).split())


def card(site: BuiltSite, path: str, id_: str) -> str:
    """Return the text of one participant on a page about a subject."""
    return " ".join(site.page(path).all("li", id=id_)[0].text.split())


@pytest.mark.parametrize("name", ["polderdam", "vlietwijk"])
def test_every_build_writes_what_a_portal_reads(root, name):
    """What a site publishes follows its schema, and names files of its search that are there."""
    folder = root / "deelnemers" / name
    said = json.loads((folder / "data" / "portaal.json").read_text(encoding="utf-8"))
    jsonschema.validate(said, SCHEMA)
    assert said["naam"] == name.capitalize()
    assert "zoeken/paginas.json" in said["zoeken"]
    assert [file for file in said["zoeken"] if not (folder / file).is_file()] == []


def test_a_subject_shows_what_each_wants_beside_each_other(site):
    """The page of a subject needs no script: of each participant the goals, with a link to its own site, and of which year they are."""
    assert "Genoeg huizenFijn wonen, 2020" in card(site, "onderwerpen/wonen/", "polderdam")
    links = [link.attributes["href"] for link in site.page("onderwerpen/wonen/").all("a")]
    assert "https://polderdam.example/beleid/kernopgaven/fijn-wonen/doel-genoeg-huizen/" in links


def test_a_subject_says_how_it_was_found(site):
    """A reader is told whether the portal put two subjects beside each other, or only their names and ids are the same."""
    assert "dezelfde naam en hetzelfde kenmerk" in card(site, "onderwerpen/wonen/", "polderdam")
    assert "De makers van deze site hebben dit onderwerp hier naast gezet." in card(
        site, "onderwerpen/groen/", "vlietwijk"
    )
    assert "Onderwerp: Buitenlucht" in card(site, "onderwerpen/groen/", "vlietwijk")


def test_silence_is_told_as_silence(site):
    """Of who has nothing about a subject the page does not say that there is no policy."""
    assert "Op de site van de gemeente Polderdam staat dit onderwerp niet." in card(
        site, "onderwerpen/groen/", "polderdam"
    )
    assert "heeft er nog niets over op de site" in card(site, "onderwerpen/wonen/", "vlietwijk")


def test_the_participants_are_listed_with_the_day_and_what_is_only_theirs(site):
    """A page in the menu says whose policy is shown, of which day, and which subjects only their own sites have."""
    said = words(site, "deelnemers/")
    assert "Ga naar de site van de gemeente Vlietwijk, of zoek alleen bij Vlietwijk." in said
    assert "Opgehaald zoals de site was op 21 september 2026." in said
    assert "Alleen op de eigen site: Sport." in said
    assert "Deelnemers" in " ".join(element.text for element in site.page("").all("nav"))


def test_the_site_speaks_as_a_portal(site):
    """The home page and "Over deze site" speak of participants, and of no policy that the portal would have itself."""
    assert "Wat willen de deelnemers van de Polderland?" in words(site, "")
    assert "2 van de 2 deelnemers" in words(site, "")
    assert "geen beleid" not in words(site, "")
    assert "Hun zoekbestanden staan op deze site." in words(site, "over/")


def test_a_site_that_is_no_portal_says_nothing_of_it(root):
    """A participant has no page or words about participants."""
    own = BuiltSite(root / "deelnemers" / "polderdam")
    assert "deelnemers/" not in own.paths
    assert "deelnemer" not in words(own, "") + words(own, "over/")


def test_no_page_loads_anything_from_a_participant(site):
    """Other sites are only linked to: nothing is loaded from them, and no link on the site itself is dead."""
    assert from_elsewhere(site) == []
    assert dead_links(site) == []
    assert "https://" not in site.html("zoeken/").partition("Content-Security-Policy")[2].partition(">")[0]


@needs_browser
def test_one_search_finds_the_pages_of_all_and_asks_only_this_site(browser, site):
    """A word finds the pages of every participant, each with its name and a link to its own site; all that is asked for is here."""
    asked: list[str] = []
    with serving(site.folder) as address:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}zoeken/?q=wonen")
        finished(page, "wonen")
        links = page.locator(".pk-zoek__titel a").evaluate_all("links => links.map((link) => link.href)")
        said = page.locator(".pk-zoek__soort").all_inner_texts()
        assert any(link.startswith("https://polderdam.example/beleid/") for link in links)
        assert any(link.startswith("https://vlietwijk.example/") for link in links)
        assert {text.partition(" · ")[0] for text in said} >= {"Polderdam", "Vlietwijk"}
        assert [url for url in asked if not url.startswith(address)] == []
        page.get_by_label("Vlietwijk").check()
        page.wait_for_function(
            "() => [...document.querySelectorAll('.pk-zoek__soort')].every((each) => each.textContent.includes('Vlietwijk'))"
        )
        page.close()


@needs_browser
def test_who_chooses_a_participant_loads_only_its_index(browser, site):
    """A link in the list of participants searches one of them: nothing of another one is loaded before a reader wants that too."""
    asked: list[str] = []
    with serving(site.folder) as address:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        page.goto(f"{address}deelnemers/")
        page.get_by_role("link", name="zoek alleen bij Vlietwijk").click()
        page.wait_for_url("**/zoeken/?deelnemer=*")
        page.fill("#pk-query", "wonen")
        page.press("#pk-query", "Enter")
        finished(page, "wonen")
        assert any(url.startswith("zoeken/deelnemers/vlietwijk/") for url in asked)
        assert [url for url in asked if url.startswith("zoeken/deelnemers/polderdam/")] == []
        page.get_by_role("button", name="Alle keuzes wissen").click()
        page.wait_for_function(
            "() => [...document.querySelectorAll('.pk-zoek__soort')].some((each) => each.textContent.startsWith('Polderdam'))"
        )
        page.close()


@needs_browser
def test_one_search_asks_for_four_files_of_each_participant(browser, site):
    """The work of the first search: of each participant its entry, its table and at most a part of its index per form of the word."""
    asked: list[str] = []
    with serving(site.folder) as address:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        page.goto(f"{address}zoeken/?q=kastanjebomen")
        finished(page, "kastanjebomen")
        page.close()
    of_others = [url for url in asked if url.startswith("zoeken/deelnemers/")]
    fragments = [url for url in of_others if "/fragment/" in url]
    assert len(of_others) - len(fragments) <= 2 * 4, of_others
    assert asked.count("zoeken/paginas.json") == 1


@needs_browser
@pytest.mark.parametrize("path", ["onderwerpen/groen/", "deelnemers/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_accessible(open_context, site, path, scheme):
    """Axe finds nothing on the pages of a portal, on a narrow screen, in light and in dark."""
    with serving(site.folder) as address:
        page = open_context(width=390, color_scheme=scheme).new_page()
        page.goto(f"{address}{path}")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_preview_searches_the_participants_too(root):
    """The live preview of a portal shows what its participants want, and finds their pages."""
    workshop = Workshop(root, Kept(root))
    workshop.look()
    assert "Genoeg kastanjebomen" in workshop.page("onderwerpen/groen/").html
    assert "Vlietwijk" in json.loads(workshop.search("zoeken/paginas.json"))["filters"]["deelnemer"]
    assert workshop.search("zoeken/deelnemers/vlietwijk/pagefind-entry.json")
    workshop.close()


def test_a_participant_that_was_not_got_stops_the_build_with_the_command(tmp_path):
    """A portal is not built without one of its participants: the build says of which, and how to get it."""
    root = data_of(tmp_path / "polderland")
    done = build(root, tmp_path / "site")
    assert done.returncode != 0
    assert "- polderdam: het bestand" in done.stderr
    assert "Hoe op te lossen: polderkoers deelnemers vlietwijk" in done.stderr
    assert not (tmp_path / "site").exists()


def test_the_command_gets_participants_and_tells_who_could_not_be_got(tmp_path, monkeypatch, capsys):
    """Each participant is got or named with why, and the exit code says whether all were; without internet nothing is changed."""
    root = data_of(tmp_path / "polderland")
    content = json.dumps(published()).encode()

    def get(address: str) -> bytes:
        if address.startswith("https://vlietwijk"):
            raise Unusable("is niet te bereiken. Hoe op te lossen: probeer het later opnieuw.")
        return content

    monkeypatch.setattr(fetching, "over_https", get)
    assert main(["deelnemers", "--root", str(root)]) == 2
    said = capsys.readouterr()
    assert said.out == "polderdam: 2 bestanden opgehaald.\n"
    assert said.err == "vlietwijk: is niet te bereiken. Hoe op te lossen: probeer het later opnieuw.\n"
    assert [path.name for path in (root / "deelnemers").iterdir()] == ["polderdam"]
    assert main(["deelnemers", "polderdam", "--root", str(root)]) == 0
    assert main(["deelnemers", "polderdan", "--root", str(root)]) == 2
    assert "kies uit: polderdam, vlietwijk" in capsys.readouterr().err


def test_a_site_that_is_no_portal_has_nothing_to_get(tmp_path, capsys):
    """The command says what to write in the data of a site that names no others."""
    assert main(["deelnemers", "--root", str(instance(tmp_path / "polderdam"))]) == 2
    assert (
        "Deze site is geen portaal. Hoe op te lossen: noem de deelnemers in data/instelling.yaml"
        in capsys.readouterr().err
    )


def test_the_example_of_a_portal_has_no_faults():
    """The portal in voorbeelden/ is right; its participants are the instance beside it and this repository."""
    loaded = load(ROOT / "voorbeelden" / "flevoland")
    assert loaded.problems == ()
    said = [each for entry in loaded.policy.of(Instelling) for each in entry.item.portaal]
    assert [(ROOT / "voorbeelden" / "flevoland" / str(each.map)).resolve().relative_to(ROOT) for each in said] == [
        Path("voorbeelden/dronten/site"),
        Path("site"),
    ]


def test_the_search_of_a_participant_that_is_broken_stops_the_build(root, tmp_path):
    """A table of pages that is broken is told by the name of whose it is."""
    copy = tmp_path / "polderland"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("site"))
    (copy / "deelnemers" / "vlietwijk" / "zoeken" / "paginas.json").write_text("{", encoding="utf-8")
    done = build(copy, tmp_path / "site")
    assert done.returncode != 0
    assert "- vlietwijk: zoeken/paginas.json is beschadigd." in done.stderr


def test_nothing_to_get_is_said(tmp_path, capsys):
    """Where the files of every participant stand in a folder of this machine, the command says so."""
    root = data_of(tmp_path / "portaal")
    file = root / "data" / "instelling.yaml"
    text = file.read_text(encoding="utf-8").replace("beleid/\n", "beleid/\n    map: ../een\n")
    file.write_text(text.replace("vlietwijk.example\n", "vlietwijk.example\n    map: ../twee\n"), encoding="utf-8")
    assert main(["deelnemers", "--root", str(root)]) == 0
    assert capsys.readouterr().out == "Er is niets op te halen: bij elke deelnemer staat een map.\n"
