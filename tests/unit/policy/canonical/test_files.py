"""Formatting the files of a root: what differs, what is left alone, and how files are written."""

from __future__ import annotations

import shutil

import pytest

from polderkoers.errors import FolderMissing
from polderkoers.policy.canonical import canonical, files, format_files
from polderkoers.policy.schema import Schemas
from polderkoers.policy.values import same
from support.gemeente import INSTANCE
from support.made_up import ROOT, document, root_with

FILE = "data/kernopgaven/fijn-wonen.yaml"


@pytest.fixture
def root(tmp_path):
    """A small root of which every file is in its canonical form."""
    made = root_with(tmp_path)
    format_files(made, write=True)
    return made


def test_a_formatted_root_has_no_differences(root):
    """After writing, nothing differs any more."""
    found = format_files(root, write=False)
    assert (found.differing, found.problems) == ((), ())
    assert found.file_count == len(list((root / "data").rglob("*.yaml")))


def test_looking_writes_nothing(root):
    """Without writing, a file that differs is named and stays as it is."""
    path = root / FILE
    text = path.read_text(encoding="utf-8") + "\n\n"
    path.write_text(text, encoding="utf-8")
    assert format_files(root, write=False).differing == (FILE,)
    assert path.read_text(encoding="utf-8") == text


def test_writing_changes_only_what_differs(root):
    """A file that differs gets its form and keeps its mode; others are not touched; no other files stay behind."""
    path = root / FILE
    formed = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + formed.replace(b"\n", b"\r\n"))
    path.chmod(0o640)
    before = {found: found.stat().st_mtime_ns for found in (root / "data").rglob("*.yaml") if found != path}
    assert format_files(root, write=True).differing == (FILE,)
    assert path.read_bytes() == formed
    assert path.stat().st_mode & 0o777 == 0o640
    assert {found: found.stat().st_mtime_ns for found in before} == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"titel: [\n", "yaml-syntaxis"),
        (b"titel: caf\xe9\n", "bestand-leesbaar"),
        (b"a: 1\na: 2\n", "dubbele-sleutel"),
        (b"", "leeg-bestand"),
    ],
)
def test_a_file_with_a_problem_is_left_alone(root, content, rule):
    """What cannot be read is reported and not written, and the other files are formatted all the same."""
    path, other = root / FILE, root / "data" / "themas.yaml"
    path.write_bytes(content)
    other.write_bytes(other.read_bytes() + b"\n")
    found = format_files(root, write=True)
    assert [(problem.file, problem.rule) for problem in found.problems] == [(FILE, rule)]
    assert found.differing == ("data/themas.yaml",)
    assert path.read_bytes() == content


def test_another_extension_is_reported(root):
    """A file that is no .yaml is not formatted but reported."""
    (root / "data" / "x.yml").write_text("a:   1\n", encoding="utf-8")
    found = format_files(root, write=True)
    assert [problem.rule for problem in found.problems] == ["bestandsnaam"]
    assert (root / "data" / "x.yml").read_text(encoding="utf-8") == "a:   1\n"


def test_a_file_that_cannot_be_written_stays_whole(root, monkeypatch):
    """When writing fails, the old file is still there, nothing else is, and the problem says so."""
    path = root / FILE
    old = path.read_bytes() + b"\n"
    path.write_bytes(old)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(files.shutil, "copymode", refuse)
    found = format_files(root, write=True)
    assert [(problem.file, problem.rule) for problem in found.problems] == [(FILE, "bestand-schrijfbaar")]
    assert found.differing == ()
    assert path.read_bytes() == old
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_link_stays_a_link(root):
    """A link within the project is followed: the file that it points to gets the form."""
    path, target = root / FILE, root / "elders.yaml"
    formed = path.read_bytes()
    shutil.move(path, target)
    path.symlink_to(target)
    target.write_bytes(formed + b"\n")
    assert format_files(root, write=True).differing == (FILE,)
    assert path.is_symlink()
    assert target.read_bytes() == formed


def test_a_root_without_data_is_refused(tmp_path):
    """Where there is no data folder there is nothing to format."""
    shutil.copytree(ROOT / "schema", tmp_path / "schema")
    with pytest.raises(FolderMissing):
        format_files(tmp_path, write=False)


def test_a_whole_policy_has_a_form():
    """Every file of a municipality has a canonical form with the same data, which is its own form."""
    schemas = Schemas(ROOT)
    paths = sorted((INSTANCE / "data").rglob("*.yaml"))
    assert len(paths) >= 16
    for path in paths:
        text = path.read_text(encoding="utf-8")
        form = canonical(text, path.name, schemas)
        assert isinstance(form, str), form
        assert same(document(form).data, document(text).data), path
        assert canonical(form, path.name, schemas) == form, path
