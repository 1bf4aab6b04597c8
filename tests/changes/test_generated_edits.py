"""Edits of the real data, drawn at random: whatever is edited, the changes tell it all, the same way from both sides."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polderkoers.changes.amending.applying import apply
from polderkoers.changes.amending.files import amended_files
from polderkoers.changes.amending.misfit import ChangesDoNotFit
from polderkoers.changes.compare import compare_data
from polderkoers.changes.decision import decision
from polderkoers.changes.document import as_document, as_object
from polderkoers.changes.sameness import canonical
from polderkoers.changes.wording import sentence
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, parse, read
from polderkoers.policy.tree import Folder
from support.changes import same_changes
from support.made_up import ROOT
from support.mirror import reverse

SCHEMA = json.loads((ROOT / "schema" / "uitvoer" / "wijzigingen.schema.json").read_text(encoding="utf-8"))
FILES = ("roles", "platteland", "wonen-en-sociaal-domein", "bestaanszekerheid", "samen-en-gezond")
WORDS = ("niet", "20", "gemeente", "€ 3 miljoen", "twee", "moet", "kan", "2030", "inwoners", ".", "'s avonds", "Ens")

EDIT = st.tuples(
    st.sampled_from(["text", "drop", "copy", "shuffle", "carry", "term", "number", "refs", "file"]),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
    st.sampled_from(WORDS),
)
EDITS = st.lists(EDIT, min_size=1, max_size=6)
SETTINGS = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def real_documents() -> dict[str, Document]:
    """Return some real files of each kind, by path."""
    documents = [read(source) for source in Folder(ROOT).data_files() if Path(source.file).stem in FILES]
    assert len(documents) == len(FILES)
    return {document.file: document for document in documents if isinstance(document, Document)}


DOCUMENTS = real_documents()
REAL = {file: document.data for file, document in DOCUMENTS.items()}


def lists_of(data: Any) -> list[tuple[dict[str, Any], str]]:
    """Return every list of items in the data, as its holder and field."""
    found = []
    for key, value in data.items():
        if isinstance(value, list) and value and all(isinstance(part, dict) for part in value):
            found.append((data, key))
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                found += lists_of(part)
    return found


def edited(documents: dict[str, Any], edits: list[Any]) -> dict[str, Any]:
    """Return a copy of the data with the edits made."""
    found = copy.deepcopy(documents)
    for number, (kind, first, second, word) in enumerate(edits):
        lists = [place for file in sorted(found) for place in lists_of(found[file])]
        holder, field = lists[first % len(lists)]
        items = holder[field]
        make = EDITORS[kind]
        make(found, lists, items, second, word, number)
        if not items:
            del holder[field]
    return found


def text(_found, _lists, items, pick, word, _number):
    """Put a word into a text, or take one out."""
    item = items[pick % len(items)]
    for name in ("toelichting", "naam", "tekst", "uitleg"):
        if isinstance(item.get(name), str):
            words = item[name].split()
            words.insert(pick % (len(words) + 1), word) if pick % 3 else words.pop(pick % len(words))
            item[name] = " ".join(words) or word
            return


def drop(_found, _lists, items, pick, _word, _number):
    """Take an item away."""
    items.pop(pick % len(items))


def duplicate(_found, _lists, items, pick, _word, number):
    """Put a new item beside another, with ids of its own."""
    item = json.loads(json.dumps(items[pick % len(items)]).replace('"id": "', f'"id": "nieuw-{number}-'))
    if "met" in item:
        item["met"] = f"platteland/nieuw-{number}"
    items.insert(pick % (len(items) + 1), item)


def shuffle(_found, _lists, items, pick, _word, _number):
    """Put an item elsewhere in its list."""
    items.insert(pick % (len(items) + 1), items.pop(pick % len(items)))


def carry(_found, lists, items, pick, _word, _number):
    """Carry an item to a list of the same name elsewhere."""
    field = next(name for holder, name in lists if holder[name] is items)
    item = items[pick % len(items)]
    inside = lists_of({"item": [item]})
    elsewhere = [
        holder[name]
        for holder, name in lists
        if name == field and holder[name] is not items and not any(holder is other for other, _ in inside)
    ]
    taken = {other.get("id") for target in elsewhere for other in target}
    if elsewhere and "id" in item and item["id"] not in taken and not any(holder is item for holder, _ in lists):
        items.remove(item)
        elsewhere[pick % len(elsewhere)].insert(0, item)


def term(_found, _lists, items, pick, _word, _number):
    """Let a step go to the other term."""
    item = items[pick % len(items)]
    if "termijn" in item:
        item["termijn"] = {"kort": "lang", "lang": "kort"}[item["termijn"]]


def number_of(_found, _lists, items, pick, _word, _number):
    """Give a figure another value, or make it unknown."""
    item = items[pick % len(items)]
    for name in ("bedrag", "waarde", "nummer"):
        if name in item:
            item[name] = pick or None


def refs(_found, _lists, items, pick, word, _number):
    """Change a list of references, or a part of a group."""
    item = items[pick % len(items)]
    if "themas" in item:
        item["themas"] = [*item["themas"][1:], "gezondheid"] if pick % 2 else item["themas"][::-1]
    if "bron" in item:
        item["bron"] = {**item["bron"], "plek": word}
    if "wanneer" in item:
        item["wanneer"] = {"tekst": f"na {1900 + pick % 200}", "van": 1900 + pick % 200}


def file(found, _lists, _items, pick, _word, number):
    """Take a file away, put a new one beside it, or give it another name."""
    path = sorted(found)[pick % len(found)]
    if pick % 3 == 0 and len(found) > 1:
        del found[path]
    elif pick % 3 == 1:
        found[f"data/plannen/nieuw-{number}.yaml"] = {**copy.deepcopy(found[path]), "id": f"nieuw-{number}"}
    else:
        found[f"data/plannen/ander-{number}.yaml"] = {**found.pop(path), "id": f"ander-{number}"}


EDITORS = {
    "text": text,
    "drop": drop,
    "copy": duplicate,
    "shuffle": shuffle,
    "carry": carry,
    "term": term,
    "number": number_of,
    "refs": refs,
    "file": file,
}


@SETTINGS
@given(EDITS)
def test_the_changes_turn_the_old_data_into_the_new(edits):
    """The JSON document is valid, applied to the old data it gives the new, and it leaves the old data alone."""
    new = edited(REAL, edits)
    document = json.loads(json.dumps(as_document(compare_data(REAL, new), "oud", "nieuw")))
    jsonschema.validate(document, SCHEMA)
    before = copy.deepcopy(REAL)
    assert canonical(apply(REAL, document["changes"]).documents) == canonical(new)
    assert before == REAL


@settings(SETTINGS, max_examples=15)
@given(EDITS)
def test_accepting_edits_as_an_amendment_gives_exactly_the_same_changes(edits):
    """The files that the changes make differ from those of before by these changes, and the rest of a file stays as typed."""
    changes = compare_data(REAL, edited(REAL, edits)).changes
    files = amended_files(apply(REAL, map(as_object, changes)), DOCUMENTS, Schemas(ROOT))
    after = {file: data for file, data in REAL.items() if file not in files.contents}
    for file, content in files.contents.items():
        found = parse(content.decode(), file) if content is not None else None
        after |= {file: found.data} if isinstance(found, Document) else {}
    assert files.problems == ()
    assert same_changes(compare_data(REAL, after).changes) == same_changes(changes)


@SETTINGS
@given(EDITS, EDITS)
def test_the_changes_are_mirrored_when_reversed(first, second):
    """From new to old, every change is the mirror image of one from old to new."""
    old, new = edited(REAL, first), edited(REAL, second)
    forth, back = compare_data(old, new).changes, compare_data(new, old).changes
    assert sorted(map(repr, map(reverse, forth))) == sorted(map(repr, back))


@SETTINGS
@given(EDITS)
def test_the_changes_do_not_depend_on_the_order_of_files_and_keys(edits):
    """The same data gives the same document, byte for byte, however its files and keys are ordered."""
    new = edited(REAL, edits)
    shuffled = {path: dict(reversed(data.items())) for path, data in reversed(new.items())}
    found = [as_document(compare_data(REAL, side), "oud", "nieuw") for side in (new, new, shuffled)]
    assert json.dumps(found[0]) == json.dumps(found[1])
    assert sorted(map(repr, map(sorted_keys, found[0]["changes"]))) == sorted(
        map(repr, map(sorted_keys, found[2]["changes"]))
    )


def sorted_keys(change: dict[str, Any]) -> str:
    """Return a change as text, with its keys in order."""
    return json.dumps(change, sort_keys=True)


@SETTINGS
@given(EDITS)
def test_every_change_can_be_said(edits):
    """Whatever changed, there is a sentence and a draft decision for it, and its anchor is its own."""
    comparison = compare_data(REAL, edited(REAL, edits))
    for change in comparison.changes:
        assert sentence(change, comparison.names)
        assert decision(change, comparison.names)
    anchors = [change.anchor for change in comparison.changes]
    assert len(anchors) == len(set(anchors))


def test_equal_data_has_no_changes():
    """The real data is equal to itself."""
    assert compare_data(REAL, copy.deepcopy(REAL)).changes == ()


def test_changes_of_other_data_are_refused():
    """Changes that do not fit the data raise an error that names the item, instead of making something up."""
    path = "data/kernopgaven/platteland.yaml"
    new = copy.deepcopy(REAL)
    gone = new[path]["doelen"].pop(0)
    changes = as_document(compare_data(REAL, new), "oud", "nieuw")["changes"]
    with pytest.raises(ChangesDoNotFit, match=gone["id"]):
        apply(new, changes)
