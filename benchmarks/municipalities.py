"""Makes what a portal reads of made-up municipalities, each with words and subjects of its own, without building their sites."""

from __future__ import annotations

import json
import re
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.many import made_up
from benchmarks.writing import write
from polderkoers.policy.index import Entry
from polderkoers.policy.load import load
from polderkoers.policy.readability import running_texts
from polderkoers.website.pages import Page
from polderkoers.website.portal.form import FILE
from polderkoers.website.portal.published import write_published
from polderkoers.website.search.collect import rank_of
from polderkoers.website.search.facets import facets, left_out, other_names, resident_words
from polderkoers.website.search.index import write_index
from polderkoers.website.search.page import SearchPage
from polderkoers.website.search.text import Piece
from polderkoers.website.views.site import Site

FILES = 14
"""How many files of policy a municipality has: as many as the real data."""
_WORD = re.compile(r"[^\W\d_]{6,}")
_OWN_WORDS = 5
_SYLLABLES = (
    "ber",
    "dal",
    "ger",
    "hof",
    "kam",
    "lin",
    "mol",
    "nes",
    "oor",
    "pal",
    "rug",
    "sel",
    "tij",
    "vor",
    "wol",
    "zand",
)
_SUBJECTS_LEFT_OUT, _SUBJECTS_RENAMED = 0.3, 0.2


def name_of(number: int) -> str:
    """Return the name of a made-up municipality."""
    return "".join(Random(number).sample(_SYLLABLES, 3)).capitalize() + str(number)  # noqa: S311 - chance that can be repeated


def make_root(folder: Path, number: int) -> None:
    """Write the data of a municipality. Raises `Unreadable` or `FolderTaken`."""
    write(folder, made_up(FILES, number))


def make(folder: Path, number: int) -> None:
    """Write into a folder what a portal reads of a municipality: its subjects with their goals, and its search."""
    root = folder / "root"
    make_root(root, number)
    site = Site(load(root).policy)
    shutil.rmtree(root)
    pages = [_searched(site, page, number) for page in site.pages.values()]
    leads = {**resident_words(site.policy), **other_names(site.policy)}
    (folder / "zoeken").mkdir()
    write_index(pages, leads, left_out(site.policy), folder)
    for name in ("pagefind.js", "wasm.unknown.pagefind"):
        (folder / "zoeken" / "index" / name).unlink()
    write_published(site, folder)
    _with_own_subjects(folder / FILE, number)


def _searched(site: Site, page: Page, number: int) -> SearchPage:
    pieces = tuple(_pieces(site, page, number))
    return SearchPage(page.path, page.title, rank_of(site, page.entry), pieces, (), facets(site, page.entry))


def _pieces(site: Site, page: Page, number: int) -> Iterator[Piece]:
    """Yield what the page of an item says, in words of which one in five is of this municipality alone."""
    yield Piece(1, "", page.title)
    entries: tuple[Entry, ...] = (page.entry, *site.policy.below(page.entry)) if page.entry.is_file else (page.entry,)
    for entry in entries:
        yield Piece(3, entry.item.id, in_own_words(entry.item.label, number))
        for _, text in running_texts(entry):
            yield Piece(0, "", in_own_words(text, number))


def in_own_words(text: str, number: int) -> str:
    """Return a text in which some words are others, the same ones each time."""
    return _WORD.sub(lambda found: _own_word(found.group(), number), text)


def _own_word(word: str, number: int) -> str:
    chance = zlib.crc32(f"{number} {word.casefold()}".encode())
    if chance % _OWN_WORDS:
        return word
    return word[:3] + _SYLLABLES[chance % 16] + _SYLLABLES[chance // 16 % 16]


def _with_own_subjects(file: Path, number: int) -> None:
    """Leave out some of the subjects that a municipality publishes, and give others another name and id."""
    data = json.loads(file.read_text(encoding="utf-8"))
    chance = Random(number)  # noqa: S311 - chance that can be repeated
    data["naam"] = name_of(number)
    data["voluit"] = f"de gemeente {data['naam']}"
    kept = [subject for subject in data["onderwerpen"] if chance.random() >= _SUBJECTS_LEFT_OUT]
    for subject in kept:
        if chance.random() < _SUBJECTS_RENAMED:
            subject["id"] += f"-{number}"
            subject["naam"] = in_own_words(f"{subject['naam']} en omstreken", number)
    file.write_text(json.dumps({**data, "onderwerpen": kept}, ensure_ascii=False), encoding="utf-8")
