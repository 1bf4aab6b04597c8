"""Lets the search of a portal find the pages of its participants: their own indexes, copied beside that of the portal.

Pagefind looks through several indexes at once; what is known of their pages is joined to one table here. So a browser asks nothing
of another site than the one that it is on.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from polderkoers.website.portal.participants import OWN, Participant, PortalFaults, names_of
from polderkoers.website.search.places import FOLDER, PAGES, WORDS

COPIES = "zoeken/deelnemers"
"""Where the indexes of the participants stand in the site of a portal, each in a folder by its id."""
FILTER = "deelnemer"
# Every site has these, in nearly the same words: what is looked for is the policy.
_LEFT_OUT = frozenset({"Overzicht", "Melding"})


def add_participants(found: Collection[Participant], site: Path) -> None:
    """Copy the indexes of participants into a built site, and join their pages to its own; raises `PortalFaults`."""
    joined, names = _Joined(_read(site)), names_of(found)
    words = _words(site / WORDS)
    for one in found:
        _copy(one, site / COPIES / one.said.id)
        try:
            joined.add(one, names[one.said.id], _read(one.folder))
        except (AttributeError, LookupError, TypeError, ValueError, RecursionError) as error:
            raise _broken(one, PAGES) from error
        try:
            found_words = _words(one.folder / WORDS)
        except ValueError as error:
            raise _broken(one, WORDS) from error
        for word, used in found_words.items():
            words[word] = max(used, words.get(word, 0))
    _write(site / PAGES, joined.table())
    (site / WORDS).write_text("\n".join(f"{word}{words[word]}" for word in sorted(words)), encoding="utf-8")


def _broken(one: Participant, name: str) -> PortalFaults:
    said = f"{name} is beschadigd. Hoe op te lossen: bouw die site opnieuw, of haal haar opnieuw op."
    return PortalFaults((f"- {one.said.id}: {said}",))


def _read(folder: Path) -> Any:
    return json.loads((folder / PAGES).read_text(encoding="utf-8"))


def _write(file: Path, table: Mapping[str, Any]) -> None:
    file.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _copy(one: Participant, target: Path) -> None:
    """Copy the index of a participant; what it knows of its pages is joined, and stays behind."""
    for name in one.files:
        if name.startswith(f"{FOLDER}/"):
            copy = target / name.removeprefix(f"{FOLDER}/")
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(one.folder / name, copy)


def _words(file: Path) -> dict[str, int]:
    """Return the words of a site that a reader may have meant, each with how much it is used."""
    if not file.is_file():
        return {}
    lines = file.read_text(encoding="utf-8").splitlines()
    return {line[:-1]: int(line[-1]) for line in lines if line[-1:].isdecimal()}


class _Joined:
    """The table of pages of a portal, to which those of its participants are added."""

    def __init__(self, own: Mapping[str, Any]) -> None:
        self._filters: dict[str, dict[str, int]] = {
            **{name: _numbered(values) for name, values in own["filters"].items()},
            FILTER: {OWN: 0},
        }
        self._pages: dict[str, list[Any]] = {id_: [*row, [0]] for id_, row in own["paginas"].items()}
        self._numbers = _numbered(self._pages)
        self._leads: dict[str, list[list[int]]] = {words: [pages] for words, pages in own["woorden"].items()}
        self._sites: list[dict[str, str]] = []

    def table(self) -> dict[str, Any]:
        """Return all of it, as the page for searching reads it."""
        return {
            "filters": {name: list(values) for name, values in self._filters.items()},
            "paginas": self._pages,
            "woorden": self._leads,
            "deelnemers": self._sites,
        }

    def add(self, one: Participant, name: str, table: Mapping[str, Any]) -> None:
        """Add the pages of a participant, under its name; raises one of several errors of Python when its table is no such table."""
        known = self._filters[FILTER]
        place = known.setdefault(name, len(known))
        self._sites.append({"id": one.said.id, "naam": name, "adres": one.address("")})
        ids = list(table["paginas"])
        for id_, row in table["paginas"].items():
            if not _is_left_out(row, table["filters"]):
                self._add_page(id_, row, table["filters"], place)
        for words, pages in table["woorden"].items():
            if kept := [self._numbers[ids[page]] for page in pages if ids[page] in self._numbers]:
                self._leads.setdefault(words, []).append(kept)

    def _add_page(self, id_: str, row: list[Any], filters: Mapping[str, list[str]], place: int) -> None:
        """Add a page. One that is the same to the letter on two sites has one id, and is of both."""
        if id_ in self._pages:
            self._pages[id_][-1].append(place)
            return
        title, rank, *places = row
        values = dict(_values(places, filters))
        known = [self._places(name, values.get(name, ())) for name in self._filters if name != FILTER]
        self._numbers[id_] = len(self._pages)
        self._pages[id_] = [str(title), int(rank), *known, [place]]

    def _places(self, name: str, values: Iterable[str]) -> list[int]:
        """Return the places of values in a filter, which has them all from now on."""
        known = self._filters[name]
        return [known.setdefault(value, len(known)) for value in values]


def _numbered(values: Iterable[str]) -> dict[str, int]:
    return {value: place for place, value in enumerate(values)}


def _values(places: Iterable[list[int]], filters: Mapping[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Yield each filter with the values of a page in it."""
    for (name, values), found in zip(filters.items(), places, strict=True):
        yield name, [values[place] for place in found]


def _is_left_out(row: list[Any], filters: Mapping[str, list[str]]) -> bool:
    kinds = dict(_values(row[2:], filters)).get("soort", [])
    return not _LEFT_OUT.isdisjoint(kinds)
