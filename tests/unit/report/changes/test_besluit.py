"""A comparison as the draft of a decision in plain text."""

from __future__ import annotations

from polderkoers.changes.deciding.drafted import NOTE, READING, Draft, nothing_to_decide
from polderkoers.changes.deciding.outside import outside
from polderkoers.changes.heads import VersionHead
from polderkoers.report.changes.besluit import NOTHING_CHOSEN, as_besluit

GOAL = {"was": "minstens 10 woningen", "wordt": "minstens 20 woningen"}
TYPO = {"was": "Leegstand is niet goed", "wordt": "Leegtand is niet goed"}
PLAN = {"in": "data/plannen/plan-2020.yaml", "was": "Het hele plan in één keer.", "wordt": "Alles staat in delen."}
BROKEN = {"in": "data/kernopgaven/prettig-leven.yaml", "was": "id: prettig-leven", "wordt": "id: 7"}
HEADS = (
    VersionHead("Visie", "2012", "de raad", "12-3", "a" * 40, "b" * 40),
    VersionHead("Voorstel", commit="c" * 40),
)


def test_a_draft_names_both_versions_and_says_how_to_read_it(report):
    """Date, decision and hashes stand on top, then that it is a draft, how to carry it out, and the points by document."""
    assert as_besluit(report(GOAL, TYPO, heads=HEADS)) == (
        "Besluit (concept): van 2012 naar 2025\n\n"
        "Was: Visie (2012; vastgesteld door de raad; besluit 12-3; commit aaaaaaaaaaaa; inhoud bbbbbbbbbbbb)\n"
        "Wordt: Voorstel (commit cccccccccccc)\n\n"
        f"{NOTE}\n\n{READING}\n\n"
        "1. Kernopgave Fijn wonen\n\n"
        "1.1 In de toelichting van doel 1 “Genoeg huizen” wordt “10” vervangen door “20”.\n\n"
        "Niet in dit besluit\n\n"
        "- 1 wijziging waarin iets alleen anders geschreven is (R.1).\n"
    )


def test_what_could_not_be_compared_is_said_before_the_draft(report):
    """The draft is not complete then, and says so with the file, the line and the reason."""
    lines = as_besluit(report(GOAL, BROKEN)).splitlines()
    assert lines[2].startswith("Niet alles is vergeleken. Dit besluit is daarom niet volledig.")
    assert lines[3].startswith("- data/kernopgaven/prettig-leven.yaml, regel 2: ")


def test_a_choice_keeps_the_numbers_and_says_that_it_is_no_whole(report):
    """Of some changes only their points are shown, with the numbers that they have in the whole."""
    whole = report(GOAL, PLAN)
    second = whole.changes[-1:]
    text = as_besluit(report(GOAL, PLAN, changes=second, filters=("in Plan voor Polderdam",)))
    assert "1. Kernopgave" not in text
    assert "2.1 De samenvatting van plan “Plan voor Polderdam” komt te luiden: “Alles staat in delen.”." in text
    assert "Dit is dus niet het hele besluit." in text


def test_a_choice_that_leaves_nothing_out_is_the_whole(report):
    """Nobody is told that points are missing when the choice holds all changes."""
    whole = report(GOAL)
    text = as_besluit(report(GOAL, changes=whole.changes, filters=("voor Inwoners",)))
    assert "Gekozen: voor Inwoners. Zonder deze keuze is er 1 wijziging." in text
    assert "niet het hele besluit" not in text


def test_a_choice_counts_nothing_that_it_leaves_out(report):
    """What stands outside the decision is counted of the choice alone, by the numbers of the whole."""
    names = {"in": "data/themas.yaml", "was": "naam: Zorg", "wordt": "naam: Zorg en hulp"}
    whole = report(GOAL, TYPO, names)
    goal = [change for change in whole.changes if change.significance == "inhoudelijk" and change.block == "doel"]
    text = as_besluit(report(GOAL, TYPO, names, changes=tuple(goal), filters=("in Fijn wonen",)))
    assert "1.1 " in text
    assert "Niet in dit besluit" not in text
    listed = [change for change in whole.changes if change.block == "thema"]
    text = as_besluit(report(GOAL, TYPO, names, changes=tuple(listed), filters=("over onderwerp Zorg en hulp",)))
    assert text.endswith("- 1 wijziging in lijsten met namen en begrippen waar het beleid naar verwijst (L.1).\n")


def test_numbers_that_do_not_follow_on_each_other_are_named_apart():
    """Only a stretch without gaps is told by its first and last number."""
    numbers = {name: name for name in ("R.1", "R.2", "R.3", "R.7", "O.2")}
    told = [line.rpartition(" (")[2] for line in outside(Draft((), (), (), numbers))]
    assert told == ["R.1 tot en met R.3 en R.7).", "O.2)."]


def test_nothing_to_decide_is_said(report):
    """When only the spelling changes, there is no decision to take."""
    text = as_besluit(report(TYPO))
    assert nothing_to_decide(is_whole=True) in text
    assert "R.1" in text


def test_a_choice_without_a_point_does_not_say_that_there_is_nothing_to_decide(report):
    """What a choice leaves out is still to be decided on."""
    text = as_besluit(report(GOAL, changes=(), filters=("voor Bouwgoed",)))
    assert NOTHING_CHOSEN in text
    assert "niets om over te besluiten" not in text


def test_a_long_new_document_stands_in_an_annex_of_the_same_text(report):
    """The point says in which annex, and the annex has the whole text."""
    gone = {"in": "data/kernopgaven/fijn-wonen.yaml", "weg": True}
    text = as_besluit(report(old=(gone,)))
    point = "1.1 Kernopgave 1 “Fijn wonen” wordt toegevoegd en wordt vastgesteld. De tekst staat in bijlage 1.\n"
    assert point in text
    annex = text[text.index("Bijlage 1. Nieuwe kernopgave Fijn wonen") :]
    assert "    > Doel 1: Genoeg huizen\n    >   Toelichting: De gemeente bouwt minstens 10 woningen" in annex
