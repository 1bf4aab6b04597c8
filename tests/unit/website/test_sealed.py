"""What is kept from one build to the next is read where nothing may be written, and clears away only what it wrote itself."""

from __future__ import annotations

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest

from polderkoers.website.sealed import Sealed

HEAD = b"proef-1\n"


def key(number: int) -> str:
    """Return a fingerprint."""
    return sha256(str(number).encode()).hexdigest()


def kept(folder: Path) -> Sealed:
    """Return what is kept in a folder."""
    return Sealed(folder, HEAD, 1000)


def files(folder: Path) -> list[Path]:
    """Return the files below a folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_may_only_be_read_is_read(tmp_path, monkeypatch):
    """In a folder of another user, or one for reading alone, it cannot be noted that something was wanted; it is given all the same."""
    kept(tmp_path).put(key(1), b"een")

    def refused(*_):
        raise PermissionError

    monkeypatch.setattr(os, "utime", refused)
    assert kept(tmp_path).get(key(1)) == b"een"


@pytest.mark.parametrize("name", ["brief.txt", key(9)[2:]])
def test_files_of_others_stay(tmp_path, name):
    """Where the folder is a link to one with other files, those stay, however many are kept, and whatever they are called."""
    others = [tmp_path / "elders" / f"{number:02}" / name for number in range(9)]
    for path in others:
        path.parent.mkdir(parents=True)
        path.write_text("Van iemand anders", encoding="utf-8")
    (tmp_path / "bewaard").symlink_to(tmp_path / "elders")
    kept(tmp_path / "bewaard").bound(1)
    assert files(tmp_path / "elders") == others


def test_what_was_not_finished_goes_in_its_turn(tmp_path):
    """Of what is kept only so much stays, and what a build that was stopped had begun to write goes too."""
    kept(tmp_path).put(key(0), b"nul")
    [whole] = files(tmp_path)
    begun = [whole.with_name(f"{whole.name}-begonnen{number}") for number in range(2)]
    for path, content in zip(begun, (b"", HEAD[:4]), strict=True):
        path.write_bytes(content)
        os.utime(path, (0, 0))
    for number in range(1, 5):
        kept(tmp_path).put(key(number), b"later")
    kept(tmp_path).bound(1)
    assert len(files(tmp_path)) == 3
    assert not {*begun} & {*files(tmp_path)}


def test_a_full_disk_keeps_nothing_and_leaves_nothing(tmp_path, monkeypatch):
    """Where there is no room, what was to be kept is not there, and no half file is either; the build that made it goes on."""

    def full(*_):
        raise OSError(errno.ENOSPC, "vol")

    monkeypatch.setattr(Path, "replace", full)
    kept(tmp_path).put(key(1), b"een")
    assert kept(tmp_path).get(key(1)) is None
    assert files(tmp_path) == []
