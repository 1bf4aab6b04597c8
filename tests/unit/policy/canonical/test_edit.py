"""Changing fields and lists of a file without losing anything else."""

from __future__ import annotations

import pytest

from polderkoers.policy.canonical.edit import with_fields, with_item, written
from polderkoers.policy.schema import Schemas
from polderkoers.problems import Problem
from support.made_up import KERNOPGAVE, ROOT, document

SCHEMAS = Schemas(ROOT)
FILE = "data/kernopgaven/fijn-wonen.yaml"
LIST = """\
soort: versies
id: versies
# De teller van deze lijst.
versie: "1.0"
status: null
versies:
  # De eerste.
  - id: "2020"
    naam: Visie 2020  # zo heet hij
  # Hierna komt de volgende.
"""


def test_only_the_asked_fields_change():
    """A field gets another value; every other line, comments too, stays as it was."""
    text = KERNOPGAVE.replace("status: vastgesteld", "status: concept  # nog niet besloten").replace(
        "titel:", "# De titel van de visie.\ntitel:"
    )
    found = with_fields(document(text, FILE), {"status": "vastgesteld", "vastgesteld_op": "2021-03-12"}, SCHEMAS)
    wanted = text.replace("status: concept", "status: vastgesteld")
    assert found == wanted.replace("vastgesteld_op: null", "vastgesteld_op: 2021-03-12")


def test_a_field_that_is_not_there_comes_in_its_place():
    """A field that the file did not have stands where its schema has it."""
    text = KERNOPGAVE.replace("status: vastgesteld\n", "")
    assert with_fields(document(text, FILE), {"status": "vastgesteld"}, SCHEMAS) == KERNOPGAVE


def test_a_file_in_another_form_is_put_in_the_canonical_one():
    """Windows line ends, a byte order mark and other indentation do not stand in the way."""
    text = "\ufeff" + KERNOPGAVE.replace("\n", "\r\n")
    found = with_fields(document(text, FILE), {"versie": "1.1"}, SCHEMAS)
    assert found == KERNOPGAVE.replace('versie: "1.0"', 'versie: "1.1"')


def test_an_item_comes_at_the_end_of_its_list():
    """A new item stands last, and comments stay with what they belong to."""
    item = {"id": "2021", "naam": "Visie 2021", "documenten": ["visie-2020"], "commit": None}
    found = with_item(document(LIST, "data/versies.yaml"), "versies", item, SCHEMAS)
    assert found == LIST.replace(
        "  # Hierna komt de volgende.\n",
        '  - id: "2021"\n    naam: Visie 2021\n    documenten: [visie-2020]\n    commit: null\n  # Hierna komt de volgende.\n',
    )


def test_an_item_takes_the_place_of_the_last_one():
    """The last item is replaced as a whole, and comments above and below it stay."""
    text = LIST.replace("  # zo heet hij", "")
    found = with_item(document(text, "data/versies.yaml"), "versies", {"id": "2021"}, SCHEMAS, replace=True)
    assert found == text.replace('id: "2020"\n    naam: Visie 2020', 'id: "2021"')


def test_a_new_file_has_the_canonical_form():
    """A file out of data alone stands in the order and style of the canonical form."""
    item = {"naam": "Visie: deel 1", "id": "2020", "datum": 2020}
    data = {"id": "versies", "soort": "versies", "versie": "1.0", "status": None, "versies": [item]}
    assert written(data, "data/versies.yaml", SCHEMAS) == (
        'soort: versies\nid: versies\nversie: "1.0"\nstatus: null\nversies:\n'
        '  - id: "2020"\n    naam: "Visie: deel 1"\n    datum: 2020\n'
    )


@pytest.mark.parametrize("text", ["titel: [a\n", "titel: a\ntitel: b\n"])
def test_a_file_that_cannot_be_read_is_left_alone(text):
    """A file with a fault of reading, or a field that stands twice, gives the problem and no text."""
    held = document("titel: a\n", FILE)
    broken = type(held)(FILE, held.data, text)
    assert isinstance(with_fields(broken, {"titel": "b"}, SCHEMAS), Problem)
