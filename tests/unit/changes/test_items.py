"""Reading the items of a file from its data."""

from __future__ import annotations

import pytest

from polderkoers.changes.amending.applying import write
from polderkoers.changes.items import is_file, label, read_file

DATA = {
    "soort": "kernopgave",
    "id": "wonen",
    "titel": "Wonen",
    "themas": ["a"],
    "doelen": [
        {"id": "doel-a", "nummer": 1, "naam": "A", "samenhang": [{"met": "x", "waarom": "w"}, {"met": "x", "waarom": "v"}]},
        {"id": "doel-a", "naam": "Nog eens A"},
    ],
    "ambitie": {"id": "ambitie-b", "naam": "B"},
    "bron": {"plek": "p"},
}  # fmt: skip


def test_every_item_has_a_reference_a_block_and_a_place():
    """Items with an id have a reference of their own; a link is known by its item and what it links to."""
    items = {(item.ref, item.key): item for item in read_file("data/x.yaml", DATA).inside()}
    assert [*items] == [
        ("wonen/doel-a", None),
        ("wonen/doel-a", "x"),
        ("wonen/doel-a", "x#2"),
        ("wonen/doel-a#2", None),
        ("wonen/ambitie-b", None),
    ]
    second = items["wonen/doel-a#2", None].place
    assert (second.parent, second.list, second.after, second.many) == ("wonen", "doelen", "doel-a", True)
    assert items["wonen/ambitie-b", None].place.many is False


def test_a_group_without_an_id_is_a_field():
    """A source is no item but a value of the item that it belongs to."""
    assert read_file("data/x.yaml", DATA).fields["bron"] == {"plek": "p"}


def test_writing_gives_the_data_again():
    """A file that was read can be written without loss."""
    assert write(read_file("data/x.yaml", DATA)) == DATA


def test_an_item_without_a_name_is_known_by_the_beginning_of_its_text():
    """A remark has no name: its first words stand for it."""
    assert label({"tekst": "De bron zegt niet waar al deze woningen komen te staan."}) == (
        "De bron zegt niet waar al deze woningen…"
    )
    assert label({"naam": " Wonen "}) == "Wonen"
    assert label({}) is None


@pytest.mark.parametrize("data", [None, [], "tekst", {}, {"id": 3}, {"id": None}])
def test_data_without_an_id_is_no_file(data):
    """What has no id cannot be compared."""
    assert not is_file(data)
