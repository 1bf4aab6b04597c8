"""The overview pages."""

from __future__ import annotations

import re

from polderkoers.website.views.organisations import organisations
from polderkoers.website.views.overviews import kind_counts, terms
from polderkoers.website.views.site import Site
from polderkoers.website.views.subject_tiles import subject_tiles
from support.made_up import KERNOPGAVE, policy_of

_TERM = "  - {{id: begrip-{number}, naam: {name!r}, uitleg: Uitleg.}}"
_NAMES = ("<script>", "#kop", "élan", "Zorg", "{{ x }}", "3D", "שלום", "anders", "[klik](x)")


def test_terms_stand_under_a_letter_that_can_be_an_anchor():
    """A term that begins with no letter of a to z or digit stands under the rest, at the end; an accent is left out."""
    entries = "\n".join(_TERM.format(number=number, name=name) for number, name in enumerate(_NAMES))
    found = terms(Site(policy_of(f"soort: begrippen\nid: meer\nversie: '1.0'\nstatus: null\nbegrippen:\n{entries}\n")))
    assert [box.heading for box in found] == ["3", "A", "E", "W", "Z", "Overig"]
    assert all(re.fullmatch(r"letter-[a-z0-9]+", box.id) for box in found)
    assert {tile.link.text for tile in found[-1].tiles} == {"<script>", "#kop", "{{ x }}", "שלום", "[klik](x)"}


def test_a_subject_without_goals_of_today_says_so():
    """No number of items is told, which says nothing to a resident; of a subject without policy that it has none yet."""
    themes = (
        "soort: themas\nid: meer\nversie: '1.0'\nstatus: null\nthemas:\n  - {id: rust, naam: Rust, uitleg: Stilte.}\n"
    )
    found = {tile.link.text: tile.foot for tile in subject_tiles(Site(policy_of(KERNOPGAVE, themes)))}
    assert found == {"Wonen": "Geen doelen van nu", "Rust": "Nog geen beleid"}


def test_what_is_no_organisation_stands_apart_and_does_not_count():
    """A group that a source names as a partner is listed below the organisations, and is not one of their number."""
    group = "{id: buren, naam: buren, uitleg: De mensen ernaast., soort: groep}"
    club = "{id: club, naam: club, uitleg: Een club., soort: overig}"
    site = Site(
        policy_of(
            f"soort: organisaties\nid: meer\nversie: '1.0'\nstatus: null\norganisaties:\n  - {group}\n  - {club}\n"
        )
    )
    assert [box.heading for box in organisations(site)] == ["Overheid", "Overig", "Groepen (geen organisatie)"]
    assert ("2 organisaties", "organisaties/") in kind_counts(site)
