"""The road from "this is not right" to an accepted proposal, without script, for two people at the same time."""

from __future__ import annotations

import pytest

from polderkoers.changes.git import GitTree
from polderkoers.policy.addresses import address_of_item
from polderkoers.policy.vocabulary import vocabulary_of
from polderkoers.website.edit_link import form_of
from polderkoers.werkbank.store.values import ProposalState
from support.git import git
from support.proposing import files_at
from support.werkbank import ACTIVITY, GOAL, Visitor, correct_date, hand_in, proposal_of


def add_activity(somebody: Visitor) -> Visitor:
    """Add an activity to the goal, with a partner that is in no list yet."""
    somebody.open(f"{GOAL}?voorstel={somebody.answer.url.params['voorstel']}").follow("Voeg toe: activiteit")
    somebody.form("/nieuw/activiteit").fill("naam", "Buurthuis aan de dijk").fill(
        "toelichting", "Buren maken een huis."
    )
    somebody.fill("partners/nieuw/naam", "Stichting Dijkhuis").fill("partners/nieuw/soort", "wonen")
    somebody.fill("partners/nieuw/uitleg", "Maakt huizen voor ouderen.").fill("partners/nieuw/uitleg_van", "redactie")
    return somebody.press("Opslaan")


def test_two_people_change_the_same_and_both_proposals_land(fresh):
    """Both proposals are handed in, one is taken over, and the other after one clash that is decided by button; the policy has both."""
    anna, bas = Visitor(fresh, "Anna de Vries"), Visitor(fresh, "Bas Bakker")
    chief = Visitor(fresh, "Chris Chef", "redactie")
    was = fresh.state.workplace.now

    assert "Opgeslagen vandaag om" in correct_date(anna, "maart 2018").text
    assert "Buurthuis aan de dijk" in add_activity(anna).text
    correct_date(bas, "2019")
    mine, other = proposal_of(fresh, "Anna de Vries"), proposal_of(fresh, "Bas Bakker")

    assert "is ingeleverd" in hand_in(anna, mine.id).text
    assert "is ingeleverd" in hand_in(bas, other.id).text
    assert f"/voorstel/{other.id}" in [link.get("href") for link in chief.open("/voorstellen").page.iter("a")]
    # Both have one title, and the last saved stands first only when the clock went on in between.
    chief.open(f"/voorstel/{other.id}").do(f"/voorstel/{other.id}/beslissen", "Neem over")
    assert "Het voorstel is overgenomen" in chief.text

    anna.open(f"/voorstel/{mine.id}").do(f"/voorstel/{mine.id}/bijwerken", "Werk bij")
    assert "Wat moet het worden?" in anna.text
    assert len(anna.page.find_class("wb-botsing")) == 1
    anna.do(f"/voorstel/{mine.id}/bijwerken", "Kies die van jou")
    assert "Het voorstel is bijgewerkt" in anna.text
    chief.open(f"/voorstel/{mine.id}").do(f"/voorstel/{mine.id}/beslissen", "Neem over")
    assert "Het voorstel is overgenomen" in chief.text

    workplace = fresh.state.workplace
    told = workplace.changes(was, workplace.now)
    assert told is not None
    sentences = " ".join(change.sentence for change in told.changes)
    assert "Buurthuis aan de dijk" in sentences
    assert "Stichting Dijkhuis" in sentences
    assert "maart 2018" in sentences
    assert {change.ref for change in told.changes if not change.is_editorial} >= {"fijn-wonen/activiteit-bouwen"}
    assert workplace.store.proposal(mine.id).state is ProposalState.OVERGENOMEN
    assert git(workplace.root, "status", "--porcelain") == ""
    page = chief.open("/voorbeeld/nu/?onderdeel=fijn-wonen/activiteit-bouwen")
    assert "maart 2018" in page.text


def test_what_cannot_be_read_comes_back_as_it_was_typed_and_the_rest_is_saved(fresh):
    """A date that nobody can be sure of stays in the form with a message, the field gets a link, and the other field is saved."""
    anna = Visitor(fresh, "Anna de Vries")
    anna.open(ACTIVITY).form("/onderdeel/").fill("wanneer/tot", "ergens in de zomer").fill("naam", "Bouwen bij de dijk")
    anna.press("Opslaan")
    assert anna.answer.status_code == 422
    assert "ergens in de zomer" in [each.get("value") for each in anna.page.iter("input")]
    links = [each.get("href") for each in anna.page.xpath("//*[@data-wb-fouten]//a")]
    assert links == ["#v-wanneer-tot"]
    assert anna.page.get_element_by_id("v-wanneer-tot").get("aria-invalid") == "true"
    assert "Niet alles is opgeslagen" in anna.text
    tip = proposal_of(fresh, "Anna de Vries").tip
    text = next(
        each.read() for each in GitTree(fresh.state.workplace.root, tip).data_files() if "fijn-wonen" in each.file
    )
    assert b"Bouwen bij de dijk" in text


def test_somebody_gets_a_proposal_at_the_first_save_and_not_before(fresh):
    """Opening a form begins nothing, and saving nothing neither; the first change gives a proposal with a title that can be changed."""
    anna = Visitor(fresh, "Anna de Vries")
    anna.open(GOAL).form("/onderdeel/").press("Opslaan")
    assert "Er is niets veranderd" in anna.text
    assert fresh.state.workplace.store.proposals() == ()
    anna.form("/onderdeel/").fill("naam", "Genoeg goede huizen").press("Opslaan")
    made = proposal_of(fresh, "Anna de Vries")
    assert made.title == "De naam van doel 'Genoeg huizen' gewijzigd"
    anna.open(f"/voorstel/{made.id}").form(f"/voorstel/{made.id}").fill("titel", "Betere naam").press(
        "Bewaar titel en reden"
    )
    assert proposal_of(fresh, "Anna de Vries").title == "Betere naam"


def test_steps_are_undone_and_done_again(fresh):
    """A save is taken back and done again by button, and the page says what there is to undo."""
    anna = Visitor(fresh, "Anna de Vries")
    anna.open(GOAL).form("/onderdeel/").fill("naam", "Genoeg goede huizen").press("Opslaan")
    made = proposal_of(fresh, "Anna de Vries")
    anna.open(f"/voorstel/{made.id}").do(f"/voorstel/{made.id}/ongedaan", "Maak de laatste stap ongedaan")
    assert "Dit voorstel verandert nog niets" in anna.text
    anna.do(f"/voorstel/{made.id}/opnieuw", "Doe hem opnieuw")
    assert "'goede' komt erbij" in anna.text


def test_two_windows_of_one_proposal_lose_nothing(fresh):
    """What two windows changed in other fields is saved of both; of the same field the second is asked, with its text still there."""
    anna = Visitor(fresh, "Anna de Vries")
    anna.open(GOAL).form("/onderdeel/").fill("naam", "Genoeg goede huizen").press("Opslaan")
    here = str(anna.answer.url)
    first, second = Visitor(fresh, "Anna de Vries"), Visitor(fresh, "Anna de Vries")
    for window in (first, second):
        window.open(here).form("/onderdeel/")
    first.fill("naam", "Huizen genoeg").press("Opslaan")
    second.fill("toelichting", "De gemeente bouwt minstens 70 huizen per jaar.").press("Opslaan")
    assert second.answer.status_code == 200
    second.open(here).form("/onderdeel/")
    assert second.fields["naam"] == ["Huizen genoeg"]
    first.open(here).form("/onderdeel/").fill("naam", "Huis voor iedereen")
    second.fill("naam", "Nog meer huizen").press("Opslaan")
    first.press("Opslaan")
    assert first.answer.status_code == 409
    assert "Intussen is hiervan gemaakt: Nog meer huizen" in first.text
    assert first.form("/onderdeel/").fields["naam"] == ["Huis voor iedereen"]
    first.press("Opslaan")
    assert first.open(here).form("/onderdeel/").fields["naam"] == ["Huis voor iedereen"]


def test_who_decides_sees_the_page_of_each_change_as_it_will_look(fresh):
    """Each change leads to its page with the proposal in it, of what is gone to the page that it stood on, and all to the whole site."""
    anna, chief = Visitor(fresh, "Anna de Vries"), Visitor(fresh, "Chris Chef", "redactie")
    correct_date(anna, "maart 2018")
    mine = proposal_of(fresh, "Anna de Vries")
    anna.open(f"/werk/verwijderen/fijn-wonen/doel-leegstand?voorstel={mine.id}")
    assert "Zeg waarom dit vervalt" in anna.do("/werk/verwijderen/", "Haal het weg").text
    anna.form("/werk/verwijderen/").fill("waarom", "Er staat niets meer leeg.").press("Haal het weg")
    assert "is ingeleverd" in hand_in(anna, mine.id).text
    chief.open("/voorstellen").follow(mine.title)
    links = [link.get("href") for link in chief.page.iter("a") if "Bekijk de bladzijde" in link.text_content()]
    gone = f"/voorbeeld/{mine.id}/?onderdeel=fijn-wonen&"
    assert any(link.startswith(gone) for link in links)
    date = next(link for link in links if "onderdeel=fijn-wonen/activiteit-bouwen&" in link)
    assert "maart 2018" in chief.open(date).text
    chief.open(f"/voorstel/{mine.id}")
    (decide,) = chief.page.find_class("wb-beslissen")
    assert [link.get("href") for link in decide.iter("a")] == [f"/voorbeeld/{mine.id}/"]
    assert "Voorbeeld van een voorstel" in chief.follow("Bekijk de site met dit voorstel erin").text
    forms = [link.get("href") for link in chief.open(f"/voorstel/{mine.id}").page.iter("a")]
    forms = [link for link in forms if link.startswith("/onderdeel/")]
    assert forms
    assert all(chief.client.get(link).status_code == 200 for link in forms)


def test_deciding_needs_the_role_and_a_reason(fresh):
    """Who may not decide sees no buttons and is refused; sending back needs a reason, which the author then reads."""
    anna, chief = Visitor(fresh, "Anna de Vries"), Visitor(fresh, "Chris Chef", "redactie")
    anna.open(GOAL).form("/onderdeel/").fill("naam", "Genoeg goede huizen").press("Opslaan")
    made = proposal_of(fresh, "Anna de Vries")
    hand_in(anna, made.id)
    assert "Neem over" not in anna.text
    token = anna.form(f"/voorstel/{made.id}/opmerking").fields["_bewijs"]
    refused = anna.client.post(f"/voorstel/{made.id}/beslissen", data={"_bewijs": token, "besluit": "over"})
    assert refused.status_code == 403
    chief.open(f"/voorstel/{made.id}").do(f"/voorstel/{made.id}/beslissen", "Stuur terug")
    assert chief.answer.status_code == 409
    chief.form(f"/voorstel/{made.id}/beslissen").fill("reden", "Leg uit waarom.").press("Stuur terug")
    assert "Leg uit waarom." in anna.open(f"/voorstel/{made.id}").text
    anna.form(f"/voorstel/{made.id}/opmerking").fill("tekst", "Omdat ze <b>goed</b> zijn.").press("Plaats de opmerking")
    assert "Omdat ze <b>goed</b> zijn." in anna.text


def test_a_job_says_what_it_touches_and_what_it_leaves_to_do(fresh):
    """Removing a goal shows who refers to it; handing in is refused with a list of what is to be filled in, with links to the fields."""
    anna = Visitor(fresh, "Anna de Vries")
    anna.open("/werk/verwijderen/fijn-wonen/doel-genoeg-huizen")
    assert "Een boom voor elk nieuw huis" in anna.text
    anna.form("/werk/verwijderen/").fill("waarom", "Het doel is bereikt.").press("Haal het weg")
    made = proposal_of(fresh, "Anna de Vries")
    anna.open(f"/voorstel/{made.id}").do(f"/voorstel/{made.id}/inleveren", "Inleveren")
    assert anna.answer.status_code == 409
    assert "Niet ingeleverd" in anna.text
    links = [each.get("href") for each in anna.page.find_class("wb-problemen--fout")[0].iter("a")]
    assert f"/onderdeel/evaluatie-fijn-wonen/melding-bouwen?voorstel={made.id}#v-over" in links
    link = next(each for each in links if "melding-bouwen" in each)
    assert anna.open(link).page.get_element_by_id("v-over") is not None
    assert proposal_of(fresh, "Anna de Vries").state is ProposalState.CONCEPT


@pytest.mark.parametrize("address", ["/klus/stap", "/klus/meting", "/klus/verslag", "/klus/versie", "/klus/besluit"])
def test_a_job_to_begin_with_leads_to_a_form(app, address):
    """Each button of the start leads to a place to choose, and from there to a form that can be saved."""
    anna = Visitor(app, "Anna de Vries").open(address)
    if address in ("/klus/stap", "/klus/meting", "/klus/verslag"):
        anna.open(anna.page.find_class("wb-gevonden")[0].find(".//a").get("href"))
    buttons = " ".join(each.text_content() for each in anna.page.iter("button"))
    assert any(word in buttons for word in ("Opslaan", "Stel vast", "Ga verder"))


@pytest.mark.parametrize("address", ["/klus/stap", "/klus/meting", "/klus/voortgang/evaluatie-fijn-wonen"])
def test_who_chooses_or_looks_for_something_stays_in_the_proposal(fresh, address):
    """What is asked of a job goes to the proposal of the page, for somebody who comes by its link too."""
    Visitor(fresh, "Anna de Vries").open(GOAL).form("/onderdeel/").fill("naam", "Genoeg goede huizen").press("Opslaan")
    made = proposal_of(fresh, "Anna de Vries")
    page = Visitor(fresh, "Bas Jansen").open(f"{address}?voorstel={made.id}").page
    asking = [dict(each.form_values()) for each in page.forms if each.method == "GET"]
    assert asking
    assert {each.get("voorstel") for each in asking} == {made.id}


def test_a_decision_and_a_version_are_registered(fresh):
    """A decision comes in the list of its year; a version stands in the list, and both in one proposal."""
    anna = Visitor(fresh, "Anna de Vries")
    anna.open("/klus/besluit").form("/nieuw/besluit").fill("naam", "Motie over bomen").fill("datum", "1 maart 2024")
    anna.fill("soort", "motie").press("Opslaan")
    assert "Motie over bomen" in anna.text
    anna.open("/klus/versie").form("/klus/versie").fill("id", "Fout Id").fill("datum", "1 maart 2026").press(
        "Stel vast"
    )
    assert anna.answer.status_code == 409
    assert anna.form("/klus/versie").fields["datum"] == ["1 maart 2026"]
    made = proposal_of(fresh, "Anna de Vries")
    assert "Motie over bomen" in made.title


def test_a_certain_cure_is_carried_out_by_button(fresh):
    """What the check is sure how to mend has a button; after it the problem is gone, and the step can be undone."""
    store = fresh.state.workplace.store
    anna = Visitor(fresh, "Anna de Vries")
    anna.open(GOAL).form("/onderdeel/").fill("naam", "Genoeg goede huizen").press("Opslaan")
    made = proposal_of(fresh, "Anna de Vries")
    file = "data/kernopgaven/fijn-wonen.yaml"
    text = files_at(store, made.tip)[file].replace(b"beter: lager", b"beter: Lager", 1)
    store.save(made.id, made.tip, {file: text}, "Een hoofdletter", made.author)
    anna.open(f"/voorstel/{made.id}").do(f"/voorstel/{made.id}/goedzetten", "Zet dit goed")
    assert "De controle vindt geen fouten" in anna.text
    assert b"beter: lager" in files_at(store, proposal_of(fresh, "Anna de Vries").tip)[file]


def test_what_is_in_force_is_not_called_a_proposal(app):
    """The page beside a form says that it is an example only when it is."""
    anna = Visitor(app, "Anna de Vries").open("/voorbeeld/nu/?onderdeel=fijn-wonen/doel-genoeg-huizen")
    assert "Genoeg huizen" in anna.text
    assert "Dit geldt nog niet" not in anna.text


def test_a_required_field_that_is_emptied_is_said_at_the_field(fresh):
    """It is saved as a draft, with a message at the field and a link above it; handing in is refused."""
    anna = Visitor(fresh, "Anna de Vries")
    anna.open(GOAL).form("/onderdeel/").fill("naam", "   ").press("Opslaan")
    for _ in range(2):
        assert "#v-naam" in [each.get("href") for each in anna.page.xpath("//*[@data-wb-fouten]//a")]
        assert anna.page.get_element_by_id("v-naam").get("aria-invalid") == "true"
        assert "kun je het voorstel niet inleveren" in anna.text
        made = proposal_of(fresh, "Anna de Vries")
        anna.form("/onderdeel/").press("Opslaan")
    anna.open(f"/voorstel/{made.id}").do(f"/voorstel/{made.id}/inleveren", "Inleveren")
    assert anna.answer.status_code == 409
    assert proposal_of(fresh, "Anna de Vries").state is ProposalState.CONCEPT


def test_something_new_on_the_spot_is_refused_while_it_misses_what_it_must_have(fresh):
    """A new organisation without its kind is not made: the message stands at that field, with all that was typed."""
    anna = Visitor(fresh, "Anna de Vries")
    anna.open("/nieuw/activiteit?bij=fijn-wonen/doel-genoeg-huizen&in=activiteiten").form("/nieuw/activiteit")
    anna.fill("naam", "Buurthuis").fill("partners/nieuw/naam", "Stichting Dijkhuis").press("Opslaan")
    assert anna.answer.status_code == 422
    assert "#v-partners-nieuw-soort" in [each.get("href") for each in anna.page.xpath("//*[@data-wb-fouten]//a")]
    assert anna.form("/nieuw/activiteit").fields["partners/nieuw/naam"] == ["Stichting Dijkhuis"]
    assert fresh.state.workplace.store.proposals() == ()


def test_something_new_without_a_required_field_says_so_at_once(fresh):
    """A new organisation without a kind is saved as a draft, and its form says at the field what is missing."""
    anna = Visitor(fresh, "Anna de Vries").open("/nieuw/organisatie?bij=organisaties&in=organisaties")
    assert "Je ziet wat nu geldt" not in anna.text
    anna.form("/nieuw/organisatie").press("Opslaan")
    assert "#v-soort" in [each.get("href") for each in anna.page.xpath("//*[@data-wb-fouten]//a")]
    anna.form("/nieuw/organisatie").fill("naam", "Stichting Dijkhuis").press("Opslaan")
    assert anna.page.get_element_by_id("v-soort").get("aria-invalid") == "true"


def test_the_first_report_and_the_first_decision_can_be_begun(bare_policy):
    """Where there is no report or list yet, nothing is said of a name that nobody asked for: one begins the first."""
    anna = Visitor(bare_policy, "Anna de Vries").open("/klus/verslag")
    assert "niets dat zo heet" not in anna.text
    assert "Er is nog geen verslag" in anna.text
    anna.follow("Begin een verslag").form("/nieuw/verslag")
    anna.fill("titel", "Jaarverslag 2025").fill("vorm", "jaarverslag").fill("datum", "1 maart 2026").press("Opslaan")
    assert "Voortgang melden in Jaarverslag 2025" in anna.text
    anna.open("/klus/besluit").form("/nieuw/besluit").fill("naam", "Motie over bomen").press("Opslaan")
    assert "#v-datum" in [each.get("href") for each in anna.page.xpath("//*[@data-wb-fouten]//a")]
    anna.form("/nieuw/besluit").fill("datum", "1 maart 2024").fill("soort", "motie").press("Opslaan")
    made = proposal_of(bare_policy, "Anna de Vries")
    files = files_at(bare_policy.state.workplace.store, made.tip)
    assert b"naam: Motie over bomen" in files["data/besluiten/besluiten-2024.yaml"]


def test_another_address_is_told_without_words_of_the_data(fresh):
    """The title of the proposal says what changed as people say it."""
    anna = Visitor(fresh, "Anna de Vries").open("/werk/hernoemen/fijn-wonen/doel-genoeg-huizen")
    anna.form("/werk/hernoemen/").fill("id", "doel-huizen").press("Verander het adres")
    assert proposal_of(fresh, "Anna de Vries").title == "Het adres van doel 'Genoeg huizen' veranderd in 'doel-huizen'"


def test_each_page_of_the_site_leads_to_a_form(app):
    """Where the site says "Wijziging voorstellen" at an item, the werkbank has the form of that very item."""
    anna = Visitor(app, "Anna de Vries")
    policy = app.state.workplace.desk(app.state.workplace.now).policy
    own = vocabulary_of(policy)
    shown = [each for each in policy.entries.values() if not each.is_shipped and address_of_item(each, own)]
    first = {each.item.soortnaam: each for each in reversed(shown)}
    assert len(first) > 12
    for each in first.values():
        anna.open(form_of("", each.ref))
        assert anna.form("/onderdeel/").fields["stand"], each.ref
