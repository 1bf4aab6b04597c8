"""Selecting changes by significance, party and file."""

from __future__ import annotations

import pytest

from polderkoers.changes.compare import compare
from polderkoers.errors import NameUnknown
from polderkoers.report.changes.filters import WantedChanges, select

IN_TEXT = "(ook waar die naam in de tekst staat)"
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

    def run(*edits, **wanted):
        old, new = versions(*edits)
        found = select(compare(old, new).changes, WantedChanges(**wanted), old.policy, new.policy)
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
    assert selected(GOAL, WHO, party=party) == (["fijn-wonen/act-spreekuur"], (f"voor Inwoners {IN_TEXT}",))


FOR_ALL = {
    "was": "    naam: Hoogstens 20 huizen staan leeg\n",
    "wordt": "    naam: Hoogstens 20 huizen staan leeg\n    voor: [inwoners]\n",
}


def test_a_goal_for_all_residents_touches_residents(selected):
    """Who asks for a group gets what is for that group, also when that is only said now."""
    refs, _ = selected(FOR_ALL, party="inwoners")
    assert refs == ["fijn-wonen/doel-minder-leegstand"]


def test_what_is_for_a_group_touches_its_parts(selected):
    """Who asks for a part gets what is for the whole group, and is told so."""
    part = {
        "in": "data/roles.yaml",
        "was": "rolsoorten:",
        "wordt": "  - {id: jongeren, naam: Jongeren, uitleg: Wie jong is., deel_van: inwoners, uitleg_van: redactie}\nrolsoorten:",
    }
    refs, filters = selected(FOR_ALL, part, party="jongeren")
    assert "fijn-wonen/doel-minder-leegstand" in refs
    assert filters == (f"voor Jongeren, ook wat voor Inwoners is {IN_TEXT}",)


def test_who_was_responsible_before_is_touched_too(selected):
    """The party of the old version is looked at as well."""
    assert selected(OTHER, WHO, party="gemeente")[0] == ["fijn-wonen/act-spreekuur"]


def test_an_organisation_is_touched(selected):
    """An organisation is known by its id as well."""
    assert selected(GOAL, WHO, party="bouwgoed") == (["fijn-wonen/act-spreekuur"], (f"voor Bouwgoed {IN_TEXT}",))


@pytest.mark.parametrize(
    ("was", "now", "wanted", "found"),
    [
        ("minstens 10 woningen", "minstens 20 woningen", {"party": "gemeente"}, True),
        ("minstens 10 woningen", "10 woningen voor alle inwoners", {"party": "inwoners"}, True),
        ("minstens 10 woningen", "10 woningen voor inwonersgroepen", {"party": "inwoners"}, False),
        ("minstens 10 woningen", "10 woningen met Bouwgoed", {"organisation": "bouwgoed"}, True),
        ("minstens 10 woningen", "12 woningen", {"organisation": "bouwgoed"}, False),
        ("minstens 10 woningen", "10 woningen in Dijkwijk", {"place": "dijkwijk"}, True),
        ("minstens 10 woningen", "10 woningen in Dijkwijkse stijl", {"place": "dijkwijk"}, False),
    ],
)
def test_who_is_named_in_a_text_is_touched(selected, was, now, wanted, found):
    """Somebody is named by whole words, in the text that was or that is."""
    refs, _ = selected({"was": was, "wordt": now}, **wanted)
    assert refs == (["fijn-wonen/doel-genoeg-huizen"] if found else [])


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Rijk", "10 woningen in een rijk dorp", False),
        ("Rijk", "10 woningen met geld van het Rijk", True),
        ("Partners", "10 woningen voor partners van patiënten", False),
        ("Partners", "10 woningen. Partners bouwen ze", True),
        ("Instellingen", "10 woningen met slimme instellingen", False),
        ("Betrokken instellingen", "10 woningen met betrokken instellingen", True),
    ],
)
def test_a_name_that_is_an_ordinary_word_is_found_by_its_capital(selected, name, text, found):
    """A rich village is not the Rijk; a name of more words is found whatever the capitals."""
    party = {
        "in": "data/roles.yaml",
        "was": "rolsoorten:",
        "wordt": f"  - {{id: anderen, naam: {name}, uitleg: Anderen., uitleg_van: redactie}}\nrolsoorten:",
    }
    refs, _ = selected({"was": "minstens 10 woningen", "wordt": text}, party, party="anderen")
    assert ("fijn-wonen/doel-genoeg-huizen" in refs) == found


@pytest.mark.parametrize("document", ["prettig-leven", "Prettig leven"])
def test_what_is_in_a_file(selected, document):
    """A file is known by its id and its title."""
    assert selected(GOAL, OTHER, document=document) == (["prettig-leven/doel-zorg-dichtbij"], ("in Prettig leven",))


@pytest.mark.parametrize("document", ["fijn-wonen", "prettig-leven"])
def test_a_move_is_in_both_files(selected, document):
    """What moved from one file to another is found in either."""
    assert "prettig-leven/doel-groen" in selected(GONE, AWAY, document=document)[0]


LIST = {"in": "data/themas.yaml", "was": "naam: Zorg", "wordt": "naam: Zorg en hulp"}
NOTE = {"was": "De bron zegt niet waar de woningen komen.", "wordt": "De bron zegt niets over de plek."}


def test_what_editors_note_and_lists_of_names_are_not_of_substance(selected):
    """Only policy itself is left, as the counts say it."""
    refs, _ = selected(GOAL, LIST, NOTE, only_substantive=True)
    assert refs == ["fijn-wonen/doel-genoeg-huizen"]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"place": "Polderdam"}, f"over plaats Polderdam {IN_TEXT}"),
        ({"subject": "wonen"}, "over onderwerp Wonen"),
        ({"document": "Visie"}, "in Visie"),
    ],
)
def test_what_is_about_a_place_a_subject_or_a_document_of_the_source(selected, wanted, said):
    """Each is known by its id and its name, in any capitals; what is about something else is left out."""
    refs, filters = selected(GOAL, LIST, **wanted)
    assert refs == ["fijn-wonen/doel-genoeg-huizen"]
    assert filters == (said,)


def test_an_organisation_is_no_party(selected):
    """Asked for as an organisation, a party is not found; the parties of an organisation are."""
    assert selected(GOAL, WHO, organisation="bouwgoed")[0] == ["fijn-wonen/act-spreekuur"]
    with pytest.raises(NameUnknown, match="Er is geen organisatie 'inwoners'"):
        selected(GOAL, WHO, organisation="inwoners")


def test_filters_work_together(selected):
    """Every filter must let a change through."""
    refs, filters = selected(GOAL, WHO, OTHER, only_substantive=True, party="inwoners", document="prettig-leven")
    assert refs == []
    assert filters == ("alleen inhoudelijk", "in Prettig leven", f"voor Inwoners {IN_TEXT}")


@pytest.mark.parametrize(
    ("wanted", "error", "said"),
    [
        ({"party": "inwonrs"}, NameUnknown, "Bedoelde je 'inwoners'"),
        ({"party": "goed"}, NameUnknown, "Bedoelde je 'bouwgoed'"),
        ({"party": ""}, NameUnknown, "Er is geen partij of organisatie ''."),
        ({"place": "polderdm"}, NameUnknown, "Bedoelde je 'polderdam'"),
        ({"subject": "woonen"}, NameUnknown, "Bedoelde je 'wonen'"),
        ({"document": "fijn-wonnen"}, NameUnknown, "Bedoelde je 'fijn-wonen'"),
        ({"document": "visie-202"}, NameUnknown, "Bedoelde je 'visie-2020'"),
        ({"document": "xyz"}, NameUnknown, "Deze zijn er: fijn-wonen, Fijn wonen"),
        (
            {"document": "roles"},
            NameUnknown,
            "Er is geen kernopgave, programmalijn, plan, wegwijzer of document uit de bron met beleid 'roles'.",
        ),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(selected, wanted, error, said):
    """A wrong name stops, and the message helps to find the right one."""
    with pytest.raises(error) as stopped:
        selected(GOAL, **wanted)
    assert said in str(stopped.value)
    assert "Hoe op te lossen:" in str(stopped.value)
