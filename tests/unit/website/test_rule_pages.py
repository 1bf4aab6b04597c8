"""The pages that explain the messages of the check."""

from __future__ import annotations

from polderkoers.policy.rule_docs import rule_docs
from polderkoers.website.pages import menu_entry
from polderkoers.website.render import Renderer
from polderkoers.website.views.rules import rule_pages, rule_tiles
from polderkoers.website.views.site import Site
from support.made_up import KERNOPGAVE, policy_of


def test_every_rule_has_a_page_and_a_place_in_the_overview():
    """Every rule has one page under Meedoen, and the overview leads to all of them, faults first."""
    paths = [page.path for page in rule_pages(rule_docs())]
    assert paths == [f"meedoen/meldingen/{doc.rule}/" for doc in rule_docs()]
    tiles = [tile.link.address for box in rule_tiles(rule_docs()) for tile in box.tiles]
    assert sorted(tiles) == sorted(paths)
    assert [box.id for box in rule_tiles(rule_docs())] == ["fout-meldingen", "waarschuwing-meldingen"]
    assert {menu_entry(page) for page in rule_pages(rule_docs())} == {"meepraten.md"}


def test_a_page_shows_both_examples_as_they_are():
    """A page gives the name of the rule, its text, and both examples with their signs escaped."""
    markdown = Renderer(Site(policy_of(KERNOPGAVE))).page("meedoen/meldingen/koppeling/")
    assert "<code>[koppeling]</code>" in markdown
    assert "## Zo niet {#zo-niet}" in markdown
    assert "link: &#34;http://www.polderdam.example/visie&#34;" in markdown
    assert "link: &#34;https://www.polderdam.example/visie&#34;" in markdown
