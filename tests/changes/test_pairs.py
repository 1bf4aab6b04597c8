"""The table of pairs: for each what must be found, that it can be applied, and that it is a mirror image in reverse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest

from polderkoers.changes.amending.applying import apply
from polderkoers.changes.amending.files import amended_files
from polderkoers.changes.compare import Comparison, compare, compare_data
from polderkoers.changes.deciding.draft import draft_of
from polderkoers.changes.document import as_document, as_object
from polderkoers.changes.impact import impact
from polderkoers.changes.pair import TreePair
from polderkoers.changes.sameness import canonical
from polderkoers.changes.wording import sentence
from polderkoers.policy.load import load
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.schema import Schemas
from polderkoers.policy.tree import Folder
from support.changes import HERE, Pair, as_line, pairs, same_changes
from support.made_up import ROOT, document, root_with
from support.mirror import reverse
from support.replay import replay

PAIRS = pairs()
SCHEMA = json.loads((ROOT / "schema" / "uitvoer" / "wijzigingen.schema.json").read_text(encoding="utf-8"))


class Built(NamedTuple):
    """A row of the table, with its two versions loaded and compared."""

    pair: Pair
    roots: tuple[Path, Path]
    loaded: tuple[Loaded, Loaded]
    comparison: Comparison


@pytest.fixture(params=PAIRS, ids=lambda pair: pair.name, scope="module")
def row(request, tmp_path_factory):
    """Each row of the table."""
    old, new = request.param.build(tmp_path_factory.mktemp("pair"))
    loaded = (load(old), load(new))
    return Built(request.param, (old, new), loaded, compare(*loaded))


def test_a_pair_gives_exactly_its_changes(row):
    """Kind, item, field, significance and meaning of each change are as the table says, in that order."""
    assert [as_line(change) for change in row.comparison.changes] == list(row.pair.expected)


def test_a_pair_gives_the_same_when_only_what_differs_is_read(row):
    """The changes, and all that they touch, are those that come of reading both versions whole."""
    old, new = row.roots
    both = TreePair(Folder(old), Folder(new), new)
    changes = both.comparison.changes
    assert changes == row.comparison.changes
    before, after = (side.policy for side in row.loaded)
    assert impact(changes, *both.around(changes)) == impact(changes, before, after)


def test_a_pair_is_valid(row):
    """Both versions pass all checks."""
    assert [
        problem
        for side in row.loaded
        for problem in side.problems
        if problem.level == "fout" and problem.rule != "letters-verminkt"
    ] == []


def test_a_pair_compared_the_other_way_around_is_its_mirror_image(row):
    """From new to old, added is removed, old is new, and sharpened is weakened."""
    old, new = row.loaded
    mirrored = map(reverse, row.comparison.changes)
    assert sorted(map(repr, mirrored)) == sorted(map(repr, compare(new, old).changes))


def test_the_changes_of_a_pair_turn_the_old_data_into_the_new(row):
    """The JSON document is valid for its published schema, and applied to the old data it gives the new."""
    told = json.loads(json.dumps(as_document(row.comparison, "oud", "nieuw")))
    jsonschema.validate(told, SCHEMA)
    before, after = ({found.file: found.data for found in side.documents} for side in row.loaded)
    assert canonical(apply(before, told["changes"]).documents) == canonical(after)


def test_a_pair_is_an_amendment_that_can_be_accepted(row):
    """The files that the changes make of the old ones, comments and all, differ from them by exactly these changes."""
    documents = {held.file: held for held in row.loaded[0].documents}
    data = {file: held.data for file, held in documents.items()}
    changes = compare_data(data, {held.file: held.data for held in row.loaded[1].documents}).changes
    files = amended_files(apply(data, map(as_object, changes)), documents, Schemas(ROOT))
    assert files.problems == ()
    after = data | {file: document(text.decode(), file).data for file, text in files.contents.items() if text}
    found = compare_data(
        data, {file: held for file, held in after.items() if files.contents.get(file, b"") is not None}
    )
    assert same_changes(found.changes) == same_changes(changes)


def test_a_pair_can_be_said_in_words(row):
    """Every change has a sentence and a number, every number a line, and no two changes have the same anchor."""
    names, draft = row.comparison.names, draft_of(row.comparison)
    lines = [point.line.words for article in draft.articles for point in article.points]
    for words in [*(sentence(change, names) for change in row.comparison.changes), *lines]:
        assert words[0].isupper()
        assert words.endswith((".", ".'", ":"))
        assert "None" not in words
        assert "  " not in words
    anchors = [change.anchor for change in row.comparison.changes]
    assert len(anchors) == len(set(anchors))


def test_the_decision_of_a_pair_gives_the_new_text(row):
    """A clerk with the text of the decision alone gets the new text, whether lines name what is in force or what then stands."""
    before, after = ({found.file: found.data for found in side.documents} for side in row.loaded)
    for in_order in (False, True):
        done = replay(before, after, row.comparison, in_order=in_order)
        assert done.made == done.wanted


def test_the_table_is_large_enough():
    """There are at least sixty pairs, at least fifteen of which expect nothing, and no name stands twice."""
    assert len(PAIRS) >= 60
    assert sum(not pair.expected for pair in PAIRS) >= 15
    assert len({pair.name for pair in PAIRS}) == len(PAIRS)


def test_the_basis_of_the_pairs_is_valid(tmp_path):
    """The files that every pair starts from give one warning alone: a file says when it was adopted but has no status, which pairs add."""
    problems = load(root_with(tmp_path, HERE / "basis")).problems
    assert {(problem.file, problem.rule) for problem in problems} == {
        ("data/kernopgaven/prettig-leven.yaml", "concept-vastgesteld")
    }
