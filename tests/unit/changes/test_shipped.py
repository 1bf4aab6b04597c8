"""What ships with the engine neither comes nor goes in a comparison."""

from __future__ import annotations

from typing import Any

from polderkoers.changes.compare import compare_data
from polderkoers.changes.phrases import values
from polderkoers.changes.wording import sentence
from polderkoers.policy.general import general_policy
from polderkoers.policy.model.catalogues import Begrip

_WMO = general_policy().entries["begrippen/wmo"].item
assert isinstance(_WMO, Begrip)
OWN = {"id": "wmo", "naam": _WMO.naam, "voluit": _WMO.voluit, "uitleg": _WMO.uitleg, "zie_ook": ["eigen"]}
OTHER = {"id": "eigen", "naam": "eigen", "uitleg": "Van onszelf."}
LAST = {"id": "zwaar", "naam": "zwaar", "uitleg": "Niet licht."}


def _list(*terms: dict[str, Any]) -> dict[str, Any]:
    data = {"soort": "begrippen", "id": "begrippen", "versie": "1.0", "status": None, "begrippen": list(terms)}
    return {"data/begrippen.yaml": data}


def _told(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(change.kind, change.field) for change in compare_data(old, new).changes]


def test_an_entry_that_moves_to_what_ships_is_no_change():
    """The site shows the same, with the version before as with the one after; and back."""
    assert _told(_list(OTHER, OWN, LAST), _list(OTHER, LAST)) == []
    assert _told(_list(OTHER, LAST), _list(OTHER, OWN, LAST)) == []


def test_other_words_than_those_that_ship_are_told_as_new():
    """Whether the other version used what ships is not known from these data alone: so what is there is told, as before."""
    assert _told(_list(OTHER), _list(OTHER, OWN | {"uitleg": "Anders."})) == [("added", None)]


def test_two_entries_at_one_place_have_one_order():
    """What leaves for what ships and what comes from there at the same place is no move."""
    wlz = {**general_policy().entries["begrippen/wlz"].item.__dict__}
    own = {name: wlz[name] for name in ("id", "naam", "voluit", "uitleg")} | {"andere_namen": list(wlz["andere_namen"])}
    assert _told(_list(OTHER, OWN, LAST), _list(OTHER, own, LAST)) == []


def test_an_entry_that_does_not_ship_still_comes_and_goes():
    """What is the instance's own is told as before."""
    assert _told(_list(OTHER, LAST), _list(LAST)) == [("removed", None)]
    assert _told(_list(LAST), _list(OTHER, LAST)) == [("added", None)]


def test_a_whole_list_that_is_gone_is_told():
    """Only entries are looked up in what ships, no files."""
    assert _told(_list(OWN), {}) == [("removed", None)]


def test_who_explains_a_word_is_no_change_when_it_is_said_for_the_first_time():
    """The words stay what they are; only who wrote them is told now. To take it back, or to say another, is told."""
    told = OTHER | {"uitleg_van": "bron", "bron": {"document": "plan", "plek": "2"}}
    assert _told(_list(OTHER), _list(told)) == []
    assert _told(_list(told), _list(told | {"uitleg_van": "redactie"})) == [("changed", "uitleg_van")]
    assert ("changed", "uitleg_van") in _told(_list(told), _list(OTHER))
    assert _told(_list(OTHER), _list(told | {"uitleg": "Anders."})) == [("changed", "uitleg")]


def test_for_whom_a_note_is_is_no_change_when_it_is_said_for_the_first_time():
    """The note stays what it is; only where a page shows it is told now. To take it back, or to say another, is told."""

    def plan(**more: str) -> dict[str, Any]:
        note = {"id": "letop-jaar", "tekst": "De bron noemt geen jaar.", **more}
        data = {"soort": "plan", "id": "plan", "versie": "1.0", "status": None, "naam": "Plan", "let_op": [note]}
        return {"data/plannen/plan.yaml": data}

    assert _told(plan(), plan(soort="bron")) == []
    assert _told(plan(soort="bron"), plan(soort="lezer")) == [("changed", "soort")]
    assert _told(plan(soort="bron"), plan()) == [("changed", "soort")]
    assert _told(plan(), plan(soort="bron", tekst="De bron noemt een ander jaar.")) == [("changed", "tekst")]


def test_a_group_that_ships_is_called_by_its_name():
    """Who refers to what ships with the engine reads its name in a change, and never its id."""
    goal = {"id": "doel", "naam": "Genoeg huizen", "voor": ["mensen-met-weinig-geld"]}
    file = {"soort": "kernopgave", "id": "wonen", "titel": "Wonen", "doelen": [goal]}
    old = {"data/wonen.yaml": file | {"doelen": [goal | {"voor": []}]}}
    found = compare_data(old, {"data/wonen.yaml": file})
    (change,) = found.changes
    assert "Mensen met weinig geld" in values(change, found.names)[1]
    assert "mensen-met-weinig-geld" not in sentence(change, found.names)
