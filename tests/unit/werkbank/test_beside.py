"""Translations and readings follow what is renamed, moved, split or taken up elsewhere, and go with what is removed."""

from __future__ import annotations

import pytest

from polderkoers.policy.load import read_policy
from polderkoers.policy.tree import Folder, Snapshot
from polderkoers.werkbank.forms.desk import desk_of
from polderkoers.werkbank.jobs.items import move_item, remove_item
from polderkoers.werkbank.jobs.joining import merge_items, split_item
from polderkoers.werkbank.jobs.referring import touches
from polderkoers.werkbank.jobs.renaming import rename_item
from support.desk import after, begun, desk_of_polderdam

GOAL, WORK = "fijn-wonen/doel-genoeg-huizen", "fijn-wonen/activiteit-bouwen"
ROUTE = "idee-voor-de-straat/route-klein"
READ = """soort: gelezen
id: gelezen
gelezen:
  - bestand: fijn-wonen
    op: 2032-05-01
    door: redactie
    uitkomst: klopt
    kenmerken: [fijn-wonen 0000000001, doel-genoeg-huizen 0000000002, doel-leegstand 0000000003]
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """Polderdam of which a second person read three things."""
    root = tmp_path_factory.mktemp("gelezen") / "polderdam"
    for path, document in desk_of_polderdam().documents.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(document.text, encoding="utf-8")
    (root / "data" / "gelezen.yaml").write_text(READ, encoding="utf-8")
    tree = Snapshot(Folder(root))
    return tree, begun(desk_of(read_policy(tree)))


def marks(read, result) -> dict[str, list[str]]:
    """Return the marks after a job by the file that they are of."""
    tree, desk = read
    rows = after(result, desk, tree).item("gelezen").data["gelezen"]
    return {row["bestand"]: row["kenmerken"] for row in rows}


def translated(result) -> list[str]:
    """Return what the English texts are of after a job on Polderdam as it is."""
    return [row["onderdeel"] for row in after(result).item("en").data["teksten"]]


def test_another_id_is_followed_by_translations_and_readings(read):
    """The text and the mark stand under the new id, in the place where they stood."""
    now = rename_item(desk_of_polderdam(), ROUTE, "route-kleinigheid")
    before = [row["onderdeel"] for row in desk_of_polderdam().item("en").data["teksten"]]
    assert translated(now) == ["idee-voor-de-straat/route-kleinigheid" if ref == ROUTE else ref for ref in before]
    own = marks(read, rename_item(read[1], GOAL, "doel-huizen-genoeg"))["fijn-wonen"]
    assert own == ["fijn-wonen 0000000001", "doel-huizen-genoeg 0000000002", "doel-leegstand 0000000003"]


def test_another_id_of_a_file_is_followed_by_all_that_stands_in_it(read):
    """Also its items are translated and read under the new id of the file."""
    now = rename_item(desk_of_polderdam(), "idee-voor-de-straat", "plan-voor-de-straat")
    assert not [ref for ref in translated(now) if ref.startswith("idee-")]
    assert "plan-voor-de-straat/route-klein" in translated(now)
    assert marks(read, rename_item(read[1], "fijn-wonen", "goed-wonen")) == {
        "goed-wonen": ["goed-wonen 0000000001", "doel-genoeg-huizen 0000000002", "doel-leegstand 0000000003"]
    }


def test_what_moves_to_another_file_is_read_there(read):
    """Its mark goes to a reading of that file by the same person on the same day; the rest stays where it was."""
    assert marks(read, move_item(read[1], GOAL, "groene-buurten")) == {
        "fijn-wonen": ["fijn-wonen 0000000001", "doel-leegstand 0000000003"],
        "groene-buurten": ["doel-genoeg-huizen 0000000002"],
    }


def test_what_is_split_or_taken_up_elsewhere_leaves_no_mark_of_what_is_not_there(read):
    """The first part has the mark, and what was taken up has none."""
    split = marks(read, split_item(read[1], GOAL, "Genoeg koophuizen", "Genoeg huurhuizen"))["fijn-wonen"]
    assert "genoeg-koophuizen 0000000002" in split
    merged = marks(read, merge_items(read[1], "fijn-wonen/doel-leegstand", GOAL))["fijn-wonen"]
    assert merged == ["fijn-wonen 0000000001", "doel-genoeg-huizen 0000000002"]


def test_translations_of_what_is_removed_go_with_it_and_that_is_told(read):
    """The page says before that they are touched, and after it how many went in which language; marks go too."""
    assert [each.ref for each in touches(desk_of_polderdam(), ROUTE) if "vertaalde" in each.words] == ["ar", "en"]
    result = remove_item(desk_of_polderdam(), ROUTE, "Weg.")
    assert not [ref for ref in translated(result) if ref.startswith(ROUTE)]
    assert any("2 in English" in note for note in result.notes)
    gone = marks(read, remove_item(read[1], GOAL, "Weg."))["fijn-wonen"]
    assert gone == ["fijn-wonen 0000000001", "doel-leegstand 0000000003"]


def test_what_stood_in_what_is_removed_keeps_an_address_that_says_so():
    """Whoever kept the address of an activity in a removed goal reads that it is gone, and why."""
    rows = {
        row["was"]: row
        for row in after(remove_item(desk_of_polderdam(), GOAL, "Dubbel.")).item("adressen").data["adressen"]
    }
    assert rows[WORK]["uitleg"] == rows[GOAL]["uitleg"] == "Dubbel."
    assert rows[WORK]["naam"] == "Bouwen aan de dijk"


def test_it_is_told_what_says_nothing_any_more_without_what_is_removed():
    """A note of the editors that was about a removed goal alone would be about the whole file: that is to be looked at."""
    desk = desk_of_polderdam()
    notes = [each for each in desk.of_kind("let_op") if len(each.data.get("over") or ()) == 1]
    for note in notes[:3]:
        top, (about,) = note.ref.partition("/")[0], note.data["over"]
        told = remove_item(desk, f"{top}/{about}", "Weg.").notes
        assert any(note.label in said and "nu leeg" in said for said in told)
    assert notes
    about_two = remove_item(desk, GOAL, "Weg.").notes
    assert not any(desk.item("fijn-wonen/letop-huizen").label in said for said in about_two)
