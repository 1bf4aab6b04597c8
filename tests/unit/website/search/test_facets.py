"""What a page can be filtered by, and the words that lead to it."""

from __future__ import annotations

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.website.search.facets import facets, left_out, other_names, resident_words
from polderkoers.website.views.site import Site
from support.gemeente import policy
from support.made_up import KERNOPGAVE, document, policy_of, policy_of_times

WORDS = """
soort: zoekwoorden
id: zoekwoorden
versie: "1.0"
status: null
weglaten: [waar, kan, ik]
zoekwoorden:
  - {id: huis, woorden: [woning, huis huren], bij: [themas/wonen, fijn-wonen/doel-genoeg-huizen, begrippen/wmo]}
"""

OWN = """
soort: instelling
id: instelling
versie: "1.0"
status: null
schema: 3
naam: Polderdam
type: gemeente
gebied: polderdam
woorden:
  kernopgave: {enkelvoud: ambitie, meervoud: ambities, lidwoord: de}
"""


@pytest.fixture(scope="module")
def site() -> Site:
    """The basis with a kernopgave and words of residents."""
    return Site(policy_of(KERNOPGAVE, WORDS))


def test_a_page_of_policy_has_its_kind_subjects_and_document(site):
    """A kernopgave can be filtered by what it is, what it is about and where it comes from."""
    found = facets(site, site.policy.get("fijn-wonen"))
    assert found["soort"] == ("Kernopgave",)
    assert "Wonen" in found["thema"]
    assert len(found["document"]) == 1
    assert all(found.values())


DECISIONS = """soort: besluiten
id: raad-2022
BRONbesluiten:
  - {id: toezegging-brief, soort: toezegging, naam: Een brief, datum: 2022-02-01, afgedaan: {datum: 2022-05-02, tekst: Er is een brief., bron: {document: nota}}, gaat_over: [fijn-wonen/stap-bouwen], bron: {plek: Punt 3}}
"""


@pytest.mark.parametrize(("own", "documents"), [("bron: {document: visie-2020}\n", ("Visie", "Nota")), ("", None)])
def test_a_decision_comes_from_its_own_document(own, documents):
    """Where it shows that something was dealt with, is not where it was promised."""
    held = policy_of_times(DECISIONS.replace("BRON", own))
    assert facets(Site(held), held.entries["raad-2022/toezegging-brief"]).get("document") == documents


def test_a_page_of_a_catalogue_is_about_itself(site):
    """The page of a subject falls under that subject and no other."""
    assert facets(site, site.policy.get("themas/wonen")) == {
        "tijd": ("nu",),
        "soort": ("Onderwerp",),
        "thema": ("Wonen",),
    }


def test_a_page_is_of_a_time_as_a_reader_chooses_it():
    """Own policy of today, what is older and what is of others are apart, and so are words; a goal is of the time of its file."""
    site = Site(policy_of_times())
    times = {
        ref: facets(site, site.policy.entries[ref])["tijd"] for ref in ("fijn-wonen", "oud", "ander", "begrippen/wmo")
    }
    assert times == {"fijn-wonen": ("nu",), "oud": ("eerder",), "ander": ("ander",), "begrippen/wmo": ("woorden",)}
    assert facets(site, site.policy.entries["oud/doel-genoeg-huizen"])["tijd"] == ("eerder",)


def test_words_lead_to_pages_in_the_order_of_the_data(site):
    """Words of residents lead to pages, also for an item of a file, that has a page of its own; the first is the best."""
    pages = ("onderwerpen/wonen/", "kernopgaven/fijn-wonen/doel-genoeg-huizen/", "begrippen/wmo/")
    assert resident_words(site.policy) == {"woning": pages, "huis huren": pages}


def test_words_lead_to_the_address_that_an_own_word_gives():
    """What an organisation calls its policy is in the addresses to which words lead."""
    files = [build_file(document(text)) for text in (KERNOPGAVE, WORDS, OWN)]
    assert resident_words(Policy(files))["woning"] == ("ambities/fijn-wonen/doel-genoeg-huizen/",)


def test_words_for_searching_do_not_count_as_something_said_about_a_subject(site):
    """What leads a reader to a subject is not listed on its page and not counted there."""
    assert "zoekwoord" not in {
        ref.source.item.soortnaam for ref in site.policy.backlinks(site.policy.get("themas/wonen"))
    }


def test_without_the_file_the_general_words_are_left_out_and_nothing_leads_anywhere():
    """A municipality without words of residents can be searched all the same."""
    assert {"waar", "kan", "ik"} <= set(left_out(policy_of()))
    assert resident_words(policy_of()) == {}


def test_words_and_other_names_lead_to_their_pages():
    """Every word of residents leads to a page that is there, and so do the other names of organisations, places and terms."""
    found = policy()
    pages = set(Site(found).pages)
    words = resident_words(found)
    assert len(words) >= 10
    assert {page for targets in words.values() for page in targets} <= pages
    assert other_names(found)["Bouwgoed"] == ("organisaties/bouwgoed/",)
    assert "waar" in left_out(found)


def test_a_decision_is_first_of_the_document_that_it_stands_in():
    """Where its answer stands is another document, and comes after it."""
    text = (
        "soort: besluiten\nid: besluiten-2030\nbron: {document: samen-vooruit-2023}\nbesluiten:\n"
        "  - {id: vraag-x, soort: raadsvraag, naam: X, datum: 2024-05-01, afgedaan: {datum: 2024-06-01, tekst: Ja., bron: {document: toekomstvisie-2014}}}\n"
    )
    file = build_file(document(text, "data/besluiten/besluiten-2030.yaml"))
    site = Site(Policy((*policy().files, file)))
    found = facets(site, site.policy.entries["besluiten-2030/vraag-x"])["document"]
    labels = {entry.item.id: entry.item.label for entry in site.policy.of_kind("document")}
    assert found == (labels["samen-vooruit-2023"], labels["toekomstvisie-2014"])
