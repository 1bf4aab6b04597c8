"""What a change of policy is about."""

from __future__ import annotations

import pytest

from polderkoers.changes.account.matters import matters_of
from polderkoers.changes.compare import compare_data
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
