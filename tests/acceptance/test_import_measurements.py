"""The command that takes values of indicators from public figures: it shows, writes when asked, and overwrites nothing."""

from __future__ import annotations

import pytest
import yaml

from polderkoers.cli import main
from polderkoers.policy.load import load
from polderkoers.policy.tree import Folder
from support.made_up import root_with

INDICATOR = """indicatoren:
  - id: indicator-tevreden
    naam: Deel van de inwoners dat tevreden is
    eenheid: procent
    metingen:
      - {waarde: 60, jaar: 2019, nulmeting: true}
      - {waarde: 64, jaar: 2021, meting: eigen-enquete}
    vindplaats: {register: cbs, tabel: 70072ned, onderwerp: Leefbaarheid/Tevreden}
  - {id: indicator-los, naam: Los, noot: De bron geeft geen nulmeting.}
"""
TABLE = """"Leefbaarheid; kerncijfers"
"Regio's";"Perioden";"Leefbaarheid/Tevreden (%)"
"Polderdam";"2019";"61"
"Polderdam";"2020";"60,5"
"Polderdam";"2021";"65"
"Polderdam";"2022*";"66"
"Polderdam";"2023";"."
"Bron: CBS"
"""
REPORT = "data/verslagen/metingen-2023.yaml"


@pytest.fixture
def root(tmp_path):
    """A policy with an indicator that says where its figures are, and a table of those beside it."""
    root = root_with(tmp_path / "root")
    file = root / "data/kernopgaven/fijn-wonen.yaml"
    file.write_text(file.read_text(encoding="utf-8") + INDICATOR, encoding="utf-8")
    (tmp_path / "cijfers.csv").write_text(TABLE, encoding="utf-8")
    return root


def run(root, *more: str) -> int:
    """Import the table into the report of 2023."""
    table = str(root.parent / "cijfers.csv")
    given = ["import-metingen", table, "--root", str(root), "--verslag", "metingen-2023", "--datum", "2023-10-01"]
    return main([*given, *more])


def test_it_shows_what_it_would_take_and_writes_nothing(root, capsys):
    """Each value stands with its line, indicator, number, unit and year; one that differs and one that is not known are said."""
    assert run(root) == 0
    told = capsys.readouterr().out
    assert (
        "cijfers.csv:4: fijn-wonen/indicator-tevreden (Deel van de inwoners dat tevreden is): 60,5 procent in 2020\n"
        in told
    )
    assert "cijfers.csv:6: " in told
    assert "66 procent in 2022, voorlopig" in told
    assert "61 procent in 2019; er staat 60" in told
    assert "cijfers.csv:7: " in told
    assert "de waarde van 2023 is niet bekend (.)" in told
    assert "Er is nog niets veranderd" in told
    assert not (root / REPORT).exists()


def test_what_it_writes_is_a_report_that_is_right(root, capsys):
    """The values come into a report, under one way of measuring and with their source; the policy itself stays as it was."""
    before = (root / "data/kernopgaven/fijn-wonen.yaml").read_bytes()
    assert run(root, "--schrijf") == 0
    assert f"Geschreven: {REPORT}." in capsys.readouterr().out
    assert (root / "data/kernopgaven/fijn-wonen.yaml").read_bytes() == before
    assert load(Folder(root)).problems == ()
    (entry,) = yaml.safe_load((root / REPORT).read_text(encoding="utf-8"))["meldingen"]
    assert entry["over"] == "fijn-wonen/indicator-tevreden"
    # What was measured in another way in 2021 is something else, so that the value of the table comes beside it.
    assert [(each["jaar"], each["waarde"], each.get("voorlopig")) for each in entry["metingen"]] == [
        (2020, 60.5, None),
        (2021, 65, None),
        (2022, 66, True),
    ]
    assert {each["meting"] for each in entry["metingen"]} == {"cbs-70072ned"}
    assert entry["metingen"][0]["bron"]["plek"] == "CBS StatLine, tabel 70072ned, Leefbaarheid/Tevreden"


def test_a_second_time_nothing_is_new(root, capsys):
    """What is there and says the same is counted; a value that changed since is told and stays."""
    run(root, "--schrijf")
    written = (root / REPORT).read_bytes()
    table = root.parent / "cijfers.csv"
    table.write_text(TABLE.replace('"2022*";"66"', '"2022";"67"'), encoding="utf-8")
    capsys.readouterr()
    assert run(root, "--schrijf") == 0
    told = capsys.readouterr().out
    assert "67 procent in 2022; er staat 66, voorlopig in Metingen van CBS StatLine" in told
    assert "2 staan er al en zijn gelijk." in told
    assert (root / REPORT).read_bytes() == written


def test_a_newer_table_adds_to_the_same_report(root):
    """New values go behind those that are there, in the entry of their indicator."""
    run(root, "--schrijf")
    table = root.parent / "cijfers.csv"
    table.write_text(TABLE.replace('"2023";"."', '"2023";"68"'), encoding="utf-8")
    assert run(root, "--schrijf") == 0
    (entry,) = yaml.safe_load((root / REPORT).read_text(encoding="utf-8"))["meldingen"]
    assert [each["jaar"] for each in entry["metingen"]] == [2020, 2021, 2022, 2023]


def test_what_is_refused_is_told_with_its_line_and_the_rest_is_taken(root, capsys):
    """A number that may be two is refused; the outcome says so, and other values are written."""
    table = root.parent / "cijfers.csv"
    table.write_text(TABLE.replace('"60,5"', '"1.234"'), encoding="utf-8")
    assert run(root, "--schrijf") == 1
    told = capsys.readouterr().out
    assert "Geweigerd:\n  cijfers.csv:4: " in told
    assert (root / REPORT).exists()


@pytest.mark.parametrize(
    ("was", "becomes", "why"),
    [
        ("Leefbaarheid/Tevreden (%)", "Anders (%)", "cijfers.csv:1: geen kolom is een onderwerp van een indicator"),
        ('"Perioden"', '"Wanneer"', "cijfers.csv:1: er is geen kolom Perioden of Periode"),
    ],
)
def test_a_table_of_something_else_is_refused(root, capsys, was, becomes, why):
    """Without a known subject or a period nothing happens, and the message says where and what to do."""
    (root.parent / "cijfers.csv").write_text(TABLE.replace(was, becomes), encoding="utf-8")
    assert run(root, "--schrijf") == 2
    assert why in capsys.readouterr().err
    assert not (root / REPORT).exists()


def test_without_an_indicator_that_can_be_found_it_says_what_to_fill_in(tmp_path, capsys):
    """A policy of which no indicator has a place in public figures gets the cure."""
    root = root_with(tmp_path / "root")
    (tmp_path / "cijfers.csv").write_text(TABLE, encoding="utf-8")
    assert run(root) == 2
    assert "vul bij een indicator 'vindplaats' in" in capsys.readouterr().err


@pytest.mark.parametrize("option", [("--datum", "gisteren"), ("--verslag", "Mijn Verslag")])
def test_a_day_or_an_id_that_cannot_be_is_refused(root, option):
    """A word is no day, and a name with capitals is no id."""
    assert run(root, *option) == 2


@pytest.mark.parametrize(
    ("content", "told", "cure"),
    [
        (b"", "dit bestand is leeg", "haal het bestand opnieuw op"),
        (b"<!doctype html><html>404</html>", "dit is een webpagina", "met de knop om te downloaden"),
        (b"PK\x03\x04rest", "dit is een werkblad of een zip", "bewaar het werkblad als CSV"),
        (bytes(range(200)), "dit is geen tekst", "kies het bestand met de gegevens"),
        (b"naam;getal\nbelbus;3\n", "er is geen kolom Perioden of Periode", "met een regel per periode"),
    ],
)
def test_another_file_is_called_what_it_is(root, capsys, content, told, cure):
    """Of what is no table at all it is said what it is, with a cure for that."""
    (root.parent / "cijfers.csv").write_bytes(content)
    assert run(root) == 2
    said = capsys.readouterr().err
    assert told in said
    assert cure in said


def test_a_table_in_the_letters_of_a_spreadsheet_is_read(root, capsys):
    """What a spreadsheet saves as Unicode text says the same as in UTF-8."""
    (root.parent / "cijfers.csv").write_bytes(TABLE.encode("utf-16"))
    assert run(root) == 0
    assert "60,5 procent in 2020" in capsys.readouterr().out


def test_a_register_of_which_no_real_file_was_read_says_so(root, capsys):
    """Who takes figures of Waarstaatjegemeente is told first to lay each of them beside the source."""
    file = root / "data/kernopgaven/fijn-wonen.yaml"
    text = file.read_text(encoding="utf-8")
    place = "{register: cbs, tabel: 70072ned, onderwerp: Leefbaarheid/Tevreden}"
    assert place in text
    file.write_text(
        text.replace(place, "{register: waarstaatjegemeente, onderwerp: Leefbaarheid/Tevreden}"), encoding="utf-8"
    )
    assert run(root) == 0
    assert capsys.readouterr().out.startswith(
        "Let op: een echt bestand van Waarstaatjegemeente is nooit met deze opdracht gelezen."
    )
