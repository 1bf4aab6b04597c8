"""A comparison that reads only what differs says to the letter what one says that reads all of both versions."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from polderkoers.changes.compare import compare
from polderkoers.changes.impact import impact
from polderkoers.changes.pair import Pair
from polderkoers.changes.versions import load_version
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import Folder
from polderkoers.report.changes.comparison import ComparisonReport
from polderkoers.report.changes.formats import form_of
from support.edits import EDITS, edited
from support.gemeente import laid

SETTINGS = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def whole(old: Path, new: Path) -> ComparisonReport:
    """Return the report of two folders that were read whole."""
    before, after = (load_version(Folder(root), new) for root in (old, new))
    found = compare(before, after)
    return ComparisonReport(found, "a", "b", found.changes, impact(found.changes, before.policy, after.policy))


def partly(old: Path, new: Path) -> ComparisonReport:
    """Return the report of two folders of which only what differs was read."""
    pair = Pair(Folder(old), Folder(new), new)
    found = pair.comparison
    return ComparisonReport(found, "a", "b", found.changes, impact(found.changes, *pair.around(found.changes)))


def assert_same(one: ComparisonReport, other: ComparisonReport) -> None:
    """Assert that two reports are the same, as values and in words."""
    assert one.changes == other.changes
    assert one.impact == other.impact
    for name in ("text", "json"):
        assert form_of(name)(one) == form_of(name)(other)


def written(documents: dict[str, Any], root: Path) -> Path:
    """Write data as the files of a root, and return it."""
    for file, data in documents.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def polderdam(tmp_path_factory):
    """The data of a made-up municipality, by path."""
    documents = (read(source) for source in Folder(laid(tmp_path_factory.mktemp("x") / "polderdam")).data_files())
    return {document.file: document.data for document in documents if isinstance(document, Document)}


@settings(SETTINGS, max_examples=12)
@given(first=EDITS, second=EDITS)
def test_random_edits_give_the_same(polderdam, first, second):
    """Whatever was edited on both sides, in words and with all that it touches."""
    with TemporaryDirectory() as folder:
        old = written(edited(polderdam, first), Path(folder, "old"))
        new = written(edited(polderdam, second), Path(folder, "new"))
        assert_same(partly(old, new), whole(old, new))
