"""The answers beside the results of a search, and what is suggested."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.policy.model.catalogues import Brondocument, Thema
from polderkoers.policy.model.contact import Vraag
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.policy.publisher import Publisher
from polderkoers.website.search.answer import Answer, Lead, Overview
from polderkoers.website.search.answers import answers, suggestions, write_answers
from polderkoers.website.search.facets import other_names, resident_words
from polderkoers.website.views.continued import series
from polderkoers.website.views.deciders import who_decides
from polderkoers.website.views.place_page import place_page
from polderkoers.website.views.reacting import way_to_react
from polderkoers.website.views.site import Site
from polderkoers.website.views.subject_page import subject_page
from support.gemeente import policy
from support.made_up import BASIS, KERNOPGAVE, document, policy_of

OVERVIEWS = {
    "doelen/": Overview("Alle doelen", "Doelen", "Wat de gemeente wil."),
    "over/": Overview("Over", "Over", ""),
}


@cache
def site() -> Site:
    """The site of Polderdam."""
    return Site(policy())


@cache
def found() -> dict[str, Answer]:
    """All answers, by their headings."""
    leads = {words: list(paths) for words, paths in (resident_words(policy()) | other_names(policy())).items()}
    return {answer.title: answer for answer in answers(site(), leads, OVERVIEWS)}


def test_what_is_weighed_apart_is_told_by_what_it_is_and_not_by_its_word(tmp_path):
    """A goal, a place and an answer of the editors say what they are, also where the organisation has words of its own for them."""
    (tmp_path / "zoeken").mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted((BASIS / "data").rglob("*.yaml"))]
    words = "woorden:\n  doel: {enkelvoud: ambitie, meervoud: ambities, lidwoord: de}\n"
    texts = [text + words if text.startswith("soort: instelling") else text for text in texts]
    named = Site(Policy(build_file(document(text)) for text in texts))
    write_answers(tmp_path, answers(named, {}, OVERVIEWS), ())
    told = json.loads((tmp_path / "zoeken/antwoorden.json").read_text(encoding="utf-8"))
    assert {card["is"]: card["soort"] for card in told if "is" in card} == {
        "doel": "Ambitie",
        "plaats": "Plaats",
        "antwoord": "Antwoord",
        "groep": "Partij",
    }


def test_a_number_of_goals_is_told_by_year_and_adds_up():
    """Goals are counted without what was withdrawn; the years and the others together are the total."""
    answer = next(one for one in found().values() if "hoeveel doelen" in one.whole)
    total, *parts = (int(word) for word in answer.text.replace(".", " ").split() if word.isdecimal() and len(word) < 4)
    assert answer.title == f"{total} doelen op deze site"
    assert total == sum(parts)
    assert answer.address == "doelen/"


def test_the_answer_about_a_subject_has_its_drawing(tmp_path):
    """The page for searching gets the address of the drawing with the card of a subject, and none with other cards."""
    (tmp_path / "zoeken").mkdir()
    write_answers(tmp_path, tuple(found().values()), ())
    told = json.loads((tmp_path / "zoeken/antwoorden.json").read_text(encoding="utf-8"))
    drawn = {card["adres"]: card["tekening"] for card in told if "tekening" in card}
    assert drawn["onderwerpen/wonen/"] == "assets/tekeningen.svg#huizen"
    assert all(address.startswith("onderwerpen/") for address in drawn)


def test_what_has_no_year_is_counted_too():
    """The parts are the total, also where the source of some gives no year; one is said as one."""
    without = KERNOPGAVE.replace("id: fijn-wonen", "id: zonder-jaar").replace("visie-2020", "zonder-jaar")
    some = Site(policy_of(KERNOPGAVE, without))
    told = next(one.text for one in answers(some, {}, OVERVIEWS) if "hoeveel doelen" in one.whole)
    assert told == "Deze site heeft 2 doelen. Dat is er 1 uit 2020 en 1 zonder jaar."


def test_what_has_no_overview_is_not_counted():
    """An answer never leads to a page that the site does not have."""
    assert not [one for one in found().values() if "hoeveel plaatsen" in one.whole]
    assert {lead.address for one in found().values() for lead in one.leads if lead.address.endswith("doelen/")} == {
        "doelen/"
    }


def test_a_year_to_come_is_answered_with_what_stands_at_it(monkeypatch):
    """Who types a year that is not over reads what of our own policy names it, which may be an aim or of another, and is led to it; a year before has no such answer."""
    monkeypatch.setattr(Site, "day", lambda _: date(2024, 5, 1))
    told = {
        one.title: one
        for one in answers(Site(policy()), {}, OVERVIEWS | {"tijdlijn/": Overview("Tijdlijn", "Tijdlijn", "")})
    }
    year = told["Wat er bij 2030 staat"]
    assert year.address == "tijdlijn/#jaar-2030"
    assert "2030" in year.whole
    assert "begin" not in year.text
    assert year.leads
    none = told["Wat er bij 2029 staat"]
    assert none.text == "Op de tijdlijn staat bij 2029 niets uit het beleid van de gemeente."
    assert not {f"Wat er bij {past} staat" for past in range(2000, 2024)} & set(told)
    assert "Wat er bij 2030 staat" not in found()


def test_what_became_of_a_plan_is_asked_by_its_year():
    """The page that tells what became of a plan answers who asks what is left of that year."""
    shown = {"vervolg/oud/nieuw/": Overview("Van 2012 naar 2025", "Van 2012 naar 2025", "Zo ging het.")}
    (answer,) = (one for one in answers(site(), {}, shown) if one.title == "Van 2012 naar 2025")
    assert "overgebleven van 2012" in answer.whole
    assert "verschil tussen 2012 en 2025" in answer.whole
    assert not any("2025" in words for words in answer.whole if "2012" not in words)


def test_a_subject_is_found_by_each_part_of_its_name():
    """Who asks for money or for debts asks for the subject that is called after both."""
    assert {"Geld", "schulden"} <= set(found()["Geld en schulden"].names)


def test_what_became_of_a_plan_is_asked_by_the_kinds_of_both():
    """Who asks for the difference between a vision and a programme gets the page that tells it."""
    (story,) = series(site())[:1]
    answer = next(
        one
        for one in answers(site(), {}, {story.path: Overview("Van 1 naar 2", "Van 1 naar 2", "")})
        if one.address == story.path
    )
    kinds = {entry.item.id: entry.item.soort for entry in policy().of(Brondocument)}
    assert f"verschil {kinds[story.old]} {kinds[story.new]}" in answer.whole


def test_a_place_says_how_much_of_the_policy_names_it():
    """A place is answered under its other names too, with the number that its page says: what was withdrawn does not count."""
    place = found()["Oosterdorp"]
    assert "Oostdorp" in place.names
    for entry in site().policy.of(Plaats):
        number = place_page(site(), entry).number
        assert f"{entry.item.label} {f'{number} keer' if number else 'niet apart'}." in found()[entry.item.label].text


def test_a_subject_is_answered_with_the_goals_and_the_answer_of_its_page():
    """The card of a subject leads to the goals of today on its page and no others, and says what is wanted and what is not in the policy."""
    for entry in policy().of(Thema):
        card, page = found()[entry.item.label], subject_page(site(), entry)
        assert [lead.address for lead in card.leads] == [goal.link.address for goal in page["doelen"]][
            : len(card.leads)
        ]
        assert len(card.leads) == min(len(page["doelen"]), 12)
        told = {line.name: line.text for line in page["answer"]}
        for name in ("wil", "niet"):
            assert told.get(name, "").split(".")[0] in card.text
    assert any(found()[entry.item.label].leads for entry in policy().of(Thema))


def test_how_somebody_is_reached_is_told_and_also_that_it_is_not_known():
    """Who asks for the number of a contact gets it, or reads that it is not known; the card leads to the contact itself."""
    shown = OVERVIEWS | {"contact/": Overview("Contact", "Contact", "")}
    told = {one.title: one for one in answers(site(), {}, shown) if one.kind == "Contact"}
    known, unknown = told["Balie van Polderdam"], told["Huizenloket"]
    assert "Bel 0999 12 34 56." in known.text
    assert "niet bekend" not in known.text
    assert "telefoonnummer huizenloket" in unknown.names
    assert unknown.text.endswith("Telefoonnummer en adres zijn niet bekend op deze site.")
    assert unknown.address == "contact/#huizenloket"


def test_an_answer_of_the_editors_is_given_before_those_that_hold_for_all():
    """A question of data/vragen.yaml is answered in its own words, at its own place on the page with all of them."""
    shown = OVERVIEWS | {"vragen/": Overview("Vragen", "Vragen", "")}
    told = [one for one in answers(site(), {}, shown) if one.kind == "Antwoord"]
    questions = policy().of(Vraag)
    assert questions
    for entry, answer in zip(questions, told, strict=False):
        assert (answer.title, answer.address) == (entry.item.naam, f"vragen/#{entry.item.id}")
        assert answer.names == entry.item.woorden
    assert not [one for one in found().values() if one.address.startswith("vragen/")]


def test_a_term_is_explained_with_the_goals_that_speak_of_it():
    """The answer to a term is its explanation, with goals in whose text it stands, each with its year."""
    term = found()["mantelzorg"]
    assert term.text.startswith("Lang en zonder loon zorgen")
    assert [(lead.text, lead.note) for lead in term.leads] == [("Steun voor mantelzorgers", "2014")]
    assert {"voor oma zorgen", "zieke man"} <= {*term.names, *term.silent}


@pytest.mark.parametrize("cut", ["o.a. in Zuid", "bijv. Jansen", "J. Jansen", "ca. 30 huizen"])
def test_a_long_text_is_not_cut_behind_an_abbreviation(cut):
    """What is shown ends with a sentence, or says that there is more."""
    long = f"Iedereen woont fijn. Er komen huizen voor {cut} en {'nog meer ' * 20}."
    told = {
        one.title: one.text
        for one in answers(
            Site(policy_of(KERNOPGAVE.replace("Genoeg huizen", f"Genoeg huizen\n    toelichting: '{long}'"))),
            {},
            OVERVIEWS,
        )
    }
    assert told["Genoeg huizen"] == "Iedereen woont fijn."


def test_whether_a_number_is_known_follows_from_the_contacts():
    """Who asks for a number is led to it where the site has one, and reads that there is none where it has not."""
    shown = OVERVIEWS | {"contact/": Overview("Contact", "Contact", "")}
    known = next(one for one in answers(site(), {}, shown) if one.title == "Contact met de gemeente Polderdam")
    assert "Bij Contact staat hoe je iemand bereikt" in known.text
    assert "niet" not in known.text
    assert known.leads[0] == Lead("Contact", "contact/")
    unknown = next(
        one for one in answers(Site(policy_of(KERNOPGAVE)), {}, shown) if one.title.startswith("Contact met")
    )
    assert "Telefoonnummers, mailadressen en openingstijden" in unknown.text
    assert "staan er niet op" in unknown.text


@pytest.mark.parametrize("title", ["Een klacht indienen", "Bezwaar maken", "Wanneer de gemeenteraad vergadert"])  # fmt: skip
def test_what_no_source_answers_says_so_and_whose_it_is(title):
    """Such an answer names who publishes, and says that the site does not have it; it leads to no page of its own."""
    answer = found()[title]
    assert "niet" in answer.text or "er niet op" in answer.text
    assert answer.address == ""
    assert "{" not in f"{answer.title}{answer.text}"


def test_what_was_withdrawn_is_no_answer_and_no_suggestion():
    """Withdrawn policy is found by who asks for it, and never put first."""
    rows = suggestions(site(), {}, OVERVIEWS)
    assert "kernopgaven/groene-buurten/" in site().pages
    assert [path for _, _, path in rows if path.startswith("kernopgaven/groene-buurten/")] == []
    assert [one for one in found().values() if one.address.startswith("kernopgaven/groene-buurten/")] == []


def test_words_that_lead_nowhere_are_left_out():
    """A word of residents without a page is no suggestion, and no fault."""
    rows = suggestions(site(), {"leeg": [], "weg": ["weg/"], "huurhuis": ["onderwerpen/wonen/"]}, OVERVIEWS)
    assert [row for row in rows if row[0] in {"leeg", "weg", "huurhuis"}] == [
        ("huurhuis", "Wonen", "onderwerpen/wonen/")
    ]


def test_the_suggestions_are_a_module_and_the_answers_json(tmp_path):
    """A page that may fetch nothing can import the suggestions; what a name of the data holds stays text in both."""
    (tmp_path / "zoeken").mkdir()
    evil = '"];alert(1)//</script>'
    write_answers(tmp_path, (Answer("Begrip", evil, "", "x/"),), ((evil, "Begrip", "x/"),))
    module = (tmp_path / "zoeken/voorstellen.js").read_text(encoding="utf-8")
    assert json.loads(module.removeprefix("export default ").removesuffix(";\n")) == [[evil, "Begrip", "x/"]]
    (told,) = json.loads((tmp_path / "zoeken/antwoorden.json").read_text(encoding="utf-8"))
    assert told == {"soort": "Begrip", "titel": evil, "adres": "x/"}


def test_what_the_editors_answer_is_answered_once():
    """A question of the data takes over the words of the same question of every organisation, with where that leads."""
    asked = "soort: veelgevraagd\nid: vragen\nversie: '1.0'\nstatus: null\nvragen:\n  - {id: klagen, naam: Waar klaag ik?, woorden: [klacht], tekst: Bij de balie.}\n"
    shown = {"vragen/": Overview("Vragen", "Vragen", "")}
    told = answers(Site(Policy([build_file(document(asked))])), {}, shown)
    answered = [one for one in told if "ombudsman" in one.names]
    assert [(one.title, one.address) for one in answered] == [("Waar klaag ik?", "vragen/#klagen")]
    assert not [one for one in told if one.title == "Een klacht indienen"]


def test_who_decides_is_told_as_the_policy_says_it():
    """The answer names who takes the decisions of today, and says of which policy it is not known who adopted it."""
    answer = found()["Wie beslist over het beleid"]
    assert answer.text == who_decides(site())
    assert "besluit" in answer.text
    assert "{" not in answer.text


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (Publisher(reactions="post@polderdam.example"), "Laat het weten via post@polderdam.example. Je hebt geen account nodig."),
        (Publisher(website="https://polderdam.example"), "Vraag het via polderdam.example. Noem daarbij de bladzijde waar het om gaat. Deze site heeft zelf geen adres voor reacties."),
        (Publisher(full="de gemeente Polderdam"), "Vraag het aan de gemeente Polderdam. Noem daarbij de bladzijde waar het om gaat. Deze site heeft zelf geen adres voor reacties."),
    ],
)  # fmt: skip
def test_where_a_fault_is_told_follows_from_whether_there_is_an_address(who, told):
    """One text says where a reader goes who sees a fault: to the address for reactions, or else to who publishes; never in a circle."""
    assert way_to_react(who).said == told


def test_a_term_without_goals_leads_to_the_subject_of_its_words():
    """The card of a word that no goal of today speaks of leads to the subject that the same words of residents lead to."""
    term = next(one for one in found().values() if one.address.startswith("begrippen/") and not one.leads)
    leads = {"taalles": [term.address, "onderwerpen/wonen/", "weg/"]}
    told = next(one for one in answers(site(), leads, OVERVIEWS) if one.address == term.address)
    assert (told.heading, [lead.address for lead in told.leads]) == ("Lees ook", ["onderwerpen/wonen/"])
