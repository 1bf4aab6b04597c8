"""Carrying out certain cures: all that is sure, nothing else, and the rest to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from messages import ROWS
from messages.row import BASIS, KERN, Row, basis
from polderkoers.policy.in_text import carried_out
from polderkoers.policy.load import load
from polderkoers.policy.mending import MendedLine, Mending, holds_conflict, mend
from polderkoers.problems import Repair
from support.made_up import root_with

SURE = tuple(row for row in ROWS if row.repaired)
UNSURE = tuple(row for row in ROWS if not row.repaired)


def root_of(tmp_path: Path, row: Row) -> Path:
    """Return a root with the files of a row."""
    root = root_with(tmp_path, BASIS, own_schemas=False)
    for file, content in row.files.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def contents(root: Path) -> dict[str, bytes]:
    """Return all data by file."""
    data = root / "data"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file()}


def with_text(tmp_path: Path, *edits: tuple[str, str]) -> Path:
    """Return a root whose kernopgave has pieces of its text replaced."""
    text = basis(KERN)
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    root = root_with(tmp_path, BASIS, own_schemas=False)
    (root / KERN).write_bytes(text.encode())
    return root


@pytest.mark.parametrize("row", SURE, ids=[row.name for row in SURE])
def test_a_certain_cure_is_carried_out_and_told(tmp_path, row):
    """What can be mended in one way alone is mended, so that no fault is left, and every changed line is told."""
    root = root_of(tmp_path, row)
    before = contents(root)
    done = mend(root).done
    assert [problem for problem in load(root).problems if problem.level == "fout"] == []
    assert done
    after = contents(root)
    told = {(each.file, each.line) for each in done}
    for file, content in before.items():
        if file in after:
            pairs = enumerate(zip(content.split(b"\n"), after[file].split(b"\n"), strict=True), start=1)
            assert all((file, number) in told for number, (old, new) in pairs if old != new)


@pytest.mark.parametrize("row", UNSURE, ids=[row.name for row in UNSURE])
def test_what_can_be_mended_in_two_ways_stays_as_it_is(tmp_path, row):
    """A fault whose cure is for a person to choose is left alone, to the byte."""
    root = root_of(tmp_path, row)
    before = contents(root)
    assert mend(root) == Mending(())
    assert contents(root) == before


def test_all_else_stays_the_same_to_the_byte(tmp_path):
    """Remarks, blanks at the end, line breaks of Windows and the mark at the start of a file stay as they are."""
    text = (
        basis(KERN)
        .replace("titel: Veilig buiten", "titel:Veilig buiten")
        .replace("nummer: 2\ninl", "nummer:   2   # twee\ninl")
    )
    root = root_with(tmp_path, BASIS, own_schemas=False)
    raw = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    (root / KERN).write_bytes(raw)
    assert mend(root).done == (MendedLine(KERN, 3, "titel:Veilig buiten", "titel: Veilig buiten"),)
    assert (root / KERN).read_bytes() == raw.replace(b"titel:Veilig", b"titel: Veilig")


def test_many_faults_of_one_file_are_mended_at_once(tmp_path):
    """Faults that hide each other are mended one after the other, and the file is written once."""
    root = with_text(
        tmp_path,
        ("titel: Veilig buiten", "Titel: “Veilig: buiten”"),
        ('versie: "1.0"', "versie: 1.0"),
        ("vastgesteld_op: 2020-06-28", "vastgesteld_op: 28 juni 2020"),
        ("  - id: doel-veilig-fietsen", "  • id: doel-veilig-fietsen"),
        ("    naam: Lichte straten", "\t\tnaam: Lichte straten"),
    )
    done = mend(root).done
    assert [each.line for each in done] == [3, 4, 6, 19, 24]
    assert [problem for problem in load(root).problems if problem.level == "fout"] == []


def test_what_cannot_be_mended_is_left_beside_what_can(tmp_path):
    """A certain cure is carried out also when another fault of the file is left."""
    root = with_text(tmp_path, ('versie: "1.0"', "versie: 1.0"), ("    nummer: 2", "    nummer: twee"))
    assert [each.line for each in mend(root).done] == [4]
    assert [problem.line for problem in load(root).problems] == [25]


@pytest.mark.parametrize("content", [b"titel: Vrij \xe9\xe9n\n", "titel: x\n".encode("utf-16"), b"\x00\x01"])
def test_a_file_that_is_no_utf_8_is_left_alone(tmp_path, content):
    """What cannot be read for certain is not written."""
    root = root_with(tmp_path, BASIS, own_schemas=False)
    (root / KERN).write_bytes(content)
    assert mend(root).done == ()
    assert (root / KERN).read_bytes() == content


def test_two_files_that_want_one_name_keep_theirs(tmp_path):
    """A file does not get a name that another wants as well."""
    root = root_with(tmp_path, BASIS, own_schemas=False)
    (root / KERN).rename(root / "data/kernopgaven/veilig-buiten.yml")
    (root / "data/kernopgaven/veilig-buiten.yaml.txt").write_text(basis(KERN), encoding="utf-8")
    before = contents(root)
    assert mend(root).done == ()
    assert contents(root) == before


def test_only_the_files_that_are_named_are_mended(tmp_path):
    """A file that was not asked for keeps its faults."""
    root = with_text(tmp_path, ('versie: "1.0"', "versie: 1.0"))
    assert mend(root, ("data/organisaties.yaml",)).done == ()
    assert [each.line for each in mend(root, ("data/kernopgaven",)).done] == [4]


def test_marks_of_a_conflict_are_seen(tmp_path):
    """Data with marks of Git is not for mending."""
    root = with_text(tmp_path, ("nummer: 2\ninl", "<<<<<<< HEAD\nnummer: 2\n=======\nnummer: 3\n>>>>>>> x\ninl"))
    assert holds_conflict(root)
    assert not holds_conflict(root_with(tmp_path / "schoon", BASIS, own_schemas=False))


def test_a_repair_takes_the_place_of_what_stood_there():
    """The end of a repair is not part of it, and its line breaks are those of the text."""
    assert carried_out("een\r\ntwee\r\ndrie", Repair(2, 1, 3, 2, "2\n3")) == "een\r\n2\r\n3rie"


UNSURE_VALUES = (
    ("bron: {document: visie-2020, plek: Hoofdstuk 2}", "bron: het document: visie-2020"),
    ("        waarde: 86", "        waarde: 2020: 86"),
)


@pytest.mark.parametrize(("old", "new"), UNSURE_VALUES)
def test_a_repair_after_which_the_same_place_is_still_wrong_is_not_carried_out(tmp_path, old, new):
    """What only moves a fault to another rule or to the next line is no cure, and the file stays as it is."""
    root = with_text(tmp_path, (old, new))
    before = contents(root)
    assert mend(root).done == ()
    assert contents(root) == before
