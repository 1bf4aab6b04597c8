"""Selecting changes by significance, party and file."""

from __future__ import annotations

import pytest

from polderkoers.changes.compare import compare
from polderkoers.errors import PartyUnknown, SubjectUnknown
from polderkoers.report.changes.filters import select

GOAL = {"was": "minstens 10 woningen", "wordt": "minstens 20 woningen"}
TYPO = {"was": "Leegstand is niet goed", "wordt": "Leegtand is niet goed"}
WHO = {"was": "verantwoordelijk: [gemeente]", "wordt": "verantwoordelijk: [inwoners]"}
OTHER = {"in": "data/kernopgaven/prettig-leven.yaml", "was": "hoogstens 6 weken", "wordt": "hoogstens 8 weken"}
AWAY = {
    "in": "data/kernopgaven/prettig-leven.yaml",
    "was": "let_op:",
    "wordt": '  - {id: doel-groen, nummer: 3, naam: Een groene buurt, toelichting: "Inwoners doen mee met het groen in hun eigen buurt, ook \'s avonds en in het weekend."}\nlet_op:',
}
GONE = {
    "was": "  - id: doel-groen\n    nummer: 3\n    naam: Een groene buurt\n    toelichting: Inwoners doen mee met het groen in hun eigen buurt, ook 's avonds en in het weekend.\n",
    "wordt": "",
}


@pytest.fixture
def selected(versions):
    """Return a function that edits the basis and gives what the filters let through, as references."""

    def run(*edits, only_substantive=False, party=None, inside=None):
        old, new = versions(*edits)
        found = select(
            compare(old, new).changes,
            only_substantive=only_substantive,
            party=party,
            inside=inside,
            old=old.policy,
            new=new.policy,
        )
        return [change.ref for change in found.changes], found.filters

    return run


def test_without_filters_everything_stays(selected):
    """No filter lets everything through, and says nothing."""
    refs, filters = selected(GOAL, TYPO)
    assert refs == ["fijn-wonen/doel-genoeg-huizen", "fijn-wonen/doel-minder-leegstand"]
    assert filters == ()


def test_only_what_is_of_substance(selected):
    """A typing error is left out."""
    assert selected(GOAL, TYPO, only_substantive=True) == (["fijn-wonen/doel-genoeg-huizen"], ("alleen inhoudelijk",))


@pytest.mark.parametrize("party", ["inwoners", "Inwoners", " INWONERS "])
def test_what_touches_a_party(selected, party):
    """A party is known by its id and its name, whatever the capitals."""
    assert selected(GOAL, WHO, party=party) == (["fijn-wonen/act-spreekuur"], ("voor Inwoners",))


def test_who_was_responsible_before_is_touched_too(selected):
    """The party of the old version is looked at as well."""
    assert selected(GOAL, WHO, party="gemeente")[0] == ["fijn-wonen/act-spreekuur"]


def test_an_organisation_is_touched(selected):
    """An organisation is known by its id as well."""
    assert selected(GOAL, WHO, party="bouwgoed") == (["fijn-wonen/act-spreekuur"], ("voor Bouwgoed",))


@pytest.mark.parametrize("inside", ["prettig-leven", "Prettig leven"])
def test_what_is_in_a_file(selected, inside):
    """A file is known by its id and its title."""
    assert selected(GOAL, OTHER, inside=inside) == (["prettig-leven/doel-zorg-dichtbij"], ("in Prettig leven",))


@pytest.mark.parametrize("inside", ["fijn-wonen", "prettig-leven"])
def test_a_move_is_in_both_files(selected, inside):
    """What moved from one file to another is found in either."""
    assert "prettig-leven/doel-groen" in selected(GONE, AWAY, inside=inside)[0]


def test_filters_work_together(selected):
    """Every filter must let a change through."""
    refs, filters = selected(GOAL, WHO, OTHER, only_substantive=True, party="inwoners", inside="prettig-leven")
    assert refs == []
    assert filters == ("alleen inhoudelijk", "in Prettig leven", "voor Inwoners")


@pytest.mark.parametrize(
    ("wanted", "error", "said"),
    [
        ({"party": "inwonrs"}, PartyUnknown, "Bedoelde je 'inwoners'"),
        ({"party": "goed"}, PartyUnknown, "Bedoelde je 'bouwgoed'"),
        ({"party": ""}, PartyUnknown, "Er is geen partij of organisatie ''."),
        ({"inside": "fijn-wonnen"}, SubjectUnknown, "Bedoelde je 'fijn-wonen'"),
        ({"inside": "xyz"}, SubjectUnknown, "Deze zijn er: fijn-wonen, Fijn wonen"),
        ({"inside": "roles"}, SubjectUnknown, "Er is geen kernopgave, programmalijn, plan of wegwijzer 'roles'."),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(selected, wanted, error, said):
    """A wrong name stops, and the message helps to find the right one."""
    with pytest.raises(error) as stopped:
        selected(GOAL, **wanted)
    assert said in str(stopped.value)
    assert "Hoe op te lossen:" in str(stopped.value)
