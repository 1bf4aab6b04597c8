"""Two sides of the data as one: what merges, what clashes, and what stays as it was."""

from __future__ import annotations

import re

import pytest

from polderkoers.changes.merging.clash import SIDES
from polderkoers.changes.merging.rows import ROW_KEYS
from polderkoers.changes.merging.trees import TreeMerge
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.kinds import all_fields
from support.merging import BASE, GREEN, HOUSES, SCHEMAS, VISION, data_of, item, keys, merged, put, without

GOAL = "fijn-wonen/doel-genoeg-huizen"
STREET = "  - id: doel-groene-straat\n    nummer: 3\n    naam: Een groene straat\n"
EMPTY = "  - id: doel-leegstand\n    nummer: 2\n    naam: Minder leegstand\n    toelichting: Hoogstens 20 huizen staan leeg.\n    beter: lager\n"
NEW = "  - id: doel-{0}\n    nummer: 4\n    naam: {0}\n"


def test_fields_of_one_item_that_each_side_changed_are_both_taken():
    """The name of one side and the direction of the other stand in the goal, and the rest is as it was to the letter."""
    one = put(("naam: Genoeg huizen", "naam: Meer huizen"))
    other = put(("    beter: hoger\n    deelopgaven", "    beter: lager\n    deelopgaven"))
    found = merged(one, other)
    assert not found.clashes
    assert found.contents == put(
        ("naam: Genoeg huizen", "naam: Meer huizen"),
        ("    beter: hoger\n    deelopgaven", "    beter: lager\n    deelopgaven"),
    )


def test_one_field_that_both_changed_clashes_and_shows_all_three():
    """What it was and what each side made of it are there, and the outcome has the one that was asked for."""
    one = put(("naam: Genoeg huizen", "naam: Meer huizen"))
    other = put(("naam: Genoeg huizen", "naam: Betaalbare huizen"))
    names = ("Genoeg huizen", "Meer huizen", "Betaalbare huizen")
    for side, name in zip(SIDES, names, strict=True):
        found = merged(one, other, otherwise=side)
        assert keys(found) == [("veld", GOAL, "naam")]
        assert found.clashes[0].values == names
        assert item(found.contents, "doel-genoeg-huizen")["naam"] == name


def test_a_clash_that_was_decided_is_none():
    """What is decided by the key of the clash stands in the outcome, and nothing is left to choose."""
    one = put(("naam: Genoeg huizen", "naam: Meer huizen"))
    merge = TreeMerge((BASE, one, put(("naam: Genoeg huizen", "naam: Betaalbare huizen"))), SCHEMAS)
    found = merge.outcome({merge.outcome().clashes[0].key: "ander"})
    assert not found.clashes
    assert item(found.contents, "doel-genoeg-huizen")["naam"] == "Betaalbare huizen"


def test_references_are_a_set_with_an_order():
    """Both added references stand in the list, and one that a side took away is gone."""
    one = put(("partijen: [maatschappelijke-partners, ondernemers]", "partijen: [ondernemers, gemeente]"))
    other = put(
        (
            "partijen: [maatschappelijke-partners, ondernemers]",
            "partijen: [maatschappelijke-partners, inwoners, ondernemers]",
        )
    )
    found = merged(one, other)
    assert not found.clashes
    assert item(found.contents, "rol-partners-bouwen")["partijen"] == ["inwoners", "ondernemers", "gemeente"]


def test_two_values_in_the_place_of_one_clash():
    """When both sides let somebody else be responsible, nobody decided that both are."""
    one = put(("trekker: [gemeente-polderdam]", "trekker: [bouwgoed]"))
    other = put(("trekker: [gemeente-polderdam]", "trekker: [de-brug]"))
    assert keys(merged(one, other)) == [("veld", "fijn-wonen/stap-onderzoek", "trekker")]


@pytest.mark.parametrize(
    ("first", "second", "fields"),
    [
        (("waarde: 40", "waarde: 50"), ("eenheid: huizen\n            wat: huizen aan", "eenheid: woningen\n            wat: huizen aan"), "waarde+eenheid"),
        (("waarde: 40", "waarde: 50"), ("jaar: 2017", "jaar: 2018"), "waarde+jaar"),
    ],
)  # fmt: skip
def test_a_figure_that_nobody_wrote_is_not_made(first, second, fields):
    """A figure of one side with the unit or the year of the other is a clash of both."""
    found = merged(put(first), put(second))
    assert keys(found) == [("veld", "fijn-wonen/cijfer-huizen-dijk", fields)]


def test_a_moment_and_a_place_are_one_value():
    """The words of one side are not put beside the dates of the other."""
    one = put(("van: 2015, tot: 2017}", "van: 2015, tot: 2018}"))
    other = put(("tekst: 2015 tot en met 2017, van: 2015", "tekst: 2016 tot en met 2017, van: 2016"))
    assert keys(merged(one, other)) == [("veld", "fijn-wonen/activiteit-bouwen", "wanneer")]


def test_an_id_that_got_another_takes_all_that_refers_to_it_along():
    """A reference that the other side laid to the old id leads to the new one, and what it changed in the item is there."""
    one = put(("id: doel-groene-straat", "id: doel-groen"), on=_followed())
    other = put(("In elke straat staan bomen.", "In elke straat staan drie bomen."), on=_linked())
    found = merged(one, other)
    assert not found.clashes
    assert item(found.contents, "doel-groene-straat") is None
    assert "drie bomen" in item(found.contents, "doel-groen")["toelichting"]
    text = found.contents[VISION].decode()
    assert re.search(r"met: fijn-wonen/doel-groen[,\n]", text)
    assert "doel-groene-straat" not in text


def _followed():
    """Return the files in which all that refers to a goal follows its new id."""
    return {file: content.replace(b"/doel-groene-straat", b"/doel-groen") for file, content in BASE.items()}


def _linked():
    """Return the files in which a plan refers to a goal for the first time."""
    row = "- {met: fijn-wonen/doel-groene-straat, soort: zelfde onderwerp, waarom: Ook groen., gelegd_door: bron}"
    link = f"samenhang:\n          {row}\n"
    return put(("samenhang:\n", link), file=VISION)


def test_two_new_ids_for_one_item_clash():
    """When both sides gave an item another id, nobody knows which it is."""
    one = put(("id: doel-groene-straat", "id: doel-groen"))
    other = put(("id: doel-groene-straat", "id: doel-straat"))
    found = merged(one, other)
    assert [clash.kind for clash in found.clashes] == ["id"]
    assert found.clashes[0].values == ("doel-groene-straat", "doel-groen", "doel-straat")


def test_an_id_that_the_other_side_gave_to_something_else_clashes():
    """An item that gets an id that another new item has as well is told, because one of the two must change."""
    one = put(("id: doel-groene-straat", "id: doel-groen"))
    other = put((EMPTY, EMPTY + NEW.format("groen")))
    assert "dubbel" in [clash.kind for clash in merged(one, other).clashes]


def test_what_one_side_took_away_is_gone():
    """An item that the other side left alone goes, with the comments at it."""
    one = put((EMPTY, ""))
    other = put(("naam: Genoeg huizen", "naam: Meer huizen"))
    found = merged(one, other)
    assert not found.clashes
    assert item(found.contents, "doel-leegstand") is None


def test_a_list_of_which_each_side_took_a_part_away_is_empty():
    """Nothing comes back when the sides took different items away, and these were all that there were."""
    text = BASE[HOUSES].decode()
    first, second, end = map(text.index, ("  - id: oude-huizen", "  - id: lange-wachtlijst", "doelen:"))
    found = merged(put((text[first:second], "")), put((text[second:end], "")))
    assert not found.clashes
    assert "urgentie" not in data_of(found.contents)


@pytest.mark.parametrize(
    "edit",
    [
        ("Hoogstens 20 huizen", "Hoogstens 30 huizen"),
        ("    beter: lager\n", "    beter: lager\n    themas: [wonen]\n"),
        (EMPTY, f"  # Nog navragen.\n{EMPTY}"),
        ("    beter: lager\n", "    beter: lager  # Klopt dit?\n"),
    ],
    ids=["field", "new field", "comment", "comment behind"],
)
def test_what_one_side_took_away_and_the_other_changed_clashes(edit):
    """A change of what is gone, of a comment too, is not lost: the item is there or it is not, as is chosen."""
    one, other = put((EMPTY, "")), put(edit)
    for side, there in (("een", False), ("ander", True), ("basis", True)):
        found = merged(one, other, otherwise=side)
        assert keys(found) == [("weg", "fijn-wonen/doel-leegstand", "")]
        assert (item(found.contents, "doel-leegstand") is not None) is there
    assert merged(one, other, otherwise="ander").contents == other
    assert merged(one, other, otherwise="basis").contents == BASE


def test_what_went_with_its_list_and_was_changed_inside_clashes_once():
    """A goal that went and in which the other side changed an activity is one clash, about the goal."""
    text = BASE[HOUSES].decode()
    start, end = text.index("  - id: doel-genoeg-huizen"), text.index("  - id: doel-leegstand")
    found = merged(put((text[start:end], "")), put(("naam: Bouwen aan de dijk", "naam: Bouwen bij de dijk")))
    assert keys(found) == [("weg", GOAL, "")]


def test_an_item_that_moved_takes_the_changes_of_the_other_side_along():
    """A goal that went to another file says there what the other side made of it."""
    text = BASE[HOUSES].decode()
    rest = text[text.index(STREET) : text.index("rollen:")]
    moved = put(("doelen:\n", f"doelen:\n{rest}"), file=GREEN, on=put((rest, "")))
    found = merged(moved, put(("In elke straat staan bomen.", "In elke straat staan drie bomen.")))
    assert not found.clashes
    assert item(found.contents, "doel-groene-straat") is None
    assert "drie bomen" in item(found.contents, "doel-groene-straat", GREEN)["toelichting"]


def test_two_different_items_added_to_one_list_are_both_there():
    """Both new goals stand behind what they stood behind, in an order that does not depend on the sides."""
    one, other = put((EMPTY, EMPTY + NEW.format("een"))), put((EMPTY, EMPTY + NEW.format("ander")))
    found = merged(one, other)
    assert not found.clashes
    ids = [goal["id"] for goal in data_of(found.contents)["doelen"]]
    assert ids == ["doel-genoeg-huizen", "doel-leegstand", "doel-ander", "doel-een", "doel-groene-straat"]
    assert merged(other, one).contents == found.contents


def test_one_item_that_both_added_is_there_once_or_clashes():
    """The same new goal is one; with another name under the same id it is for a person to say what it is."""
    one = put((EMPTY, EMPTY + NEW.format("nieuw")))
    assert merged(one, one).contents == one
    other = put((EMPTY, EMPTY + NEW.format("nieuw").replace("naam: nieuw", "naam: anders")))
    for side, name in (("een", "nieuw"), ("ander", "anders"), ("basis", None)):
        found = merged(one, other, otherwise=side)
        assert keys(found) == [("toegevoegd", "fijn-wonen/doel-nieuw", "")]
        goal = item(found.contents, "doel-nieuw")
        assert (goal and goal["naam"]) == name


def test_an_order_of_one_side_stays_with_the_changes_of_the_other():
    """Goals that changed places keep what the other side made of them."""
    found = merged(_swapped(), put(("Hoogstens 20 huizen", "Hoogstens 30 huizen")))
    assert not found.clashes
    goals = data_of(found.contents)["doelen"]
    assert [goal["id"] for goal in goals] == ["doel-leegstand", "doel-genoeg-huizen", "doel-groene-straat"]
    assert "30" in goals[0]["toelichting"]


def _swapped():
    text = BASE[HOUSES].decode()
    start, end = text.index("  - id: doel-genoeg-huizen"), text.index("  - id: doel-leegstand")
    first = text[start:end]
    return put((first + EMPTY, EMPTY + first))


def test_two_orders_that_cannot_both_be_clash():
    """The order of the goals is for a person to choose when the sides go round in a circle."""
    text = BASE[HOUSES].decode()
    street = text[text.index(STREET) : text.index("rollen:")]
    other = put((EMPTY + street, street + EMPTY))
    found = merged(_swapped(), other)
    assert keys(found) == [("volgorde", "fijn-wonen", "doelen")]
    assert found.contents == _swapped()
    assert merged(_swapped(), other, otherwise="ander").contents == other


def test_the_highest_number_of_a_file_stays():
    """Of a number that both sides raised the highest holds, for it only says that the file is another."""
    one, other = put(('versie: "1.2"', 'versie: "1.3"')), put(('versie: "1.2"', 'versie: "2.0"'))
    found = merged(one, other)
    assert not found.clashes
    assert data_of(found.contents)["versie"] == "2.0"


def test_comments_of_both_sides_stay():
    """Comments that each side put somewhere stand in the outcome, also where both put one."""
    one = put((EMPTY, f"  # Van een.\n{EMPTY}"), ("beter: lager\n", "beter: lager  # Eens.\n"))
    other = put((EMPTY, f"  # Van ander.\n{EMPTY}"), ("Hoogstens 20", "Hoogstens 30"))
    found = merged(one, other)
    assert not found.clashes
    text = found.contents[HOUSES].decode()
    assert all(comment in text for comment in ("# Van een.", "# Van ander.", "# Eens.", "Hoogstens 30"))


def test_a_comment_at_a_field_that_the_other_side_took_away_stays():
    """What somebody noted at a field stays with its item, though the field is gone."""
    one, other = put(("    beter: lager\n", "")), put(("    beter: lager\n", "    beter: lager  # Wie zegt dit?\n"))
    found = merged(one, other)
    assert "beter" not in item(found.contents, "doel-leegstand")
    assert "# Wie zegt dit?" in found.contents[HOUSES].decode()


def test_a_file_that_one_side_took_away_and_the_other_changed_clashes():
    """A file is gone or it is there with its change, as is chosen."""
    other = put(("titel: ", "titel: Heel "), file=GREEN)
    found = merged(without(GREEN), other, otherwise="ander")
    assert keys(found) == [("weg", "groene-buurten", "")]
    assert found.contents == other
    assert GREEN not in merged(without(GREEN), other).contents
    assert merged(without(GREEN), BASE).contents == without(GREEN)


def test_a_file_that_got_another_name_takes_the_changes_along():
    """A kernopgave that is called otherwise on one side says what the other made of it, and what refers to it follows."""
    renamed = {file: content.replace(b"groene-buurten", b"groene-straten") for file, content in BASE.items()}
    renamed["data/kernopgaven/groene-straten.yaml"] = renamed.pop(GREEN)
    found = merged(renamed, put(("titel: ", "titel: Heel "), file=GREEN))
    assert not found.clashes
    assert GREEN not in found.contents
    assert data_of(found.contents, "data/kernopgaven/groene-straten.yaml")["titel"].startswith("Heel ")


def test_a_list_that_both_began_has_the_entries_of_both():
    """A catalogue is no item of policy: what each side put in it is there."""
    base = without("data/plaatsen.yaml")
    one = put(("plaatsen:\n", "plaatsen:\n  - {id: een, naam: Een, uitleg: Een buurt.}\n"), file="data/plaatsen.yaml")
    other = put(
        ("plaatsen:\n", "plaatsen:\n  - {id: twee, naam: Twee, uitleg: Een wijk.}\n"), file="data/plaatsen.yaml"
    )
    found = merged(one, other, base)
    assert not found.clashes
    ids = {place["id"] for place in data_of(found.contents, "data/plaatsen.yaml")["plaatsen"]}
    assert {"een", "twee"} < ids


def test_a_file_that_cannot_be_read_is_taken_as_the_side_has_it_that_changed_it():
    """A broken file of one side is not merged by its items: it is told, and it clashes when both sides changed it."""
    broken = put(("naam: Genoeg huizen", "naam: Genoeg: huizen"))
    found = merged(broken, BASE | {GREEN: put(("titel: ", "titel: Heel "), file=GREEN)[GREEN]})
    assert not found.clashes
    assert found.contents[HOUSES] == broken[HOUSES]
    assert [problem.file for problem in found.unread] == [HOUSES]
    found = merged(broken, put(("naam: Genoeg huizen", "naam: Meer huizen")))
    assert [(clash.kind, clash.file) for clash in found.clashes] == [("bestand", HOUSES)]
    sizes = [len(side[HOUSES]) for side in (BASE, broken, put(("naam: Genoeg huizen", "naam: Meer huizen")))]
    assert list(found.clashes[0].values) == sizes


def test_line_ends_of_a_side_that_changed_them_stay():
    """A side that wrote its file on Windows gets it back so, with the change of the other side."""
    windows = {**BASE, HOUSES: BASE[HOUSES].replace(b"\n", b"\r\n")}
    one = put(("naam: Genoeg huizen", "naam: Meer huizen"), on=windows)
    found = merged(one, put(("Hoogstens 20", "Hoogstens 30"), on=windows), windows)
    assert found.contents[HOUSES].count(b"\r\n") == found.contents[HOUSES].count(b"\n") > 0
    assert not found.clashes


@pytest.mark.parametrize("side", [0, 1])
def test_a_side_that_changed_nothing_gives_the_other_to_the_byte(side):
    """However a file was typed, nothing of it is written anew when only one side changed it."""
    odd = {
        **BASE,
        HOUSES: BASE[HOUSES].replace(b"naam: Genoeg huizen", b"naam:   'Meer huizen'   # zo getypt") + b"\n\n",
    }
    sides = [BASE, odd] if side else [odd, BASE]
    assert merged(*sides).contents == odd
    assert merged(odd, odd).contents == odd


def test_a_comment_stands_where_it_clashes_when_that_is_asked():
    """With marks the outcome says at the item that nothing was chosen, and stays a file that can be read."""
    one, other = put(("naam: Genoeg huizen", "naam: Meer huizen")), put(("naam: Genoeg huizen", "naam: Geen huizen"))
    found = TreeMerge((BASE, one, other), SCHEMAS).outcome(marked=True)
    lines = found.contents[HOUSES].decode().splitlines()
    assert lines[lines.index("  - id: doel-genoeg-huizen") - 1] == "  # BOTSING 1 over naam: hier is nog niets gekozen."
    assert data_of(found.contents)["id"] == "fijn-wonen"


def test_the_rows_of_every_list_are_told_apart():
    """A row that both sides changed is one row, so each list of rows without an id says what tells them apart."""
    lists = [each for _, each in all_fields() if each.many and each.held is not None]
    unknown = {each.name for each in lists if not issubclass(each.held, Onderdeel)} - ROW_KEYS.keys()
    # A participant of a portal has an id.
    assert unknown == {"portaal"}
