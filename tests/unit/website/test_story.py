"""One story of an earlier and a later plan, told by the pages about changes and by that of what became of the plan."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from polderkoers.cli import main
from polderkoers.policy.load import load
from polderkoers.policy.model.versies import Versie
from polderkoers.website.history import HeldVersion, History
from polderkoers.website.render import Renderer
from polderkoers.website.views.site import Site
from polderkoers.website.views.story import Story, stories
from support.made_up import KERNOPGAVE, root_with

LATER = """\
  - id: visie-2025
    naam: Nieuwe visie
    uitgever: gemeente-polderdam
    jaar: 2025
    soort: Visie
    uitleg: Het latere plan.
    van_wie: eigen
"""
GOALS = """\
  - {id: doel-groen, nummer: 2, naam: Meer groen}
  - {id: doel-rust, nummer: 3, naam: Meer rust}
rollen:
"""
SERIES = "vervolg/visie-2020/visie-2025/"


def link(to: str, kind: str = "vervolg op") -> str:
    """Return a link of the later plan to an item of the earlier."""
    return f"  - {{met: {to}, soort: {kind}, waarom: Beide over wonen., gelegd_door: redactie}}\n"


def later(*links: str) -> str:
    """Return the kernopgave of the later plan, with links."""
    text = KERNOPGAVE.replace("id: fijn-wonen", "id: nieuw-wonen").replace("titel: Fijn wonen", "titel: Nieuw wonen")
    return text.replace("visie-2020", "visie-2025") + "samenhang:\n" + "".join(links)


def made(target: Path, *, with_later: bool, links: tuple[str, ...] = (), gone: str = "") -> Path:
    """Return a root with three goals of the earlier plan, of which one may be gone, and with the later plan when it is there."""
    root = root_with(target)
    earlier = KERNOPGAVE.replace("rollen:\n", GOALS, 1)
    earlier = re.sub(rf"(?m)^  - \{{id: {gone}.*\n", "", earlier) if gone else earlier
    (root / "data/kernopgaven/fijn-wonen.yaml").write_text(earlier, encoding="utf-8")
    if with_later:
        documents = root / "data/documenten.yaml"
        documents.write_text(documents.read_text(encoding="utf-8").rstrip("\n") + "\n" + LATER, encoding="utf-8")
        (root / "data/kernopgaven/nieuw-wonen.yaml").write_text(later(*links), encoding="utf-8")
    return root


@pytest.fixture
def renderer_of(tmp_path):
    """Make a site of a version with the earlier plan alone, and the state of now with both."""

    def make(*links: str, gone: str = "") -> Renderer:
        before = load(made(tmp_path / "old", with_later=False))
        now = load(made(tmp_path / "new", with_later=True, links=links, gone=gone))
        history = History(None, now)
        listed = Versie(
            id="2020",
            naam="Visie 2020",
            uitleg="Toen.",
            datum="2020",
            vastgesteld_door=None,
            besluit=None,
            commit="a" * 40,
        )
        history.__dict__["_opened"] = ((HeldVersion("2020", "Visie 2020", before, listed),), ())
        return Renderer(Site(now.policy), history)

    return make


def story(renderer: Renderer) -> Story:
    """Return the only story of a site."""
    (found,) = stories(renderer.site, renderer.history)
    return found


def numbers(html: str) -> list[str]:
    """Return the counts of a story on a page."""
    return re.findall(r"<strong>(.*?)</strong>", html)


def test_each_goal_counts_once(renderer_of):
    """A goal comes back itself, as its subject alone, or not; and it stays in the text or not, which is another question."""
    found = story(renderer_of(link("fijn-wonen/doel-groen"), link("fijn-wonen", "zelfde onderwerp")))
    assert (found.total, found.returning, found.as_subject, found.not_found) == (3, 1, 2, 0)
    assert (found.stayed, found.gone) == (3, 0)
    assert [each.address for each in found.changes] == ["wijzigingen/2020-nu/"]


def test_what_is_not_mentioned_is_not_gone(renderer_of):
    """Without a link to the subject a goal is not found again, though all of its text stays."""
    found = story(renderer_of(link("fijn-wonen/doel-groen")))
    assert (found.returning, found.as_subject, found.not_found, found.stayed, found.gone) == (1, 0, 2, 3, 0)


def test_a_goal_that_is_out_of_the_text_is_told(renderer_of):
    """The story is of the goals of today; one that the text has no more is counted as such."""
    renderer = renderer_of(link("fijn-wonen/doel-groen"), gone="doel-rust")
    assert (story(renderer).total, story(renderer).stayed, story(renderer).gone) == (2, 2, 1)
    assert "staan daarvan nog 2 doelen. 1 doel is er niet meer." in renderer.page(SERIES)


def test_both_pages_tell_the_same_and_lead_to_each_other(renderer_of):
    """The overview of changes, the page of two versions and that of what became of a plan have the same numbers, and each names the other question."""
    renderer = renderer_of(link("fijn-wonen/doel-groen"))
    pages = [
        renderer.overview("wijzigingen", "wijzigingen/"),
        renderer.page("wijzigingen/2020-nu/"),
        renderer.page(SERIES),
    ]
    assert [numbers(page)[:2] for page in pages] == [["1 doel", "2 doelen"]] * 3
    assert [f'{SERIES}">Van 2020 naar 2025</a>' in page for page in pages[:2]] == [True, True]
    assert 'wijzigingen/2020-nu/">Van Visie 2020 naar nu</a>' in pages[2]
    assert all("is een andere vraag" in page for page in pages)
    assert all("staan ze alle 3 nog." in page for page in pages)


def test_without_versions_nothing_is_said_of_the_text(tmp_path):
    """Where no earlier version can be read, the page says what became of the plan and no more."""
    now = load(made(tmp_path, with_later=True, links=(link("fijn-wonen/doel-groen"),)))
    page = Renderer(Site(now.policy)).page(SERIES)
    assert "<strong>1 doel</strong> komt terug in 2025." in page
    assert "nog." not in page.partition("\n## ")[0]


def test_what_became_of_a_document_answers_under_each_name_that_the_document_had(tmp_path):
    """The address names both documents, so it changes with the id of either."""
    root = made(tmp_path, with_later=True, links=(link("fijn-wonen/doel-groen"),))
    for old, new in (("visie-2020", "visie-oud"), ("visie-2025", "visie-nieuw")):
        assert main(["rename", f"documenten/{old}", new, "--root", str(root)]) == 0
    site = Renderer(Site(load(root).policy)).site
    now = "vervolg/visie-oud/visie-nieuw/"
    former = {old for old, new in site.former.pairs([now, "over/"]) if new == now}
    assert former - {now} == {SERIES, "vervolg/visie-2020/visie-nieuw/", "vervolg/visie-oud/visie-2025/"}
