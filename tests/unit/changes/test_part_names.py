"""What a part of a field is called, however deep it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from polderkoers.changes.phrases import field_name
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import KINDS


def parts(cls, before: str = "") -> Iterator[str]:
    """Yield the paths of all parts of the fields of a class that are no items."""
    for each in fields_of(cls):
        if each.held is not None and not issubclass(each.held, Onderdeel):
            yield from (
                f"{before}{each.name}.{path}"
                for path in [*(one.name for one in fields_of(each.held)), *parts(each.held)]
            )


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_part_is_called_by_its_name_in_the_data(kind):
    """Each part that a file of a kind can have has words."""
    assert [path for path in parts(KINDS[kind]) if field_name(path) == f"het veld {path}"] == []


def test_a_part_of_a_part_says_where_it_is():
    """Its own words, and those of what it is in."""
    assert field_name("antwoord.merk.uit") == "waar het antwoord uit komt bij wat een inwoner ervan merkt"
