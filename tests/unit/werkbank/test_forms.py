"""A form is made from what the model says, and reads back exactly what stood there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import KINDS, within
from polderkoers.policy.values import same
from polderkoers.werkbank.forms.choices import targets
from polderkoers.werkbank.forms.form import Control
from polderkoers.werkbank.forms.helping import help_in_form
from polderkoers.werkbank.forms.making import asked_of, empty_form, form_of
from polderkoers.werkbank.forms.reading import read_form
from polderkoers.werkbank.jobs.items import change_item
from polderkoers.werkbank.jobs.writing import write
from support.desk import after, desk_of_polderdam
from support.posted import posted_of
from support.tries import tries

# What only those who look after a site fill in.
OF_EDITORS = ("adressen", "gelezen", "instelling", "versies")
DESK = desk_of_polderdam()
REFS = sorted(DESK.items)
TEXT = "groene-buurten/stap-zaaien"


def field(form, name):
    """Return a field of a form by its name."""
    return next(each for each in form.every_field if each.name == name)


@pytest.mark.parametrize("ref", REFS)
def test_a_form_that_nobody_touched_is_the_same_data(ref):
    """What a browser posts of an untouched form of any item gives its very data: null where null was, nothing where nothing was."""
    form = form_of(DESK, ref)
    answer = read_form(form, posted_of(form))
    assert same(dict(answer.values), dict(form.data))
    assert not any((answer.faults, answer.cleaned, answer.warned, answer.understood, answer.entries))


@given(st.sampled_from(REFS))
@settings(max_examples=tries(60))
def test_an_untouched_form_changes_no_byte(ref):
    """Saving an untouched form writes no file at all, and so raises no number."""
    form = form_of(DESK, ref)
    assert write(DESK, change_item(DESK, ref, read_form(form, posted_of(form)))).files == {}


@given(st.sampled_from(REFS), st.data())
@settings(max_examples=tries(80))
def test_one_touched_field_changes_that_field_alone(ref, data):
    """Whatever is typed in one text, all other fields of the item keep their value to the letter."""
    form = form_of(DESK, ref)
    texts = [each for each in form.fields if each.control in (Control.TEXT, Control.AREA)]
    if not texts:
        return
    chosen = data.draw(st.sampled_from(texts))
    typed = data.draw(st.text(max_size=80))
    values = read_form(form, {**posted_of(form), chosen.name: [typed]}).values
    others = {name: value for name, value in values.items() if name != chosen.name}
    assert same(others, {name: value for name, value in form.data.items() if name != chosen.name})


@given(
    st.sampled_from(REFS), st.dictionaries(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=3), max_size=5)
)
@settings(max_examples=tries(80))
def test_a_form_reads_whatever_is_posted(ref, posted):
    """Names and values that no browser sends are no error, and change nothing that they do not name."""
    form = form_of(DESK, ref)
    hostile = {**posted_of(form), **posted}
    assert read_form(form, hostile).values.get("id") == form.data.get("id")


@given(st.sampled_from(REFS), st.text(max_size=40))
@settings(max_examples=tries(60))
def test_any_text_in_every_field_is_read_or_refused_at_that_field(ref, text):
    """The same odd text in every field gives data or a fault at that field, and never an error."""
    form = form_of(DESK, ref)
    posted = {name: [text] for name in posted_of(form) if not name.endswith("/rij")}
    names = set(posted)
    assert set(read_form(form, posted).faults) <= names


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=tries(60))
def test_what_was_typed_is_what_is_saved(text):
    """Whatever is typed in a text stands in the file that is written, but for what is told to be cleaned."""
    form = form_of(DESK, TEXT)
    answer = read_form(form, {**posted_of(form), "toelichting": [text]})
    desk = after(change_item(DESK, TEXT, answer))
    assert desk.item(TEXT).data.get("toelichting") == answer.values.get("toelichting")
    if "toelichting" not in answer.cleaned and "\r" not in text and "\n" not in text:
        assert desk.item(TEXT).data.get("toelichting", "") == text.strip()


def test_all_that_the_model_says_is_asked():
    """A form of each kind of file has every field of the model, but what it is and its id."""
    for kind, cls in KINDS.items():
        names = {each.name for each in empty_form(DESK, kind).fields}
        assert names == {each.name for each in fields_of(cls)} - {"soort", "id"}


def test_what_must_be_filled_in_comes_first_and_what_may_be_empty_is_folded():
    """The name of an activity stands first; an empty field that is not asked for is behind a fold, its source never."""
    fields = empty_form(DESK, "activiteit", "fijn-wonen/doel-genoeg-huizen").fields
    assert fields[0].name == "naam"
    assert fields[0].required
    folded = {each.name for each in fields if each.folded}
    assert {"toelichting", "partners", "wanneer"} <= folded
    assert "bron" not in folded


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in OF_EDITORS])
def test_help_speaks_of_a_form_and_not_of_a_file(kind):
    """No help of a field asks for an id, null, true, a file or a command, and each begins with a capital."""
    for cls in within(KINDS[kind]):
        for each in asked_of(cls):
            said = help_in_form(each.fact.help)
            assert not re.search(r"data/|\bnull\b|\btrue\b|yaml|\bids?\b|'polderkoers|bestand/", said, re.IGNORECASE), (
                said
            )
            assert said[:1] == said[:1].upper()
            assert ".." not in said
            assert "  " not in said


def test_help_keeps_what_it_says():
    """Only the words for a file are other words, and a box to tick is off and not empty."""
    said = {each.name: each.help for each in empty_form(DESK, "bedrag", "fijn-wonen").fields}
    assert said["bedrag"] == "Het bedrag in euro. Laat leeg als de bron geen bedrag noemt; leeg is nooit 0."
    assert said["per_jaar"].endswith("geldt. Uit: het bedrag is voor de hele periode samen.")
    assert said["plaatsen"] == "De plaatsen waar dit over gaat."
    goal = {each.name: each.help for each in empty_form(DESK, "doel", "fijn-wonen").fields}
    assert goal["voor"].startswith(
        "Voor welke groepen dit bedoeld is, als de bron dat zegt. Voor alle inwoners: inwoners."
    )


def test_a_filled_field_is_in_sight():
    """What stands in an item is never behind a fold."""
    form = form_of(DESK, "fijn-wonen/activiteit-bouwen")
    assert not any(each.folded for each in form.fields if each.is_filled)
    assert field(form, "wanneer").parts[0].value == "2015 tot en met 2017"


def test_a_reference_shows_names_and_keeps_ids():
    """An organisation is chosen by its name; what is posted is its id."""
    leads = field(form_of(DESK, "fijn-wonen/activiteit-bouwen"), "verantwoordelijk")
    assert leads.values == ("bouwgoed",)
    assert {each.value: each.label for each in leads.choices}["bouwgoed"] == "Woningstichting Bouwgoed"
    assert leads.fresh_noun == "organisatie"
    assert "verantwoordelijk/nieuw/naam" in [each.name for each in leads.fresh]


def test_amounts_and_dates_stand_in_a_form_as_people_write_them():
    """An amount has its thousands, a date its month in letters."""
    amounts = [form_of(DESK, each.ref) for each in DESK.of_kind("bedrag")]
    assert any("." in field(form, "bedrag").value for form in amounts)
    report = form_of(DESK, DESK.of_kind("verslag")[0].ref)
    assert any(each.isalpha() for each in field(report, "datum").value)


def test_a_measurement_is_added_in_the_empty_row():
    """What is typed in the row that is offered comes behind those that were there, and all else stays."""
    ref = next(each.ref for each in DESK.of_kind("indicator") if each.data.get("metingen"))
    form = form_of(DESK, ref)
    blank = field(form, "metingen").blank.key
    posted = posted_of(form, **{f"metingen__{blank}__waarde": "12,5", f"metingen__{blank}__jaar": "2031"})
    values = read_form(form, posted).values
    assert values["metingen"] == [*form.data["metingen"], {"waarde": 12.5, "jaar": 2031}]
    assert {**values, "metingen": None} == {**form.data, "metingen": None}


def test_what_is_not_there_has_no_form():
    """A reference that leads nowhere, a kind that does not exist and a place that cannot be are refused with a cure."""
    for asked in (
        lambda: form_of(DESK, "fijn-wonen/doel-bestaat-niet"),
        lambda: empty_form(DESK, "kasteel"),
        lambda: empty_form(DESK, "kernopgave", "fijn-wonen/doel-genoeg-huizen"),
    ):
        with pytest.raises(WorkRefused, match="Hoe op te lossen"):
            asked()


@pytest.mark.parametrize(
    ("name", "typed", "most"),
    [
        ("naam", "a" * 401, "400"),
        ("naam", "a" * 100_000, "400"),
        ("toelichting", "a " * 3_001, "6.000"),
        ("wanneer/van", "1" * 201, "200"),
        ("themas/zoek", "a" * 201, "200"),
        ("themas", "a" * 201, "200"),
    ],
)
def test_a_text_that_is_too_long_is_refused_at_its_field(name, typed, most):
    """What the model has no room for is not read at all: the message says how long it is and may be, and the data stays as it was."""
    form = form_of(DESK, "fijn-wonen/activiteit-bouwen")
    answer = read_form(form, {**posted_of(form), name: [typed]})
    found = answer.faults[name.removesuffix("/zoek")]
    assert f"hoogstens {most}" in found
    assert same(dict(answer.values), dict(form.data))


def test_choices_are_told_in_words_of_people():
    """What stands in the one list of its kind is told by what it is, and nothing by an id or a name of the data."""
    notes = {each.note for each in targets(DESK, "betrokkenen", "fijn-wonen")}
    assert {"partij", "organisatie"} <= {note.partition(",")[0] for note in notes}
    assert not any(" in " in note for note in notes)


def test_what_has_no_name_is_called_by_what_it_says():
    """A remark is called by how its text begins, and a list by what it holds: ids are for the data."""
    remark = DESK.item("fijn-wonen/letop-huizen")
    assert remark.data["tekst"].startswith(remark.label.removesuffix(" …"))
    assert DESK.item("organisaties").label == "Organisaties"
    assert DESK.item("besluiten-2023").label == "Besluiten 2023"
    assert DESK.item("ar").label == "Vertaling العربية (ar)"


def test_what_lost_its_name_is_not_called_by_its_id():
    """A goal of which the name is emptied says so, and a report of one thing is called by what it is about."""
    form = form_of(DESK, "fijn-wonen/doel-genoeg-huizen")
    desk = after(change_item(DESK, form.ref, read_form(form, posted_of(form, naam=""))))
    assert desk.item(form.ref).label == "Doel zonder naam"
    assert not [each.ref for each in DESK.of_kind("melding") if each.label == each.data["id"]]


def test_what_must_be_said_even_when_it_is_not_known_is_in_sight():
    """How it goes is asked of every report of an item, and how much of every amount; what is beside the point stays folded."""
    form = empty_form(DESK, "melding", "tussenstand-2024")
    assert not field(form, "stand").folded
    assert not field(form, "toelichting").folded
    assert field(form, "sinds").folded
    assert not field(empty_form(DESK, "bedrag", "fijn-wonen"), "bedrag").folded
