"""A report of the basis and the basis with edits in it, for the tests of every form."""

from __future__ import annotations

import itertools

import pytest

from polderkoers.changes.compare import compare
from polderkoers.changes.deciding.draft import draft_of
from polderkoers.changes.impact import impact
from polderkoers.policy.load import load
from polderkoers.report.changes.comparison import ComparisonReport
from support.changes import HERE, apply_edit
from support.made_up import root_with


@pytest.fixture
def versions(tmp_path):
    """Return a function that gives the basis, and the basis with edits in it."""
    counted = itertools.count()

    def make(*edits, old=()):
        found = []
        target = tmp_path / str(next(counted))
        for name, mine in (("old", old), ("new", edits)):
            root = root_with(target / name, HERE / "basis")
            for edit in mine:
                apply_edit(root, edit)
            found.append(load(root))
        return found

    return make


@pytest.fixture
def report(versions):
    """Return a function that makes the report of edits; what is given by name goes into the report."""

    def make(*edits, old=(), **values):
        before, after = versions(*edits, old=old)
        found = compare(before, after)
        touched = impact(found.changes, before.policy, after.policy)
        told = {
            "old_name": "2012",
            "new_name": "2025",
            "changes": found.changes,
            "impact": touched,
            "draft": draft_of(found),
        }
        return ComparisonReport(found, **{**told, **values})

    return make
