"""Changes in Dutch sentences, and as draft decisions."""

from __future__ import annotations

import pytest

from polderkoers.changes.change import MovedFigure
from polderkoers.changes.compare import compare_data
from polderkoers.changes.deciding.drafted import NOTE
from polderkoers.changes.meaning_words import MEANINGS
from polderkoers.changes.phrases import by_how_much, figure_of, from_to
from polderkoers.changes.wording import sentence
from support.changes import compared, decided, pairs
from support.made_up import ROOT
from support.money import plan

PAIRS = {pair.name: pair for pair in pairs()}

SAID = {
    "cijfer-van-een-doel": (
        "Cijfer 'huizen die er komen' bij doel 2 'Hoogstens 20 huizen staan leeg' van Fijn wonen is gewijzigd: van 100 naar 120 woningen.",
        "Bij cijfer “huizen die er komen” bij doel 2 “Hoogstens 20 huizen staan leeg” wordt voor de waarde “100” vervangen door “120”.",
    ),
    "cijfer-van-een-doel-waarvan-hoger-beter-is": (
        "Cijfer 'huizen die er komen' bij doel 2 'Hoogstens 20 huizen staan leeg' van Fijn wonen is aangescherpt: van 100 naar 120 woningen (hoger is beter).",
        "Bij cijfer “huizen die er komen” bij doel 2 “Hoogstens 20 huizen staan leeg” wordt voor de waarde “100” vervangen door “120”.",
    ),
    "meting-van-een-indicator-waarvan-hoger-beter-is": (
        "Meting (2020) bij indicator 'Tevreden inwoners' van Fijn wonen gaat van 65 naar 70 procent: 5 procentpunt erbij (hoger is beter).",
        "Bij meting “2020” bij indicator “Tevreden inwoners” wordt voor de waarde “65” vervangen door “70”.",
    ),
    "vier-dingen-in-een-tekst": (
        (
            "De toelichting van doel 1 'Genoeg huizen' van Fijn wonen is gewijzigd: de termijn wordt langer, van 4 naar 8 weken; er staat nu 'kan' in plaats "
            "van 'moet'; er staat nu 'maximaal' in plaats van 'minimaal'; de voorwaarde 'zolang er geld is' komt erbij."
        ),
        (
            "In de toelichting van doel 1 “Genoeg huizen” wordt “moet minimaal” vervangen door “kan maximaal”, “4” vervangen door “8” en daarna “weken” vervangen door “weken, zolang er geld is”."
        ),
    ),
    "getal-in-een-doel": (
        "Doel 1 'Genoeg huizen' van Fijn wonen is aangescherpt: de ondergrens gaat omhoog, van 10 naar 20 woningen.",
        "In de toelichting van doel 1 “Genoeg huizen” wordt “10” vervangen door “20”.",
    ),
    "hoogstens-omlaag": (
        "Doel 2 'Hoogstens 15 huizen staan leeg' van Fijn wonen is aangescherpt: de bovengrens gaat omlaag, van 20 naar 15 huizen.",
        "In de naam van doel 2 “Hoogstens 20 huizen staan leeg” wordt “20” vervangen door “15”.",
    ),
    "niet-weg": (
        "De toelichting van doel 2 'Hoogstens 20 huizen staan leeg' van Fijn wonen is gewijzigd: 'niet' vervalt.",
        "In de toelichting van doel 2 “Hoogstens 20 huizen staan leeg” wordt “is niet” vervangen door “is”.",
    ),
    "zin-erbij": (
        "De toelichting van activiteit 'Spreekuur over wonen' van Fijn wonen is gewijzigd: 'Een afspraak hoeft niet.' komt erbij.",
        "In de toelichting van activiteit “Spreekuur over wonen” wordt “niets.” vervangen door “niets. Een afspraak hoeft niet.”.",
    ),
    "verantwoordelijke": (
        "De verantwoordelijke voor activiteit 'Spreekuur over wonen' van Fijn wonen verandert: eerst Gemeente, nu Bouwgoed.",
        "Bij activiteit “Spreekuur over wonen” wordt voor wie verantwoordelijk is “Gemeente” vervangen door “Bouwgoed”.",
    ),
    "rolsoort-omhoog-op-de-ladder": (
        "De rolsoort van rol 'De gemeente steunt plannen van anderen' van Fijn wonen verandert van Faciliteren in Reguleren, hoger op de ladder van invloed (van trede 3 naar trede 2).",
        "Bij rol “De gemeente steunt plannen van anderen” wordt voor de rolsoort “Faciliteren” vervangen door “Reguleren”.",
    ),
    "bedrag-omhoog": (
        "Bedrag 'Nieuwe huizen' van Fijn wonen gaat van 1.000.000 naar 1.250.000 euro: 250.000 euro erbij, dat is 25 procent.",
        "Bij bedrag “Nieuwe huizen” wordt voor het bedrag “1.000.000 euro” vervangen door “1.250.000 euro”.",
    ),
    "bedrag-ongeveer-omhoog": (
        "Bedrag 'Nieuwe huizen' van Fijn wonen gaat van ongeveer 1.000.000 euro naar ongeveer 1.250.000 euro.",
        "Bij bedrag “Nieuwe huizen” wordt voor het bedrag “ongeveer 1.000.000 euro” vervangen door “ongeveer 1.250.000 euro”.",
    ),
    "bedrag-per-jaar-omhoog": (
        "Bedrag 'Nieuwe huizen' van Fijn wonen gaat van 1.000.000 naar 1.250.000 euro per jaar: 250.000 euro per jaar erbij, dat is 25 procent.",
        "Bij bedrag “Nieuwe huizen” wordt voor het bedrag “1.000.000 euro per jaar” vervangen door “1.250.000 euro per jaar”.",
    ),
    "stap-van-kort-naar-lang": (
        "Stap 'Bouwen' van Fijn wonen gaat van de korte naar de lange termijn.",
        "Bij stap “Bouwen” wordt voor de termijn “kort” vervangen door “lang”.",
    ),
    "status": (
        "Kernopgave Prettig leven is vastgesteld door de gemeenteraad in juni 2020.",
        "Kernopgave 2 “Prettig leven” wordt vastgesteld door de gemeenteraad in juni 2020.",
    ),
    "vaststelling": (
        "Kernopgave Prettig leven geldt als vastgesteld door de gemeenteraad in juli 2020; een status staat er niet bij.",
        "Kernopgave 2 “Prettig leven” geldt als vastgesteld door de gemeenteraad in juli 2020; een status staat er niet bij.",
    ),
    "doel-erbij": (
        "Doel 'Rust in de buurt' van Fijn wonen is nieuw.",
        "Aan de doelen van kernopgave 1 “Fijn wonen” wordt toegevoegd, direct na doel 2 “Hoogstens 20 huizen staan leeg”:\n  Doel: Rust in de buurt",
    ),
    "doel-weg": (
        "Doel 3 'Een groene buurt' van Fijn wonen is vervallen.",
        "Doel 3 “Een groene buurt” vervalt.",
    ),
    "naar-een-ander-bestand": (
        "Doel 3 'Een groene buurt' van Fijn wonen is verplaatst naar Prettig leven.",
        "Doel 3 “Een groene buurt” van kernopgave 1 “Fijn wonen” wordt verplaatst naar de doelen van kernopgave 2 “Prettig leven”, direct na doel 2 “Iedereen doet mee”.",
    ),
    "naar-een-andere-lijst": (
        "Aandachtspunt 'Samenwerken met de buurt' van Plan voor Polderdam is verplaatst van succesfactoren van hoofdstuk 'Wat kan misgaan' naar aandachtspunten van hoofdstuk 'Wat kan misgaan'.",
        "Succesfactor “Samenwerken met de buurt” bij hoofdstuk “Wat kan misgaan” wordt verplaatst naar de aandachtspunten van hoofdstuk “Wat kan misgaan”.",
    ),
    "verband-erbij": (
        "Het verband van doel 3 'Een groene buurt' van Fijn wonen met 'Plan voor Polderdam' is nieuw.",
        "Aan de verbanden van doel 3 “Een groene buurt” wordt toegevoegd:\n  Verband: \n    Met: plan “Plan voor Polderdam”\n    Soort: vervolg op\n    Waarom: Het plan noemt groen.",
    ),
    "tijdstip-erbij": (
        "Bij stap 'Onderzoek naar lege winkels' van Fijn wonen komt het tijdstip erbij: in 2023.",
        "Bij stap “Onderzoek naar lege winkels” wordt voor het tijdstip toegevoegd: “in 2023” (van: “2023”).",
    ),
    "tikfout-verbeterd": (
        "De schrijfwijze van de samenvatting van kernopgave Fijn wonen is aangepast: 'gemeetne' wordt 'gemeente'.",
        "",
    ),
    "partner-weg": (
        "Bij activiteit 'Spreekuur over wonen' van Fijn wonen vervallen de partners: Bouwgoed.",
        "Bij activiteit “Spreekuur over wonen” vervalt voor de partners: “Bouwgoed”.",
    ),
    "naam-van-een-organisatie": (
        "De naam van organisatie 'Bouwbeter' is gewijzigd: 'Bouwgoed' wordt 'Bouwbeter'.",
        "",
    ),
    "moet-wordt-kan": (
        "Rol 'De gemeente houdt de regie' van Fijn wonen is vrijblijvender geworden: er staat nu 'kan' in plaats van 'moet'.",
        "In de toelichting van rol “De gemeente houdt de regie” wordt “moet” vervangen door “kan”.",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_a_change_is_said_in_plain_dutch(tmp_path, name):
    """Each kind of change has its sentence and its lines in a decision, word for word; spelling and lists have no line."""
    found = compared(*PAIRS[name].build(tmp_path))
    (change,) = found.changes
    assert (sentence(change, found.names), decided(found)) == SAID[name]


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ({"bedrag": 250000}, "250.000 euro"),
        ({"bedrag": 250000, "ongeveer": True, "hoogstens": True}, "hoogstens ongeveer 250.000 euro"),
        ({"bedrag": 250000, "per_jaar": True}, "250.000 euro per jaar"),
        ({"bedrag": None, "weergave": "ongeveer een ton"}, "ongeveer een ton"),
        ({"waarde": 13.5, "eenheid": "procent"}, "13,5 procent"),
        ({"waarde": 0}, "0"),
        ({"naam": "Geen cijfer"}, ""),
    ],
)
def test_a_new_figure_is_told_with_its_unit(held, told):
    """An amount or figure that comes or goes is named with what it counts; zero is a figure, nothing is none."""
    assert figure_of(held) == told


@pytest.mark.parametrize(("old", "new", "told"), [(10, 15, "5 procentpunt erbij"), (15.5, 10, "5,5 procentpunt eraf")])
def test_percentages_differ_by_percentage_points(old, new, told):
    """From 10 to 15 procent is 5 procentpunt more; half as much again would be read as something else."""
    assert by_how_much(MovedFigure(old=old, new=new, unit="procent")) == told


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("partijen", "1 erbij, dat is 25 procent"),
        ("dorpshuizen per jaar", "1 erbij, dat is 25 procent"),
        ("auto's", "1 erbij, dat is 25 procent"),
        ("euro", "1 euro erbij, dat is 25 procent"),
        ("euro per jaar", "1 euro per jaar erbij, dat is 25 procent"),
        (None, "1 erbij, dat is 25 procent"),
    ],
)
def test_one_more_is_not_said_in_the_plural(unit, told):
    """What is counted is known in the plural only, and of one nobody says `1 partijen`."""
    assert by_how_much(MovedFigure(old=4, new=5, unit=unit)) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "stap-uitgesteld",
            "Stap 'Bouwen' van Fijn wonen is uitgesteld: van 2021 tot en met 2022 naar 2023 tot en met 2024.",
        ),
        (
            "stap-duurt-langer",
            "Het einde van stap 'Bouwen' van Fijn wonen wordt later: van 2021 tot en met 2022 naar 2021 tot en met 2024.",
        ),
    ],
)
def test_a_moment_in_words_and_in_dates_is_told_once(tmp_path, name, told):
    """What takes place later as a whole is postponed; what only ends later lasts longer."""
    found = compared(*PAIRS[name].build(tmp_path))
    assert [sentence(change, found.names) for change in found.changes] == [told]


def test_between_once_and_yearly_there_is_no_difference(tmp_path):
    """A million at once and a quarter of it every year are told side by side; nobody can say by how much that differs."""
    found = compared(*PAIRS["bedrag-wordt-per-jaar"].build(tmp_path))
    change = found.changes[0]
    assert sentence(change, found.names) == (
        "Bedrag 'Nieuwe huizen' van Fijn wonen gaat van 1.000.000 euro naar 250.000 euro per jaar."
    )
    assert change.amount is not None
    assert (change.amount.difference, change.amount.percentage) == (None, None)


def test_a_figure_is_said_as_exactly_as_it_stands():
    """A small step is no step from a number to the same number."""
    assert from_to(MovedFigure(old=1.121, new=1.124, unit="procent")) == "van 1,121 naar 1,124 procent"
    assert figure_of({"waarde": 0.004, "eenheid": "meter"}) == "0,004 meter"


def test_the_note_says_that_it_is_a_draft():
    """Beside every draft decision stands that only a decision that was taken counts."""
    assert "concept" in NOTE
    assert "Alleen een besluit dat is genomen, geldt." in NOTE


def test_every_meaning_is_in_the_published_schema():
    """What the code can name, the schema of the JSON document lists."""
    schema = (ROOT / "schema" / "uitvoer" / "wijzigingen.schema.json").read_text(encoding="utf-8")
    assert [meaning for meaning in MEANINGS if f'"{meaning}"' not in schema] == []


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("In 2027", "In 2029", "is uitgesteld: van 'In 2027' naar 'In 2029'."),
        ("in 2027", "in 2029", "is uitgesteld: van in 2027 naar in 2029."),
    ],
)
def test_a_moment_that_begins_with_a_capital_stands_between_quotation_marks(was, now, told):
    """`Van In 2027 naar In 2029` is no Dutch."""
    before, after = (
        {"id": "s", "naam": "Bouwen", "wanneer": {"tekst": said, "van": int(said[-4:])}} for said in (was, now)
    )
    found = compare_data(plan([], stappen=[before]), plan([], stappen=[after]))
    assert [sentence(change, found.names).endswith(told) for change in found.changes] == [True]
