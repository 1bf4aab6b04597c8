"""A comparison that is too large for one page: every change in a sentence, and what was and will be on pages of its own."""

from __future__ import annotations

import re

import pytest

from polderkoers.website.render import Renderer
from polderkoers.website.views.changes import weight
from polderkoers.website.views.changes.addresses import pair_path
from support.change_pages import GONE, LIVING, MONEY, NAME, NOTE, SHARPER, SPELLING, TERM

PAIR = pair_path("2001", "nu")
OTHER = {"in": LIVING, "was": "samenvatting: ", "wordt": "samenvatting: Nieuw. "}
EDITS = (SHARPER, SPELLING, NOTE, NAME, MONEY, TERM, GONE, OTHER)


@pytest.fixture
def large(monkeypatch, compared):
    """Return the renderer of a comparison of which every text that differs is too much for one page."""
    monkeypatch.setattr(weight, "_ON_A_PAGE", 150)
    pair = compared(*EDITS)
    assert pair.parts > 1
    return Renderer(pair.site, pair.history)


def _ids(text):
    return re.findall(r'\sid="([^"]+)" data-wijziging', text)


def test_every_anchor_stays_on_the_page_of_the_pair_and_leads_on(large):
    """A permanent link finds its change there, policy in one sentence and all else by its number, with a link to what was and will be."""
    text = large.page(PAIR)
    ids = _ids(text)
    assert len(ids) == len(set(ids)) == 8
    links = re.findall(r'href="([^"#]+)#([^"]+)">(?:Was en wordt|Punt [ARLO])', text)
    assert {anchor for _, anchor in links} == set(ids)
    for address, anchor in links:
        path = f"{PAIR}{address}"
        assert anchor in _ids(large.page(path))
    assert "pk-wz__paar" not in text


def test_each_document_stands_on_one_of_the_pages(large):
    """Together the parts have all that changes in the policy, once; each is a page that is known before anything is compared."""
    parts = sorted(path for path in large.view_pages if path.startswith(f"{PAIR}deel-"))
    found = [id_ for path in parts for id_ in _ids(large.page(path))]
    assert len(found) == len(set(found)) == 5
    assert len(_ids(large.page(f"{PAIR}overig/"))) == 3


def test_a_comparison_of_usual_size_stays_on_one_page(compared):
    """Then there are no parts, and what was and will be stands with each change."""
    pair = compared(*EDITS)
    made = Renderer(pair.site, pair.history)
    assert sorted(path for path in made.view_pages if path.startswith(PAIR)) == [PAIR, f"{PAIR}besluit/"]
    assert made.page(PAIR).count("pk-wz__paar ") >= 6


def test_what_is_new_or_gone_as_a_whole_does_not_divide(compared, monkeypatch):
    """Of a whole file only its name and what is in it is told."""
    monkeypatch.setattr(weight, "_ON_A_PAGE", 150)
    assert compared(GONE).parts == 1
