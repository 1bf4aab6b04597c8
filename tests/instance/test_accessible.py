"""The pages of a real instance are accessible: what Polderdam does not show and one of each kind, or all, with a second opinion."""

from __future__ import annotations

import pytest

from support.browser import needs_browser
from support.explained import IBM_FINDS
from support.looks import ibm_finds, kinds, look_at
from support.outcome import keep, keep_second
from support.structure import covering_pages

pytestmark = needs_browser


@pytest.fixture(scope="session")
def seen(site, address, known, whole):
    """What there is to see: each part that is not known from Polderdam, on the pages that show most in every way, and one of each kind at a glance.

    With --whole it is in every way what there is to see on the pages that together show every part there is, and on one of each kind,
    and at a glance on all others.
    """
    every = [*site.paths, "404.html"]
    if not whole:
        new = covering_pages(site, every, known)
        most = covering_pages(site, every, known, least=3)
        others = [path for path in kinds(site) if path not in new]
        return look_at(address, [*new, *others], most, briefly=new, whole=False, known=known)
    closely = {*covering_pages(site, every), *kinds(site)}
    found = look_at(address, every, closely, whole=True)
    keep(site, found)
    return found


def test_a_page_of_each_kind_is_looked_at(seen, site):
    """What the tests below find nothing wrong with was looked at, also when every part of it is known from Polderdam."""
    assert set(seen) >= {"", "404.html", *kinds(site)}
    assert all(page.title for page in seen.values())


def test_axe_reports_nothing(seen):
    """Pages that are looked at closely meet WCAG 2.2 A and AA and axe's best practices, light and dark, wide and narrow, with all open."""
    assert {path: page.violations for path, page in seen.items() if page.violations} == {}


def test_no_page_scrolls_sideways_and_no_text_is_cut_off(seen):
    """A page fits 320 pixels; one that is looked at closely fits 1280 too, with more space in its text, and with text twice as large."""
    wrong = {path: [*page.sideways, *page.cut_off] for path, page in seen.items()}
    assert {path: found for path, found in wrong.items() if found} == {}


def test_every_stop_shows_that_it_has_the_focus(seen):
    """Whatever takes the focus can be seen, has a ring of at least 3:1, and lies under nothing."""
    assert {path: page.stops for path, page in seen.items() if page.stops} == {}


def test_every_page_is_in_order(seen):
    """A page has one h1, skips no level of heading, and its tables, pictures and charts say in words what they are."""
    assert {path: page.structure for path, page in seen.items() if page.structure} == {}


# Of these pages it says what it says of the same kinds in Polderdam.
@pytest.mark.whole
def test_what_the_engine_of_ibm_finds_is_explained(site, address):
    """When every page is looked at, the engine of IBM finds nothing on one of each kind that is not explained beside the test."""
    left = {
        path: [
            f"{one['rule']} {one['message']} {one['snippet'][:120]}"
            for one in findings
            if not any(reason.covers(one) for reason in IBM_FINDS)
        ]
        for path, findings in ibm_finds(address, kinds(site)).items()
    }
    keep_second(site, left)
    assert {path: found for path, found in left.items() if found} == {}
