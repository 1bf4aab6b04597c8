"""Something new is added once, however often its form is sent."""

from __future__ import annotations

import unicodedata

from support.werkbank import Visitor, proposal_of

GOAL = "/nieuw/activiteit?bij=fijn-wonen/doel-genoeg-huizen&in=activiteiten"


def sent_twice(somebody: Visitor, address: str, other: str = "", **typed: str) -> Visitor:
    """Fill in a form and send it twice, as who goes back does; the second time with another name if one is given."""
    somebody.open(address).form("/nieuw/")
    for name, value in typed.items():
        somebody.fill(name, value)
    form, fields = somebody._form, dict(somebody.fields)  # noqa: SLF001 - who goes back has the form that was sent
    somebody.press("Opslaan")
    proposal = somebody.answer.url.params["voorstel"]
    somebody._form = form  # noqa: SLF001
    somebody.fields = {**fields, "voorstel": [proposal], "naam": [other or typed["naam"]]}
    return somebody.press("Opslaan")


def test_a_form_that_is_sent_twice_adds_one_and_asks(fresh):
    """The second time it says that there is one of that name; who means it sends it once more, and then there are two."""
    anna = sent_twice(Visitor(fresh, "Anna de Vries"), GOAL, naam="Buurthuis aan de dijk")
    assert anna.answer.status_code == 409
    assert "er is hier al activiteit 'Buurthuis aan de dijk'" in anna.text
    store = fresh.state.workplace.store
    made = proposal_of(fresh, "Anna de Vries")
    assert len(store.saves(made.id)) == 1
    assert anna.form("/nieuw/").fields["naam"] == ["Buurthuis aan de dijk"]
    anna.press("Opslaan")
    assert anna.answer.status_code == 200
    assert len(store.saves(made.id)) == 2


def test_a_name_is_the_same_however_its_signs_are_written(fresh):
    """An accent of its own and one that stands with its letter make one name."""
    name = "Caf\u00e9 aan de dijk"
    anna = sent_twice(Visitor(fresh, "Anna de Vries"), GOAL, unicodedata.normalize("NFD", name), naam=name)
    assert anna.answer.status_code == 409
    other = sent_twice(Visitor(fresh, "Bas Bakker"), GOAL, "Iets heel anders", naam=name)
    assert other.answer.status_code == 200
