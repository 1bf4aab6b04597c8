"""The lines of a draft decision: against the text in force, complete, and clear about what is meant."""

from __future__ import annotations

import itertools

import pytest

from polderkoers.changes.deciding.draft import draft_of
from support.changes import HERE, apply_edit, compared, decided
from support.made_up import root_with

NEW_GOAL = """  - id: doel-dorpshuis
    nummer: 2
    naam: Nieuw dorpshuis
    toelichting: |-
      Er komt een dorpshuis.

      Dat is voor iedereen.
    plaatsen: [dijkwijk]
    activiteiten:
      - id: act-bouw
        naam: Bouwen
        verantwoordelijk: [gemeente]
        partners: [bouwgoed, ondernemers]
        wanneer: {tekst: in 2029, van: 2029}
        cijfers:
          - {id: cijfer-bouw, waarde: 3000000, eenheid: euro, wat: hoogste kosten, ongeveer: true}
  - id: doel-minder-leegstand
"""
RENUMBERED = (
    {
        "was": "  - id: doel-minder-leegstand\n    nummer: 2\n",
        "wordt": "  - id: doel-minder-leegstand\n    nummer: 3\n",
    },
    {"was": "  - id: doel-groen\n    nummer: 3\n", "wordt": "  - id: doel-groen\n    nummer: 4\n"},
    {"was": "  - id: doel-minder-leegstand\n", "wordt": NEW_GOAL},
)


@pytest.fixture
def compare_edits(tmp_path):
    """Return a function that compares the basis with the basis with edits in it."""
    counted = itertools.count()

    def make(*edits, old=()):
        target = tmp_path / str(next(counted))
        roots = []
        for name, mine in (("old", old), ("new", edits)):
            root = root_with(target / name, HERE / "basis")
            for edit in mine:
                apply_edit(root, edit)
            roots.append(root)
        return compared(*roots)

    return make


def test_a_new_goal_is_written_out_with_everything_in_it(compare_edits):
    """Its place in the list, its text with its paragraphs, places, activities, parties, moments and money stand in the decision."""
    assert decided(compare_edits(*RENUMBERED)).splitlines()[:14] == [
        "Aan de doelen van kernopgave 1 “Fijn wonen” wordt toegevoegd, direct na doel 1 “Genoeg huizen”:",
        "  Doel 2: Nieuw dorpshuis",
        "    Toelichting: Er komt een dorpshuis.",
        "",
        "Dat is voor iedereen.",
        "    Waar: Dijkwijk",
        "    Activiteit: Bouwen",
        "      Verantwoordelijk: Gemeente",
        "      Samen met: Bouwgoed; Ondernemers",
        "      Wanneer: in 2029",
        "        Van: 2029",
        "      Cijfer: hoogste kosten",
        "        Waarde: ongeveer 3.000.000",
        "        Eenheid: euro",
    ]


def test_goals_that_move_up_are_one_point(compare_edits):
    """Inserting a goal renumbers those after it in one line, and all their changes have its number."""
    found = compare_edits(*RENUMBERED)
    draft = draft_of(found)
    line = draft.articles[0].points[-1]
    assert line.line.words == (
        "De doelen van kernopgave 1 “Fijn wonen” die vóór dit besluit nummer 2 tot en met 3 hebben, krijgen nummer 3 tot en met 4."
    )
    assert [draft.number(change) for change in found.changes if change.field == "nummer"] == ["1.2", "1.2"]


def test_a_renamed_goal_is_called_by_its_name_in_force(compare_edits):
    """Its other changes come before its new name, also those of what stands in it."""
    found = compare_edits(
        {"was": "Hoogstens 20 huizen staan leeg", "wordt": "Hoogstens 15 huizen staan leeg"},
        {"was": "Leegstand is niet goed", "wordt": "Leegstand is slecht"},
        {"was": "waarde: 100", "wordt": "waarde: 120"},
    )
    assert decided(found).splitlines() == [
        "In de toelichting van doel 2 “Hoogstens 20 huizen staan leeg” wordt “niet goed” vervangen door “slecht”.",
        "Bij cijfer “huizen die er komen” bij doel 2 “Hoogstens 20 huizen staan leeg” wordt voor de waarde “100” vervangen door “120”.",
        "In de naam van doel 2 “Hoogstens 20 huizen staan leeg” wordt “20” vervangen door “15”.",
    ]


def test_two_items_of_one_name_are_told_apart(compare_edits):
    """What stands beside another of the same name is called by which of them it is."""
    twin = {
        "was": "  - id: stap-onderzoek\n",
        "wordt": "  - {id: stap-twee, termijn: kort, naam: Bouwen}\n  - id: stap-onderzoek\n",
    }
    gone = {"was": "  - {id: stap-twee, termijn: kort, naam: Bouwen}\n", "wordt": ""}
    assert decided(compare_edits(twin, gone, old=(twin,))) == "Stap “Bouwen” (nummer 2 met deze naam) vervalt."


def test_a_quote_in_a_quote_has_other_marks(compare_edits):
    """Where the text itself has the usual marks, others stand around it."""
    old = {"was": "naam: Een groene buurt", "wordt": "naam: Een “groene” buurt"}
    gone = {"was": "naam: Een groene buurt", "wordt": "naam: Een “blauwe” buurt"}
    found = decided(compare_edits(gone, old=(old,)))
    assert found == "In de naam van doel 3 ‘Een “groene” buurt’ wordt “groene” vervangen door “blauwe”."


def test_a_longer_text_keeps_its_lines_and_markdown(compare_edits):
    """A text of more lines is written out below the line, letter by letter."""
    text = "Er is *veel* te doen.\n\n- Eerst dit\n- Dan dat"
    lines = "".join(f"      {line}\n" for line in text.split("\n"))
    edit = {
        "was": "    toelichting: De eerste huizen komen in de Dijkwijk.\n",
        "wordt": f"    toelichting: |-\n{lines}",
    }
    point = draft_of(compare_edits(edit)).articles[0].points[0]
    assert point.line.words == "De toelichting van stap “Bouwen” komt te luiden:"
    assert point.line.text == text


def test_what_goes_takes_along_what_stands_in_it(compare_edits):
    """A goal that goes is named with what goes with it."""
    old = {
        "was": "rollen:\n",
        "wordt": "  - id: doel-weg\n    naam: Weg\n    activiteiten:\n      - {id: act-weg, naam: Ook weg}\nrollen:\n",
    }
    assert decided(compare_edits(old=(old,))) == "Doel “Weg” vervalt, met alles wat daarin staat: activiteit “Ook weg”."


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("ingetrokken", "Kernopgave 1 “Fijn wonen” wordt ingetrokken."),
        ("concept", "Kernopgave 1 “Fijn wonen” wordt een concept."),
        ("null", "Kernopgave 1 “Fijn wonen” heeft geen status meer."),
    ],
)
def test_another_status_is_a_sentence(compare_edits, status, said):
    """Withdrawing a document is said as one says it."""
    assert decided(compare_edits({"was": "status: vastgesteld", "wordt": f"status: {status}"})) == said


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("null", "Kernopgave 2 “Prettig leven” noemt niet meer wie het vaststelde en wanneer."),
        (
            "vastgesteld",
            "Kernopgave 2 “Prettig leven” heeft geen status meer, en noemt niet meer wie het vaststelde en wanneer.",
        ),
    ],
)
def test_that_nobody_adopted_it_any_more_is_told(compare_edits, before, said):
    """Who adopted a document and when does not go without a word, and no status goes that was not there."""
    by = "vastgesteld_op: 2020-06\nvastgesteld_door: De gemeenteraad\n"
    edit = {
        "in": "data/kernopgaven/prettig-leven.yaml",
        "was": f"status: null\n{by}",
        "wordt": f"status: {before}\n{by}",
    }
    gone = {**edit, "wordt": "status: null\nvastgesteld_op: null\nvastgesteld_door: null\n"}
    assert decided(compare_edits(gone, old=(edit,))) == said


def test_adoption_is_one_sentence(compare_edits):
    """Status, date and who decided are one point."""
    found = compare_edits(
        {
            "was": "status: vastgesteld\nvastgesteld_op: null\nvastgesteld_door: null",
            "wordt": "status: vastgesteld\nvastgesteld_op: 2026-03-01\nvastgesteld_door: Gemeenteraad",
        },
        old=({"was": "status: vastgesteld\n", "wordt": "status: concept\n"},),
    )
    assert decided(found) == "Kernopgave 1 “Fijn wonen” wordt vastgesteld door de gemeenteraad op 1 maart 2026."
    assert set(draft_of(found).numbers.values()) == {"1.1"}


def test_money_is_told_with_how_often_and_how_sure(compare_edits):
    """An amount that becomes yearly and a maximum is one point."""
    edit = {"was": "    bedrag: 1000000\n", "wordt": "    bedrag: 85000\n    hoogstens: true\n    per_jaar: true\n"}
    found = compare_edits(edit)
    assert decided(found) == (
        "Bij bedrag “Nieuwe huizen” wordt voor het bedrag “1.000.000 euro” vervangen door “hoogstens 85.000 euro per jaar”."
    )
    assert {draft_of(found).number(change) for change in found.changes} == {"1.1"}


def test_what_editors_note_is_outside_a_decision(compare_edits):
    """Notes, places in a source, links that the editors laid and version numbers have numbers of their own, and no line."""
    found = compare_edits(
        {"was": "plek: Hoofdstuk 1", "wordt": "plek: Hoofdstuk 3"},
        {"was": "noot: De bron noemt geen bedrag.", "wordt": "noot: Een bedrag staat er niet."},
        {"was": "waarom: Fijn wonen is prettig leven.", "wordt": "waarom: Wonen hoort bij leven."},
        {
            "was": "tekst: De bron zegt niet waar de woningen komen.",
            "wordt": "tekst: Waar de woningen komen, staat er niet.",
        },
        {"was": 'titel: Fijn wonen\nversie: "1.0"', "wordt": 'titel: Fijn wonen\nversie: "1.1"'},
    )
    draft = draft_of(found)
    assert draft.articles == ()
    assert sorted(draft.numbers.values()) == ["O.1", "O.2", "O.3", "O.4", "O.5"]


def test_the_order_of_points_goes_by_the_order_of_their_numbers(compare_edits):
    """Sorted by their numbers, the changes of a decision come before spelling, and ten comes after two."""
    found = compare_edits(*RENUMBERED, {"was": "Leegstand is niet goed", "wordt": "Leegtand is niet goed"})
    draft = draft_of(found)
    assert [draft.number(change) for change in draft.ordered(found.changes)] == ["1.1", "1.2", "1.2", "R.1"]
