"""Deciding by button: what merges is taken over, what clashes is asked, and no text is lost on the way."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest

from polderkoers.werkbank.store.values import ProposalState
from support.proposing import files_at
from support.werkbank import ADDRESS, Visitor, change_name, proposal_of

ACTIVITY = "/onderdeel/fijn-wonen/activiteit-bouwen"
GOAL = "/onderdeel/fijn-wonen/doel-genoeg-huizen"


def test_what_is_elsewhere_is_taken_over_without_bringing_it_up_to_date_first(fresh):
    """Of two proposals that touch other things both are taken over by one button each; what was merged is shown before and after."""
    anna, bas = Visitor(fresh, "Anna de Vries"), Visitor(fresh, "Bas Bakker")
    chief = Visitor(fresh, "Chris Chef", "redactie")
    change_name(anna, GOAL, "Huizen voor iedereen")
    change_name(bas, ACTIVITY, "Bouwen bij de brug")
    mine, other = proposal_of(fresh, "Anna de Vries"), proposal_of(fresh, "Bas Bakker")
    for each in (mine, other):
        chief.open(f"/voorstel/{each.id}").do(f"/voorstel/{each.id}/beslissen", "Neem over")
        assert "Het voorstel is overgenomen" in chief.text
    assert f"samengevoegd met wat intussen was gaan gelden: '{mine.title}'" in chief.text
    workplace = fresh.state.workplace
    text = files_at(workplace.store, workplace.now)["data/kernopgaven/fijn-wonen.yaml"].decode()
    assert "naam: Huizen voor iedereen" in text
    assert "naam: Bouwen bij de brug" in text


def test_a_clash_has_an_address_and_a_refusal_loses_no_reason(fresh):
    """Taking over what clashes is refused with the typed reason still there; the clashes can be opened again and by a colleague, with what was chosen."""
    anna, bas = Visitor(fresh, "Anna de Vries"), Visitor(fresh, "Bas Bakker")
    chief = Visitor(fresh, "Chris Chef", "redactie")
    change_name(anna, GOAL, "Huizen voor iedereen")
    change_name(bas, GOAL, "Huizen genoeg")
    mine, other = proposal_of(fresh, "Anna de Vries"), proposal_of(fresh, "Bas Bakker")
    chief.open(f"/voorstel/{mine.id}").do(f"/voorstel/{mine.id}/beslissen", "Neem over")
    chief.open(f"/voorstel/{other.id}")
    assert mine.title in chief.page.find_class("pk-note--letop")[0].text_content()
    chief.form(f"/voorstel/{other.id}/beslissen").fill("reden", "Eerst vragen.").press("Neem over")
    assert chief.answer.status_code == 409
    assert "kies daar wat er moet staan" in chief.text
    assert chief.form(f"/voorstel/{other.id}/beslissen").fields["reden"] == ["Eerst vragen."]
    chief.do(f"/voorstel/{other.id}/bijwerken", "Werk bij")
    assert chief.answer.request.method == "GET"
    again = Visitor(fresh, "Bas Bakker").open(str(chief.answer.url))
    assert "Wat moet het worden?" in again.text
    key = next(each.get("name") for each in again.page.forms[-1].iter("button"))
    assert "Wat moet het worden?" not in again.open(f"/voorstel/{other.id}/bijwerken?{urlencode({key: 'mine'})}").text
    assert fresh.state.workplace.store.proposal(other.id).tip == other.tip
    assert "Kies die van jou" in again.open(str(chief.answer.url)).text
    assert "Van Bas Bakker" in chief.text
    for name in ("Lezer Een", "Anna de Vries"):
        somebody = Visitor(fresh, name).open(str(chief.answer.url))
        assert not [each for each in somebody.page.iter("button") if "Kies" in each.text_content()]
    chosen = {
        key: "theirs",
        "gezien": again.form(f"/voorstel/{other.id}/bijwerken").fields["gezien"],
        "_bewijs": anna.fields["_bewijs"],
    }
    refused = anna.client.post(f"/voorstel/{other.id}/bijwerken", data=chosen, headers={"Origin": ADDRESS})
    assert refused.status_code == 403
    assert fresh.state.workplace.store.proposal(other.id).tip == other.tip


@pytest.mark.parametrize("form", ["", "/opmerking"])
def test_what_was_typed_at_a_proposal_stays_when_it_is_refused(fresh, form):
    """A title with a reason, and a remark, that cannot be kept come back as they were typed."""
    anna = Visitor(fresh, "Anna de Vries")
    anna.open(GOAL).form("/onderdeel/").fill("naam", "Genoeg goede huizen").press("Opslaan")
    place = f"/voorstel/{proposal_of(fresh, 'Anna de Vries').id}"
    typed = {
        "": {"titel": "Te lang " * 40, "reden": "Een lange reden."},
        "/opmerking": {"tekst": "Zo \u202e gaat het."},
    }
    anna.open(place).form(f"{place}{form}")
    for name, text in typed[form].items():
        anna.fill(name, text)
    anna.press("Bewaar titel" if not form else "Plaats")
    assert anna.answer.status_code == 409
    fields = anna.form(f"{place}{form}").fields
    assert {name: fields[name][0].strip() for name in typed[form]} == {k: v.strip() for k, v in typed[form].items()}


def test_who_decides_has_no_button_for_what_has_faults(fresh):
    """A proposal with a fault in it cannot be taken over: the page says where that is told, and the other two decisions stay."""
    store, anna = fresh.state.workplace.store, Visitor(fresh, "Anna de Vries")
    change_name(anna, GOAL, "Genoeg goede huizen")
    made = store.move_to(
        proposal_of(fresh, "Anna de Vries").id, ProposalState.CONCEPT, proposal_of(fresh, "Anna de Vries").author
    )
    file = "data/kernopgaven/fijn-wonen.yaml"
    text = files_at(store, made.tip)[file].replace(b"status: vastgesteld", b"status: bedacht", 1)
    store.save(made.id, made.tip, {file: text}, "Een fout", made.author)
    store.move_to(made.id, ProposalState.INGEDIEND, made.author)
    (decide,) = Visitor(fresh, "Chris Chef", "redactie").open(f"/voorstel/{made.id}").page.find_class("wb-beslissen")
    assert [button.text_content() for button in decide.iter("button")] == ["Stuur terug", "Wijs af"]
    assert "Overnemen kan nog niet" in decide.text_content()


def test_a_proposal_is_led_by_who_made_it_and_who_decides(fresh):
    """Somebody else may remark and write along, and is told so; the title, an undo and handing in are not for them, and stay as they are."""
    anna, bas = Visitor(fresh, "Anna de Vries"), Visitor(fresh, "Bas Bakker")
    anna.open(GOAL).form("/onderdeel/").fill("naam", "Genoeg goede huizen").press("Opslaan")
    made = proposal_of(fresh, "Anna de Vries")
    place = f"/voorstel/{made.id}"
    bas.open(place)
    assert "Dit voorstel is van Anna de Vries. Je kunt er opmerkingen bij zetten" in bas.text
    actions = {each.get("action") for each in bas.page.forms}
    assert f"{place}/opmerking" in actions
    assert not {place, f"{place}/ongedaan", f"{place}/opnieuw", f"{place}/inleveren"} & actions
    sent = {"_bewijs": bas.form(f"{place}/opmerking").fields["_bewijs"], "titel": "Van mij", "reden": "Mijn reden"}
    for action in ("", "/ongedaan", "/opnieuw", "/inleveren", "/terugnemen"):
        answer = bas.client.post(f"{place}{action}", data=sent, headers={"Origin": ADDRESS})
        assert answer.status_code == 403
        assert "Zet het in een opmerking" in answer.text
    assert proposal_of(fresh, "Anna de Vries") == made
    chief = Visitor(fresh, "Chris Chef", "redactie").open(place).form(place).fill("titel", "Betere titel")
    chief.press("Bewaar titel")
    assert proposal_of(fresh, "Anna de Vries").title == "Betere titel"


def test_what_is_taken_over_is_said_with_advice_that_can_be_followed(fresh):
    """Deciding again, throwing away and undoing are refused in the words of the buttons: it is in force, and a new proposal is what is left."""
    anna, chief = Visitor(fresh, "Anna de Vries"), Visitor(fresh, "Chris Chef", "redactie")
    change_name(anna, GOAL, "Genoeg goede huizen")
    made = proposal_of(fresh, "Anna de Vries")
    place = f"/voorstel/{made.id}"
    badge = chief.open(place).page.find_class("pk-badge")[0]
    assert badge.text_content() == "ingeleverd"
    sent = {**chief.form(f"{place}/beslissen").fields, "reden": "Nee", "besluit": "over"}
    chief.press("Neem over")
    for action, more in (("/beslissen", {}), ("/beslissen", {"besluit": "af"}), ("/ongedaan", {}), ("/weggooien", {})):
        answer = chief.client.post(f"{place}{action}", data={**sent, **more}, headers={"Origin": ADDRESS})
        assert "is overgenomen" in answer.text
        assert "het is nu het geldende beleid. Moet er nog iets anders? Begin dan een nieuw voorstel." in answer.text
        assert "als dat nog kan" not in answer.text


def test_what_somebody_handed_in_is_brought_up_to_date_by_who_leads_it(fresh):
    """A colleague who may only propose is not offered to choose in it, and is refused; who decides reads whose text it is."""
    anna, bas = Visitor(fresh, "Anna de Vries"), Visitor(fresh, "Bas Bakker")
    chief = Visitor(fresh, "Chris Chef", "redactie")
    change_name(anna, GOAL, "Huizen voor iedereen")
    change_name(bas, GOAL, "Huizen genoeg")
    mine, other = proposal_of(fresh, "Anna de Vries"), proposal_of(fresh, "Bas Bakker")
    chief.open(f"/voorstel/{mine.id}").do(f"/voorstel/{mine.id}/beslissen", "Neem over")
    place = f"/voorstel/{other.id}"
    anna.open(place)
    assert f"{place}/bijwerken" not in {each.get("action") for each in anna.page.forms}
    chief.open(place).do(f"{place}/bijwerken", "Werk bij")
    assert "Kies die van Bas Bakker" in chief.text
    key = next(each.get("name") for each in chief.page.forms[-1].iter("button"))
    sent = {"_bewijs": anna.form(f"{place}/opmerking").fields["_bewijs"], key: "theirs"}
    answer = anna.client.post(f"{place}/bijwerken", data=sent, headers={"Origin": ADDRESS})
    assert answer.status_code == 403
    assert "Zet het in een opmerking" in answer.text
    assert proposal_of(fresh, "Bas Bakker") == other
    assert "Kies die van jou" in bas.open(place).do(f"{place}/bijwerken", "Werk bij").text


def test_what_was_turned_down_can_be_taken_up_in_a_new_proposal(fresh):
    """One button makes a new draft with the same changes, steps and reason; the one that was turned down stays as it was."""
    anna, bas = Visitor(fresh, "Anna de Vries"), Visitor(fresh, "Bas Bakker")
    chief = Visitor(fresh, "Chris Chef", "redactie")
    store = fresh.state.workplace.store
    change_name(anna, GOAL, "Huizen voor iedereen")
    place = f"/voorstel/{proposal_of(fresh, 'Anna de Vries').id}"
    sent = {"_bewijs": anna.open(place).form(f"{place}/opmerking").fields["_bewijs"]}
    early = anna.client.post(f"{place}/begin-opnieuw", data=sent, headers={"Origin": ADDRESS})
    assert (early.status_code, "en niet afgewezen" in early.text) == (409, True)
    chief.open(place).form(f"{place}/beslissen").fill("reden", "Te duur.").press("Wijs af")
    was = proposal_of(fresh, "Anna de Vries")
    assert "Begin hiermee opnieuw" not in bas.open(place).text
    anna.open(place).do(f"{place}/begin-opnieuw", "Begin hiermee opnieuw")
    (made,) = [each for each in store.proposals() if each.state is ProposalState.CONCEPT]
    assert str(anna.answer.url).endswith(f"/voorstel/{made.id}")
    assert (made.author, made.title, made.tip, made.base) == (was.author, was.title, was.tip, was.base)
    assert store.proposal(was.id) == was
    anna.open(f"{GOAL}?voorstel={made.id}").form("/onderdeel/").fill("naam", "Huizen genoeg").press("Opslaan")
    assert store.proposal(was.id) == was
    anna.open(f"/voorstel/{made.id}").do(f"/voorstel/{made.id}/inleveren", "Inleveren")
    chief.open(f"/voorstel/{made.id}").do(f"/voorstel/{made.id}/beslissen", "Neem over")
    text = files_at(store, store.main_commit())["data/kernopgaven/fijn-wonen.yaml"].decode()
    assert "naam: Huizen genoeg" in text


def test_what_the_check_says_of_another_item_names_and_links_it(fresh):
    """A number that two goals have is told by the name of the other goal, with a link: who fills in a form sees no lines."""
    store, anna = fresh.state.workplace.store, Visitor(fresh, "Anna de Vries")
    anna.open(GOAL).form("/onderdeel/").fill("naam", "Genoeg goede huizen").press("Opslaan")
    made = proposal_of(fresh, "Anna de Vries")
    file = "data/kernopgaven/fijn-wonen.yaml"
    text = re.sub(rb"(- id: doel-leegstand\n\s+nummer: )2", rb"\g<1>1", files_at(store, made.tip)[file])
    store.save(made.id, made.tip, {file: text}, "Nummer", made.author)
    anna.open(f"/voorstel/{made.id}")
    assert "De eerste keer is bij 'Genoeg goede huizen'." in anna.text
    assert "op regel" not in anna.text
    assert "Genoeg goede huizen" in anna.follow("Bekijk 'Genoeg goede huizen'").text
