"""What the check finds is told in words of people, and what only has to be read again has a button that says that it was."""

from __future__ import annotations

import re

import pytest

from polderkoers.policy.load import read_policy
from polderkoers.policy.tree import Folder
from polderkoers.problems import Problem
from polderkoers.werkbank.forms.desk import desk_of
from polderkoers.werkbank.web.in_form import said
from support.gemeente import INSTANCE
from support.proposing import files_at
from support.werkbank import Visitor, proposal_of

SUBJECT = "/onderdeel/themas/wonen"


@pytest.fixture(scope="module")
def desk():
    """Polderdam to work on."""
    return desk_of(read_policy(Folder(INSTANCE)))


@pytest.mark.parametrize(
    ("message", "hint", "told"),
    [
        (
            "'fijn-wonen/doel-leegstand' bestaat nog: 'Minder leegstand'. Dat is dus geen oud adres.",
            "haal deze regels weg uit data/adressen.yaml, of geef het onderdeel een ander id.",
            (
                "'Minder leegstand' bestaat nog: 'Minder leegstand'. Dat is dus geen oud adres. Hoe op te lossen: haal deze regels weg uit "
                "'Oude adressen', of geef het onderdeel een ander id."
            ),
        ),
        (
            "Deze kernopgave is nergens vastgesteld.",
            "controleer het jaar. Is er nog geen besluit? Schrijf dan status: concept en vastgesteld_op: null.",
            (
                "Deze kernopgave is nergens vastgesteld. Hoe op te lossen: controleer het jaar. Is er nog geen besluit? "
                "Schrijf dan 'Status': concept en 'Vastgesteld op' leeg."
            ),
        ),
        (
            "De tekst is veranderd: fijn-wonen/doel-leegstand, niet/hier.",
            "",
            "De tekst is veranderd: 'Minder leegstand', niet/hier.",
        ),
        (
            "Dit heet anders.",
            "schrijf weer: id: a. Moet het toch anders heten? Geef dan daarna de opdracht: polderkoers rename a b",
            "Dit heet anders. Hoe op te lossen: schrijf weer: 'Id': a.",
        ),
        (
            "Dit is er niet meer.",
            "zet in data/adressen.yaml: - {was: x, soort: doel}",
            "Dit is er niet meer. Hoe op te lossen: verbeter het in het formulier. Lukt dat niet, vraag het dan aan wie de gegevens beheert.",
        ),
    ],
)
def test_a_problem_is_told_without_lines_of_a_file(desk, message, hint, told):
    """Items and files have their names, fields their titles, and what is only to be done in a file makes way for whom to ask."""
    assert said(Problem("data/x.yaml", 1, 1, "regel", message, hint), desk) == told


def test_what_was_read_again_is_said_by_button(fresh):
    """A text of which a translation was made changes: the language is named, and a button says that the translation is still right."""
    anna = Visitor(fresh, "Anna de Vries").open(SUBJECT).form("/onderdeel/").fill("naam", "Wonen en bouwen")
    anna.press("Opslaan")
    made = proposal_of(fresh, "Anna de Vries")
    anna.open(f"/voorstel/{made.id}")
    check = anna.page.get_element_by_id("controle").getparent()
    told = " ".join(check.text_content().split())
    assert "Vertaling English (en): De Nederlandse tekst is veranderd" in told
    assert not re.search(r"kenmerk|\.yaml|themas/", told, re.IGNORECASE)
    buttons = check.findall(".//button")
    assert {each.text_content().partition(":")[0] for each in buttons} == {"Gelezen, klopt nog"}
    anna.do(f"/voorstel/{made.id}/goedzetten", "Gelezen, klopt nog")
    after = proposal_of(fresh, "Anna de Vries")
    assert len(anna.page.get_element_by_id("controle").getparent().findall(".//button")) == len(buttons) - 1
    changed = {
        file
        for file, text in files_at(fresh.state.workplace.store, after.tip).items()
        if text != files_at(fresh.state.workplace.store, made.tip)[file]
    }
    assert len(changed) == 1
    assert changed < {"data/vertalingen/en.yaml", "data/vertalingen/ar.yaml", "data/themas.yaml"}


def test_a_version_says_all_that_is_wrong_at_once_and_what_can_be_chosen(app):
    """A day that is none, an address that is none and nothing to adopt are told together, at their fields, without words of a command."""
    anna = Visitor(app, "Anna de Vries").open("/klus/versie").form("/klus/versie")
    offered = [each.get("value") for each in anna.page.iter("input") if each.get("name") == "bestand"]
    assert {"fijn-wonen", "toekomstvisie"} <= {*offered}
    anna.fill("id", "Fout Id").fill("datum", "31-02-2023").fill("door", " ").press("Stel vast")
    assert anna.answer.status_code == 409
    links = [each.get("href") for each in anna.page.xpath("//*[@data-wb-fouten]//a")]
    assert {"#v-datum", "#v-id", "#v-door"} <= {*links}
    assert all(anna.page.get_element_by_id(link[1:]) is not None for link in links)
    assert not re.search(r"--\w|\.yaml|status: ", anna.text)
    assert anna.form("/klus/versie").fields["datum"] == ["31-02-2023"]


def test_what_changed_is_adopted_again_by_choosing_it(fresh):
    """Where nothing is a concept, one chooses what was adopted anew, and the version is in the list."""
    anna = Visitor(fresh, "Anna de Vries")
    anna.open("/onderdeel/fijn-wonen/doel-genoeg-huizen").form("/onderdeel/").fill("naam", "Meer huizen")
    anna.press("Opslaan").open("/klus/versie").form("/klus/versie").fill("id", "2026").fill("datum", "1 maart 2026")
    anna.fill("bestand", "fijn-wonen").press("Stel vast")
    made = proposal_of(fresh, "Anna de Vries")
    assert b'id: "2026"' in files_at(fresh.state.workplace.store, made.tip)["data/versies.yaml"], anna.text
