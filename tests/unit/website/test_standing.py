"""Policy that is not in force: whoever reads or lists it says so."""

from __future__ import annotations

import re
from posixpath import normpath

import pytest

from polderkoers.policy.loaded import Loaded
from polderkoers.website.history import History
from polderkoers.website.overview_table import OVERVIEWS
from polderkoers.website.render import Renderer
from polderkoers.website.search.collect import rank_of
from polderkoers.website.search.facets import facets
from polderkoers.website.views.feeds import Steps, _feed
from polderkoers.website.views.site import Site
from polderkoers.website.views.standing import banner
from support.made_up import KERNOPGAVE, ROOT, policy_of

MORE = """
    themas: [wonen]
    cijfers:
      - {id: cijfer-huizen, waarde: 86, eenheid: procent, wat: huizen}
activiteiten:
  - {id: activiteit-bouwen, naam: Samen bouwen, verantwoordelijk: [gemeente], organisaties: [gemeente-polderdam], plaatsen: [polderdam]}
indicatoren:
  - {id: indicator-huizen, naam: Nieuwe huizen, eenheid: huizen, metingen: [{waarde: 3, jaar: 2020}]}
bedragen:
  - {id: bedrag-huizen, bedrag: 780, waarvoor: Nieuwe huizen, jaar: 2021}
samenhang:
  - {met: geldig, soort: zelfde onderwerp, waarom: Allebei wonen., gelegd_door: redactie}
"""
PLAN = """soort: plan
id: mooi-plan
titel: Mooi plan
versie: "1.0"
status: ingetrokken
vastgesteld_op: 2012-06-28
vastgesteld_door: de gemeenteraad
bron: {document: visie-2020}
samenvatting: Het plan over de Wmo.
themas: [wonen]
onderdelen: [geldig, oud]
hoofdstukken:
  - {id: hoofdstuk-een, rubriek: aanleiding, naam: Waarom, doelen: [{id: doel-plan, naam: Een doel van het plan}]}
"""
WORDS = {"kernopgaven/nieuw/": "Concept", "kernopgaven/oud/": "Ingetrokken", "plannen/mooi-plan/": "Ingetrokken"}
LINK = re.compile(r'<a href="([^"]*)"(?P<more>[^>]*)>(?P<text>.*?)</a>(?P<after>.{0,90})', re.DOTALL)


def kernopgave(id_: str, status: str, number: int) -> str:
    """Return a kernopgave with every kind of item that some page lists."""
    text = KERNOPGAVE.replace("id: fijn-wonen", f"id: {id_}").replace("titel: Fijn wonen", f"titel: Wonen {id_}")
    text = text.replace("status: vastgesteld", f"status: {status}").replace("nummer: 1\ninl", f"nummer: {number}\ninl")
    text = text.replace("wil dat", "wil met de Wmo dat")
    return text.replace("    plaatsen: [polderdam]\n", f"    plaatsen: [polderdam]{MORE}", 1)


@pytest.fixture
def renderer() -> Renderer:
    """The site of a draft, something withdrawn, something in force and a withdrawn plan."""
    texts = (
        kernopgave("nieuw", "concept", 1),
        kernopgave("oud", "ingetrokken", 2),
        kernopgave("geldig", "vastgesteld", 3),
    )
    return Renderer(Site(policy_of(*texts, PLAN)))


def named(html: str, here: str) -> list[tuple[str, bool]]:
    """Return the links of a page to another page of what is not in force, and whether its word stands behind each."""
    html = re.sub(r'<nav class="pk-crumbs".*?</nav>', "", html, flags=re.DOTALL)
    found = []
    for match in LINK.finditer(html):
        target = normpath(f"{here}{match[1].partition('#')[0]}").removeprefix("./") + "/"
        if match[1] and not match[1].startswith("#") and target in WORDS:
            found.append((match["text"], f'pk-merk">{WORDS[target]}</span>' in match["after"]))
    return found


def test_every_list_says_what_is_not_in_force(renderer):
    """On every page and overview the word stands behind each link to a draft, to something withdrawn, or to an item of it."""
    pages = {path: renderer.page(path) for path in renderer.site.pages}
    overviews = {f"{name}/": renderer.overview(name, f"{name}/") for name in OVERVIEWS}
    overviews["home/"] = renderer.overview("home", "")
    seen = {}
    for path, html in {**pages, **overviews}.items():
        links = named(html, "" if path == "home/" else path)
        assert [text for text, marked in links if not marked] == [], path
        seen[path] = len(links)
    listing = ("plannen", "doelen", "tijdlijn", "cijfers", "geld", "rode-draad", "open-vragen", "home")
    assert [name for name in listing if not seen[f"{name}/"]] == []
    about = ("wie/gemeente/", "organisaties/gemeente-polderdam/", "plaatsen/polderdam/", "onderwerpen/wonen/")
    assert [
        path for path in (*about, "bronnen/visie-2020/", "begrippen/wmo/", "rollen/regisseur/") if not seen[path]
    ] == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "kernopgaven/nieuw/",
            [
                "Concept",
                "Dit is een concept: de gemeenteraad heeft het nog niet vastgesteld. De tekst kan nog veranderen.",
            ],
        ),
        ("kernopgaven/oud/", ["Ingetrokken", "Deze kernopgave is ingetrokken en geldt niet meer.", "Dit hoort bij"]),
        (
            "plannen/mooi-plan/",
            [
                "Ingetrokken",
                "Dit plan is ingetrokken en geldt niet meer.",
                "Vastgesteld op 28 juni 2012 door de gemeenteraad.",
            ],
        ),
        ("kernopgaven/geldig/", ["Het plan is ingetrokken", "Dit hoort bij"]),
    ],
)
def test_a_page_begins_with_what_it_is_not(renderer, path, words):
    """The banner stands below the title and above all else, and says no more than the data does."""
    top = renderer.page(path).partition("\n# ")[2].partition('class="pk-onderdeel"')[0]
    assert [word for word in words if word not in top] == []


def test_an_item_says_so_where_a_link_leads_to_it(renderer):
    """Who lands on a goal past the top of the page still reads that it is withdrawn."""
    page = renderer.page("kernopgaven/oud/")
    (row,) = (line for line in page.splitlines() if line.endswith("{#doel-genoeg-huizen}"))
    assert 'pk-merk">Ingetrokken</span>' in row
    assert (
        "Dit hoort bij"
        in renderer.page("kernopgaven/oud/doel-genoeg-huizen/")
        .partition("\n# ")[2]
        .partition('class="pk-onderdeel"')[0]
    )
    assert (
        "pk-merk"
        not in renderer.page("kernopgaven/geldig/").partition('class="pk-onderdeel"')[2].partition("## Wat hierbij")[0]
    )


def test_what_is_in_force_says_nothing():
    """Policy in force, and policy of which the source does not say, has no banner and no mark."""
    policy = policy_of(KERNOPGAVE.replace("status: vastgesteld", "status: null"))
    page = Renderer(Site(policy)).page("kernopgaven/fijn-wonen/")
    assert "pk-merk" not in page
    assert "pk-stand-nu" not in page


def test_the_title_of_the_tab_and_the_filter_of_the_search_say_so(renderer):
    """Outside the page, too, a title is followed by its mark; the search can leave it out."""
    site = renderer.site
    page = site.pages["kernopgaven/oud/"]
    assert site.tab_title(page) == "Wonen oud (ingetrokken)"
    assert facets(site, page.entry)["status"] == ("Ingetrokken",)
    assert "status" not in facets(site, site.pages["kernopgaven/geldig/"].entry)


def test_what_is_not_in_force_stands_below_what_is(renderer):
    """In the search a draft and something withdrawn count less than a page of policy in force."""
    ranks = {name: rank_of(renderer.site, renderer.site.policy.entries[name]) for name in ("geldig", "nieuw", "oud")}
    assert ranks["geldig"] < min(ranks["nieuw"], ranks["oud"])


def test_the_title_of_a_feed_says_so(renderer):
    """Who follows a withdrawn kernopgave reads it in the title of the feed."""
    history = History(None, Loaded(renderer.site.policy, (), 0))
    feed = _feed(renderer.site.policy.entries["oud"], Steps(history), history)
    assert feed.title == "Wijzigingen in kernopgave Wonen oud (ingetrokken)"


def test_no_template_makes_a_link_to_an_item_by_hand():
    """A link that shows the words of an item is made by the macro that adds the mark; those kept lead to comparisons, are a heading, or are in another language."""
    folder = ROOT / "scripts/polderkoers/website/templates"
    by_hand = re.compile(r'<a href="\{\{ href\((\w[\w.]*)\.address\) \}\}"[^>]*>\{\{ \1\.text')
    kept = {
        "blokken.j2": 2,
        "onderdeel.j2": 1,
        "vertaald.md.j2": 3,
        "wijzigingen-kiezen.md.j2": 1,
        "wijzigingen.md.j2": 1,
    }
    found = {path.name: len(by_hand.findall(path.read_text(encoding="utf-8"))) for path in folder.glob("*.j2")}
    assert {name: count for name, count in found.items() if count} == kept


def test_what_will_be_withdrawn_holds_until_then():
    """A withdrawal on a day that is still to come is told as that."""
    text = PLAN.replace("status: ingetrokken", "status: ingetrokken\ningetrokken_op: 2999-12-14")
    site = Site(policy_of(kernopgave("geldig", "vastgesteld", 3), kernopgave("oud", "vastgesteld", 2), text))
    found = banner(site, site.policy.get("mooi-plan"))
    assert "Dit plan geldt niet meer vanaf 14 december 2999" in found.sentences[0]
    assert not found.is_over
