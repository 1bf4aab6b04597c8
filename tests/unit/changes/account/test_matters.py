"""What a change of policy is about."""

from __future__ import annotations

import pytest

from polderkoers.changes.account.account import Account
from polderkoers.changes.account.matters import matters_of
from polderkoers.changes.compare import compare_data
from polderkoers.changes.wording import sentence
from support.money import FILE, plan


def about(old, new):
    """Return what the one change between two versions of an item is about, by the name of its list."""
    ((slot, before), (_, after)) = (*old.items(), *new.items())
    (change,) = compare_data(plan([], **{slot: [before]}), plan([], **{slot: [after]})).changes
    assert change.file == FILE
    return matters_of(change)


GOAL = {"id": "doel", "naam": "Minder eenzaamheid"}


def test_which_way_is_better_is_about_the_goal():
    """Whoever turns the wanted direction of a goal around turns the goal around."""
    assert about({"doelen": GOAL | {"beter": "lager"}}, {"doelen": GOAL | {"beter": "hoger"}}) == ("doelen",)


def test_the_years_of_a_period_are_no_figures():
    """When only the words of a period differ, that is about time, and no figure of a goal."""
    before, after = ({"tekst": f"2026 tot en met {year}", "van": 2026, "tot": 2028} for year in (2028, 2030))
    assert about({"stappen": GOAL | {"wanneer": before}}, {"stappen": GOAL | {"wanneer": after}}) == ("tijd",)


@pytest.mark.parametrize(
    ("was", "now", "matters"),
    [
        ("Samen eten.", "Samen eten, voor € 250.000 per jaar.", ("geld",)),
        ("Samen eten. Dat kost 2 à 3 miljoen euro.", "Samen eten.", ("geld",)),
        ("Samen eten.", "Samen eten in 2025-2028.", ("tijd",)),
        ("Een bijdrage van € 150.", "Een bijdrage van hoogstens € 150 per jaar.", ("geld", "plicht")),
        ("Een bijdrage van € 150.", "Een bijdrage van € 150 per maand.", ("geld",)),
        ("Je krijgt 50 euro per persoon.", "Je krijgt 50 euro per huishouden.", ("geld",)),
        (
            "Ens krijgt 3 miljoen euro en Nagele 1 miljoen euro.",
            "Ens krijgt 1 miljoen euro en Nagele 3 miljoen euro.",
            ("doelen", "geld"),
        ),
        ("Het kost 1 ton.", "Het kost 2 ton.", ("doelen", "geld")),
        ("We besparen 1 ton CO2.", "We besparen 2 ton CO2.", ("doelen",)),
        ("De gemeenteraad beslist.", "Het college beslist.", ("wie",)),
        ("De gemeente betaalt.", "De provincie betaalt.", ("wie",)),
        ("Zij betaalt.", "Het rijk betaalt.", ("wie",)),
        ("Geld van hen.", "Geld van Rijk.", ("wie",)),
        ("We bouwen 60 huizen per jaar.", "We bouwen 60 huizen.", ("doelen",)),
        ("We bouwen per jaar 60 huizen.", "We bouwen jaarlijks 60 huizen.", ("overig",)),
        ("We bouwen minstens 60 huizen.", "We bouwen tot en met 2030 minstens 60 huizen.", ("tijd",)),
        ("Een stil dorp.", "Een rijk dorp.", ("overig",)),
        ("Vuurwerk is verboden.", "Vuurwerk is toegestaan.", ("plicht",)),
        ("Samen eten in het voorjaar.", "Samen eten in het najaar.", ("tijd",)),
        ("Samen eten in maart.", "Samen eten in mei.", ("tijd",)),
        ("Samen eten in het derde kwartaal.", "Samen eten in het vierde kwartaal.", ("tijd",)),
        ("Samen eten in 2025/2026.", "Samen eten in 2026/2027.", ("tijd",)),
        ("Samen eten.", "Samen eten met 30 mensen.", ("doelen",)),
        ("Samen eten op één plek.", "Samen eten op een plek.", ("overig",)),
        ("Samen eten.", "Iedereen moet samen eten.", ("plicht",)),
    ],
)
def test_a_goal_that_gains_or_loses_words_is_about_what_they_say(was, now, matters):
    """Money is no figure of a goal, and neither are the years of a period; how often something is paid binds nobody."""
    assert about({"doelen": GOAL | {"toelichting": was}}, {"doelen": GOAL | {"toelichting": now}}) == matters


@pytest.mark.parametrize(
    ("was", "now", "matters"),
    [
        ("De raad moet onderzoeken of dit kan.", "De raad kan onderzoeken of dit moet.", ("plicht",)),
        ("Alle huurders doen mee en geen kopers.", "Geen huurders doen mee en alle kopers.", ("plicht",)),
        ("De provincie helpt en de gemeente kijkt.", "De gemeente helpt en de provincie kijkt.", ("wie",)),
        ("Het college beslist. De raad luistert.", "De raad beslist. Het college luistert.", ("plicht", "wie")),
        ("Wie niet werkt, rust. Wie werkt, eet.", "Wie werkt, rust. Wie niet werkt, eet.", ("plicht",)),
        ("In 2027 bouwt de gemeente een school.", "De gemeente bouwt in 2027 een school.", ("overig",)),
        ("We eten samen. De raad kijkt.", "De raad kijkt. We eten samen.", ("overig",)),
        ("Driekwart van de buren eet mee.", "75 procent van de buren eet mee.", ("overig",)),
        ("We antwoorden in 14 dagen.", "We antwoorden in 2 weken.", ("overig",)),
        ("We kiezen 3 tot 5 buren.", "We kiezen 3 tot 6 buren.", ("doelen",)),
    ],
)
def test_words_that_change_places_are_about_duty_or_about_who_does_it(was, now, matters):
    """Nobody must look under the rest for who decides or what is denied; as much in other words is about no figure."""
    assert about({"doelen": GOAL | {"toelichting": was}}, {"doelen": GOAL | {"toelichting": now}}) == matters


def test_a_goal_that_comes_with_money_and_a_chapter_that_goes_with_it_are_about_money():
    """The amount stands in the sentence, with what is said of it."""
    money = {"id": "bedrag", "waarvoor": "Energie", "bedrag": 3000000, "hoogstens": True}
    step = {"id": "stap", "naam": "Isoleren", "bedragen": [money]}
    goal = GOAL | {"activiteiten": [step]}
    found = compare_data(plan([]), plan([], doelen=[goal]))
    (change,) = found.changes
    assert matters_of(change) == ("doelen", "geld")
    said = "Doel 'Minder eenzaamheid' van Sport is nieuw, met geld: hoogstens 3.000.000 euro ('Energie')."
    assert sentence(change, found.names) == said
    chapter = {"id": "hoofdstuk", "naam": "Geld", "bedragen": [money]}
    found = compare_data(plan([], hoofdstukken=[chapter]), plan([], hoofdstukken=[]))
    (change,) = found.changes
    assert matters_of(change) == ("geld",)
    assert "vervallen, met geld: hoogstens 3.000.000 euro ('Energie')" in sentence(change, found.names)


@pytest.mark.parametrize("fields", [{"eenheid": "promille"}, {"ongeveer": True}, {"wat": "mensen die lopen"}])
def test_what_says_how_much_a_figure_is_is_about_figures(fields):
    """The unit, what is counted, and that it is only about so much are no other change."""
    figure = {"id": "cijfer", "waarde": 5, "eenheid": "procent", "wat": "mensen die fietsen"}
    assert about({"cijfers": figure}, {"cijfers": figure | fields}) == ("doelen",)


def test_a_year_in_a_title_is_a_name():
    """A plan that is called otherwise is another document, and nothing about when."""
    (change,) = compare_data(plan([]), plan([], titel="Agenda 2030")).changes
    assert matters_of(change) == ("stukken",)


def test_an_organisation_that_goes_from_a_text_is_about_who():
    """The organisations of the policy are known by their names, as whole words."""
    listed = {"soort": "organisaties", "id": "organisaties", "organisaties": [{"id": "c", "naam": "Carrefour"}]}
    texts = ("Mercatus en Carrefour helpen mee.", "Mercatus helpt mee.")
    old, new = (plan([], doelen=[GOAL | {"toelichting": text}]) | {"data/organisaties.yaml": listed} for text in texts)
    found = compare_data(old, new)
    (told,) = Account(found.changes, found.names).told
    assert "wie" in told.matters


def test_a_sum_in_the_text_of_a_new_goal_is_told_with_its_limit():
    """What no amount holds is named as the text says it."""
    goal = GOAL | {
        "activiteiten": [{"id": "huis", "naam": "Bouwen", "toelichting": "Dat kost hoogstens 3 miljoen euro."}]
    }
    found = compare_data(plan([]), plan([], doelen=[goal]))
    (change,) = found.changes
    assert "geld" in matters_of(change)
    assert sentence(change, found.names).endswith("is nieuw, met geld: in een tekst hoogstens 3.000.000 euro.")
