"""A form that could not be saved is shown again with every letter that was typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polderkoers.werkbank.forms.form import Control
from polderkoers.werkbank.forms.making import form_of
from polderkoers.werkbank.forms.refill import refilled
from support.desk import desk_of_polderdam
from support.posted import posted_of
from support.tries import tries

DESK = desk_of_polderdam()
WORK = "fijn-wonen/activiteit-bouwen"
MEASURED = next(each.ref for each in DESK.of_kind("indicator") if len(each.data.get("metingen", ())) > 1)


def field(form, name):
    """Return a field of a form by its name."""
    return next(each for each in form.every_field if each.name == name)


@pytest.mark.parametrize("ref", sorted(DESK.items)[::7])
def test_an_untouched_form_is_shown_as_it_was(ref):
    """What nobody touched is posted and shown again as the same form."""
    form = form_of(DESK, ref)
    assert refilled(form, posted_of(form)).fields == form.fields


def test_what_could_not_be_read_still_stands_there():
    """A date that is none, a name that is not in the list and a new organisation are there to be corrected."""
    form = form_of(DESK, WORK)
    posted = posted_of(
        form,
        wanneer__van="voorjaar",
        partners__zoek="Niemand",
        partners__nieuw__naam="De Brug",
        themas=["", "wonen", "geld"],
    )
    again = refilled(form, posted)
    assert field(again, "wanneer/van").value == "voorjaar"
    assert field(again, "partners").value == "Niemand"
    assert field(again, "partners/nieuw/naam").value == "De Brug"
    assert field(again, "themas").values == ("wonen", "geld")
    assert posted_of(again)["wanneer/van"] == ["voorjaar"]


def test_rows_are_shown_in_the_order_in_which_they_were_posted():
    """A row that went is gone, one that was added has what was typed, and an empty one more is offered."""
    form = form_of(DESK, MEASURED)
    rows = field(form, "metingen").rows
    posted = posted_of(form, metingen__rij=["", "1", "0", "n9"], metingen__n9__waarde="12")
    again = field(refilled(form, posted), "metingen")
    assert [row.key for row in again.rows] == ["1", "0", "n9"]
    assert again.rows[0].fields == rows[1].fields
    assert next(each for each in again.rows[2].fields if each.name == "metingen/n9/waarde").value == "12"
    assert again.blank.key not in {"1", "0", "n9"}


@given(st.sampled_from(sorted(DESK.items)), st.text(max_size=30).filter(str.strip))
@settings(max_examples=tries(40))
def test_any_text_comes_back_to_the_letter(ref, text):
    """Whatever was typed in a text stands there again, but for how its lines end."""
    form = form_of(DESK, ref)
    texts = [
        each.name
        for each in form.every_field
        if each.control in (Control.TEXT, Control.AREA, Control.DATE, Control.NUMBER)
    ]
    again = refilled(form, {**posted_of(form), **{name: [text] for name in texts}})
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = {each.name: each.value for each in again.every_field}
    assert all(shown[name] == plain for name in texts if "/n" not in name)
