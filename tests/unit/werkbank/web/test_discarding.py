"""A proposal that nobody needs is thrown away: one sees what is lost, and it can be brought back."""

from __future__ import annotations

import pytest

from support.werkbank import ACTIVITY, GOAL, Visitor, correct_date, hand_in, proposal_of


@pytest.fixture
def anna(fresh):
    """Anna, who corrected a date in a proposal."""
    return correct_date(Visitor(fresh, "Anna de Vries"), "2019")


def thrown_away(somebody: Visitor, name: str) -> Visitor:
    """Throw a proposal away from its own page."""
    somebody.open(f"/voorstel/{name}").follow("Gooi dit voorstel weg")
    return somebody.do(f"/voorstel/{name}/weggooien", "Gooi weg")


def test_what_is_lost_is_shown_before_and_brought_back_after(fresh, anna):
    """The page names the change, the list has it under what was thrown away, and all is there again by one button."""
    made = proposal_of(fresh, "Anna de Vries")
    anna.open(f"/voorstel/{made.id}").follow("Gooi dit voorstel weg")
    assert "2019" in anna.text
    assert fresh.state.workplace.store.proposals() == (made,)
    anna.do(f"/voorstel/{made.id}/weggooien", "Gooi weg")
    assert "weggegooid Door Anna de Vries, vandaag om" in anna.text
    assert "2019" in anna.text
    assert made.title not in anna.open("/").text
    assert made.title in anna.open("/voorstellen").page.xpath("string(//details)")
    anna.follow(made.title).do(f"/voorstel/{made.id}/terughalen", "Haal terug")
    assert "Het voorstel is er weer" in anna.text
    assert proposal_of(fresh, "Anna de Vries").tip == made.tip


@pytest.mark.usefixtures("anna")
def test_somebody_else_s_proposal_is_not_thrown_away_by_who_does_not_decide(fresh):
    """Bas may neither throw it away nor bring it back; the chief may both."""
    made = proposal_of(fresh, "Anna de Vries")
    bas, chief = Visitor(fresh, "Bas Bakker"), Visitor(fresh, "Chris Chef", "redactie")
    bas.open(f"/voorstel/{made.id}/weggooien")
    assert "Dit voorstel is van Anna de Vries" in bas.text
    bas.open(f"/voorstel/{made.id}").form(f"/voorstel/{made.id}/opmerking")
    proof = bas.fields["_bewijs"]
    for action in ("weggooien", "terughalen"):
        sent = bas.client.post(f"/voorstel/{made.id}/{action}", data={"_bewijs": proof, "stand": made.tip})
        assert sent.status_code == 409
        assert proposal_of(fresh, "Anna de Vries") == made
    thrown_away(chief, made.id).do(f"/voorstel/{made.id}/terughalen", "Haal terug")
    assert proposal_of(fresh, "Anna de Vries").tip == made.tip


def test_what_was_saved_after_one_looked_is_not_thrown_away(fresh, anna):
    """When Bas saved in it meanwhile, the page comes back with what is in it now, and says that he worked on it."""
    made = proposal_of(fresh, "Anna de Vries")
    anna.open(f"/voorstel/{made.id}/weggooien")
    bas = Visitor(fresh, "Bas Bakker")
    bas.open(f"{GOAL}?voorstel={made.id}").form("/onderdeel/").fill("naam", "Genoeg goede huizen").press("Opslaan")
    anna.do(f"/voorstel/{made.id}/weggooien", "Gooi weg")
    assert anna.answer.status_code == 409
    assert "Genoeg goede huizen" in anna.text
    assert "Bas Bakker werkte er ook aan" in anna.text
    assert len(fresh.state.workplace.store.proposals()) == 1


def test_what_waits_for_a_decision_offers_no_way_to_throw_it_away(fresh, anna):
    """It is taken back first; asked for all the same, it stays."""
    made = proposal_of(fresh, "Anna de Vries")
    anna.open(f"/voorstel/{made.id}/weggooien").form(f"/voorstel/{made.id}/weggooien")
    sent = dict(anna.fields)
    hand_in(anna, made.id)
    assert "Gooi dit voorstel weg" not in anna.open(f"/voorstel/{made.id}").text
    refused = anna.client.post(f"/voorstel/{made.id}/weggooien", data=sent)
    assert refused.status_code == 409
    assert "Neem het dan eerst terug" in refused.text
    assert len(fresh.state.workplace.store.proposals()) == 1


def test_a_form_of_what_was_thrown_away_says_so(fresh, anna):
    """A save in another tab is refused with where to bring the proposal back, and somebody who begins anew gets a new proposal."""
    made = proposal_of(fresh, "Anna de Vries")
    other = Visitor(fresh, "Anna de Vries").open(f"{ACTIVITY}?voorstel={made.id}").form("/onderdeel/")
    thrown_away(anna, made.id)
    other.fill("naam", "Bouwen bij de dijk").press("Opslaan")
    assert other.answer.status_code == 409
    assert "haal het terug bij Voorstellen" in other.text
    anna.open(ACTIVITY).form("/onderdeel/").fill("naam", "Bouwen bij de dijk").press("Opslaan")
    assert proposal_of(fresh, "Anna de Vries").id != made.id


def test_what_is_no_policy_is_shown_before_it_is_thrown_away(fresh):
    """A report of progress changes no policy, and is not nothing."""
    anna = Visitor(fresh, "Anna de Vries").open("/klus/voortgang/evaluatie-fijn-wonen?over=fijn-wonen/doel-leegstand")
    anna.form("/klus/voortgang/").fill("fijn-wonen/doel-leegstand:stand", "loopt").press("Opslaan")
    anna.open(f"/voorstel/{proposal_of(fresh, 'Anna de Vries').id}/weggooien")
    assert "Er is niets in veranderd" not in anna.text
    assert "Het verslag 'Wat er van Fijn wonen kwam': de melding over 'Minder leegstand' kwam erbij" in anna.page.xpath(
        "string(//main//ul)"
    )
