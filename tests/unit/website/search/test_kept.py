"""The search of an earlier build is laid down again when it is sure to be the same, and made anew otherwise."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from polderkoers.website.sealed import Sealed
from polderkoers.website.search import index, kept
from polderkoers.website.search.index import write_index
from polderkoers.website.search.kept import FOLDER, KeptIndex
from polderkoers.website.search.page import SearchPage
from polderkoers.website.search.text import Piece

PAGES = [
    SearchPage(
        f"p{number}/",
        f"Bladzijde {number}",
        number,
        (Piece(2, "kop", "Gemeenteraad"), Piece(0, "", f"De gemeenteraad zegt {number}")),
        ("oppas",),
        {"soort": ("Begrip",)},
    )
    for number in range(3)
]
LEADS = {"oppas": ["p1/"]}


@pytest.fixture
def runs(monkeypatch):
    """Count how often Pagefind is started."""
    started = []
    run = index._run  # noqa: SLF001 - the one place that starts it

    def counted(documents, target):
        started.append(target)
        run(documents, target)

    monkeypatch.setattr(index, "_run", counted)
    return started


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return what every file in a folder holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_pages_start_nothing_and_give_the_same_bytes(tmp_path, runs):
    """A second build of the same pages lays the same files down, also in another order and over another index, without Pagefind."""
    write_index(PAGES, LEADS, ["van"], tmp_path / "zonder")
    write_index(PAGES, LEADS, ["van"], tmp_path / "een", KeptIndex(tmp_path, b"1"))
    write_index(PAGES[:1], {}, [], tmp_path / "twee")
    runs.clear()
    write_index(reversed(PAGES), {"oppas": ("p1/",)}, ["van"], tmp_path / "twee", KeptIndex(tmp_path, b"1"))
    assert not runs
    assert bytes_of(tmp_path / "zonder") == bytes_of(tmp_path / "een") == bytes_of(tmp_path / "twee")


@pytest.mark.parametrize(
    ("made_of", "engine"),
    [
        (([replace(PAGES[0], title="Anders"), *PAGES[1:]], LEADS, ["van"]), b"1"),
        (([replace(PAGES[0], pieces=(Piece(0, "", "Anders"),)), *PAGES[1:]], LEADS, ["van"]), b"1"),
        (([replace(PAGES[0], facets={"soort": ("Plan",)}), *PAGES[1:]], LEADS, ["van"]), b"1"),
        ((PAGES[1:], LEADS, ["van"]), b"1"),
        ((PAGES, {"oppas": ["p2/"]}, ["van"]), b"1"),
        ((PAGES, LEADS, ["van", "zegt"]), b"1"),
        ((PAGES, LEADS, ["van"]), b"2"),
    ],
)
def test_anything_else_is_made_anew(tmp_path, runs, made_of, engine):
    """Another title, text, filter, page, word of residents, word that says nothing, or engine: Pagefind makes the index."""
    write_index(PAGES, LEADS, ["van"], tmp_path / "een", KeptIndex(tmp_path, b"1"))
    runs.clear()
    write_index(*made_of, tmp_path / "een", KeptIndex(tmp_path, engine))
    assert len(runs) == 1
    write_index(*made_of, tmp_path / "zonder")
    assert bytes_of(tmp_path / "een") == bytes_of(tmp_path / "zonder")


def test_another_pagefind_makes_its_own_index(tmp_path, monkeypatch):
    """The version of Pagefind, and what the environment tells it, are part of what an index is known by."""
    key = KeptIndex(tmp_path, b"1").key(PAGES, LEADS, ())
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    told = KeptIndex(tmp_path, b"1").key(PAGES, LEADS, ())
    monkeypatch.setattr(kept, "_version", lambda name: f"99 {name}")
    assert len({key, told, KeptIndex(tmp_path, b"1").key(PAGES, LEADS, ())}) == 3


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "moved", "gone"])
def test_what_is_damaged_is_made_anew(tmp_path, runs, damage):
    """An index that was cut off, changed, put in the place of another or thrown away is not believed."""
    write_index(PAGES, LEADS, [], tmp_path / "een", KeptIndex(tmp_path, b"1"))
    [path] = (path for path in (tmp_path / FOLDER).rglob("*") if path.is_file())
    content = path.read_bytes()
    write_index(PAGES[:1], LEADS, [], tmp_path / "ander", KeptIndex(tmp_path, b"1"))
    [other] = (found for found in (tmp_path / FOLDER).rglob("*") if found.is_file() and found != path)
    damaged = {"cut": content[:-9], "changed": content[:-1] + b"x", "empty": b"", "moved": other.read_bytes()}
    if damage == "gone":
        shutil.rmtree(tmp_path / FOLDER)
    else:
        path.write_bytes(damaged[damage])
    runs.clear()
    write_index(PAGES, LEADS, [], tmp_path / "twee", KeptIndex(tmp_path, b"1"))
    assert len(runs) == 1
    assert bytes_of(tmp_path / "een") == bytes_of(tmp_path / "twee")


@pytest.mark.parametrize(
    "said", [b'{"../buiten": 1}\nx', b'{"zoeken/../x": 1}\nx', b'{"zoeken/x": 9}\nx', b"[]\n", b"{"]
)
def test_what_we_did_not_write_is_not_laid_down(tmp_path, said):
    """A file with a right seal that names places outside the search, or is of another size than it says, writes nothing."""
    Sealed(tmp_path / FOLDER, kept.HEAD, 1000).put("abc", said)
    assert not KeptIndex(tmp_path, b"1").lay("abc", tmp_path / "site")
    assert not (tmp_path / "site").exists()
    assert not (tmp_path / "buiten").exists()


def test_only_a_few_indexes_are_kept(tmp_path):
    """Of indexes that no build wanted for long only those of a few builds stay."""
    for number in range(5):
        write_index(PAGES[:1], {}, [str(number)], tmp_path / "een", KeptIndex(tmp_path, b"1"))
    assert len([path for path in (tmp_path / FOLDER).rglob("*") if path.is_file()]) == 3
