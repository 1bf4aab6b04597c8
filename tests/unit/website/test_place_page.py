"""The page of a place: what policy of today says, what is older or of others, what holds for all, and what is not said."""

from __future__ import annotations

import re
from functools import cache

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.build import build_file
from polderkoers.website.history import History
from polderkoers.website.render import Renderer
from polderkoers.website.views.named_places import named_now
from polderkoers.website.views.place_page import PlacePage, place_page
from polderkoers.website.views.places import elsewhere, place_groups
from polderkoers.website.views.site import Site
from support import gemeente
from support.made_up import BASIS, DOCUMENTS, KERNOPGAVE, document

PLACES = """soort: plaatsen
id: plaatsen
versie: "1.0"
status: null
plaatsen:
  - {id: polderdam, naam: Polderdam, soort: gemeente}
  - {id: noordeinde, naam: Noordeinde, soort: dorp, ligt_in: polderdam, coordinaten: {lat: 52.70, lon: 5.7, dataset: Kaartboek}}
  - {id: zuideinde, naam: Zuideinde, soort: dorp, ligt_in: polderdam, coordinaten: {lat: 52.60, lon: 5.8, dataset: Kaartboek}}
  - {id: de-hoek, naam: De Hoek, soort: wijk, ligt_in: zuideinde}
  - {id: ver-weg, naam: Ver weg, soort: stad}
"""
ACTIVITIES = """activiteiten:
  - {id: act-een, naam: Een plein, toelichting: Er komt iets., plaatsen: [PLACE]}
  - {id: act-twee, naam: Een brug, wanneer: {tekst: In 2090, van: 2090}, plaatsen: [PLACE]}
  - {id: act-drie, naam: Een pad, wanneer: {tekst: In 2001, van: 2001}, plaatsen: [PLACE]}
"""


def task(place: str = "", id_: str = "fijn-wonen", source: str = "visie-2020") -> str:
    """Return a kernopgave out of a document, with three activities in a place if one is given."""
    text = KERNOPGAVE.replace("id: fijn-wonen", f"id: {id_}").replace("visie-2020", source)
    return text + ACTIVITIES.replace("PLACE", place) if place else text


def site_of(*tasks: str, places: str = PLACES) -> Site:
    """Return a site about Polderdam with two villages, and some kernopgaven."""
    basis = {path.name: path.read_text(encoding="utf-8") for path in sorted((BASIS / "data").glob("*.yaml"))}
    basis |= {"plaatsen.yaml": places, "documenten.yaml": DOCUMENTS}
    return Site(Policy(build_file(document(text)) for text in (*basis.values(), *tasks)))


def page_of(site: Site, place: str) -> PlacePage:
    """Return the page of a place."""
    return place_page(site, site.policy.entries[f"plaatsen/{place}"])


@cache
def polderdam() -> Site:
    """Return the site of the made-up municipality."""
    return Site(gemeente.policy())


def html_of(site: Site, path: str) -> str:
    """Return the page at an address."""
    return Renderer(site, History(None, Loaded(site.policy, (), 0))).page(path)


def words_of(html: str) -> str:
    """Return the words of a piece of HTML on one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_a_place_that_policy_names_says_what_comes_first():
    """What is still to come stands at the top; all that names the place is counted, the latest date first, with its explanation."""
    page = page_of(site_of(task("noordeinde")), "noordeinde")
    assert [row.link.text for row in page.coming] == ["Een brug"]
    assert page.number == 3
    (group,) = page.now
    assert group.jaar == "2020"
    assert [(row.link.text, row.text) for row in group.rows] == [
        ("Een brug", ""), ("Een pad", ""), ("Een plein", "Er komt iets."),
    ]  # fmt: skip
    assert page.silent == ()


def test_the_paragraph_that_names_the_place_is_shown():
    """The name inside another word is not the name."""
    words = r'"Er komt iets.\n\nHet Noordeindepad wordt breder.\n\nOok Noordeinde krijgt een plein."'
    page = page_of(site_of(task("noordeinde").replace("Er komt iets.", words)), "noordeinde")
    texts = [row.text for group in page.now for row in group.rows]
    assert "Ook Noordeinde krijgt een plein." in texts


def test_what_ends_last_stands_at_the_top():
    """A year ends after a month in it, and its last month after its first quarter."""
    dated = "  - {id: act-DATE, naam: DATE, wanneer: {tekst: Ooit, van: DATE}, plaatsen: [noordeinde]}\n"
    activities = "".join(dated.replace("DATE", day) for day in ("2090-Q1", "2090-06", "2090"))
    page = page_of(site_of(f"{task()}activiteiten:\n{activities.replace('act-2090-Q1', 'act-kwartaal')}"), "noordeinde")
    assert [row.link.text for row in page.coming] == ["2090", "2090-06", "2090-Q1"]


def test_older_plans_and_those_of_others_are_folded_and_counted():
    """What is of before or of others is no policy of today of this municipality: it is there, under words that say so."""
    tasks = (task("noordeinde", "oud", "visie-1990"), task("noordeinde", "ander", "nota"))
    page = page_of(site_of(*tasks), "noordeinde")
    assert (page.number, page.now, page.coming) == (0, (), ())
    assert [part.counted for part in page.folded] == ["Ouder beleid (3)", "Plannen van anderen (3)"]


def test_a_place_that_no_plan_names_says_which_plans_are_silent():
    """Each own document is named, the newest first, and what holds for all is counted and linked."""
    site = site_of(task("noordeinde"), task("", "oud", "visie-1990"), task("", "ander", "nota"))
    page = page_of(site, "zuideinde")
    assert [link.text for link in page.silent] == ["Visie (2020)", "Oude visie (1990)"]
    assert (page.for_all.number, page.for_all.total) == (1, 1)
    assert [(link.text, counted) for link, counted in page.for_all.files] == [("Fijn wonen", "1 doel")]


def test_a_plan_that_names_a_place_in_words_is_not_called_silent():
    """A name in a text is enough, and so is a place that lies in it; part of another word is not."""
    spoken = task().replace("Iedereen woont fijn.", "Ook in Zuideinde woont iedereen fijn.")
    assert page_of(site_of(spoken), "zuideinde").silent == ()
    assert page_of(site_of(task("de-hoek")), "zuideinde").silent == ()
    part = task().replace("Iedereen woont fijn.", "Het Zuideindepad is mooi.")
    assert [link.text for link in page_of(site_of(part), "zuideinde").silent] == ["Visie (2020)"]


def test_a_plan_that_names_a_place_otherwise_is_not_called_silent():
    """Another name of the place is enough, what is of it too, and a text of a list that comes from the plan; the form of a short name is not."""
    named = PLACES.replace("naam: Zuideinde,", "naam: Zuideinde, andere_namen: [Zuiderdorp],")
    for words in ("Ook in Zuiderdorp woont iedereen fijn.", "De Zuideindse kerk blijft.", "Elke Zuideinder telt."):
        site = site_of(task().replace("Iedereen woont fijn.", words), places=named)
        assert page_of(site, "zuideinde").silent == (), words
    told = "naam: De Hoek, uitleg: Vlak bij Noordeinde., bron: {document: visie-2020},"
    assert page_of(site_of(task(), places=PLACES.replace("naam: De Hoek,", told)), "noordeinde").silent == ()
    short = PLACES.replace("naam: Zuideinde,", "naam: Zui,")
    spoken = task().replace("Iedereen woont fijn.", "De zuiers wonen fijn.")
    assert [link.text for link in page_of(site_of(spoken, places=short), "zuideinde").silent] == ["Visie (2020)"]


def test_the_words_of_a_name_apart_are_not_the_name():
    """A place of two words is named where they stand together, if need be on two lines."""
    apart = task().replace("Iedereen woont fijn.", "De winkels op elke hoek blijven.")
    assert [link.text for link in page_of(site_of(apart), "de-hoek").silent] == ["Visie (2020)"]
    together = task().replace("Iedereen woont fijn.", "Wonen in de\n  Hoek is fijn.")
    assert page_of(site_of(together), "de-hoek").silent == ()


def test_a_goal_of_one_village_is_no_goal_for_all():
    """A goal that names a village is left out of what holds for the whole, and the total says so."""
    own = task().replace(
        "    plaatsen: [polderdam]\n", "    plaatsen: [noordeinde]\n  - {id: doel-b, nummer: 2, naam: B}\n", 1
    )
    for_all = page_of(site_of(own), "zuideinde").for_all
    assert (for_all.number, for_all.total, for_all.counted) == (1, 2, "2 doelen")


def test_a_place_elsewhere_has_nothing_of_the_whole():
    """Of another city no plan is called silent, nothing holds for it, and it stands on no map."""
    page = page_of(site_of(task("ver-weg")), "ver-weg")
    assert page.number == 3
    assert page.is_elsewhere
    assert (page.silent, page.for_all, page.map) == ((), None, None)


def test_the_whole_is_not_told_of_itself():
    """The page of the municipality has the map, and does not say that what holds for it holds for it."""
    page = page_of(site_of(task("noordeinde")), "polderdam")
    assert page.map is not None
    assert (page.silent, page.for_all, page.area) == ((), None, "")


def test_the_list_says_how_often_policy_of_today_names_each_place():
    """Places elsewhere stand apart; what only older policy or that of others names says so, and what nobody names too."""
    tasks = (task("noordeinde"), task("de-hoek", "oud", "visie-1990"), task("ver-weg", "ander", "nota"))
    site = site_of(*tasks)
    groups = {group.heading: [(row.link.text, row.said) for row in group.rows] for group in place_groups(site)}
    assert groups == {
        "": [("Polderdam", "1 keer in het beleid van nu")],
        "Steden en dorpen": [("Noordeinde", "3 keer in het beleid van nu"), ("Zuideinde", "niet apart genoemd")],
        "Wijken en andere plekken": [("De Hoek", "3 keer in ouder beleid")],
    }
    assert [(row.link.text, row.said) for row in elsewhere(site)] == [("Ver weg", "3 keer in plannen van anderen")]
    assert named_now(site) == {"plaatsen/polderdam", "plaatsen/noordeinde"}


def test_a_file_is_not_counted_beside_what_stands_in_it():
    """A kernopgave that names a village as a whole and in three activities names it three times, and not four."""
    whole = f"{task('noordeinde')}plaatsen: [noordeinde]\n"
    site = site_of(whole)
    assert page_of(site, "noordeinde").number == 3
    alone = site_of(f"{task()}plaatsen: [noordeinde]\n")
    assert page_of(alone, "noordeinde").number == 1


def test_the_page_says_it_in_words():
    """A reader of a village that no plan names reads that, and is not told that nothing happens."""
    words = words_of(html_of(site_of(task("noordeinde")), "plaatsen/zuideinde/"))
    assert "Het beleid van nu noemt Zuideinde niet apart." in words
    assert "Visie (2020) noemt Zuideinde niet apart." in words
    assert "Dat wil niet zeggen dat er in Zuideinde niets gebeurt." in words
    assert "dus ook over Zuideinde gaan." in words


def test_every_place_on_the_map_is_a_link_with_a_name_and_one_is_here():
    """The points lead to their pages, by their names, and the place of the page is said to be the page."""
    html = html_of(polderdam(), "plaatsen/oosterdorp/")
    (drawing,) = re.findall(r'<svg class="pk-kaart__beeld".*?</svg>', html, re.DOTALL)
    links = re.findall(r'<a class="pk-kaart__plaats[^"]*" href="([^"]*)"([^>]*)>(.*?)</a>', drawing, re.DOTALL)
    assert {href: words_of(re.sub("<title>.*?</title>", "", held)) for href, _, held in links} == {
        "../../plaatsen/oosterdorp/": "Oosterdorp", "../../plaatsen/westergat/": "Westergat", "../../plaatsen/dijkwijk/": "Dijkwijk",
    }  # fmt: skip
    assert [href for href, more, _ in links if 'aria-current="page"' in more] == ["../../plaatsen/oosterdorp/"]
    assert "Verzonnen kaart van Laagland" in words_of(html)
    assert "Hier ligt Oosterdorp." in words_of(html)


@pytest.mark.parametrize("path", ["plaatsen/zuideinde/", "plaatsen/polderdam/"])
def test_without_coordinates_there_is_no_map(path):
    """Places of which nobody says where they are have their pages all the same."""
    bare = re.sub(r", coordinaten: \{[^}]*\}", "", PLACES)
    assert "pk-kaart" not in html_of(site_of(task(), places=bare), path)
