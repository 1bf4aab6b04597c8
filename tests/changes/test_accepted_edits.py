"""Random edits as amendments: what is written differs from what was there by exactly the changes."""

from __future__ import annotations

from hypothesis import given

from polderkoers.changes.amending.applying import apply
from polderkoers.changes.amending.files import amended_files
from polderkoers.changes.compare import compare_data
from polderkoers.changes.document import as_object
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, parse
from support.changes import same_changes
from support.edits import EDITS, edited
from support.made_up import ROOT
from support.real import DOCUMENTS, FEW, REAL


@FEW
@given(EDITS)
def test_accepting_edits_as_an_amendment_gives_exactly_the_same_changes(edits):
    """The files that the changes make differ from those of before by these changes alone."""
    changes = compare_data(REAL, edited(REAL, edits)).changes
    files = amended_files(apply(REAL, map(as_object, changes)), DOCUMENTS, Schemas(ROOT))
    after = {file: data for file, data in REAL.items() if file not in files.contents}
    for file, content in files.contents.items():
        found = parse(content.decode(), file) if content is not None else None
        after |= {file: found.data} if isinstance(found, Document) else {}
    assert files.problems == ()
    assert same_changes(compare_data(REAL, after).changes) == same_changes(changes)
