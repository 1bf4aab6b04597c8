"""Giving a file other data at any depth: what changes, changes, and every other byte is as it was."""

from __future__ import annotations

import copy

import pytest

from polderkoers.policy.canonical.edit import with_data
from polderkoers.policy.schema import Schemas
from polderkoers.problems import Problem
from support.made_up import ROOT, document

SCHEMAS = Schemas(ROOT)
FILE = "data/plannen/groen.yaml"
TEXT = """\
soort: plan
id: groen
titel: Groen in de buurt
versie: "1.0"

doelen:
  # Het eerste doel.
  - id: doel-bomen
    nummer: 1
    naam: Meer bomen  # zo heet het
    wanneer: {tekst: voor 2030, van: 2026, tot: 2030}

  - id: doel-parken
    nummer: 2
    naam: Meer parken
    partijen:
      - gemeente  # die betaalt
      - inwoners
    samenhang:
      - {met: wonen, waarom: Naast elk huis een boom.}

  # Het laatste doel.
  - id: doel-water
    nummer: 3
    naam: Schoon water
    # Waar dit over gaat.
    activiteiten:
      # De eerste activiteit.
      - id: activiteit-sloot
        naam: De sloot uitbaggeren
# Hier eindigt het.
"""
HELD = document(TEXT, FILE)


def written(change, text=TEXT):
    """Return the text of the file after a change of its data."""
    data = copy.deepcopy(HELD.data)
    change(data["doelen"])
    return with_data(document(text, FILE), data, SCHEMAS)


def test_the_example_has_its_canonical_form():
    """Nothing that the other tests see comes from the form of the example."""
    assert written(lambda _: None) == TEXT


@pytest.mark.parametrize(
    ("change", "was", "becomes"),
    [
        (lambda goals: goals[0].update(naam="Veel bomen"), "Meer bomen", "Veel bomen"),
        (lambda goals: goals[0]["wanneer"].update(tot=2035), "tot: 2030", "tot: 2035"),
        (lambda goals: goals[2]["activiteiten"][0].update(naam="Baggeren"), "De sloot uitbaggeren", "Baggeren"),
        (lambda goals: goals[1].update(partijen=["gemeente", "scholen"]), "- inwoners", "- scholen"),
        (lambda goals: goals[1].pop("nummer"), "    nummer: 2\n", ""),
        (lambda goals: goals[1]["samenhang"][0].update(waarom="Zomaar."), "Naast elk huis een boom.", "Zomaar."),
        (lambda goals: goals[1]["samenhang"].append({"met": "zon", "waarom": "Licht."}), "een boom.}", "een boom.}\n      - {met: zon, waarom: Licht.}"),
    ],
)  # fmt: skip
def test_one_change_is_one_change_of_the_text(change, was, becomes):
    """A value at any depth changes alone, and every other byte stays, comments too."""
    assert TEXT.count(was) == 1
    assert written(change) == TEXT.replace(was, becomes)


def test_an_item_that_goes_elsewhere_takes_its_comments_along():
    """A goal that changes places keeps the comments above and in it; so does one that goes into another list."""
    text = written(lambda goals: goals.insert(0, goals.pop()))
    assert text.index("# Het laatste doel.") < text.index("doel-water") < text.index("# Het eerste doel.")
    assert text.index("# De eerste activiteit.") < text.index("activiteit-sloot") < text.index("doel-bomen")

    def carry(goals):
        goals[0]["activiteiten"] = goals[2].pop("activiteiten")

    # The comment above the list itself stays with nothing.
    assert isinstance(written(carry), Problem)
    text = written(carry, TEXT.replace("    # Waar dit over gaat.\n", ""))
    assert text.index("# De eerste activiteit.") < text.index("activiteit-sloot") < text.index("doel-parken")


def test_an_item_comes_with_the_blank_line_that_its_neighbours_have():
    """A new goal stands apart as the others do, in whatever place."""
    new = {"id": "doel-zon", "nummer": 4, "naam": "Zon"}
    lines = "  - id: doel-zon\n    nummer: 4\n    naam: Zon\n"
    text = written(lambda goals: goals.insert(1, new))
    assert text == TEXT.replace("  - id: doel-parken\n", f"{lines}\n  - id: doel-parken\n")
    text = written(lambda goals: goals.insert(0, new))
    assert text == TEXT.replace("  # Het eerste doel.\n", f"{lines}\n  # Het eerste doel.\n")


def test_an_item_without_a_comment_can_go():
    """A goal goes with its own lines alone."""
    text = TEXT.replace("  # die betaalt", "")
    start, end = text.index("  - id: doel-parken"), text.index("  # Het laatste doel.")
    assert written(lambda goals: goals.pop(1), text) == text[:start] + text[end:]


@pytest.mark.parametrize(
    ("change", "comment"),
    [
        (lambda goals: goals.pop(0), "'# Het eerste doel.'; '# zo heet het'"),
        (lambda goals: goals[1].update(partijen=["inwoners"]), "'# die betaalt'"),
        (lambda goals: goals[2].pop("activiteiten"), "'# Waar dit over gaat.'; '# De eerste activiteit.'"),
    ],
)
def test_a_comment_is_not_lost(change, comment):
    """When a comment would go along, nothing changes, and the message says which one and what to do."""
    found = written(change)
    assert isinstance(found, Problem)
    assert found.rule == "opmerking-weg"
    assert comment in found.message
    assert "haal de opmerking eerst zelf weg" in found.hint


def test_comments_of_what_goes_can_be_kept():
    """Where a person does not decide, the comments stay where they were."""
    data = copy.deepcopy(HELD.data)
    del data["doelen"][0]
    text = with_data(HELD, data, SCHEMAS, keep_comments=True)
    assert text.index("# Het eerste doel.") < text.index("# zo heet het") < text.index("doel-parken")


def test_a_file_in_another_form_keeps_it_where_nothing_changes():
    """Line ends of Windows, other indentation and quotes stay in the lines that say what they said."""
    text = TEXT.replace("titel: Groen in de buurt", "titel:   'Groen in de buurt'").replace("\n", "\r\n")
    found = written(lambda goals: goals[2].update(naam="Vies water"), text)
    assert found == text.replace("Schoon water", "Vies water")


def test_a_change_in_lines_of_another_form_changes_those_alone():
    """A line that changes gets the canonical form; other lines that have another form keep it."""
    text = TEXT.replace("naam: Schoon water", "naam:   'Schoon water'").replace(
        "naam: Meer parken", "naam:   'Meer parken'"
    )
    found = written(lambda goals: goals[2].update(naam="Vies water"), text)
    assert found == text.replace("naam:   'Schoon water'", "naam: Vies water")


def test_a_change_in_a_field_that_is_typed_elsewhere_stands_there_once():
    """A field that does not stand where its schema has it changes there, or the file gets its canonical form: never twice."""
    when = "    wanneer: {tekst: voor 2030, van: 2026, tot: 2030}\n"
    text = TEXT.replace(when, "").replace("    nummer: 1\n", f"{when}    nummer: 1\n")
    found = written(lambda goals: goals[0]["wanneer"].update(tot=2035), text)
    assert found in (text.replace("tot: 2030", "tot: 2035"), TEXT.replace("tot: 2030", "tot: 2035"))
