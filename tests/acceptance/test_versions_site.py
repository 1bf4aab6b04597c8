"""The built site: earlier versions can be read as they were, and nobody takes them for the policy of now."""

from __future__ import annotations

import gzip
import json
import shutil

import pytest

from polderkoers.policy.load import load
from polderkoers.policy.model.files import Beleid
from polderkoers.website.history import History
from polderkoers.website.pages import address, old_address
from support.browser import needs_browser, violations
from support.git import git
from support.listed import content
from support.site import ROOT, BuiltSite, build, copied, serving

NOW = load(ROOT)
PAST = History(ROOT, NOW).past
OLD = [
    (version, entry)
    for version in PAST
    for entry in version.policy.entries.values()
    if entry.is_file and isinstance(entry.item, Beleid)
]
PUBLISHED = "https://polderdam.example/beleid/"
GOAL = "  - id: doel-iedereen-doet-mee\n"


@pytest.fixture(scope="module")
def changed(tmp_path_factory) -> BuiltSite:
    """A site of the project with a third version and changes in and after it."""
    root = copied(tmp_path_factory.mktemp("versions") / "project")
    shutil.copytree(ROOT / ".git", root / ".git")
    git(root, "checkout", "--quiet", "--detach")  # whatever branch is worked on, this is the line of the copy
    path = root / "data/kernopgaven/mensen-doen-mee.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace('versie: "1.0"', 'versie: "1.1"').replace("waarde: 85", "waarde: 90")
    text = text.replace(GOAL, f"  - id: doel-huiskamer\n    naam: Een huiskamer in elke wijk\n{GOAL}")
    path.write_text(text, encoding="utf-8")
    git(root, "add", "data")
    git(root, "commit", "--quiet", "--message", "2099")
    commit = git(root, "rev-parse", "HEAD")
    with (root / "data/versies.yaml").open("a", encoding="utf-8") as versions:
        versions.write(
            f'  - {{id: "2099", naam: Herziening, uitleg: Verzonnen., datum: 2026, vastgesteld_door: null, besluit: null, '
            f"documenten: [sociale-structuurvisie-2012], commit: {commit}, inhoud: {content(root, commit)}}}\n"
        )
    text = text.replace('versie: "1.1"', 'versie: "1.2"').replace("Niemand mag buiten", "Niemand kan buiten")
    path.write_text(text, encoding="utf-8")
    target = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POLDERKOERS_SITE_URL", PUBLISHED)
        patch.setenv("POLDERKOERS_EDIT_URI", "https://polderdam.example/bewerk/docs/")
        outcome = build(root, target)
    assert outcome.returncode == 0, outcome.stderr
    return BuiltSite(target)


def test_there_are_versions_to_read():
    """The history of this project holds the versions of 2012 and 2025; the tests below are about them."""
    assert [version.id for version in PAST] == ["2012", "2025"]


@pytest.mark.parametrize(("version", "entry"), OLD, ids=lambda value: getattr(value, "ref", None) or value.id)
def test_every_file_can_be_read_as_it_was(site, version, entry):
    """Each file of each version has its page, with all its items, a banner, and nothing that makes it found first."""
    path = old_address(version.id, entry)
    page = site.page(path)
    assert [e.ref for e in version.policy.below(entry) if e.item.id not in page.ids] == []
    banner = " ".join(element.text for element in page.all("div", role="note"))
    assert "Dit is niet de tekst van nu" in banner
    assert f"versie van {version.id}" in banner
    assert [e.attributes["content"] for e in page.all("meta") if e.attributes.get("name") == "robots"] == ["noindex"]
    assert page.all("a", rel="edit") == []
    assert f"({version.id})" in page.all("title")[0].text


def test_the_entrance_of_a_version_leads_to_all_its_files(site):
    """Nothing of a version is out of reach from its own page."""
    for version, entry in OLD:
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
    assert {path for path in found if path.startswith("versies/")} == {f"versies/{version.id}" for version in PAST}
    assert "kernopgaven/mensen-doen-mee" in found


def test_an_old_page_has_its_own_address_and_no_link_to_propose_a_change(changed):
    """The permanent address of an old page is not that of the page of now, and the past cannot be edited."""
    path = "versies/2012/kernopgaven/mensen-doen-mee/"
    links = [link.attributes["href"] for link in changed.page(path).all("link", rel="canonical")]
    assert links == [f"{PUBLISHED}{path}"]
    assert changed.page(path).all("a", rel="edit") == []
    assert changed.page("kernopgaven/mensen-doen-mee/").all("a", rel="edit") != []


@pytest.mark.parametrize(
    "entry",
    [entry for entry in NOW.policy.entries.values() if entry.is_file and isinstance(entry.item, Beleid)],
    ids=lambda entry: entry.ref,
)
def test_every_page_of_policy_says_since_when_it_is_as_it_is(site, entry):
    """The section at the bottom has the past of the file, with links to each earlier version that has it."""
    html = site.html(address(entry))
    assert any(words in html for words in ("Ongewijzigd sinds ", "Nieuw sinds ", "Nieuw na ", "Gewijzigd na "))
    for version in PAST:
        link = f'href="../../versies/{version.id}/{address(entry)}"'
        assert (link in html) is (version.policy.get(entry.ref) is not None)


def test_items_say_when_they_changed_and_the_rest_is_quiet(changed):
    """Only the three items that changed have a line, and each line leads to a change that is there."""
    page = changed.page("kernopgaven/mensen-doen-mee/")
    found = [a for a in page.all("a") if a.text in ("Nieuw in 2099", "Gewijzigd in 2099", "Gewijzigd na 2099")]
    assert sorted(a.text for a in found) == ["Gewijzigd in 2099", "Gewijzigd na 2099", "Nieuw in 2099"]
    for link in found:
        target, _, anchor = link.attributes["href"].removeprefix("../../").partition("#")
        assert anchor in changed.page(target).ids
    assert changed.html("kernopgaven/mensen-doen-mee/").count('class="pk-historie"') == 3
    assert "pk-historie" not in changed.html("kernopgaven/voorzieningen/")
    assert "pk-historie" not in changed.html("versies/2099/kernopgaven/mensen-doen-mee/")


def test_each_version_shows_its_own_figure(changed):
    """The figure of then stands on the page of then."""
    shown = {
        path: "85%" in changed.html(f"{path}kernopgaven/mensen-doen-mee/")
        and '<span class="pk-figures__value">85%' in changed.html(f"{path}kernopgaven/mensen-doen-mee/")
        for path in ("versies/2012/", "versies/2025/", "versies/2099/", "")
    }
    assert shown == {"versies/2012/": True, "versies/2025/": True, "versies/2099/": False, "": False}


def test_without_git_the_site_is_built_and_says_what_is_missing(project, built):
    """A copy without history builds, has no old pages, and says in plain words that they cannot be read."""
    site = built()
    assert [path for path in site.paths if path.startswith("versies/")] == ["versies/2012/", "versies/2025/"]
    for path in ("versies/2012/", "kernopgaven/mensen-doen-mee/"):
        assert "Eerdere versies zijn in deze kopie van de site niet te lezen" in site.html(path)
        assert str(project) not in site.html(path)


@needs_browser
def test_old_pages_and_lines_about_changes_are_accessible(changed, open_context):
    """The banner and the lines meet WCAG 2.2 AA, fit 320 pixels, and the banner is there on paper."""
    pages = ("versies/2012/", "versies/2012/kernopgaven/mensen-doen-mee/", "kernopgaven/mensen-doen-mee/")
    with serving(changed.folder) as at:
        for name, width, scheme in ((n, w, s) for n in pages for w in (1280, 320) for s in ("light", "dark")):
            page = open_context(width=width, color_scheme=scheme, reduced_motion="reduce").new_page()
            page.goto(f"{at}{name}")
            assert violations(page) == [], (name, width, scheme)
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide == 0, (name, width)
            if "/kernopgaven/" in name:
                page.emulate_media(media="print")
                assert page.locator(".pk-oud").is_visible()
