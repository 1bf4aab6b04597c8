"""What is sent or added a second time: the same form, or another thing by the same name."""

from __future__ import annotations

import pytest

from support.proposing import files_at
from support.werkbank import ADDRESS, Visitor, change_name, proposal_of

GOAL = "/onderdeel/fijn-wonen/doel-genoeg-huizen"


def new_term(somebody: Visitor, name: str) -> Visitor:
    """Fill in the form of a new term."""
    somebody.open("/nieuw/begrip?bij=begrippen&in=begrippen").form("/nieuw/begrip")
    return somebody.fill("naam", name).fill("uitleg", "Zo noemen wij dat.")


def test_a_form_that_is_sent_twice_counts_once(fresh):
    """Whoever sends the same form again, by a double click or the button back, comes where the first came, with a word; one proposal has one term."""
    anna = new_term(Visitor(fresh, "Anna de Vries"), "Dubbelwoord").press("Opslaan")
    first = anna.answer
    again = Visitor(fresh, "Anna de Vries")
    again.client.cookies = anna.client.cookies
    answer = again.client.post("/nieuw/begrip", data=anna.fields, headers={"Origin": ADDRESS})
    assert str(answer.url) == str(first.url)
    assert "niet nog eens gedaan" in answer.text
    made = proposal_of(fresh, "Anna de Vries")
    assert len(fresh.state.workplace.store.proposals()) == 1
    text = files_at(fresh.state.workplace.store, made.tip)["data/begrippen.yaml"].decode()
    assert text.count("Dubbelwoord") == 1


def test_what_was_undone_can_be_sent_again(fresh):
    """After an undo the same form is saved again: nothing that somebody wants is passed over."""
    anna = new_term(Visitor(fresh, "Anna de Vries"), "Dubbelwoord").press("Opslaan")
    form, made = anna.fields, proposal_of(fresh, "Anna de Vries")
    anna.open(f"/voorstel/{made.id}").do(f"/voorstel/{made.id}/ongedaan", "Maak de laatste stap ongedaan")
    answer = anna.client.post("/nieuw/begrip", data=form, headers={"Origin": ADDRESS})
    assert answer.status_code == 200
    made = proposal_of(fresh, "Anna de Vries")
    assert b"Dubbelwoord" in files_at(fresh.state.workplace.store, made.tip)["data/begrippen.yaml"]


def test_a_remark_that_is_sent_twice_stands_once(fresh):
    """The same remark in the same form is placed once; written again in a new form it is another."""
    change_name(Visitor(fresh, "Anna de Vries"), GOAL, "Huizen voor iedereen")
    place = f"/voorstel/{proposal_of(fresh, 'Anna de Vries').id}"
    bas = Visitor(fresh, "Bas Bakker").open(place).form(f"{place}/opmerking").fill("tekst", "Mooi.")
    bas.press("Plaats")
    bas.client.post(f"{place}/opmerking", data=bas.fields, headers={"Origin": ADDRESS})
    assert len(proposal_of(fresh, "Anna de Vries").remarks) == 1


@pytest.mark.parametrize("name", ["Caf\u00e9 aan de dijk", "Cafe\u0301 aan de dijk", "CAF\u00c9  aan de dijk"])
def test_what_is_there_already_is_not_added_again(fresh, name):
    """Another term by a name that is there, however it is written, is asked about first; an organisation on the spot is refused."""
    anna = new_term(Visitor(fresh, "Anna de Vries"), "Caf\u00e9 aan de dijk").press("Opslaan")
    assert "#v-naam" not in [each.get("href") for each in anna.page.xpath("//*[@data-wb-fouten]//a")]
    new_term(anna, name).press("Opslaan")
    assert anna.answer.status_code == 409
    assert "er is hier al begrip 'Caf\u00e9 aan de dijk'" in anna.text
    anna.open("/nieuw/activiteit?bij=fijn-wonen/doel-genoeg-huizen&in=activiteiten").form("/nieuw/activiteit")
    anna.fill("naam", "Buurthuis").fill("partners/nieuw/naam", "woningstichting  BOUWGOED").fill(
        "partners/nieuw/soort", "wonen"
    )
    assert "staat al in de lijst" in anna.press("Opslaan").text
