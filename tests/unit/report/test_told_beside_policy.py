"""What a merge tells of files that are no policy: by what readers call them, and never by names of fields or paths."""

from __future__ import annotations

import re

import pytest

from polderkoers.policy.schema import Schemas
from polderkoers.policy.tree import Folder
from polderkoers.report.merging.told import StatesTold
from support.made_up import ROOT

TOWN = ROOT / "tests" / "gemeente"
BEFORE = {source.file: source.read() for source in Folder(TOWN).data_files()}
REPORT, DECISIONS = "data/verslagen/jaarverslag-2024.yaml", "data/besluiten/besluiten-2024.yaml"
CONTACT, ARABIC = "data/contact.yaml", "data/vertalingen/ar.yaml"


def told(file: str, old: str, new: str) -> list[str]:
    """Return what is told when words in a file become others."""
    assert old.encode() in BEFORE[file]
    after = {**BEFORE, file: BEFORE[file].replace(old.encode(), new.encode(), 1)}
    return [line.text for line in StatesTold(Schemas(Folder(TOWN))).lines(BEFORE, after)]


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            REPORT,
            "stand: gestopt",
            "stand: loopt",
            "Het verslag 'Jaarverslag Samen Vooruit 2024': over 'Samen de straat schoonmaken': de stand was 'gestopt' en is nu 'loopt' (geen beleid).",
        ),
        (
            DECISIONS,
            "ingediend_door: [polder-vooruit]",
            "ingediend_door: [dorpsbelang]",
            "Raadsvraag V-2024-11 'Hoeveel winkels staan leeg in Oosterdorp?': wie het indiende is anders (geen beleid).",
        ),
        (
            ARABIC,
            "richting: rtl",
            "richting: ltr",
            "De vertaling 'العربية': de richting was 'rtl' en is nu 'ltr' (geen beleid).",
        ),
    ],
)
def test_what_changed_is_told_by_the_words_of_the_model(file, old, new, line):
    """A field is called as a reader knows it, and what it is about by its name."""
    assert told(file, old, new) == [line]


def test_a_report_that_comes_or_goes_is_named_by_its_title():
    """Neither its path nor its id is what a person knows it by."""
    states = StatesTold(Schemas(Folder(TOWN)))
    without = {file: content for file, content in BEFORE.items() if file != REPORT}
    assert [line.text for line in states.lines(BEFORE, without)] == [
        "Weg: het verslag 'Jaarverslag Samen Vooruit 2024' (geen beleid)."
    ]
    (came,) = [line.text for line in states.lines(without, BEFORE)]
    assert re.fullmatch(
        r"Nieuw: het verslag 'Jaarverslag Samen Vooruit 2024' van .*, met \d+ meldingen \(geen beleid\)\.", came
    )


def test_a_list_that_is_no_policy_names_what_changed_in_it():
    """A point of contact is told by its name and the field that a reader knows."""
    (line,) = told(CONTACT, "telefoon: ", "telefoon: 0")
    assert line.startswith("De lijst van contactpunten: het contactpunt '")
    assert "telefoon" in line
    assert "contactpunten '" not in line


def test_a_file_of_no_known_kind_is_still_told():
    """Nobody loses a change because no model knows the file."""
    (line,) = told("data/contact.yaml", "soort: contact", "soort: contacten")
    assert line
