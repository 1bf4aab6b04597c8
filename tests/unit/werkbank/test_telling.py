"""Progress of many items at once, and a decision of the council, are told from their forms."""

from __future__ import annotations

import pytest

from polderkoers.errors.forms import WorkRefused
from polderkoers.werkbank.forms.making import empty_form
from polderkoers.werkbank.forms.reading import read_form
from polderkoers.werkbank.jobs.telling import add_decision, posted_of_item, progress_forms, report_progress
from support.desk import after, desk_of_polderdam, faults_after
from support.posted import posted_of

DESK = desk_of_polderdam()
REFS = ["fijn-wonen/activiteit-spreekuur", "prettig-wonen/doel-zuinig-huis", "fijn-wonen/stap-bomen"]


def test_progress_of_many_items_is_reported_at_once():
    """On one page two of three items get a state; the third, of which nothing was told, gets no line."""
    forms = progress_forms(DESK, "monitor-2026", REFS)
    posted = {}
    for form, state in zip(forms, ("loopt", "klaar", ""), strict=True):
        ref = form.data["over"]
        posted |= {f"{ref}:{name}": texts for name, texts in posted_of(form, stand=state).items() if name != "over"}
    answers = [read_form(form, posted_of_item(posted, form.data["over"])) for form in forms]
    result = report_progress(DESK, "monitor-2026", answers)
    told = {row["over"]: row for row in after(result).item("monitor-2026").data["meldingen"]}
    assert told[REFS[0]]["stand"] == "loopt"
    assert told[REFS[1]] == {"id": "melding-doel-zuinig-huis", "over": REFS[1], "stand": "klaar"}
    assert REFS[2] not in told
    assert result.sentence.startswith("2 meldingen toegevoegd aan verslag")
    assert faults_after(result) == []


def test_how_it_goes_is_asked_in_sight():
    """The state and what is said of it stand first; all else that a report can tell is behind a fold."""
    (form,) = progress_forms(DESK, "monitor-2026", REFS[:1])
    assert [each.name for each in form.fields[:3]] == ["over", "stand", "toelichting"]
    assert {each.folded for each in form.fields[3:]} == {True}


def test_nothing_told_is_refused():
    """A page on which nothing was filled in is no report."""
    forms = progress_forms(DESK, "monitor-2026", REFS)
    with pytest.raises(WorkRefused):
        report_progress(DESK, "monitor-2026", [read_form(form, {}) for form in forms])
    with pytest.raises(WorkRefused):
        report_progress(DESK, "fijn-wonen", [])


@pytest.mark.parametrize(("datum", "file"), [("1 maart 2024", "besluiten-2024"), ("1 maart 2031", "besluiten-2031")])
def test_a_decision_comes_in_the_list_of_its_year(datum, file):
    """A motion stands in the list of its year, which is begun when there is none."""
    form = empty_form(DESK, "besluit", "besluiten-2024")
    posted = posted_of(
        form,
        naam="Motie over bomen",
        soort="motie",
        datum=datum,
        uitkomst="aangenomen",
        bron__document="raadsbesluiten-2023",
        bron__plek="4",
    )
    result = add_decision(DESK, read_form(form, posted))
    assert result.ref == f"{file}/motie-over-bomen"
    assert after(result).item(result.ref).data["datum"][:4] == datum[-4:]
    rows = after(result).item(file).data["besluiten"]
    place = [row["id"] for row in rows].index("motie-over-bomen")
    assert all(str(row["datum"]) <= rows[place]["datum"] for row in rows[:place])
    assert all(str(row["datum"]) > rows[place]["datum"] for row in rows[place + 1 : place + 2])


def test_a_decision_without_a_date_is_refused():
    """Without a year nobody knows in which list it belongs."""
    form = empty_form(DESK, "besluit", "besluiten-2024")
    with pytest.raises(WorkRefused):
        add_decision(DESK, read_form(form, posted_of(form, naam="Motie")))
