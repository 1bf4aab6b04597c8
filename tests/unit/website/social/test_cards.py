"""Which picture goes with which page: its own, or that of its section."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.website.social.cards import Cards
from polderkoers.website.views.site import Site
from support.made_up import BASIS, KERNOPGAVE, document, policy_of

SITE = "Polderkoers Polderdam"


def page(url: str, title: str, *, generated: bool = False, home: bool = False, **more):
    """Return what a card needs to know of a page of MkDocs."""
    name = f"{url.rstrip('/') or 'index'}.md"
    file = SimpleNamespace(src_uri=name, abs_src_path=None, generated_by="x" if generated else None)
    values = {"meta": {}, "content": "", **more}
    return SimpleNamespace(url=url, title=title, file=file, is_homepage=home, **values)


HOME = page(
    "", "Home", home=True, content='<h1 id="x">Wat wil <em>R&amp;D</em>?<a class="headerlink" href="#x">¶</a></h1>'
)
SUBJECTS, PLANS = page("onderwerpen/", "Onderwerpen"), page("plannen/", "Plannen")
NAV = SimpleNamespace(pages=[HOME, SUBJECTS, PLANS], homepage=HOME)


def card(of, *texts: str):
    """Return the card of a page in a made-up site."""
    return Cards(Site(policy_of(*(texts or (KERNOPGAVE,))))).of(of, NAV, SITE)


@pytest.mark.parametrize(
    ("of", "path", "says"),
    [
        (HOME, "voorpagina", "Wat wil R&D? Polderkoers Polderdam. "),
        (PLANS, "plannen", "Plannen. Polderkoers Polderdam. "),
        (page("over/", "Over &lt;ons&gt;"), "over", "Over <ons>. "),
        (page("a/b/", "Hoe?", meta={"onderdeel": "plannen.md"}), "a/b", "Plannen: Hoe? Polder"),
        (page("kernopgaven/fijn-wonen/", "x", generated=True), "kernopgaven/fijn-wonen", "Kernopgave: Fijn wonen. "),
        (page("begrippen/x/", "X", generated=True, meta={"onderdeel": "plannen.md"}), "plannen", "Plannen. "),
        (page("begrippen/x/", "X", generated=True), "voorpagina", "Wat wil R&D? "),
    ],
)
def test_a_page_has_its_own_picture_or_that_of_its_section(of, path, says):
    """Hand-written pages and pages of policy have their own; other pages that of the entry of the menu they fall under."""
    found = card(of)
    assert found.path == f"assets/delen/{path}.png"
    assert found.alt.startswith(says)
    assert found.alt.endswith("Een tekening van het land: velden, bomen en huizen onder een wijde lucht.")


def test_a_home_page_without_a_heading_is_called_after_the_site():
    """When there is no heading to show, the name of the site is what the home page is called."""
    assert card(page("", "Home", home=True)).alt.startswith(f"{SITE}. {SITE}. ")


def test_policy_of_others_is_said_to_be_theirs():
    """The picture of a file of another government names that government, so that nobody takes it for our policy."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((BASIS / "data").rglob("*.yaml"))]
    site = Site(Policy(build_file(document(text.replace("van_wie: eigen", "van_wie: ander"))) for text in texts))
    found = Cards(site).of(page("kernopgaven/fijn-wonen/", "x", generated=True), NAV, SITE)
    assert found.alt.startswith("Kernopgave van de gemeente Polderdam: Fijn wonen. ")


def test_only_pictures_that_pages_name_are_painted(tmp_path):
    """Each picture is written once, at the address that its pages name."""

    class Painter:
        def png(self, words):
            return f"{words.kind}|{words.title}|{words.site}".encode()

    cards = Cards(Site(policy_of(KERNOPGAVE)))
    for each in (PLANS, page("begrippen/x/", "X", generated=True, meta={"onderdeel": "plannen.md"}), HOME):
        cards.of(each, NAV, SITE)
    cards.write(tmp_path, Painter())
    written = {path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in tmp_path.rglob("*.png")}
    assert written == {
        "assets/delen/plannen.png": f"|Plannen|{SITE}",
        "assets/delen/voorpagina.png": f"|Wat wil R&D?|{SITE}",
    }
