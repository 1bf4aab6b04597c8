"""Building values from documents."""

from __future__ import annotations

import dataclasses

import pytest

from polderkoers.policy.model.build import build_file
from polderkoers.policy.model.files import KINDS, Kernopgave
from support.made_up import KERNOPGAVE, document


@pytest.fixture
def kernopgave() -> Kernopgave:
    """A small kernopgave."""
    return build_file(document(KERNOPGAVE, "data/kernopgaven/fijn-wonen.yaml"))


def test_a_file_becomes_a_value_of_its_kind(kernopgave):
    """The fields of the data are the fields of the value, nested blocks included."""
    assert isinstance(kernopgave, Kernopgave)
    assert kernopgave.doelen[0].naam == "Genoeg huizen"
    assert kernopgave.stappen[0].wanneer.van == "2021"
    assert kernopgave.vastgesteld_op is None
    assert kernopgave.voorbeelden == ()


def test_every_item_knows_where_it_stands(kernopgave):
    """An item carries the pointer to its place in the file, and the file its path."""
    assert kernopgave.doelen[0].pointer == "/doelen/0"
    assert kernopgave.file == "data/kernopgaven/fijn-wonen.yaml"


def test_values_cannot_be_changed(kernopgave):
    """A policy is read and compared, never changed in place."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        kernopgave.titel = "Anders"


def test_every_kind_of_file_has_a_schema_and_every_schema_a_kind():
    """Schema and model know the same file kinds."""
    from support.made_up import ROOT  # noqa: PLC0415 - only here

    schemas = {path.name.removesuffix(".schema.json") for path in (ROOT / "schema").glob("*.schema.json")}
    assert schemas - {"blokken"} == set(KINDS)
