"""The jobs that people have leave data without faults, carried through in every file, and lose nothing without saying so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.values import same
from polderkoers.werkbank.forms.desk import Desk
from polderkoers.werkbank.forms.making import form_of
from polderkoers.werkbank.forms.reading import read_form
from polderkoers.werkbank.jobs.items import change_item, copy_item, move_item, remove_item, step_item
from polderkoers.werkbank.jobs.joining import merge_items, split_item
from polderkoers.werkbank.jobs.referring import referring, touches
from polderkoers.werkbank.jobs.renaming import rename_item
from polderkoers.werkbank.jobs.sources import source_of
from polderkoers.werkbank.jobs.telling import withdraw
from polderkoers.werkbank.jobs.writing import write
from support.desk import added, after, answer, changed, desk_of_folder, desk_of_polderdam, faults_after
from support.posted import posted_of
from support.tries import tries

DESK = desk_of_polderdam()
GOAL = "fijn-wonen/doel-genoeg-huizen"
WORK = "fijn-wonen/activiteit-bouwen"


def nowhere(desk: Desk) -> list[str]:
    """Return the references of a desk that lead nowhere."""
    return [f"{each.placed.ref}: {each.wanted}" for each in referring(desk) if not each.means(desk)]


def stones(desk: Desk) -> dict[str, dict]:
    """Return the former addresses of a desk."""
    return {row["was"]: row for row in desk.item("adressen").data["adressen"]}


def test_the_desk_begins_without_references_that_lead_nowhere():
    """What these tests ask of a job holds before it."""
    assert nowhere(DESK) == []


def test_a_changed_date_changes_one_line_and_the_number_of_its_file():
    """Correcting a date as people type it changes that value, and raises the number of the file once."""
    result = changed(WORK, wanneer__van="maart 2015")
    after_it = after(result)
    assert after_it.item(WORK).data["wanneer"]["van"] == "2015-03"
    assert result.sentence == "het tijdstip van activiteit 'Bouwen aan de dijk' gewijzigd"
    old = DESK.documents["data/kernopgaven/fijn-wonen.yaml"].text.splitlines()
    new = after_it.documents["data/kernopgaven/fijn-wonen.yaml"].text.splitlines()
    assert len([line for line in new if line not in old]) == 2
    assert DESK.item("fijn-wonen").data["versie"] != after_it.item("fijn-wonen").data["versie"]
    assert faults_after(result) == []


def test_a_second_change_raises_no_number():
    """A proposal raises the number of a file once, however often it is saved."""
    once = after(changed(WORK, wanneer__van="1 maart 2016"))
    form = form_of(once, WORK)
    result = change_item(once, WORK, read_form(form, posted_of(form, wanneer__van="2 maart 2016")))
    assert result.data["data/kernopgaven/fijn-wonen.yaml"]["versie"] == once.item("fijn-wonen").data["versie"]


def test_an_activity_comes_with_a_new_organisation():
    """An activity with a partner that was not in the list is added in one save, with an id made from its name."""
    result = added(
        "activiteit",
        GOAL,
        naam="Samen tuinieren",
        bron__plek="Bladzijde 4",
        partners__nieuw__naam="Stichting De Groene Vinger",
        partners__nieuw__uitleg="Een club van mensen die tuinieren.",
        partners__nieuw__soort="overig",
        partners__nieuw__uitleg_van="redactie",
    )
    desk = after(result)
    assert desk.item("fijn-wonen/samen-tuinieren").data["partners"] == ["stichting-de-groene-vinger"]
    assert desk.item("organisaties/stichting-de-groene-vinger").label == "Stichting De Groene Vinger"
    assert "Stichting De Groene Vinger" in result.sentence
    assert faults_after(result) == []


def test_a_reference_is_found_by_its_name():
    """Who types a name gets the organisation that is called so; a name that nobody has is told at the field."""
    found = answer(WORK, partners__zoek=["stichting leefbaar polderdam", "Woningstichting Bouwgoed", "Niemand BV"])
    assert "bouwgoed" in found.values["partners"]
    assert "Niemand BV" in found.faults["partners"]


def test_what_must_be_filled_in_and_is_emptied_is_a_fault_of_the_check():
    """An emptied name is gone from the data, and the check says so in its own words."""
    faults = faults_after(changed(WORK, naam=""))
    assert [each.rule for each in faults] == ["veld-ontbreekt"]


def test_a_number_that_changed_in_a_text_is_asked_about():
    """A year or number that became another is told, and a name that went."""
    text = DESK.item("fijn-wonen/doel-genoeg-huizen").data["toelichting"]
    found = answer(GOAL, toelichting=text + " In 2031 zijn het er 75, zegt Woningstichting Bouwgoed.")
    said = found.warned["toelichting"]
    assert "2031" in said
    assert "75" in said
    assert "Bouwgoed" in said


@pytest.mark.parametrize("ref", [GOAL, "organisaties/gemeente-waterstad", "fijn-wonen", "groene-buurten/doel-bloemen"])
def test_removing_is_carried_through(ref):
    """Nothing refers to what was removed any more, it is told what did, and its old address says why it is no more."""
    result = remove_item(DESK, ref, "Het doel is bereikt.")
    desk = after(result)
    assert ref not in desk.items
    assert nowhere(desk) == []
    assert {each.ref for each in result.touched} == {each.ref for each in touches(DESK, ref)}
    assert stones(desk)[ref]["gebeurd"] == "vervallen"
    assert stones(desk)[ref]["uitleg"] == "Het doel is bereikt."
    # What must refer to something, and now refers to nothing, is for a person to fill in.
    assert {each.rule for each in faults_after(result)} <= {"veld-ontbreekt", "te-weinig", "lege-lijst"}
    assert bool(faults_after(result)) <= bool(result.notes)


def test_what_this_proposal_added_leaves_no_address():
    """Something that nobody has seen yet goes without a trace."""
    once = after(added("activiteit", GOAL, naam="Samen tuinieren", bron__plek="Bladzijde 4"))
    again = after(remove_item(once, "fijn-wonen/samen-tuinieren"), once)
    assert "fijn-wonen/samen-tuinieren" not in stones(again)


def test_up_and_down_changes_the_order_alone():
    """A goal goes one place down and up again, and all is as it was."""
    goals = [each.ref for each in DESK.of_kind("doel") if each.above == DESK.item(GOAL).above]
    down = after(step_item(DESK, goals[0], 1))
    moved = [each.ref for each in down.of_kind("doel") if each.above == DESK.item(GOAL).above]
    assert moved == [goals[1], goals[0], *goals[2:]]
    assert same(
        after(step_item(down, goals[0], -1), down).item("fijn-wonen").data["titel"],
        DESK.item("fijn-wonen").data["titel"],
    )
    assert step_item(DESK, goals[0], -1).data == {}


def test_an_activity_moves_to_another_goal():
    """In one file an item keeps its id, so that nothing else changes."""
    result = move_item(DESK, WORK, "fijn-wonen/doel-leegstand")
    desk = after(result)
    assert desk.item(WORK).above == "fijn-wonen/doel-leegstand"
    assert same(dict(desk.item(WORK).data), dict(DESK.item(WORK).data))
    assert list(result.data) == ["data/kernopgaven/fijn-wonen.yaml"]
    assert faults_after(result) == []


def test_a_goal_moves_to_another_file_with_its_references():
    """In another file it has another reference: who named it still does, and the old address leads there."""
    result = move_item(DESK, "fijn-wonen/doel-genoeg-huizen", "groene-buurten")
    desk = after(result)
    assert result.ref == "groene-buurten/doel-genoeg-huizen"
    assert nowhere(desk) == []
    assert stones(desk)[GOAL] == {"was": GOAL, "soort": "doel", "gebeurd": "hernoemd", "nu": [result.ref]}
    assert any("alleen binnen één bestand" in note for note in result.notes)
    assert [each for each in faults_after(result) if each.rule != "verkeerde-bron"] == []


def test_a_note_that_moves_names_nothing_of_the_file_it_left():
    """A note of the editors names items of its own file alone: what it can no longer name is told."""
    result = move_item(DESK, "fijn-wonen/letop-huizen", "groene-buurten")
    assert nowhere(after(result)) == []
    assert any("noemde 'Genoeg huizen'" in note for note in result.notes)


@pytest.mark.parametrize(("ref", "above"), [(GOAL, "groene-buurten"), ("prettig-wonen/activiteit-schoonmaken", GOAL)])
def test_what_moves_keeps_its_source(ref, above):
    """An item that had the document of the item above it names that document itself where that would be another."""
    result = move_item(DESK, ref, above)
    desk = after(result)
    assert source_of(desk, desk.item(result.ref)) == source_of(DESK, DESK.item(ref))
    for old, new in zip(DESK.below(DESK.item(ref)), desk.below(desk.item(result.ref)), strict=True):
        assert source_of(desk, new) == source_of(DESK, old)


def test_a_place_that_cannot_be_is_refused():
    """An activity does not stand in itself, nor a goal in an amount."""
    for asked in ((GOAL, WORK), (GOAL, "fijn-wonen/bedrag-bouwen"), (WORK, WORK), ("fijn-wonen", "groene-buurten")):
        with pytest.raises(WorkRefused):
            move_item(DESK, *asked)


def test_a_copy_has_ids_of_its_own():
    """A copy stands behind what it was made of, with all that is inside it."""
    result = copy_item(DESK, GOAL)
    desk = after(result)
    assert result.ref == "fijn-wonen/doel-genoeg-huizen-2"
    assert len(desk.below(desk.item(result.ref))) == len(DESK.below(DESK.item(GOAL)))
    assert not [each for each in faults_after(result) if each.rule == "dubbel-id"]


@pytest.mark.parametrize(
    ("ref", "id_"),
    [
        (GOAL, "doel-huizen-genoeg"),
        ("fijn-wonen", "goed-wonen"),
        ("organisaties/bouwgoed", "woningbouw"),
        ("themas/wonen", "woning"),
    ],
)
def test_another_id_is_carried_through(ref, id_):
    """Every reference follows, the old address leads on, and nothing is wrong."""
    result = rename_item(DESK, ref, id_)
    desk = after(result)
    assert ref not in desk.items
    assert result.ref in desk.items
    assert nowhere(desk) == []
    assert stones(desk)[ref]["nu"] == [result.ref]
    assert len(referring(desk)) == len(referring(DESK))
    assert faults_after(result) == []


@pytest.mark.parametrize("id_", ["doel-leegstand", "Doel", "../x", "", "a" * 81])
def test_an_id_that_cannot_be_is_refused(id_):
    """What is taken, or is no id, is refused and changes nothing."""
    with pytest.raises(WorkRefused):
        rename_item(DESK, GOAL, id_)


def test_a_goal_is_split_in_two():
    """The first part keeps what is inside it, the old address leads to both, and nothing refers to what is gone."""
    result = split_item(DESK, GOAL, "Genoeg koophuizen", "Genoeg huurhuizen")
    desk = after(result)
    assert GOAL not in desk.items
    assert nowhere(desk) == []
    assert stones(desk)[GOAL]["nu"] == ["fijn-wonen/genoeg-koophuizen", "fijn-wonen/genoeg-huurhuizen"]
    assert desk.item(WORK).above == "fijn-wonen/genoeg-koophuizen"
    assert result.notes
    assert len(referring(desk)) >= len(referring(DESK))
    assert faults_after(result) == []


def test_a_goal_is_taken_up_in_another():
    """What is inside it and its text come along, and what could only be said once is told."""
    result = merge_items(DESK, "fijn-wonen/doel-leegstand", GOAL)
    desk = after(result)
    both = DESK.item(GOAL).data["toelichting"], DESK.item("fijn-wonen/doel-leegstand").data.get("toelichting", "")
    assert all(text in desk.item(GOAL).data["toelichting"] for text in both)
    assert nowhere(desk) == []
    assert stones(desk)["fijn-wonen/doel-leegstand"]["nu"] == [GOAL]
    assert any("de naam" in note for note in result.notes)
    assert faults_after(result) == []


def test_who_is_taken_together_is_told():
    """Two activities with other people who answer for them have both after it: whether that is so, only a person knows."""
    result = merge_items(DESK, "prettig-wonen/activiteit-schoonmaken", WORK)
    before = DESK.item(WORK).data["verantwoordelijk"]
    assert after(result).item(WORK).data["verantwoordelijk"] != before
    (told,) = (note for note in result.notes if note.startswith("Van allebei samengenomen"))
    assert "verantwoordelijk" in told


def test_a_goal_of_another_file_is_taken_up():
    """Also from another file nothing is lost and nothing leads nowhere."""
    result = merge_items(DESK, "prettig-wonen/doel-schone-buurt", GOAL)
    assert nowhere(after(result)) == []


def test_a_plan_is_withdrawn():
    """Its status says so, with the date as people type it; without a date it is refused."""
    desk = after(withdraw(DESK, "toekomstvisie", "1 maart 2026"))
    assert desk.item("toekomstvisie").data["status"] == "ingetrokken"
    assert desk.item("toekomstvisie").data["ingetrokken_op"] == "2026-03-01"
    with pytest.raises(WorkRefused):
        withdraw(DESK, "toekomstvisie", "binnenkort")
    with pytest.raises(WorkRefused):
        withdraw(DESK, GOAL, "2026")


def test_a_new_file_is_begun():
    """A file gets its id from its title, stands in the folder of its kind, and is a concept."""
    result = added("kernopgave", titel="Veilig op straat", bron__document="toekomstvisie-2014", bron__plek="3")
    data = result.data["data/kernopgaven/veilig-op-straat.yaml"]
    assert (data["soort"], data["status"], data["versie"]) == ("kernopgave", "concept", "0.1")
    assert after(result).item("veilig-op-straat").label == "Veilig op straat"
    with pytest.raises(WorkRefused):
        added("versies")


def test_a_comment_is_never_lost_in_silence(tmp_path):
    """A comment beside what is removed stays, and it is told that it does."""
    (tmp_path / "data").mkdir()
    text = DESK.documents["data/themas.yaml"].text.replace("  - id: wonen\n", "  # nog navragen\n  - id: wonen\n")
    assert "# nog navragen" in text
    (tmp_path / "data" / "themas.yaml").write_text(text, encoding="utf-8")
    desk = desk_of_folder(tmp_path)
    written = write(desk, remove_item(desk, "themas/wonen", "Weg."))
    assert b"# nog navragen" in written.files["data/themas.yaml"]
    assert any("opmerking van de redactie" in note for note in written.notes)


@given(st.sampled_from(sorted(each.ref for each in DESK.items.values() if not each.is_file)))
@settings(max_examples=tries(40))
def test_whatever_is_removed_leaves_nothing_that_leads_nowhere(ref):
    """After any removal no reference leads nowhere, and every file is written as it was meant."""
    result = remove_item(DESK, ref, "Weg.")
    desk = after(result)
    assert nowhere(desk) == []
    for path, data in result.data.items():
        assert same(desk.documents[path].data, data)
