"""A comparison that reads only what differs says to the letter what one says that reads all of both versions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings

from polderkoers.changes.compare import Comparison, compare
from polderkoers.changes.deciding.draft import draft_of
from polderkoers.changes.impact import Touched, impact
from polderkoers.changes.pair import TreePair
from polderkoers.changes.versions import load_version
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import Folder
from polderkoers.report.changes.comparison import ComparisonReport
from polderkoers.report.changes.formats import form_of
from support.changes import DEFAULT, HERE
from support.edits import EDITS, edited
from support.gemeente import INSTANCE
from support.made_up import root_with
from support.tries import tries

SETTINGS = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def whole(old: Path, new: Path) -> ComparisonReport:
    """Return the report of two folders that were read whole."""
    before, after = (load_version(Folder(root), new) for root in (old, new))
    found = compare(before, after)
    return reported(found, impact(found.changes, before.policy, after.policy))


def partly(old: Path, new: Path) -> ComparisonReport:
    """Return the report of two folders of which only what differs was read."""
    pair = TreePair(Folder(old), Folder(new), new)
    found = pair.comparison
    return reported(found, impact(found.changes, *pair.around(found.changes)))


def reported(found: Comparison, touched: tuple[Touched, ...]) -> ComparisonReport:
    """Return the report of a comparison, with its draft decision."""
    return ComparisonReport(found, "a", "b", found.changes, touched, draft=draft_of(found))


def assert_same(one: ComparisonReport, other: ComparisonReport) -> None:
    """Assert that two reports are the same, as values and in words."""
    assert one.changes == other.changes
    assert one.impact == other.impact
    # A file that has one fault on both sides is the same there, and only reading it would tell.
    first, second = (replace(each, comparison=replace(each.comparison, skipped=())) for each in (one, other))
    for name in ("text", "json", "besluit"):
        assert form_of(name)(first) == form_of(name)(second)


def written(documents: dict[str, Any], root: Path) -> Path:
    """Write data as the files of a root, and return it."""
    for file, data in documents.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return root


def polderdam() -> dict[str, Any]:
    """Return the data of a made-up municipality, by path."""
    documents = (read(source) for source in Folder(INSTANCE).data_files())
    return {document.file: document.data for document in documents if isinstance(document, Document)}


POLDERDAM = polderdam()


@settings(SETTINGS, max_examples=tries(12))
@given(first=EDITS, second=EDITS)
def test_random_edits_give_the_same(first, second):
    """Whatever was edited on both sides, in words and with all that it touches."""
    with TemporaryDirectory() as folder:
        old = written(edited(POLDERDAM, first), Path(folder, "old"))
        new = written(edited(POLDERDAM, second), Path(folder, "new"))
        assert_same(partly(old, new), whole(old, new))


def with_link(root: Path) -> Path:
    """Return the made-up municipality in a folder, with a goal of another file that leads to a goal of Fijn wonen."""
    file = root_with(root, HERE / "basis") / "data" / "kernopgaven" / "prettig-leven.yaml"
    link = "{met: fijn-wonen/doel-groen, soort: vervolg op, waarom: Het hoort erbij., gelegd_door: bron}"
    begin, goals, rest = file.read_text(encoding="utf-8").partition("\ndoelen:\n")
    first, _, more = rest.partition("\n")
    file.write_text(f"{begin}{goals}{first}\n    samenhang:\n      - {link}\n{more}", encoding="utf-8")
    return root


def test_a_reference_that_did_not_follow_is_told_in_a_file_that_is_the_same(tmp_path):
    """Two goals changed ids, and a file that nobody touched leads to the other one now: reading it is needed to know that."""
    old, new = with_link(tmp_path / "old"), with_link(tmp_path / "new")
    file = new / DEFAULT
    text = (
        file.read_text(encoding="utf-8").replace("doel-groen", "doel-x").replace("doel-minder-leegstand", "doel-groen")
    )
    file.write_text(text.replace("doel-x", "doel-minder-leegstand"), encoding="utf-8")
    found = partly(old, new)
    assert [change.kind for change in found.changes] == ["moved", "moved", "removed", "added"]
    assert_same(found, whole(old, new))
