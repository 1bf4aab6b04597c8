"""Makes the index of the built site with Pagefind, and what the page for searching loads beside it."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from polderkoers.errors import PolderkoersError
from polderkoers.website.on_disk import Shelf
from polderkoers.website.search.compounds import WORD, Splitter
from polderkoers.website.search.facets import FILTERS
from polderkoers.website.search.kept import KeptIndex
from polderkoers.website.search.page import SearchPage, as_html
from polderkoers.website.search.places import FOLDER, PAGES, WORDS

# No stem is taken of any word: that of Pagefind takes "Ens" for "en". The page for searching knows Dutch (zoeken-woorden.js), and which words there are.
_LANGUAGE = "mul"
# What the page for searching loads; Pagefind writes several interfaces of its own beside it.
_NEEDED = frozenset({"pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind"})
_MAGIC = len("pagefind_dcd")
_TOKEN = re.compile(r"[^\W_]+")


class NoIndex(PolderkoersError):
    """Pagefind did not make an index."""

    def __init__(self, said: str) -> None:
        super().__init__(f"De site is niet doorzoekbaar gemaakt. Pagefind zegt: {said or 'niets'}")


def write_index(
    pages: Iterable[SearchPage],
    leads: Mapping[str, Iterable[str]],
    leave_out: Iterable[str],
    site: Path,
    kept: KeptIndex | None = None,
) -> None:
    """Write the index, the table of pages and the list of words into the folder of a built site; raises `NoIndex`.

    `leads` says to which pages the words of residents lead. When `kept` has the index of the same pages, it is not made again.
    """
    pages = _by_address(pages)
    out = frozenset(leave_out)
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    if kept is None:
        _make(pages, leads, out, site)
        return
    key = kept.key(pages, leads, out)
    if not kept.lay(key, site):
        _make(pages, leads, out, site)
        kept.keep(key, site)


def _make(pages: Iterable[SearchPage], leads: Mapping[str, Iterable[str]], out: frozenset[str], site: Path) -> None:
    words = _counted(pages)
    splitter = Splitter(words.elements(), out)
    target = site / FOLDER
    found: list[SearchPage] = []
    _run(_documents(pages, splitter, found), target)
    for path in target.iterdir():
        if path.is_file() and path.name not in _NEEDED and path.suffix != ".pf_meta":
            path.unlink()
    table = _table(found, leads, _ids(target), splitter)
    (site / PAGES).write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    known = vocabulary(_counted(pages, _TOKEN), splitter, [page.title for page in found])
    (site / WORDS).write_text("\n".join(known), encoding="utf-8")


def _by_address(pages: Iterable[SearchPage]) -> Iterable[SearchPage]:
    """Return pages by the order of their addresses; those that wait on disk stay there."""
    if isinstance(pages, Shelf):
        return pages
    return sorted(pages, key=lambda page: page.path)


def _counted(pages: Iterable[SearchPage], sign: re.Pattern[str] = WORD) -> Counter[str]:
    """Return all words of pages, each with how often it stands there."""
    words: Counter[str] = Counter()
    for page in pages:
        for text in page.texts():
            words.update(sign.findall(text))
    return words


def _documents(pages: Iterable[SearchPage], splitter: Splitter, seen: list[SearchPage]) -> Iterator[tuple[str, str]]:
    """Yield what is indexed of each page, by its address; `seen` gets the pages without their text, which is most of them."""
    for page in pages:
        yield page.path, as_html(page, splitter)
        seen.append(replace(page, pieces=()))


def _run(documents: Iterable[tuple[str, str]], target: Path) -> None:
    """Index the documents, by address, as one folder.

    Not through Pagefind's Python interface: that waits a tenth of a second after each page, and may stop before all is
    written. And not with Pagefind's filters: their files are different each time.
    """
    # Beside what is made of it: what clears a site that was not finished, clears this as well.
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent) as folder:
        for path, content in documents:
            file = Path(folder, "bron", path, "index.html")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", "bron", "--output-path", str(target.resolve())]
        command += ["--force-language", _LANGUAGE, "--quiet"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    if done.returncode or not (target / "pagefind-entry.json").is_file():
        raise NoIndex((done.stderr or done.stdout).strip())


def _ids(target: Path) -> dict[str, str]:
    """Return, by the address of a page, the name by which Pagefind finds it."""
    found = {}
    for file in (target / "fragment").iterdir():
        data = json.loads(gzip.decompress(file.read_bytes())[_MAGIC:])
        found[data["url"].removeprefix("/")] = file.name.removesuffix(".pf_fragment")
    return found


def _table(
    pages: list[SearchPage], leads: Mapping[str, Iterable[str]], ids: Mapping[str, str], splitter: Splitter
) -> dict[str, Any]:
    """Return what is known of every page before its text is loaded: title, rank, and its place in each filter.

    And which pages the words of residents lead to, by the number of the page in that list.
    """
    values = {name: _values(pages, name) for name in FILTERS}
    places = {name: _numbered(found) for name, found in values.items()}
    known = [page for page in pages if page.path in ids]
    numbers = _numbered(page.path for page in known)
    return {
        "filters": values,
        "paginas": {ids[page.path]: _row(page, places, splitter) for page in known},
        "woorden": {words: _places_of(paths, numbers) for words, paths in leads.items()},
    }


def _values(pages: list[SearchPage], name: str) -> list[str]:
    """Return the values of a filter that pages have, each once."""
    return list(dict.fromkeys(chain.from_iterable(page.facets.get(name, ()) for page in pages)))


def _numbered(values: Iterable[str]) -> dict[str, int]:
    return {value: place for place, value in enumerate(values)}


def _row(page: SearchPage, places: Mapping[str, Mapping[str, int]], splitter: Splitter) -> list[Any]:
    """Return what is known of a page; of each filter, the places of its values."""
    in_filters = (_places_of(page.facets.get(name, ()), found) for name, found in places.items())
    return [splitter.mark(page.title), page.rank, *in_filters]


def _places_of(values: Iterable[str], places: Mapping[str, int]) -> list[int]:
    """Return the places of values, of those that have one."""
    return [places[value] for value in values if value in places]


def vocabulary(words: Counter[str], splitter: Splitter, titles: Iterable[str] = ()) -> list[str]:
    """Return every word that can be found, parts of compounds too, each with a digit for how much it is used.

    What is not among these is not on the site. A word with 1 stands there once, which is as likely to be a slip of an editor as what a
    reader meant; a part that is no word by itself has 0. Of a title the end of a compound can be found as well (see `as_html`).
    """
    counted: Counter[str] = Counter()
    for word, count in words.items():
        counted[word.casefold()] += count
    parts = chain(map(splitter.split, tuple(counted)), map(splitter.tails, titles))
    known = {word.casefold() for word in chain(counted, *parts)}
    return [f"{word}{min(9, counted[word].bit_length())}" for word in sorted(known)]
