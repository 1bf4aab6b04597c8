"""Two sides with edits drawn at random, merged: nothing is lost without being shown, and it does not matter which side is named first."""

from __future__ import annotations

import json
from collections import Counter

from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st

from polderkoers.changes.amending.applying import apply
from polderkoers.changes.amending.misfit import ChangesDoNotFit
from polderkoers.changes.compare import compare_data
from polderkoers.changes.document import as_document
from polderkoers.changes.merging.trees import TreeMerge
from polderkoers.changes.sameness import canonical
from polderkoers.policy.canonical.edit import with_data, written
from polderkoers.policy.canonical.entries import entries_of
from polderkoers.policy.canonical.nodes import comments_of_entry
from polderkoers.policy.model.kinds import NOT_COMPARED
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import DataFile
from support.edits import EDIT, edited
from support.merging import BASE, HOUSES, SCHEMAS
from support.tries import tries

# What is edited: few files, so that both sides often touch the same.
FILES = (
    HOUSES,
    "data/kernopgaven/groene-buurten.yaml",
    "data/programmalijnen/gezond-en-actief.yaml",
    "data/themas.yaml",
)
FEW = {file: BASE[file] for file in FILES}
EDITS = st.lists(EDIT, min_size=1, max_size=4)
LINES = st.lists(st.tuples(st.integers(0, 500), st.sampled_from("abc")), max_size=3)
SETTINGS = settings(
    max_examples=tries(10), deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def document_of(contents, file):
    """Return a file as a document; the test fails when it cannot be read."""
    found = read(DataFile(file, lambda: contents[file]))
    assert isinstance(found, Document), found
    return found


def data_of(contents):
    """Return the data of all files that a comparison looks at."""
    found = {file: document_of(contents, file).data for file in contents}
    return {file: data for file, data in found.items() if data["soort"] not in NOT_COMPARED}


def side(edits, lines):
    """Return the files with edits made in their data, and comments put between their lines."""
    try:
        new = edited(data_of(FEW), edits)
    except (ZeroDivisionError, KeyError):
        reject()
    found = {}
    for file, data in new.items():
        text = written(data, file, SCHEMAS)
        if file in FEW:
            was = document_of(FEW, file)
            text = with_data(was, data, SCHEMAS, keep_comments=True)
        assume(isinstance(text, str))
        found[file] = text.encode()
    for place, word in lines:
        _put_comment(found, place, word)
    return found


def _put_comment(found, place, word):
    """Put a comment above the line of an item."""
    file = sorted(found)[place % len(found)]
    rows = found[file].decode().split("\n")
    items = [number for number, row in enumerate(rows) if row.lstrip().startswith("- id:")]
    if items:
        number = items[place % len(items)]
        indent = len(rows[number]) - len(rows[number].lstrip())
        rows.insert(number, f"{' ' * indent}# Opmerking {word} {place}.")
        found[file] = "\n".join(rows).encode()


SIDES = st.builds(side, EDITS, LINES)


def merge(one, other, base=FEW):
    """Return three states, to be merged as often as something else is decided."""
    return TreeMerge((base, one, other), SCHEMAS)


def comments(contents):
    """Return all comments of some files."""
    found = Counter()
    for file in contents:
        found += Counter(comments_of_entry(entries_of(document_of(contents, file), SCHEMAS)))
    return found


def changes(old, new):
    """Return what differs between two states, as plain values."""
    return json.loads(json.dumps(as_document(compare_data(data_of(old), data_of(new)), "a", "b")))["changes"]


@SETTINGS
@given(SIDES, SIDES)
def test_what_one_side_changed_stands_in_the_outcome_or_clashes(one, other):
    """Carried out on the other side, the changes of one side give the outcome; where they do not fit, something clashes or moved."""
    found = merge(one, other).outcome()
    assert not found.unread
    if found.clashes:
        return
    for first, second in ((one, other), (other, one)):
        try:
            wanted = apply(data_of(second), changes(FEW, first)).documents
        except ChangesDoNotFit:
            continue
        assert canonical(wanted) == canonical(data_of(found.contents))


@SETTINGS
@given(SIDES, SIDES)
def test_what_clashes_is_there_as_each_side_has_it(one, other):
    """With the choice for a side, what that side changed is all there: nothing of it is told to be otherwise."""
    work = merge(one, other)
    for name, chosen in (("een", one), ("ander", other)):
        contents = work.outcome(otherwise=name).contents
        mine, again = changes(FEW, chosen), merge(chosen, contents, chosen).outcome()
        assert again.contents == contents
        refs = {change["ref"] for change in mine if change["kind"] == "removed"}
        back = {change["ref"] for change in changes(chosen, contents) if change["kind"] == "added"}
        assert not refs & back


@SETTINGS
@given(SIDES, SIDES)
def test_it_does_not_matter_which_side_is_named_first(one, other):
    """The outcome is the same to the byte, and the same things clash, with the sides told the other way around."""
    forth, back = merge(one, other), merge(other, one)
    assert forth.outcome(otherwise="een").contents == back.outcome(otherwise="ander").contents
    told = [[clash.key for clash in work.outcome().clashes] for work in (forth, back)]
    assert sorted(told[0]) == sorted(told[1])


@SETTINGS
@given(SIDES)
def test_an_unchanged_side_and_an_equal_one_change_nothing(one):
    """Merged with what it was, or with itself, a side is what it is, to the byte."""
    for sides in ((one, FEW), (FEW, one), (one, one)):
        found = merge(*sides).outcome()
        assert found.contents == one
        assert not found.clashes


@SETTINGS
@given(SIDES, SIDES)
def test_no_comment_that_a_side_added_is_lost(one, other):
    """A comment of either side stands in the outcome, unless it is at what clashes."""
    found = merge(one, other).outcome()
    if found.clashes:
        return
    was, after = comments(FEW), comments(found.contents)
    for each in (one, other):
        assert not (comments(each) - was) - after
