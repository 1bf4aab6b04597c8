"""What several kinds have in common is asked of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, get_args, get_type_hints

import pytest

from polderkoers.policy.model import having
from polderkoers.policy.model.base import Blok, Meting, Onderdeel, Samenhang
from polderkoers.policy.model.catalogues import Themas
from polderkoers.policy.model.declared import Kind
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.fields import NAAM, TOELICHTING
from polderkoers.policy.model.files import Plan, classes
from polderkoers.policy.model.forms import Regel, Tekst
from polderkoers.policy.model.having import (
    WithBron,
    WithNummer,
    WithThemas,
    nummer_of,
    tekst_of,
    toelichting_of,
    wanneer_of,
)

WITH = {name: found for name, found in vars(having).items() if name.startswith("With")}


@dataclass(frozen=True, kw_only=True)
class Proef(Blok):
    """A kind that nothing names but itself."""

    kind: ClassVar[Kind] = Kind("proef", "de proef", "proeven", "Iets dat wordt geprobeerd.")
    naam: Annotated[Regel, NAAM]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None


def test_what_has_a_field_is_found_by_its_name():
    """There is something to try: without any the test below would try nothing and say so in no other way."""
    assert set(WITH) >= {"WithWanneer", "WithNummer", "WithToelichting", "WithBron"}


@pytest.mark.parametrize("name", WITH)
def test_what_a_field_holds_is_what_its_kinds_declare(name):
    """What is said of a field for the check of types may be in it, and nothing else may, in every kind that has it."""
    kinds = [cls for cls in classes() if issubclass(cls, WITH[name])]
    assert len(kinds) > 1
    for field, said in get_type_hints(WITH[name]).items():
        declared = [get_type_hints(cls)[field] for cls in kinds]
        assert said in declared
        assert [found for found in declared if found not in (said, *get_args(said))] == []


def test_a_new_kind_is_asked_as_soon_as_it_has_the_field():
    """A kind that is declared has its explanation asked without being named anywhere else."""
    assert toelichting_of(Proef(id="een-proef", naam="Een proef", toelichting="Zo gaat het.")) == "Zo gaat het."
    assert not isinstance(Proef(id="een-proef", naam="Een proef"), WithNummer)


def test_parts_without_an_id_have_their_source_too():
    """A link and a measurement have no id, and a source of their own."""
    assert issubclass(Samenhang, WithBron)
    assert issubclass(Meting, WithBron)
    assert not isinstance("een tekst", WithBron)


def test_a_list_of_blocks_is_no_field_of_that_name():
    """The file with all subjects holds them, and is about none."""
    assert not issubclass(Themas, WithThemas)
    assert "themas" in {each.name for each in fields_of(Themas)}


def test_a_kind_without_the_field_has_nothing_of_it():
    """A plan has no number and no moment, and a bare item no text."""
    assert not issubclass(Plan, WithNummer)
    item = Onderdeel(id="iets")
    assert (nummer_of(item), wanneer_of(item), tekst_of(item)) == (None, None, "")
