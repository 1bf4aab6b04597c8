"""The quick path (jsonschema-rs) and the explaining path (jsonschema) judge alike."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polderkoers.policy.load import load
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document
from support.gemeente import INSTANCE
from support.made_up import ROOT
from support.tries import tries

SCHEMAS = Schemas(ROOT)
DOCUMENTS = load(INSTANCE).documents
# What people and machines put in a field by accident.
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 3000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12),
    st.sampled_from(["", " ", "\n", "Fijn", "fijn-wonen", "a/b", "2012", "2012-13-40", "1.0", "A", "é", "vastgesteld"]),
    st.just([]),
    st.just({}),
    st.lists(st.sampled_from(["wonen", "zorg"]), max_size=3),
    st.just("x" * 5000),
)


def containers(data: Any) -> Iterator[Any]:
    """Yield every mapping and list of a document."""
    if isinstance(data, dict | list):
        yield data
        for value in data.values() if isinstance(data, dict) else data:
            yield from containers(value)


@st.composite
def damaged(draw: st.DrawFn) -> Document:
    """A real document in which one to three things were changed, added or removed."""
    original = draw(st.sampled_from(DOCUMENTS))
    data = copy.deepcopy(original.data)
    for _ in range(draw(st.integers(1, 3))):
        places = [place for place in containers(data) if place]
        place = places[draw(st.integers(0, len(places) - 1))]
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw(st.sampled_from(keys))
        match draw(st.sampled_from(["change", "remove", "add"])):
            case "change":
                place[key] = draw(VALUES)
            case "remove":
                del place[key]
            case _ if isinstance(place, dict):
                place[draw(st.sampled_from(["titel", "id", "noot", "soort", "onbekend"]))] = draw(VALUES)
            case _:
                place.append(copy.deepcopy(place[key]))
    data["soort"] = original.data["soort"]
    return Document(original.file, data, original.text)


@settings(max_examples=tries(150), deadline=None)
@given(damaged())
def test_both_paths_agree(document):
    """What the quick path accepts, the explaining path has nothing to say about, and the other way round."""
    explained = list(SCHEMAS.explain(document, document.data["soort"]))
    assert list(SCHEMAS.check(document)) == explained
    assert SCHEMAS.accepts(document) == (not explained)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.file)
def test_both_paths_accept_the_real_data(document):
    """The real data is right by both."""
    assert SCHEMAS.accepts(document)
    assert list(SCHEMAS.explain(document, document.data["soort"])) == []
