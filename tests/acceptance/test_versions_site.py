"""The built site: earlier versions can be read as they were, and nobody takes them for the policy of now."""

from __future__ import annotations

import gzip
import json

import pytest

from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.load import load
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.files import Beleid
from polderkoers.website.history import HeldVersion, History
from polderkoers.website.pages import address as address_of
from polderkoers.website.pages import old_address
from support.browser import needs_browser
from support.gemeente import PUBLISHED

VERSIONS = ("2014", "2023")


@pytest.fixture(scope="module")
def now(polderdam) -> Loaded:
    """The policy of now."""
    return load(polderdam)


@pytest.fixture(scope="module")
def past(polderdam, now) -> tuple[HeldVersion, ...]:
    """Its earlier versions."""
    return History(polderdam, now).past


@pytest.fixture(scope="module")
def old(past) -> list[tuple[HeldVersion, Entry]]:
    """Every file of policy of every earlier version."""
    return [(version, entry) for version in past for entry in policies(version.policy)]


def policies(policy: Policy) -> list[Entry]:
    """Return the files of a policy that have a page of their own in a version."""
    return [entry for entry in policy.entries.values() if entry.is_file and isinstance(entry.item, Beleid)]


def test_there_are_versions_to_read(past):
    """The history holds the versions of 2014 and 2023; the tests below are about them."""
    assert tuple(version.id for version in past) == VERSIONS


def test_every_file_can_be_read_as_it_was(site, old):
    """Each file of each version has its page, with all its items, a banner, and nothing that makes it found first."""
    assert len(old) > 10
    for version, entry in old:
        path = old_address(version.id, entry)
        page = site.page(path)
        assert [e.ref for e in version.policy.below(entry) if e.item.id not in page.ids] == [], path
        banner = " ".join(element.text for element in page.all("div", role="note"))
        assert "Dit is niet de tekst van nu" in banner, path
        assert f"versie van {version.id}" in banner, path
        robots = [e.attributes["content"] for e in page.all("meta") if e.attributes.get("name") == "robots"]
        assert robots == ["noindex"], path
        # That of a draft says so too.
        assert f"{version.id})" in page.all("title")[0].text, path


def test_the_past_cannot_be_edited(published, old):
    """Where pages can be edited, no page of a version leads there, and the same page of now does."""
    for version, entry in old:
        assert published.page(old_address(version.id, entry)).all("a", rel="edit") == []
        assert published.page(address_of(entry)).all("a", rel="edit") != []


def test_the_entrance_of_a_version_leads_to_all_its_files(site, old):
    """Nothing of a version is out of reach from its own page."""
    for version, entry in old:
        where = old_address(version.id, entry).removeprefix(f"versies/{version.id}/")
        html = site.html(f"versies/{version.id}/")
        assert f'href="../../versies/{version.id}/{where}"' in html


def test_the_search_finds_no_old_page(site):
    """Who searches on the site finds the policy of now, and the entrance of each version."""
    found = set()
    for file in (site.folder / "zoeken/index/fragment").iterdir():
        # Pagefind puts a word of its own before the data.
        content = gzip.decompress(file.read_bytes())
        found.add(json.loads(content[content.index(b"{") :])["url"].strip("/"))
    assert {path for path in found if path.startswith("versies/")} == {f"versies/{version}" for version in VERSIONS}
    assert "kernopgaven/fijn-wonen" in found


def test_an_old_page_has_its_own_address(published):
    """The permanent address of an old page is not that of the page of now."""
    path = "versies/2014/kernopgaven/fijn-wonen/"
    links = [link.attributes["href"] for link in published.page(path).all("link", rel="canonical")]
    assert links == [f"{PUBLISHED}{path}"]


def test_every_page_of_policy_says_since_when_it_is_as_it_is(site, now, past):
    """The section at the bottom has the past of the file, with links to each earlier version that has it."""
    for entry in policies(now.policy):
        html = site.html(address_of(entry))
        assert any(words in html for words in ("Ongewijzigd sinds ", "Nieuw sinds ", "Nieuw na ", "Gewijzigd na "))
        for version in past:
            link = f'href="../../versies/{version.id}/{address_of(entry)}"'
            assert (link in html) is (version.policy.get(entry.ref) is not None), link


def test_items_say_when_they_changed_and_the_rest_is_quiet(site):
    """Only the items that changed have a line, and each line leads to a change that is there."""
    page = site.page("kernopgaven/iedereen-doet-mee/")
    found = [a for a in page.all("a") if a.text in ("Nieuw in 2023", "Gewijzigd in 2023", "Verplaatst in 2023")]
    assert sorted(a.text for a in found) == ["Gewijzigd in 2023", "Nieuw in 2023", "Verplaatst in 2023"]
    for link in found:
        target, _, anchor = link.attributes["href"].removeprefix("../../").partition("#")
        assert anchor in site.page(target).ids
    assert site.html("kernopgaven/iedereen-doet-mee/").count('class="pk-historie"') == len(found)
    assert "Gewijzigd na 2023" in site.html("kernopgaven/fijn-wonen/")
    assert "pk-historie" not in site.html("plannen/toekomstvisie/")
    assert "pk-historie" not in site.html("versies/2023/kernopgaven/iedereen-doet-mee/")


def test_each_version_shows_its_own_figure(site):
    """What a text said then stands on the page of then."""
    texts = {path: site.html(f"{path}kernopgaven/fijn-wonen/") for path in ("versies/2014/", "versies/2023/", "")}
    # The page of now tells below the text what was changed in it.
    shown = {path: "bouwt minstens 60 huizen per jaar" in text for path, text in texts.items()}
    assert shown == {"versies/2014/": False, "versies/2023/": False, "": True}
    assert "bouwt minstens 50 huizen per jaar" in texts["versies/2023/"]


def test_without_git_the_site_is_built_and_says_what_is_missing(without_history):
    """A copy without history builds, has no old pages, and says in plain words that they cannot be read."""
    site = without_history
    assert [path for path in site.paths if path.startswith("versies/")] == ["versies/2014/", "versies/2023/"]
    for path in ("versies/2014/", "kernopgaven/fijn-wonen/"):
        assert "Eerdere versies zijn in deze kopie van de site niet te lezen" in site.html(path)
        assert str(site.folder.parent) not in site.html(path)


@needs_browser
def test_paper_says_that_a_page_is_of_a_version(visit):
    """Who prints an old page prints the banner too. What holds on a screen stands in test_accessible.py."""
    page = visit("versies/2014/kernopgaven/fijn-wonen/")
    page.emulate_media(media="print")
    assert page.locator(".pk-oud").is_visible()
