"""The pages of a real instance: every link leads somewhere, nothing comes from elsewhere, and no page is too heavy."""

from __future__ import annotations

import pytest

from polderkoers.policy.model.vertaling import Vertaling
from support.links import dead_links, double_ids, double_titles, from_elsewhere, out_of_reach
from support.order import out_of_order
from support.weight import too_heavy


# The build of the instance stops at a dead link; this follows all links once more, by other means.
@pytest.mark.whole
def test_every_link_leads_to_a_page_and_an_anchor_that_are_there(site):
    """No link of the site is dead, and every anchor that is linked to exists."""
    assert dead_links(site) == []


def test_every_page_can_be_reached_from_the_home_page_in_three_clicks(site):
    """A reader reaches every page from the home page in at most three clicks."""
    assert out_of_reach(site) == []


def test_no_page_loads_anything_from_elsewhere(site):
    """No script, style, image, font or frame of any page has an address of its own."""
    assert from_elsewhere(site) == []


def test_titles_of_pages_are_unique(site):
    """No two pages have the same title, so that a reader can tell tabs apart."""
    assert double_titles(site) == []


def test_no_page_has_the_same_id_twice(site):
    """An anchor leads to one place."""
    assert double_ids(site) == {}


def test_every_page_is_in_order(site, loaded):
    """A page is in the language of its address, has one h1, skips no level of heading, and says in words what tables and pictures are."""
    languages = {entry.ref for entry in loaded.policy.of(Vertaling)}
    begins = {path: path.partition("/")[0] for path in [*site.paths, "404.html"]}
    wrong = {
        path: out_of_order(site.html(path), begin if begin in languages else "nl") for path, begin in begins.items()
    }
    assert {path: found for path, found in wrong.items() if found} == {}


def test_a_first_visit_to_any_page_stays_within_the_budget(site):
    """However long a plan is, its page with all that it loads stays light."""
    assert too_heavy(site) == {}
