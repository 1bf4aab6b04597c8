"""A new report is no change of the policy: a comparison counts it in a line of its own, and nothing more."""

from __future__ import annotations

import copy

import pytest

from polderkoers.changes.came_beside import beside_lines, beside_told
from polderkoers.changes.compare import compare_data
from polderkoers.changes.document import as_document
from polderkoers.policy.model.kinds import NOT_COMPARED, OF_WHAT_CAME
from support.made_up import KERNOPGAVE, document

POLICY = document(KERNOPGAVE).data
REPORT = {"soort": "verslag", "id": "brief", "titel": "Brief", "datum": "2021", "meldingen": []}


DECISIONS = {"soort": "besluiten", "id": "raad-2021"}


def decisions(*names: str) -> dict:
    """Return a file of decisions, each with an id and a name."""
    rows = [{"id": f"motie-{place}", "soort": "motie", "naam": name} for place, name in enumerate(names)]
    return {"data/besluiten/raad-2021.yaml": {**DECISIONS, "besluiten": rows}}


def compared(old: dict, new: dict):
    """Return the comparison of the policy with some reports before and after."""
    policy = {"data/kernopgaven/fijn-wonen.yaml": POLICY}
    return compare_data({**policy, **copy.deepcopy(old)}, {**policy, **copy.deepcopy(new)})


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ({}, {"data/verslagen/brief.yaml": REPORT}, "Er kwam 1 verslag bij. Dat verandert het beleid niet."),
        ({"data/verslagen/brief.yaml": REPORT}, {}, "1 verslag is weg. Dat verandert het beleid niet."),
        (
            {"data/verslagen/brief.yaml": REPORT},
            {
                "data/verslagen/brief.yaml": {**REPORT, "titel": "Anders"},
                "data/verslagen/b.yaml": {**REPORT, "id": "b"},
                "data/verslagen/c.yaml": {**REPORT, "id": "c"},
            },
            "Er kwamen 2 verslagen bij en 1 verslag is veranderd. Dat verandert het beleid niet.",
        ),
    ],
)
def test_reports_are_counted_in_a_line_and_are_no_change(old, new, line):
    """What came, changed and went of reports is one line; there is no change of policy."""
    found = compared(old, new)
    assert found.changes == ()
    assert beside_lines(found.beside) == [line]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ({}, decisions("Een"), "Er kwam 1 besluit bij. Dat verandert het beleid niet."),
        ({}, decisions("Een", "Twee"), "Er kwamen 2 besluiten bij. Dat verandert het beleid niet."),
        (decisions("Een", "Twee"), decisions("Een"), "1 besluit is weg. Dat verandert het beleid niet."),
        (
            decisions("Een", "Twee"),
            decisions("Anders", "Twee", "Drie"),
            "Er kwam 1 besluit bij en 1 besluit is veranderd. Dat verandert het beleid niet.",
        ),
    ],
)
def test_decisions_are_counted_one_by_one_and_not_by_their_file(old, new, line):
    """A motion that came, changed or went is counted, however many stand in one file, and is no change of policy."""
    found = compared(old, new)
    assert found.changes == ()
    assert beside_lines(found.beside) == [line]


def test_reports_and_decisions_have_a_line_each():
    """What came of both kinds is told in two lines, and of neither as policy."""
    found = compared({}, {"data/verslagen/brief.yaml": REPORT, **decisions("Een")})
    assert found.changes == ()
    assert sorted(beside_lines(found.beside)) == [
        "Er kwam 1 besluit bij. Dat verandert het beleid niet.",
        "Er kwam 1 verslag bij. Dat verandert het beleid niet.",
    ]


def test_without_reports_there_is_no_line():
    """The same reports on both sides, or none, are nothing to tell."""
    reports = {"data/verslagen/brief.yaml": REPORT}
    assert compared({}, {}).beside == ()
    assert compared(reports, reports).beside == ()


def test_a_program_gets_the_numbers():
    """The JSON of a comparison has the same counts, beside the changes."""
    told = as_document(compared({}, {"data/verslagen/brief.yaml": REPORT}), "oud", "nieuw")
    said = "Nieuw: het verslag 'Brief' van 2021, met 0 meldingen."
    assert told["beside"] == [{"kind": "verslag", "added": 1, "changed": 0, "removed": 0, "told": [said]}]
    assert told["changes"] == []


def test_what_came_of_the_policy_is_never_compared_as_policy():
    """A kind that is counted beside the policy is passed over by the comparison."""
    assert OF_WHAT_CAME.keys() <= NOT_COMPARED


DECISIONS = {
    "soort": "besluiten",
    "id": "raad-2021",
    "besluiten": [
        {
            "id": "motie-bomen",
            "soort": "motie",
            "stuknummer": "M-1",
            "naam": "Een boom",
            "datum": "2021-04-02",
            "uitkomst": "ingetrokken",
        },
        {"id": "toezegging-brief", "soort": "toezegging", "naam": "Een brief", "datum": "2021-04-02"},
    ],
}


def test_a_report_that_is_rewritten_is_named_with_what_it_says_otherwise():
    """The state that was told is beside the one that is told now, by the name of what it is about; what came and went is named too."""
    about = {"id": "melding-een", "over": "fijn-wonen/stap-bouwen", "stand": "klaar"}
    other = {"id": "melding-twee", "over": "fijn-wonen/doel-genoeg-huizen", "stand": "loopt"}
    late = {
        **about,
        "stand": "vertraagd",
        "toelichting": "Het hout is op, en de aannemer wacht al een half jaar op nieuw hout uit het noorden.",
    }
    old = {"data/verslagen/brief.yaml": {**REPORT, "meldingen": [about, other]}}
    new = {
        "data/verslagen/brief.yaml": {**REPORT, "meldingen": [late]},
        "data/verslagen/b.yaml": {**REPORT, "id": "b", "titel": "Nieuw", "datum": "2022-05-01", "meldingen": [about]},
    }
    assert beside_told(compared(old, new).beside) == [
        "Nieuw: het verslag 'Nieuw' van 1 mei 2022, met 1 melding.",
        "Het verslag 'Brief': over 'Bouwen': de stand was 'klaar' en is nu 'vertraagd'; de toelichting is nieuw.",
        "Het verslag 'Brief': de melding over 'Genoeg huizen' is weg.",
    ]


def test_a_decision_that_got_another_outcome_or_went_is_named():
    """An outcome is never rewritten, and a promise never taken away, without its name and what it was."""
    motion, _ = DECISIONS["besluiten"]
    new = {**DECISIONS, "besluiten": [{**motion, "uitkomst": "aangenomen"}]}
    found = compared({"data/besluiten/a.yaml": DECISIONS}, {"data/besluiten/a.yaml": new})
    assert beside_told(found.beside) == [
        "Motie M-1 'Een boom': de uitkomst was 'ingetrokken' en is nu 'aangenomen'.",
        "Weg: toezegging 'Een brief'.",
    ]
