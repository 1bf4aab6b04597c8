"""Writing only the items that differ gives the text that writing the whole file gives; where it would not, nothing is given."""

from __future__ import annotations

import copy
from itertools import islice

import pytest

from polderkoers.policy.canonical import edit
from polderkoers.policy.canonical.edit import with_data
from polderkoers.policy.canonical.spliced import spliced
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, parse
from polderkoers.policy.tree import Folder
from support import gemeente

ROOT = gemeente.INSTANCE
SCHEMAS = Schemas(Folder(ROOT))
FILES = sorted((ROOT / "data").rglob("*.yaml"))
NEW = (
    'Een andere "tekst": met # en [haken].',
    "Een zin die zo lang is dat hij nooit op dezelfde regel past. " * 3,
    "Twee\nregels",
    "Met lege regels eronder\n\n\n",
)


def documents():
    """Yield the files of the municipality in their canonical form."""
    for path in FILES:
        found = parse(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())
        assert isinstance(found, Document)
        yield found


def texts(data, way=()):
    """Yield the ways to the texts in data."""
    if isinstance(data, str):
        yield way
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from texts(value, (*way, key))


def changed(data, way, value):
    """Return data with another value at a place."""
    found = copy.deepcopy(data)
    here = found
    for step in way[:-1]:
        here = here[step]
    here[way[-1]] = value
    return found


def test_what_is_written_in_part_is_as_if_it_were_written_whole(monkeypatch):
    """Texts of all files become others, short ones and long ones: each time the same letters as the whole writing gives."""
    seen = 0
    for document in documents():
        ways = [way for way in texts(document.data) if way[-1] not in ("id", "soort")]
        for number, way in enumerate(islice(ways, 0, None, max(1, len(ways) // 3))):
            data = changed(document.data, way, NEW[number % len(NEW)])
            part = spliced(document, data, SCHEMAS)
            with monkeypatch.context() as patch:
                patch.setattr(edit, "spliced", lambda *_: None)
                whole = with_data(document, data, SCHEMAS)
            assert part in (None, whole), (document.file, way)
            seen += part is not None
    assert seen > len(FILES)


TEXT = """\
soort: plan
id: groen
titel: Groen
doelen:
  - id: doel-bomen
    naam: Bomen

  - id: doel-parken
    naam: Parken
"""


def after(text: str, change) -> str | None:
    """Return what a change of the goals of a text gives."""
    document = parse(text, "data/plannen/groen.yaml")
    assert isinstance(document, Document)
    data = copy.deepcopy(document.data)
    change(data["doelen"])
    return spliced(document, data, SCHEMAS)


def test_one_item_changes_and_the_lines_around_it_do_not():
    """The blank line between the two is there still, and a field that comes in does so in its place."""
    found = after(TEXT, lambda goals: goals[0].update(naam="Meer bomen", nummer=1))
    assert found == TEXT.replace("    naam: Bomen\n", "    naam: Meer bomen\n    nummer: 1\n")


@pytest.mark.parametrize(
    ("was", "is_"),
    [
        ("    naam: Bomen\n", "    naam: Bomen  # zo heet het\n"),
        ("    naam: Bomen\n", '    naam: "Bomen"\n'),
        ("    naam: Bomen\n", "    # zo heet het\n    naam: Bomen\n"),
        ("\n", "\r\n"),
    ],
)
def test_what_is_not_in_the_canonical_form_is_left_to_who_reads_it_whole(was, is_):
    """A comment in the item, quotation marks that need not be there, or other line ends: nothing is given, so nothing is lost."""
    assert after(TEXT.replace(was, is_), lambda goals: goals[0].update(naam="Meer bomen")) is None


def test_a_text_that_ends_in_blank_lines_does_not_take_those_below_it():
    """What would read otherwise in its place is not given."""
    found = after(TEXT, lambda goals: goals[0].update(naam="Bomen\n\nen struiken\n\n"))
    assert found is None or parse(found, "x.yaml").data["doelen"][0]["naam"] == "Bomen\n\nen struiken\n\n"


def test_a_list_that_gets_shorter_is_written_anew_when_nothing_stands_between_its_items():
    """With a blank line between them it is left to who knows to which item that belongs."""
    assert after(TEXT, lambda goals: goals.pop()) is None
    dense = TEXT.replace("\n\n", "\n")
    assert after(dense, lambda goals: goals.pop()) == dense.partition("  - id: doel-parken")[0]
