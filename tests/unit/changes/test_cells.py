"""Both sides of a change, an item that is new or gone, and what is left out of a long text."""

from __future__ import annotations

import pytest

from polderkoers.changes.cells import pair, pair_of, shortened
from polderkoers.changes.contents import contents, named
from polderkoers.changes.words import Run, compare_words
from support.changes import compared, pairs

PAIRS = {each.name: each for each in pairs()}
SIGNS = {"same": "{}", "removed": "[{}]", "added": "<{}>"}
SAID = {
    "getal-in-een-doel": (
        "De gemeente bouwt minstens [10] woningen per jaar. Alle woningen moeten zuinig zijn.",
        "De gemeente bouwt minstens <20> woningen per jaar. Alle woningen moeten zuinig zijn.",
    ),
    "niet-weg": (
        "Leegstand is [niet] goed voor de buurt. De gemeente onderzoekt hoe het beter kan.",
        "Leegstand is goed voor de buurt. De gemeente onderzoekt hoe het beter kan.",
    ),
    "bedrag-omhoog": ("[1.000.000 euro]", "<1.250.000 euro>"),
    "bedrag-ongeveer-omhoog": ("[ongeveer 1.000.000 euro]", "<ongeveer 1.250.000 euro>"),
    "bedrag-wordt-per-jaar": ("[1.000.000 euro]", "<250.000 euro per jaar>"),
    "verantwoordelijke": ("[Gemeente]", "<Bouwgoed>"),
    "partner-weg": ("[Bouwgoed]", ""),
    "tijdstip-erbij": ("", "<in 2023>"),
    "stap-van-kort-naar-lang": ("[korte termijn]", "<lange termijn>"),
    "naar-een-ander-bestand": ("[Fijn wonen]", "<Prettig leven>"),
    "naar-een-andere-lijst": (
        "[succesfactoren van hoofdstuk 'Wat kan misgaan' van Plan voor Polderdam]",
        "<aandachtspunten van hoofdstuk 'Wat kan misgaan' van Plan voor Polderdam>",
    ),
    "rolsoort-omhoog-op-de-ladder": ("[Faciliteren]", "<Reguleren>"),
    "doel-erbij": ("", ""),
}


def shown(cell):
    """Return a side with signs around what differs."""
    return "".join(SIGNS[run.state].format(run.text) for run in cell)


@pytest.mark.parametrize("name", SAID)
def test_both_sides_of_a_change(tmp_path, name):
    """Each kind of change shows what was and what will be, with only the difference marked."""
    found = compared(*PAIRS[name].build(tmp_path))
    sides = pair(found.changes[0], found.names)
    assert (shown(sides.was), shown(sides.now)) == SAID[name]


def test_only_the_new_members_of_a_list_are_marked(tmp_path):
    """Who stays a partner is not marked."""
    old, new = PAIRS["verantwoordelijke"].build(tmp_path)
    path = new / "data/kernopgaven/fijn-wonen.yaml"
    path.write_text(path.read_text("utf-8").replace("partners: [bouwgoed]", "partners: [bouwgoed, inwoners]"), "utf-8")
    found = compared(old, new)
    change = next(change for change in found.changes if change.field == "partners")
    sides = pair(change, found.names)
    assert (shown(sides.was), shown(sides.now)) == ("Bouwgoed", "Bouwgoed, <Inwoners>")


def test_spaces_are_never_marked():
    """A word that goes at the end takes the space before it along, unmarked."""
    sides = pair_of((Run("same", "een"), Run("removed", " twee "), Run("added", " "), Run("same", "drie")))
    assert (shown(sides.was), shown(sides.now)) == ("een [twee] drie", "een drie")


def test_a_long_text_keeps_the_words_around_the_difference():
    """Twelve words before and after each difference are enough; the same words are kept on both sides."""
    words = [f"woord{number}" for number in range(100)]
    changed = [*words[:50], "anders", *words[51:]]
    sides = shortened(pair_of(compare_words(" ".join(words), " ".join(changed))))
    assert shown(sides.was) == f"… {' '.join(words[38:50])} [woord50] {' '.join(words[51:63])} …"
    assert shown(sides.now) == shown(sides.was).replace("[woord50]", "<anders>")


def test_an_addition_shortens_both_sides_alike():
    """A side on which nothing is marked is shortened around the same place."""
    words = [f"woord{number}" for number in range(100)]
    sides = shortened(pair_of(compare_words(" ".join(words), " ".join([*words[:50], "niet", *words[50:]]))))
    assert shown(sides.now).replace("<niet> ", "") == shown(sides.was)
    assert "woord20" not in shown(sides.was)


def test_a_short_text_stays_whole():
    """What can be read at once is not cut."""
    sides = pair_of(compare_words("een twee drie", "een twee vier"))
    assert shortened(sides) == sides


def _contents(tmp_path, name):
    found = compared(*PAIRS[name].build(tmp_path))
    return next(whole for change in found.changes if (whole := contents(change, found.names)) is not None)


def test_a_new_goal_is_told_by_its_fields(tmp_path):
    """A new item shows its own fields in words, without its id and its name."""
    whole = _contents(tmp_path, "doel-weg")
    assert not whole.is_file
    assert whole.facts == (
        ("Toelichting", "Inwoners doen mee met het groen in hun eigen buurt, ook 's avonds en in het weekend."),
    )


def test_a_new_file_is_told_by_its_goals_and_numbers(tmp_path):
    """Of a whole file the summary, the goals by name and the number of everything else are told."""
    old, new = PAIRS["getal-in-een-doel"].build(tmp_path)
    (old / "data/kernopgaven/fijn-wonen.yaml").unlink()
    found = compared(old, new)
    whole = next(contents(change, found.names) for change in found.changes if change.block == "kernopgave")
    assert whole.facts == (("Samenvatting", "Iedereen woont fijn in de gemeente."), ("Status", "vastgesteld"))
    assert whole.goals == (
        "Doel 1: Genoeg huizen",
        "Doel 2: Hoogstens 20 huizen staan leeg",
        "Doel 3: Een groene buurt",
    )
    assert whole.counts == (
        "1 urgentie, 2 verbanden, 2 deelopgaven, 2 cijfers, 2 rollen, 3 stappen, 1 activiteit, 1 indicator, "
        "2 metingen, 2 bedragen, 1 aandachtspunt en 1 opmerking"
    )
    by_slot = {part.slot: part for part in whole.parts}
    assert named(by_slot["stappen"], 1) == "3 stappen: Bouwen en nog 2 andere"
    assert named(by_slot["samenhang"], 5) == "2 verbanden"


def test_zero_in_what_is_new_is_told(tmp_path):
    """A figure of zero is no empty field."""
    old, new = PAIRS["niet-weg"].build(tmp_path)
    path = new / "data/kernopgaven/fijn-wonen.yaml"
    figure = "      - {id: cijfer-sloop, waarde: 0, eenheid: woningen, wat: huizen die weggaan}\n"
    text = path.read_text("utf-8")
    path.write_text(text.replace("    cijfers:\n", f"    cijfers:\n{figure}", 1), "utf-8")
    found = compared(old, new)
    whole = next(whole for change in found.changes if (whole := contents(change, found.names)) is not None)
    assert whole.facts == (("Waarde", "0"), ("Eenheid", "woningen"))


def test_a_change_of_a_field_has_no_contents(tmp_path):
    """Only an item that is new or gone is told as a whole."""
    found = compared(*PAIRS["niet-weg"].build(tmp_path))
    assert contents(found.changes[0], found.names) is None
