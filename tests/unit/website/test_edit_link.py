"""Where a reader goes who wants to change what a page says: a form of a werkbank, a file at a forge, or nowhere."""

from __future__ import annotations

import pytest

from polderkoers.website.build import Kept
from polderkoers.website.edit_link import WerkbankWrong, form_of, werkbank_of
from polderkoers.website.preview.stage import NoStage, Stage
from support import gemeente
from support.gemeente import WERKBANK

GOAL = "kernopgaven/fijn-wonen/"


@pytest.fixture
def stage(tmp_path, monkeypatch):
    """Make a site that is connected to a werkbank, a forge, both or nothing."""

    def made(*, werkbank: str = "", forge: str = "") -> Stage:
        monkeypatch.setenv("POLDERKOERS_EDIT_URI", forge)
        monkeypatch.setenv("POLDERKOERS_WERKBANK", werkbank)
        root = gemeente.laid(tmp_path / "site")
        return Stage(root, Kept(root))

    return made


def test_a_page_of_policy_leads_to_its_form(stage):
    """With a werkbank a reader needs no forge, and gets to the form of what she looks at."""
    made = stage(werkbank=f"{WERKBANK}/")
    html = made.page(GOAL)[0]
    assert f'<a href="{WERKBANK}/onderdeel/fijn-wonen" rel="edit">Stel een wijziging voor</a>' in html
    assert "Dat gaat met een formulier." in html
    assert 'href="../../meedoen/werkbank/">Lees hoe dat gaat</a>' in html
    assert "account" not in html.partition('class="pk-edit"')[2].partition("</p>")[0]
    entry = next(page.entry for page in made.plugin.renderer.site.pages.values() if not page.entry.is_file)
    item = made.page(made.plugin.renderer.site.address(entry).partition("#")[0])[0]
    assert f'href="{WERKBANK}/onderdeel/{entry.ref}" rel="edit"' in item


def test_a_werkbank_goes_before_a_forge_and_text_of_the_site_stays_at_the_forge(stage):
    """What has a form is changed there; a written page has none, and leads to its file as before."""
    made = stage(werkbank=WERKBANK, forge=gemeente.FORGE)
    assert f'href="{WERKBANK}/onderdeel/fijn-wonen"' in made.page(GOAL)[0]
    goals = made.page("doelen/")[0]
    assert "Deze pagina wordt gemaakt uit andere bestanden" in goals
    assert WERKBANK not in goals


def test_without_a_werkbank_all_is_as_it_was(stage):
    """A page leads to the file behind it, for which one needs an account."""
    html = stage(forge=gemeente.FORGE).page(GOAL)[0]
    assert 'href="https://polderdam.example/bewerk/data/kernopgaven/fijn-wonen.yaml" rel="edit"' in html.replace(
        "docs/../", ""
    )
    assert "Daar heb je wel een account voor nodig." in html


def test_a_site_that_is_connected_to_nothing_says_nothing(stage):
    """No link is better than a dead one."""
    assert "pk-edit" not in stage().page(GOAL)[0]


@pytest.mark.parametrize(
    "wrong", ["werkbank.nl", "javascript:alert(1)", "http://werkbank.example", 'https://a" b', 3, ["https://a.nl"]]
)
def test_what_is_no_address_is_refused(wrong):
    """A link to nowhere, or one that others can read along with, is no link to a werkbank."""
    with pytest.raises(WerkbankWrong, match="Hoe op te lossen"):
        werkbank_of(wrong)


def test_the_site_says_what_is_wrong_with_the_address(stage):
    """A build stops at it, as at each fault of the settings."""
    with pytest.raises(NoStage, match=r"extra: werkbank: werkbank\.nl"):
        stage(werkbank="werkbank.nl")


@pytest.mark.parametrize("right", ["http://127.0.0.1:8040", "http://localhost/wb/", "https://a.nl/werkbank/"])
def test_a_werkbank_is_anywhere_that_is_safe(right):
    """On this machine no encryption is needed; a path may belong to it, and an odd sign of a reference is written so that it is one."""
    assert werkbank_of(right) == right.rstrip("/")
    assert form_of(werkbank_of(right), "a/é b") == f"{right.rstrip('/')}/onderdeel/a/%C3%A9%20b"


def test_nothing_is_no_werkbank():
    """An empty setting is none."""
    assert werkbank_of(None) == werkbank_of("") == ""
