"""Applying changes strictly: what does not fit is refused with the reason, and nothing is half applied."""

from __future__ import annotations

import copy

import pytest

from polderkoers.changes.amending.applying import apply
from polderkoers.changes.amending.misfit import ChangesDoNotFit

FILE = "data/kernopgaven/wonen.yaml"
DATA = {
    FILE: {
        "soort": "kernopgave",
        "id": "wonen",
        "titel": "Wonen",
        "vastgesteld_op": "2020",
        "themas": ["huis"],
        "ambitie": {"id": "ambitie-a", "naam": "A"},
        "doelen": [
            {"id": "doel-een", "nummer": 1, "naam": "Eén", "wanneer": {"tekst": "straks", "van": 2026}},
            {"id": "doel-twee", "nummer": 2, "naam": "Twee", "samenhang": [{"met": "groen", "waarom": "w"}]},
        ],
    },
    "data/instelling.yaml": {"soort": "instelling", "id": "instelling", "naam": "Polderdam"},
}
GOAL = {"id": "doel-drie", "nummer": 3, "naam": "Drie"}
IN_GOALS = {"file": FILE, "parent": "wonen", "list": "doelen", "many": True}


def told(kind, ref, **more):
    """Return a change with what may be left out of one."""
    return {"kind": kind, "ref": ref, "field": None, "old": None, "new": None, "key": None, "old_ref": None} | more


def goals_after(*changes):
    """Return the goals after changes."""
    return apply(DATA, changes).documents[FILE]["doelen"]


REFUSED = [
    (told("changed", "wonen/doel-negen", field="naam", old="a", new="b"), "'wonen/doel-negen' staat niet in het voorstel"),
    (told("changed", "wonen/doel-een", field="naam", old="Een", new="b"), "is de naam nu 'Eén'. Het amendement gaat uit van 'Een'"),
    (told("changed", "wonen/doel-een", field="toelichting", old="Iets", new="b"), "is de toelichting nu niets. Het amendement gaat uit van 'Iets'"),
    (told("changed", "wonen/doel-een", field="wanneer.van", old=2025, new=2027), "is het begin nu '2026'"),
    (told("changed", "wonen/doel-een", field="id", old="doel-een", new="doel-1"), "verandert het id"),
    (told("changed", "wonen", field="doelen", old=[], new=[]), "bestaat uit onderdelen"),
    (told("changed", "wonen", field="titel", old="Wonen", new={"id": "x"}), "bestaat uit onderdelen"),
    (told("removed", "wonen/doel-een", old={"id": "doel-een", "naam": "Anders"}), "laat doel 1 'Eén' van kernopgave Wonen vervallen zoals dat eerst was"),
    (told("removed", "wonen", old={}), "vervallen zoals dat eerst was"),
    (told("added", "wonen/doel-een", new={**GOAL, "id": "doel-een"}, to={**IN_GOALS}), "het id 'doel-een' is er al: doel 1"),
    (told("added", "wonen/doel-drie", new={**GOAL, "stappen": [{"id": "doel-een"}]}, to={**IN_GOALS}), "het id 'doel-een' is er al"),
    (told("added", "wonen/doel-drie", new={**GOAL, "stappen": [{"id": "a"}, {"id": "a"}]}, to={**IN_GOALS}), "kan het id 'a' niet: het staat er twee keer"),
    (told("added", "wonen/doel#drie", new={**GOAL, "id": "doel#drie"}, to={**IN_GOALS}), "kan het id 'doel#drie' niet"),
    (told("added", "wonen/doel-vier", new=GOAL, to={**IN_GOALS}), "het id of de plek van het nieuwe onderdeel is anders"),
    (told("added", "groen/doel-drie", new=GOAL, to={**IN_GOALS}), "het id of de plek van het nieuwe onderdeel is anders"),
    (told("added", "wonen/doel-drie", new=GOAL, to={**IN_GOALS, "after": "doel-negen"}), "na 'doel-negen', maar dat staat niet bij de doelen van kernopgave Wonen"),
    (told("added", "wonen/doel-drie", new=GOAL, to={**IN_GOALS, "parent": "groen"}), "in 'groen', maar dat staat niet in het voorstel"),
    (told("added", "wonen/ambitie-b", new={"id": "ambitie-b"}, to={**IN_GOALS, "list": "ambitie", "many": False}), "Daar staat al iets anders"),
    (told("added", "wonen/doel-drie", new=GOAL, to={**IN_GOALS, "list": "titel"}), "Daar staat al iets anders"),
    (told("added", "wonen/doel-drie", new=GOAL, to={**IN_GOALS, "list": "id"}), "Daar staat al iets anders"),
    (told("added", "wonen/doel-twee", block="samenhang", key="groen", new={"met": "groen"}, to={**IN_GOALS, "parent": "wonen/doel-twee", "list": "samenhang"}), "het id 'groen' is er al"),
    (told("moved", "wonen/doel-een", **{"from": {**IN_GOALS, "list": "stappen"}}, to={**IN_GOALS}), "maar daar staat het nu niet"),
    (told("moved", "wonen/doel-negen", to={**IN_GOALS}), "staat niet in het voorstel"),
    (told("moved", "wonen/doel-een", to={**IN_GOALS, "parent": "wonen/doel-een", "list": "stappen"}), "en haalt dat zelf van zijn plek"),
    (told("added", "nieuw", new={"soort": "plan", "id": "nieuw"}, to={"file": "data/../nieuw.yaml", "parent": None}), "geen plek voor beleid"),
    (told("added", "nieuw", new={"soort": "plan", "id": "nieuw"}, to={"file": "/data/nieuw.yaml", "parent": None}), "geen plek voor beleid"),
    (told("added", "nieuw", new={"soort": "plan", "id": "nieuw"}, to={"file": "scripts/nieuw.yaml", "parent": None}), "geen plek voor beleid"),
    (told("added", "nieuw", new={"soort": "plan", "id": "nieuw"}, to={"file": "data/.nieuw.yaml", "parent": None}), "geen plek voor beleid"),
    (told("added", "nieuw", new={"soort": "plan", "id": "nieuw"}, to={"file": "data/nieuw.py", "parent": None}), "geen plek voor beleid"),
    (told("added", "nieuw", new={"soort": "plan", "id": "nieuw"}, to={"file": "data/Kernopgaven/wonen.yaml", "parent": None}), "maar dat bestand is er al"),
    (told("added", "nieuw", new={"soort": "plan", "id": "nieuw"}, to={"file": "data/stuk.yaml", "parent": None}), "maar dat bestand is er al"),
    (told("added", "wonen", new={"soort": "plan", "id": "wonen"}, to={"file": "data/nieuw.yaml", "parent": None}), "het id 'wonen' is er al"),
    (told("added", "nieuw", new={"soort": "plan", "id": "ander"}, to={"file": "data/nieuw.yaml", "parent": None}), "het id of de plek van het nieuwe onderdeel is anders"),
    (told("changed", "instelling", field="naam", old="Polderdam", new="Elders"), "is geen beleid"),
    (told("added", "ons", new={"soort": "instelling", "id": "ons"}, to={"file": "data/ons.yaml", "parent": None}), "is geen beleid"),
    (told("added", "ons", new={"soort": ["x"], "id": 3}, to={"file": "data/ons.yaml", "parent": None}), "het id of de plek van het nieuwe onderdeel is anders"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "words"), REFUSED, ids=lambda value: value if isinstance(value, str) else "")
def test_what_does_not_fit_is_refused(change, words):
    """The refusal says what is wrong and how to mend it, and the data stay as they were."""
    before = copy.deepcopy(DATA)
    with pytest.raises(ChangesDoNotFit) as refused:
        apply(DATA, [change], files=["data/stuk.yaml"])
    (misfit,) = refused.value.misfits
    assert words in misfit.message
    assert misfit.hint.endswith(".")
    assert before == DATA


def test_what_may_stand_in_a_file_that_cannot_be_read_is_not_said_to_be_gone():
    """An item of a file that nobody can read is not told as missing: the message names the file to mend."""
    change = told("changed", "groen/doel-x", field="naam", old="a", new="b")
    with pytest.raises(ChangesDoNotFit, match=r"bestand dat niet te lezen is: data/stuk\.yaml"):
        apply(DATA, [change], files=[*DATA, "data/stuk.yaml"])


def test_nothing_is_half_applied_and_every_reason_is_told():
    """One change that fits does not go through beside two that do not, and both are told."""
    fits = told("changed", "wonen", field="titel", old="Wonen", new="Huis")
    with pytest.raises(ChangesDoNotFit) as refused:
        apply(DATA, [fits, REFUSED[0][0], REFUSED[1][0]])
    assert [misfit.ref for misfit in refused.value.misfits] == ["wonen/doel-negen", "wonen/doel-een"]


def test_the_same_item_does_not_go_twice():
    """An amendment that takes one goal away twice is refused."""
    gone = told("removed", "wonen/doel-een", old=DATA[FILE]["doelen"][0])
    with pytest.raises(ChangesDoNotFit, match="twee keer"):
        apply(DATA, [gone, gone])


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({}, ["doel-een", "doel-twee", "doel-drie"]),
        ({"after": None}, ["doel-drie", "doel-een", "doel-twee"]),
        ({"after": "doel-een"}, ["doel-een", "doel-drie", "doel-twee"]),
    ],
)
def test_a_new_item_comes_where_it_is_said(place, expected):
    """Without a neighbour an item comes last, with null first."""
    goals = goals_after(told("added", "wonen/doel-drie", new=GOAL, to={**IN_GOALS, **place}))
    assert [goal["id"] for goal in goals] == expected


def test_whitespace_and_form_are_no_other_value():
    """A text that is only typed otherwise is what the amendment expects."""
    goals = goals_after(told("changed", "wonen/doel-een", field="naam", old=" Eén\n", new="1"))
    assert goals[0]["naam"] == "1"


def test_a_field_that_must_be_there_becomes_null():
    """What a schema asks for is written as unknown; any other field is left out."""
    change = told("changed", "wonen", field="vastgesteld_op", old="2020", new=None)
    assert "vastgesteld_op" not in apply(DATA, [change]).documents[FILE]
    required = apply(
        DATA, [change], is_required=lambda block, field: (block, field) == ("kernopgave", "vastgesteld_op")
    )
    assert required.documents[FILE]["vastgesteld_op"] is None


def test_a_file_with_another_name_says_where_it_came_from():
    """A file that goes elsewhere keeps what it holds, and its id may change with it."""
    move = told("moved", "huizen", old_ref="wonen", to={"file": "data/huizen.yaml", "parent": None})
    found = apply(DATA, [move])
    assert found.came_from == {"data/huizen.yaml": FILE}
    assert found.documents["data/huizen.yaml"]["id"] == "huizen"
    assert FILE not in found.documents
