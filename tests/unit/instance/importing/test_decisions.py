"""Council data of Open Raadsinformatie are shown before they are written, and change nothing that is there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from polderkoers.errors import ImportRefused
from polderkoers.instance.importing.decisions import plan_decisions
from polderkoers.instance.importing.plan import told, write
from polderkoers.policy.load import load
from polderkoers.policy.model.besluiten import Besluit, Stem
from support.gemeente import laid

MOTION = {
    "@type": "Motion",
    "identifier": "M-2024-30",
    "title": "Een fontein op De Brink",
    "classification": "Motie",
    "date": "2024-06-18T19:30:00+02:00",
    "creator": {"@type": "Organization", "name": "dorpsbelang"},
    "result": "pass",
    "sources": [{"url": "http://raad.polderdam.example/oud"}, {"url": "https://raad.polderdam.example/m-2024-30"}],
    "vote_events": [
        {
            "start_date": "2024-06-18",
            "counts": [{"option": "yes", "value": 11}, {"option": "no", "value": 4}],
            "votes": [
                {"voter": {"@type": "Organization", "name": "Dorpsbelang"}, "option": "yes", "weight": 7},
                {"voter": {"name": "Raadslid 1"}, "group": {"name": "Lijst Dijkstra"}, "option": "yes"},
                {"voter": {"name": "Raadslid 2"}, "group": {"name": "Lijst Dijkstra"}, "option": "yes"},
                {"voter": {"@type": "Organization", "id": "polder-vooruit"}, "option": "no", "weight": 4},
            ],
        }
    ],
}
FILE = "data/besluiten/besluiten-2024.yaml"


@pytest.fixture
def root(tmp_path):
    """Polderdam without its history."""
    return laid(tmp_path / "polderdam")


def planned(root, *motions: Any, **held: Any):
    """Return the plan for a file with some motions."""
    content = json.dumps(held or list(motions), indent=1)
    return plan_decisions(root, "ori.json", content.encode())


def taken(root, *motions: Any) -> list[Besluit]:
    """Return the decisions that are new once a file is taken over."""
    before = {entry.ref for entry in load(root).policy.of(Besluit)}
    write(root, planned(root, *motions))
    loaded = load(root)
    assert [problem for problem in loaded.problems if problem.level == "fout"] == []
    return [entry.item for entry in loaded.policy.of(Besluit) if entry.ref not in before]


def test_a_motion_is_taken_over_with_all_that_is_known_of_it(root):
    """Kind, number, title, day, who handed it in, outcome, votes by group and a safe address are taken over, and no text."""
    (found,) = taken(root, MOTION)
    assert (found.id, found.soort, found.stuknummer) == ("motie-een-fontein-op-de-brink", "motie", "M-2024-30")
    assert (found.naam, found.datum, found.uitkomst) == ("Een fontein op De Brink", "2024-06-18", "aangenomen")
    assert found.ingediend_door == ("dorpsbelang",)
    assert set(found.stemmen) == {
        Stem(fractie="dorpsbelang", stem="voor", aantal=7),
        Stem(fractie="lijst-dijkstra", stem="voor", aantal=2),
        Stem(fractie="polder-vooruit", stem="tegen", aantal=4),
    }
    assert found.bron is not None
    assert found.bron.link == "https://raad.polderdam.example/m-2024-30"
    assert found.toelichting is None


def test_nothing_is_written_before_it_is_asked(root):
    """Looking what would come in changes no file, and says how to write it."""
    before = (root / FILE).read_bytes()
    plan = planned(root, MOTION)
    lines = list(told(plan, is_written=False))
    assert lines[:2] == ["Over te nemen:", "  ori.json:2: motie M-2024-30 'Een fontein op De Brink'"]
    assert lines[-1].endswith("geef de opdracht nog eens met --schrijf.")
    assert (root / FILE).read_bytes() == before


def test_what_is_there_stays_to_the_byte(root):
    """A new decision comes behind those that are there, with every comment; a second time there is nothing new."""
    path = root / FILE
    path.write_text(
        path.read_text(encoding="utf-8").replace("besluiten:\n", "besluiten:\n  # De oudste eerst.\n"), encoding="utf-8"
    )
    before = path.read_text(encoding="utf-8")
    write(root, planned(root, MOTION))
    assert path.read_text(encoding="utf-8").startswith(before)
    again = planned(root, MOTION)
    assert (again.taken, again.known, dict(again.files)) == ((), 1, {})


def test_another_outcome_than_here_is_told_and_not_taken(root):
    """Of a motion that is there the file says something else: both are named, and the data stay."""
    held = {
        "identifier": "M-2024-2",
        "classification": "motie",
        "date": "2024-05-21",
        "title": "Een boom voor elk nieuw huis",
    }
    plan = planned(root, {**held, "result": "fail"})
    assert [line.told for line in plan.differing] == ["motie-bomen: uitkomst: hier 'aangehouden', daar 'verworpen'"]
    assert dict(plan.files) == {}


def test_a_year_without_a_file_gets_one(root):
    """The decisions of a new year stand in a file of their own, that the check accepts."""
    (found,) = taken(root, {"title": "Een nieuwe brug", "classification": "Raadsvoorstel", "date": "2026-01"})
    assert (found.soort, found.datum) == ("raadsvoorstel", "2026-01")
    assert (root / "data/besluiten/besluiten-2026.yaml").is_file()


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"title": "", "name": None}, "er is geen titel"),
        ({"classification": "Memo"}, "'Memo' is geen motie"),
        ({"classification": None, "@type": None}, "'classification' zegt niet of dit een motie"),
    ],
)
def test_what_is_not_sure_is_refused_with_its_line(root, other, why):
    """Without a title, or of a kind that we do not know, nothing is taken over."""
    plan = planned(root, MOTION | {"identifier": "M-1"} | other)
    assert [(line.line, why in line.told) for line in plan.refused] == [(2, True)]
    assert dict(plan.files) == {}


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"creator": {"@type": "Person", "name": "J. de Vries"}}, "ingediend door een persoon"),
        ({"result": "mwah"}, "wat de uitkomst 'mwah' betekent, weten we niet"),
        ({"date": "gisteren"}, "'gisteren' is geen datum"),
        ({"vote_events": [{}, {}]}, "er is 2 keer over gestemd"),
    ],
)
def test_what_cannot_be_known_is_left_out_and_said(root, other, why):
    """The name of a person, an outcome that means nothing and a date that is none do not come in; the rest does."""
    plan = planned(root, MOTION | other)
    assert [why in line.told for line in plan.left_out] == [True]
    assert len(plan.taken) == 1
    assert b"Vries" not in b"".join(plan.files.values())


def test_votes_come_in_whole_or_not(root):
    """When one group is unknown here, no vote is taken over: a part would say another outcome."""
    event = {
        "counts": [
            {"option": "yes", "value": 9, "group": {"name": "Dorpsbelang"}},
            {"option": "no", "value": 4, "group": {"name": "Wij"}},
        ]
    }
    (found,) = taken(root, MOTION | {"vote_events": [event]})
    assert found.stemmen == ()


def test_numbers_without_groups_are_votes_of_the_whole_council(root):
    """A count that names no group is a line without one."""
    event = {"counts": [{"option": "yes", "value": 9}, {"option": "opengov:VoteOptionNo", "value": 6}]}
    (found,) = taken(root, MOTION | {"vote_events": [event], "result": "http://www.w3.org/ns/opengov#ResultPassed"})
    assert {(vote.fractie, vote.stem, vote.aantal) for vote in found.stemmen} == {(None, "voor", 9), (None, "tegen", 6)}


def test_a_promise_has_no_outcome_of_a_vote(root):
    """What the council does not vote on comes in without outcome and votes, and that is said."""
    plan = planned(root, MOTION | {"classification": "Toezegging"})
    assert len(plan.left_out) == 2
    write(root, plan)
    (entry,) = [entry for entry in load(root).policy.of(Besluit) if entry.item.stuknummer == "M-2024-30"]
    assert (entry.item.uitkomst, entry.item.stemmen) == (None, ())


def test_the_same_number_twice_in_a_file_is_refused(root):
    """The second of two with one number and year is named with the line of the first."""
    plan = planned(root, MOTION, MOTION | {"title": "Nog een fontein"})
    assert len(plan.taken) == 1
    assert [line.told for line in plan.refused] == ["Nog een fontein: staat ook op regel 2 van dit bestand"]


def test_two_with_one_title_get_ids_of_their_own(root):
    """An id is never given twice."""
    found = taken(root, MOTION, MOTION | {"identifier": "M-2024-31", "sources": []})
    assert [item.id for item in found] == ["motie-een-fontein-op-de-brink", "motie-een-fontein-op-de-brink-2"]


@pytest.mark.parametrize("wrap", ["motions", "hits"])
def test_the_forms_in_which_motions_stand_are_known(root, wrap):
    """Motions stand in a list, under 'motions', or are what a search found."""
    motions = [MOTION] if wrap == "motions" else {"total": 1, "hits": [{"_id": "1", "_source": MOTION}]}
    plan = planned(root, meta={"a": [1, "]"]}, **{wrap: motions})
    assert len(plan.taken) == 1
    assert plan.taken[0].line > 6


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[{]", "ori.json:1: hier is de tekst geen JSON meer"),
        (b"\n\n[1]", "ori.json:3: hier staat geen motie"),
        (b'{"persons": []}', "ori.json:1: er staan geen moties in"),
        (b"[]", "ori.json:1: er staan geen moties in"),
        (b"\n\xff", "ori.json:2: dit is geen tekst in UTF-8"),
        (b"[" * 100_000, "ori.json:1: "),
        (b'"motions"', "ori.json:1: er staan geen moties in"),
    ],
)
def test_a_file_that_is_no_council_data_is_refused_with_its_line(root, content, said):
    """What is no JSON, or has no motions, gives a message with file and line, and changes nothing."""
    with pytest.raises(ImportRefused) as refused:
        plan_decisions(root, "ori.json", content)
    assert str(refused.value).startswith(said)
    assert "Hoe op te lossen" in str(refused.value)
