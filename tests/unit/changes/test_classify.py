"""Whether two texts say the same."""

from __future__ import annotations

import pytest

from polderkoers.changes.change import Change
from polderkoers.changes.classify import same_in_substance
from polderkoers.changes.compare import compare_data
from polderkoers.changes.critical import CRITICAL, is_critical
from polderkoers.changes.lexicon import Lexicon

LEXICON = Lexicon(*[lambda: ["de gemeente bouwt huizen voor alle inwoners in de wijk"]] * 2)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("De gemeente bouwt huizen", "De gemeente bouwt huizen."),
        ("de gemeetne bouwt huizen", "de gemeente bouwt huizen"),
        ("1250 huizen", "1.250 huizen"),
        ("een huis/woning", "een huis / woning"),
        ("woning bouw", "woningbouw"),
        ("(de wijk)", "de wijk"),
        ("10–15 huizen", "10-15 huizen"),
        ("de wijk, het dorp", "de wijk; het dorp"),
        ("het dorp krijgt er 10", "het dorp krijgt er 10."),
    ],
)
def test_signs_spelling_and_spaces_are_editorial(old, new):
    """What is spelled, spaced or punctuated otherwise says the same, from both sides."""
    assert same_in_substance(old, new, LEXICON)
    assert same_in_substance(new, old, LEXICON)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("10 huizen", "100 huizen"),
        ("10 huizen", "10% huizen"),
        ("€ 10", "10"),
        ("65 jaar", "65+ jaar"),
        ("10-15 huizen", "1015 huizen"),
        ("2,5 jaar", "25 jaar"),
        ("een huis", "één huis"),
        ("de gemeente bouwt huizen", "de gemeente bouwt geen huizen"),
        ("niet roken", "roken"),
        ("de gemeente bouwt", "de gemeente kan bouwen"),
        ("mag bouwen", "moet bouwen"),
        ("alle inwoners", "sommige inwoners"),
        ("voor juni", "voor juli"),
        ("de gemeente bouwt huizen", "huizen bouwt de gemeente"),
        ("vijfentwintig huizen", "vijfendertig huizen"),
        ("meer dan 5", "< 5"),
        ("de wijk", "de buurt"),
        ("niet alle huizen zijn klaar", "alle huizen zijn niet klaar"),
        ("de gemeente wacht niet overal", "de gemeente wacht niet, overal"),
        ("Bouwen, niet wachten", "Bouwen niet, wachten"),
        ("betaalt zij mee.", "betaalt zij mee?"),
        ("10-15 mensen", "10 15 mensen"),
        ("10, 15 mensen", "10 15 mensen"),
        ("inwoners, die hulp nodig hebben", "inwoners die hulp nodig hebben"),
        ("doe mee: niet morgen", "doe mee - niet morgen"),
        ("de gemeente helpt alle (niet arme) inwoners", "de gemeente helpt alle niet arme inwoners"),
        ("Bouwen. Niet wachten", "Bouwen, niet wachten"),
        ("wil de gemeente dat? Ja", "wil de gemeente dat. Ja"),
    ],
)
def test_in_doubt_it_is_of_substance(old, new):
    """Figures, negation, obligation, quantity, dates and any other word say something else, from both sides."""
    assert not same_in_substance(old, new, LEXICON)
    assert not same_in_substance(new, old, LEXICON)


@pytest.mark.parametrize(
    "word", ["niet", "moet", "streeft", "alle", "twee", "verdubbelt", "eenentwintig", "driehonderd", "juni"]
)
def test_the_words_that_carry_policy_are_known(word):
    """Negation, obligation, quantity, numbers and time are recognised, also in compounds."""
    assert is_critical(word)


def test_the_lists_hold_words_in_small_letters():
    """No entry has a space or a capital, which could never match."""
    assert all(word == word.casefold() and " " not in word for word in CRITICAL)


PLACES = {"soort": "plaatsen", "id": "plaatsen", "versie": "1.0", "status": None}
DAM = {"id": "dam", "naam": "Dam", "soort": "dorp"}


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ({"lat": 52.1, "lon": 5.7, "dataset": "Kaart"}, {"lat": 52.7, "lon": 5.7, "dataset": "Kaart"}, "coordinaten.lat"),
        (None, {"lat": 52.1, "lon": 5.7, "dataset": "Kaart"}, "coordinaten"),
        ({"lat": 52.1, "lon": 5.7, "dataset": "Kaart"}, {"lat": 52.1, "lon": 5.7, "dataset": "Atlas"}, "coordinaten.dataset"),
    ],
)  # fmt: skip
def test_where_a_place_is_on_the_map_is_editorial(old, new, field):
    """Coordinates that came or were mended change no policy; what a place lies in is another matter."""
    (change,) = changes_of({**DAM, "coordinaten": old}, {**DAM, "coordinaten": new})
    assert (change.field, change.significance) == (field, "redactioneel")
    (moved,) = changes_of(DAM, {**DAM, "ligt_in": "polder"})
    assert moved.significance == "inhoudelijk"


def changes_of(old: dict[str, object], new: dict[str, object]) -> tuple[Change, ...]:
    """Return the changes between two lists of one place."""
    return compare_data(
        {"data/plaatsen.yaml": {**PLACES, "plaatsen": [old]}}, {"data/plaatsen.yaml": {**PLACES, "plaatsen": [new]}}
    ).changes
