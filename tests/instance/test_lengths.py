"""How long the pages of the instance are on a phone: all that is there is one tap away before a reader is tired of scrolling."""

from __future__ import annotations

import re

from polderkoers.website.views.site import Site
from support.browser import needs_browser

pytestmark = needs_browser

_WIDTH, _HEIGHT = 390, 844
# Five screens, and a half for letters that are wider on another machine.
AT_MOST = 5.5
# Not those of a guide, whose steps are what a reader came for.
_KINDS = ("kernopgave", "programmalijn", "plan", "thema", "partij", "document", "plaats")
_OVERVIEWS = (
    "begrippen/",
    "bronnen/",
    "cijfers/",
    "doelen/",
    "geld/",
    "open-vragen/",
    "onderwerpen/",
    "organisaties/",
    "plaatsen/",
    "plannen/",
    "rode-draad/",
    "rollen/",
    "tijdlijn/",
    "wie/",
)


def test_no_page_of_policy_is_long_on_a_phone(loaded, site, address, open_context):
    """A file of policy, an item of a list and an overview are shown in five screens, with what does not fit counted and folded."""
    pages = Site(loaded.policy)
    paths = {*_OVERVIEWS, *map(pages.address, loaded.policy.of_kind(*_KINDS))}
    page = open_context(width=_WIDTH, height=_HEIGHT).new_page()
    screens = {}
    for path in sorted(paths.intersection(site.paths)):
        page.goto(f"{address}{path}")
        screens[path] = page.evaluate("document.documentElement.scrollHeight") / _HEIGHT
    assert len(screens) > len(_KINDS)
    assert {path: round(found, 1) for path, found in screens.items() if found > AT_MOST} == {}


def test_a_comparison_answers_on_the_first_screens_and_folds_the_rest(site, address, open_context):
    """Comparisons are as long as any page until a reader opens or chooses something; what is chosen is in sight at once."""
    page = open_context(width=_WIDTH, height=_HEIGHT).new_page()
    pairs = [path for path in site.paths if re.fullmatch(r"wijzigingen/[^/]+-nu/", path)]
    assert pairs
    for path in pairs:
        page.goto(f"{address}{path}")
        assert page.evaluate("document.documentElement.scrollHeight") / _HEIGHT <= AT_MOST, path
        page.goto(f"{address}{path}?soort=veranderd")
        shown = page.locator("[data-wijziging]:not([hidden])")
        if shown.count():
            assert shown.first.is_visible()
