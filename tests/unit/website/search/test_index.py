"""The index itself, made by the real Pagefind."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from polderkoers.website.search import index
from polderkoers.website.search.compounds import Splitter
from polderkoers.website.search.index import NoIndex, vocabulary, write_index
from polderkoers.website.search.page import SearchPage
from polderkoers.website.search.text import Piece

PAGES = [
    SearchPage(
        f"p{number}/",
        f"Bladzijde {number}",
        number % 2,
        (Piece(2, "kop", "Gemeenteraad"), Piece(0, "", f'Tekst {number} van de "raad" & <gemeente>')),
        ("oppas",),
        {"soort": ("Begrip",), "thema": ("Wonen", "Zorg")[: number + 1]},
    )
    for number in range(3)
]


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return what every file in a folder holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_pages_give_the_same_bytes_in_any_order(tmp_path):
    """An index made twice is the same, whatever the order in which the pages came, and also over an older one."""
    write_index(PAGES, {"oppas": ["p1/"]}, ["van"], tmp_path / "een")
    write_index(PAGES[:1], {}, [], tmp_path / "twee")
    write_index(reversed(PAGES), {"oppas": ["p1/"]}, ["van"], tmp_path / "twee")
    assert bytes_of(tmp_path / "een") == bytes_of(tmp_path / "twee")


def test_only_what_the_page_for_searching_loads_is_written(tmp_path):
    """The interfaces of Pagefind itself are not on the site; the table and the words are."""
    write_index(PAGES, {}, [], tmp_path)
    names = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert {"pagefind.js", "wasm.unknown.pagefind", "paginas.json", "woorden.txt"} <= names
    assert not [name for name in names if "ui" in name or "worker" in name]


def test_the_table_knows_every_page_and_where_words_lead(tmp_path):
    """The table gives a page's title with joints, its rank and its filters, and what words of residents lead to."""
    write_index(PAGES, {"oppas": ["p1/", "weg/"]}, [], tmp_path)
    table = json.loads((tmp_path / "zoeken/paginas.json").read_text(encoding="utf-8"))
    assert table["filters"]["thema"] == ["Wonen", "Zorg"]
    assert [row[:2] for row in table["paginas"].values()] == [
        ["Bladzijde 0", 0],
        ["Bladzijde 1", 1],
        ["Bladzijde 2", 0],
    ]
    assert table["paginas"][list(table["paginas"])[2]][2:5] == [[], [0], [0, 1]]
    assert table["woorden"] == {"oppas": [1]}
    assert {path.stem for path in (tmp_path / "zoeken/index/fragment").iterdir()} == set(table["paginas"])


def test_a_build_without_an_index_stops(tmp_path, monkeypatch):
    """When Pagefind makes nothing, the build says so in Dutch instead of publishing a site that finds nothing."""
    monkeypatch.setattr(index.sys, "executable", "/bin/false")
    with pytest.raises(NoIndex, match="niet doorzoekbaar"):
        write_index(PAGES, {}, [], tmp_path)


def test_the_words_of_a_site_are_all_that_can_be_found(tmp_path):
    """Every word is there, short ones too, and each part of a compound, with a digit for how much it is used; of a title also its end."""
    words = Counter({"Mantelzorg": 3, "mantelzorg": 6, "mantel": 1, "zorg": 4, "raad": 2, "Ens": 1, "2025": 1})
    splitter = Splitter(words.elements())
    assert vocabulary(words, splitter) == ["20251", "ens1", "mantel1", "mantelzorg4", "raad2", "zorg3"]
    known = Splitter(["vrijwilligers", "vacature", "bank"] * 2)
    assert "vacaturebank0" in vocabulary(Counter({"bank": 2}), known, ["Vrijwilligersvacaturebank"])
    write_index(PAGES, {}, [], tmp_path)
    assert "gemeenteraad2" in (tmp_path / "zoeken/woorden.txt").read_text(encoding="utf-8").split("\n")


def test_no_word_is_indexed_by_its_stem(tmp_path):
    """The index has words as they stand: with stems, "Ens" would be found where "en" stands."""
    write_index(PAGES, {}, [], tmp_path)
    entry = json.loads((tmp_path / "zoeken/index/pagefind-entry.json").read_text(encoding="utf-8"))
    assert [one["wasm"] for one in entry["languages"].values()] == [None]
