"""What a version holds is what Git keeps of its files, however it is set up and whatever it holds already."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from polderkoers.changes.content import content_of
from polderkoers.changes.git import GitTree
from polderkoers.changes.kept import kept_content
from polderkoers.policy.tree import Folder, WithFiles
from support.git import git
from support.made_up import root_with

FILE = "data/themas.yaml"
LF, CRLF = b"\n", b"\r\n"


@pytest.fixture(autouse=True)
def no_settings_of_mine(monkeypatch):
    """Take the settings of whoever runs this away: they say how lines end."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def repository(place: Path, ends: bytes) -> Path:
    """Return a root of which Git holds a file with these ends of lines, and the root is all there is."""
    root = root_with(place)
    with_ends(root, ends)
    git(root, "init", "--quiet", *(() if place.name != "long" else ("--object-format=sha256",)))
    git(root, "-c", "core.autocrlf=false", "add", "--all")
    git(root, "commit", "--quiet", "--message", "x")
    return root


def with_ends(root: Path, ends: bytes, more: bytes = b"") -> None:
    """Give a file other ends of lines, and more at its end."""
    path = root / FILE
    path.write_bytes((path.read_bytes().replace(CRLF, LF) + more).replace(LF, ends))


def committed(root: Path) -> str:
    """Return the id that Git gives data/ once all is committed; the made-up policy has no list of versions."""
    (root / "data/versies.yaml").unlink(missing_ok=True)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "y")
    return git(root, "rev-parse", "HEAD:data")


@pytest.mark.parametrize("setting", ["false", "true", "input"])
@pytest.mark.parametrize("attributes", ["", "* text=auto\n", "*.yaml text\n", "*.yaml -text\n"])
@pytest.mark.parametrize("indexed", [LF, CRLF])
def test_the_ends_of_lines_are_those_git_keeps(tmp_path, setting, attributes, indexed):
    """A file that an editor saved for Windows is kept with the ends of lines that git add gives it."""
    root = repository(tmp_path / "root", indexed)
    git(root, "config", "core.autocrlf", setting)
    if attributes:
        (root / ".gitattributes").write_text(attributes, encoding="utf-8")
    for more in (b"", b"# iets\n"):
        with_ends(root, CRLF, more)
        told = kept_content(root, Folder(root))
        assert told == committed(root)


def test_what_a_filter_makes_of_a_file_is_what_counts(tmp_path):
    """A filter of the user changes what Git keeps, and with it what a version holds."""
    root = repository(tmp_path / "root", LF)
    git(root, "config", "filter.hoofd.clean", "tr a-z A-Z")
    (root / "data/.gitattributes").write_text("themas.yaml filter=hoofd\n", encoding="utf-8")
    git(root, "add", "--all")
    with_ends(root, LF, b"# iets\n")
    told = kept_content(root, Folder(root))
    git(root, "add", "--all")
    (root / "data/.gitattributes").unlink()
    git(root, "rm", "--quiet", "--cached", "data/.gitattributes")
    git(root, "commit", "--quiet", "--message", "y")
    assert told == git(root, "rev-parse", "HEAD:data")


def test_asking_changes_nothing(tmp_path):
    """The index and the objects of the repository stay as they were, also where an index is split."""
    root = repository(tmp_path / "root", LF)
    git(root, "config", "core.splitIndex", "true")
    with_ends(root, CRLF, b"# iets\n")
    before = {path: path.read_bytes() for path in (root / ".git").rglob("*") if path.is_file()}
    assert kept_content(root, Folder(root))
    assert {path: path.read_bytes() for path in (root / ".git").rglob("*") if path.is_file()} == before


def test_what_is_not_written_yet_is_asked_too(tmp_path):
    """A tree that holds something else than the disk is told as it would be committed."""
    root = repository(tmp_path / "root", CRLF)
    git(root, "config", "core.autocrlf", "true")
    new = {"data/nieuw.yaml": b"a\r\n", FILE: (root / FILE).read_bytes() + b"# iets\r\n"}
    told = kept_content(root, WithFiles(Folder(root), new))
    for file, content in new.items():
        (root / file).write_bytes(content)
    assert told == committed(root)


def test_what_git_holds_already_it_keeps_as_it_is(tmp_path):
    """A commit holds what it holds, however what is added now would be kept."""
    root = repository(tmp_path / "root", CRLF)
    git(root, "config", "core.autocrlf", "true")
    then = GitTree(root, git(root, "rev-parse", "HEAD"))
    with_ends(root, LF)
    git(root, "add", "--all")
    assert kept_content(root, then) == content_of(then) != kept_content(root, Folder(root))


def test_a_project_in_a_folder_of_a_repository_is_asked_there(tmp_path):
    """The attributes of the folders above a project count, and its paths begin at the project."""
    root = root_with(tmp_path / "onder/project")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "config", "core.autocrlf", "true")
    (tmp_path / ".gitattributes").write_text("onder/** -text\n", encoding="utf-8")
    with_ends(root, CRLF)
    told = kept_content(root, Folder(root))
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "x")
    assert told == git(tmp_path, "rev-parse", "HEAD:onder/project/data")


def test_a_repository_of_longer_ids_gives_the_same_hash(tmp_path):
    """What a version holds has the hash of SHA-1 in a repository of SHA-256."""
    told = []
    for name in ("short", "long"):
        root = repository(tmp_path / name, CRLF)
        with_ends(root, CRLF, b"# iets\n")
        told.append(kept_content(root, Folder(root)))
    assert told[0] == told[1] != content_of(Folder(root))


def test_without_git_it_is_what_the_files_hold(tmp_path, monkeypatch):
    """Without a repository, and without the program, lines end as Git usually keeps them."""
    root = root_with(tmp_path / "root")
    with_ends(root, CRLF)
    assert kept_content(root, Folder(root)) == content_of(Folder(root))
    monkeypatch.setenv("PATH", "")
    assert kept_content(root, Folder(root)) == content_of(Folder(root))
