"""Writing several files: all of them or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from polderkoers.errors import FilesUnwritable
from polderkoers.policy.canonical.together import write_together


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with two files."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_bytes(b"oud")
    (tmp_path / "a.yaml").chmod(0o640)
    return tmp_path


def held(root: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {path.name: path.read_bytes() for path in root.iterdir()}


def test_all_files_get_their_content_and_keep_their_mode(root):
    """Files that are there keep their mode, and a new one is made."""
    write_together(root, {"a.yaml": b"a", "b.yaml": b"b", "c.yaml": b"c"})
    assert held(root) == {"a.yaml": b"a", "b.yaml": b"b", "c.yaml": b"c"}
    assert (root / "a.yaml").stat().st_mode & 0o777 == 0o640


def test_a_place_that_cannot_be_written_leaves_everything(root):
    """When one file has no folder to stand in, no file changes and nothing is left behind."""
    with pytest.raises(FilesUnwritable, match=r"Het bestand weg/c\.yaml kan niet worden geschreven"):
        write_together(root, {"a.yaml": b"a", "weg/c.yaml": b"c"})
    assert held(root) == {"a.yaml": b"oud", "b.yaml": b"oud"}


@pytest.mark.parametrize("error", [OSError(28, "vol"), KeyboardInterrupt()])
def test_what_stops_half_way_is_taken_back(root, monkeypatch, error):
    """When the last file cannot be put in place, or someone presses Ctrl-C, those before it get their old content."""
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "c.yaml":
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(FilesUnwritable if isinstance(error, OSError) else KeyboardInterrupt):
        write_together(root, {"new.yaml": b"n", "a.yaml": b"a", "c.yaml": b"c"})
    assert held(root) == {"a.yaml": b"oud", "b.yaml": b"oud"}


def test_a_link_inside_stays_a_link(root):
    """A link is followed: the file behind it changes."""
    (root / "link.yaml").symlink_to("a.yaml")
    write_together(root, {"link.yaml": b"nieuw"})
    assert (root / "link.yaml").is_symlink()
    assert (root / "a.yaml").read_bytes() == b"nieuw"


def test_a_file_that_must_go_goes_with_the_others(root):
    """A file that is called otherwise is new under one name and gone under the other."""
    write_together(root, {"c.yaml": b"oud"}, gone=["b.yaml"])
    assert held(root) == {"a.yaml": b"oud", "c.yaml": b"oud"}


def test_a_file_that_cannot_go_leaves_everything(root):
    """When one file cannot be taken away, those before it are back, also one that went already."""
    with pytest.raises(FilesUnwritable):
        write_together(root, {"a.yaml": b"a"}, gone=["b.yaml", "nergens.yaml"])
    assert held(root) == {"a.yaml": b"oud", "b.yaml": b"oud"}
