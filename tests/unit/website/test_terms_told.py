"""In which files a glossary term stands is looked up once for all terms."""

from __future__ import annotations

from polderkoers.policy.model.catalogues import Begrip
from polderkoers.website.views.backlinks import mentions
from polderkoers.website.views.site import Site
from support.gemeente import policy


def test_a_term_knows_the_pages_that_say_it(monkeypatch):
    """Each term has links to the pages with it, in their order; pages are asked for their terms once, however many terms there are."""
    site, asked = Site(policy()), []
    terms = [entry for entry in site.policy.entries.values() if isinstance(entry.item, Begrip)]
    wanted = [
        tuple(site.link(page.entry) for page in site.pages.values() if term.item.id in site.terms_on(page))
        for term in terms
    ]
    terms_on = Site.terms_on
    monkeypatch.setattr(Site, "terms_on", lambda self, page: asked.append(page.path) or terms_on(self, page))
    assert [mentions(site, term) for term in terms] == wanted
    assert any(wanted)
    assert sorted(asked) == sorted(page.path for page in site.pages.values())
