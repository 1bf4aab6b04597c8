"""What the check says of a file stands at the field that it is about, with a cure at a button where that is certain."""

from __future__ import annotations

import pytest

from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.load import faults_of, load
from polderkoers.policy.tree import WithFiles
from polderkoers.problems import Problem
from polderkoers.werkbank.forms.faults import OF_ITEM, at_fields
from polderkoers.werkbank.forms.making import form_of
from polderkoers.werkbank.jobs.mending import mend_problem
from polderkoers.werkbank.jobs.writing import write
from support.desk import after, changed, desk_of_polderdam, tree_of_polderdam

DESK = desk_of_polderdam()
FILE = "data/kernopgaven/fijn-wonen.yaml"
GOAL = "fijn-wonen/doel-genoeg-huizen"
WORK = "fijn-wonen/activiteit-bouwen"


def found_at(ref: str, **typed: str):
    """Return what is wrong after a change of an item, by the field of its form, with the desk of then."""
    result = changed(ref, **typed)
    text = write(DESK, result).files[FILE].decode()
    desk = after(result)
    return desk, at_fields(form_of(desk, ref), faults_of(text, FILE, desk.schemas))


def test_a_fault_stands_at_its_field():
    """A missing name is told at the name, in the words of the command."""
    _, faults = found_at(WORK, naam="")
    assert list(faults) == ["naam"]
    assert "naam" in faults["naam"][0].message


def test_a_fault_inside_a_part_stands_there():
    """A source with an address that is none is told at that address."""
    _, faults = found_at(WORK, bron__link="www.polderdam.example")
    assert list(faults) == ["bron/link"]


def test_a_fault_of_something_inside_stands_at_its_list():
    """On the form of a goal, the fault of one of its activities is told at the activities."""
    desk, _ = found_at(WORK, naam="")
    problems = faults_of(desk.documents[FILE].text, FILE, desk.schemas)
    assert list(at_fields(form_of(desk, GOAL), problems)) == ["activiteiten"]


def test_a_problem_of_another_item_is_not_told():
    """What is wrong elsewhere stands in another form; what is about an item as a whole stands above its form."""
    form = form_of(DESK, WORK)
    other = Problem(FILE, 1, 1, "x", "Iets.", path="/titel")
    own = Problem(FILE, 1, 1, "x", "Iets.", path=form.pointer)
    assert at_fields(form, [other, own]) == {OF_ITEM: (own,)}


def test_a_certain_cure_is_carried_out():
    """What a button mends is what the command would mend, and the fault is gone."""
    text = DESK.documents[FILE].text
    broken = text.replace("soort: kernopgave", "soort: Kernopgave", 1)
    problem = next(each for each in faults_of(broken, FILE, DESK.schemas) if each.repair)
    desk = type(DESK)({**DESK.documents, FILE: type(DESK.documents[FILE])(FILE, {}, broken)}, DESK.policy, DESK.schemas)
    assert mend_problem(desk, problem).files == {FILE: text.encode()}


def test_without_a_certain_cure_there_is_no_button():
    """A problem that a person must look at is refused with its hint."""
    with pytest.raises(WorkRefused, match="kijk zelf"):
        mend_problem(DESK, Problem(FILE, 1, 1, "x", "Iets.", "kijk zelf."))


def test_a_hard_text_is_told_at_its_field():
    """A long sentence and a word without explanation are told at the text in which they stand, as the command tells them."""
    long = "Wij willen " + "heel erg " * 13 + "graag dat het MJOP er komt."
    result = changed(WORK, toelichting=long)
    problems = load(WithFiles(tree_of_polderdam(), write(DESK, result).files)).problems
    told = at_fields(form_of(after(result), WORK), problems)["toelichting"]
    said = " ".join(each.message for each in told)
    assert {each.level for each in told} == {"waarschuwing"}
    assert "woorden" in said
    assert "MJOP" in said
