"""What people type on the site of this repository leads to the page that they mean."""

from __future__ import annotations

import pytest
import yaml

from polderkoers.website.search.facets import resident_words
from support.browser import needs_browser
from support.searching import searching
from support.site import ROOT

pytestmark = needs_browser

CASES = yaml.safe_load((ROOT / "tests/instance/queries.yaml").read_text(encoding="utf-8"))
FIRST = 3
# Every third is asked in each run, and all with --whole.
ASKED = [
    pytest.param(case, marks=() if place % 3 == 0 else pytest.mark.whole, id=case["vraag"])
    for place, case in enumerate(CASES["vragen"])
]


@pytest.fixture(scope="module", autouse=True)
def ours(instance):
    """Leave the queries out where the instance is another one."""
    if instance != ROOT:
        pytest.skip("the queries are those of the instance of this repository")


@pytest.fixture(scope="module")
def searched(browser, address):
    """Return what searches for a query; one page does all queries."""
    with searching(browser, address) as run:
        yield run


@pytest.mark.parametrize("case", ASKED)
def test_a_query_finds_its_page_among_the_first_three(searched, case):
    """What people type leads to the page that answers it: the card above the results, or one of the first of those, three in all."""
    found = searched(case["vraag"]).pages
    assert set(found[:FIRST]) & set(case["bij"]), found[:6]


@pytest.mark.parametrize("case", CASES["antwoorden"], ids=lambda case: case["vraag"])
def test_a_question_is_answered_above_the_results(searched, case):
    """What no source can answer, and what is counted, gets its answer in the card above the results."""
    wanted = case["antwoord"]
    answer = searched(case["vraag"]).answer
    assert any(words in answer for words in ([wanted] if isinstance(wanted, str) else wanted)), answer


@pytest.mark.parametrize("case", CASES["typefouten"], ids=lambda case: case["vraag"])
def test_a_typing_error_is_answered_with_what_was_meant(searched, case):
    """A word with a typing error is searched for as the word of the site that it can only be."""
    assert searched(case["vraag"]).meant == case["bedoeld"]


def test_there_are_queries_enough_and_every_page_in_them_exists(site):
    """The test set has at least 360 queries, and asks for pages of the site only."""
    assert len(CASES["vragen"]) >= 360
    assert {page for case in CASES["vragen"] for page in case["bij"]} <= set(site.paths)


def test_there_are_words_of_residents_enough_and_they_lead_to_pages(site, loaded):
    """At least 300 words of residents, each to a page that is there."""
    words = resident_words(loaded.policy)
    assert len(words) >= 300
    assert {page for found in words.values() for page in found} <= set(site.paths)
