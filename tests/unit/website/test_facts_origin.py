"""Where the explanation of a word comes from, among the facts of its page."""

from __future__ import annotations

import pytest

from polderkoers.website.views.facts import facts_of
from polderkoers.website.views.site import Site
from support.made_up import policy_of

_TERMS = """
soort: begrippen
id: meer
begrippen:
  - {id: subsidie, naam: subsidie, uitleg: Geld., uitleg_van: redactie, meer_uitleg: "https://polderdam.example/subsidie"}
  - {id: leegstand, naam: leegstand, uitleg: Lege huizen., uitleg_van: bron, bron: {document: visie-2020, plek: Hoofdstuk 2}}
  - {id: bijstand, naam: bijstand, uitleg: Geld om van te leven.}
"""
_ROLES = """
soort: rollen
id: meer
partijen: []
rolsoorten:
  - {id: maker, naam: Maker, uitleg: Maakt., uitleg_van: SOORT, bron: {document: visie-2020, plek: Hoofdstuk 3}}
"""


def told(text: str, ref: str) -> list[tuple[str, str, str]]:
    """Return the facts of an entry: each label with the words and the address of what it says."""
    site = Site(policy_of(text))
    facts = facts_of(site, site.policy.entries[ref])
    return [
        (fact.label, *((link.text, link.address) if (link := next(iter(fact.links), None)) else (fact.text, "")))
        for fact in facts
    ]


def test_a_page_says_that_the_editors_explain_a_word_and_where_there_is_more():
    """General knowledge is said to be so, with the official address."""
    assert told(_TERMS, "meer/subsidie") == [
        ("Uitleg van", "De redactie van deze site", ""),
        ("Meer uitleg", "polderdam.example", "https://polderdam.example/subsidie"),
    ]


def test_a_page_leads_to_the_place_that_explains_a_word():
    """What a document explains names the place in it, and leads to the document."""
    assert told(_TERMS, "meer/leegstand") == [("Uitleg uit", "Visie (2020), Hoofdstuk 2", "bronnen/visie-2020/")]


def test_of_data_that_do_not_say_it_nothing_is_said():
    """An earlier version does not know who explains a word, and does not pretend to."""
    assert told(_TERMS, "meer/bijstand") == []


@pytest.mark.parametrize(("who", "labels"), [("bron", ["Uitleg uit"]), ("redactie", ["Uitleg van", "Bron"])])
def test_a_type_of_role_names_its_source_once(who, labels):
    """Where the editors explain it, the source still says where the role is named."""
    assert [label for label, _, _ in told(_ROLES.replace("SOORT", who), "meer/maker")] == labels
