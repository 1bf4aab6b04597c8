"""Reads what the participants of a portal publish: from files on this machine, never from the network."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Any

from polderkoers.errors import PolderkoersError
from polderkoers.policy.dutch_words import capital
from polderkoers.policy.index import Policy
from polderkoers.policy.model.instelling import Deelnemer, Instelling
from polderkoers.website.portal.form import FILE, FORM, SEARCHED
from polderkoers.website.search.places import PAGES

# Where the files of a participant stand when it does not say so.
USUAL = "deelnemers"
# What the portal itself is called among them, by who searches.
OWN = "Deze site"


class Unusable(PolderkoersError):
    """What a participant published cannot be used; says in one line why, and what to do."""


class PortalFaults(PolderkoersError):
    """Participants of a portal cannot be shown. All of them are told at once."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("Niet alle deelnemers van dit portaal zijn te laten zien.\n" + "\n".join(lines))


@dataclass(frozen=True)
class Goal:
    """A goal of a participant: its name, the file and year that it is of, the mark that it is not in force, and its address on that site."""

    naam: str
    within: str
    year: int | None
    mark: str
    address: str


@dataclass(frozen=True)
class PortalSubject:
    """A subject of a participant: how many items of its policy are about it, and the goals in those."""

    id: str
    naam: str
    address: str
    parts: int
    goals: tuple[Goal, ...]


@dataclass(frozen=True)
class Participant:
    """A site that a portal shows.

    `said` is what the portal says of it, `folder` where its files are. `full` is its name as it stands in a sentence, `day` the day
    of what it published, `version` the name of the last version that was adopted, and `goals` one of its goals and more of them in
    its own words.
    """

    said: Deelnemer
    folder: Path
    naam: str
    full: str
    example: bool
    day: str
    version: str
    goals: tuple[str, str]
    subjects: tuple[PortalSubject, ...]
    files: tuple[str, ...]

    def address(self, path: str) -> str:
        """Return the whole address of a page of the site."""
        return f"{home_of(self.said)}{path}"


def participants(root: Path, policy: Policy) -> tuple[Participant, ...]:
    """Return the participants of a portal below `root`, in the order of the data; none when it is no portal. Raises `PortalFaults`."""
    found: list[Participant] = []
    faults: list[str] = []
    for entry in policy.of(Instelling):
        for said in entry.item.portaal:
            try:
                found.append(_participant(said, folder_of(root, said)))
            except Unusable as error:
                faults.append(f"- {said.id}: {error}")
    if faults:
        raise PortalFaults(tuple(faults))
    return tuple(found)


def names_of(found: Iterable[Participant]) -> dict[str, str]:
    """Return what each participant is called among the others, by its id: one that has the name of another by that id too."""
    names: dict[str, str] = {}
    for one in found:
        name = capital(one.naam)
        names[one.said.id] = f"{name} ({one.said.id})" if name in {OWN, *names.values()} else name
    return names


def folder_of(root: Path, said: Deelnemer) -> Path:
    """Return where the files of a participant stand."""
    return Path(os.path.normpath(root / (said.map or f"{USUAL}/{said.id}")))


def home_of(said: Deelnemer) -> str:
    """Return the address of the site of a participant, to which the rest of an address can be added."""
    return f"{said.adres.rstrip('/')}/"


def _participant(said: Deelnemer, folder: Path) -> Participant:
    """Return a participant by its files; raises `Unusable`."""
    data = _Reader(_content(said, folder), said)
    _check_form(data)
    last = data.group("versie")
    return Participant(
        said=said,
        folder=folder,
        naam=data.text("naam"),
        full=data.text("voluit"),
        example=data.value("voorbeeld") is True,
        day=data.text("stand"),
        version=last.text("naam") if last else "",
        goals=data.two_texts("doelen_heten"),
        subjects=tuple(map(_subject, data.parts("onderwerpen"))),
        files=tuple(_searched(data, folder)),
    )


def _content(said: Deelnemer, folder: Path) -> Any:
    """Return what a file holds; raises `Unusable` when it is not there or no JSON."""
    file = folder / FILE
    get = (
        f"polderkoers deelnemers {said.id}"
        if said.map is None
        else f"bouw de site die daar hoort te staan ({said.map})"
    )
    try:
        return json.loads(file.read_bytes())
    except FileNotFoundError:
        raise Unusable(f"het bestand {file} is er niet. Hoe op te lossen: {get}") from None
    except OSError as error:
        raise Unusable(f"het bestand {file} is niet te lezen ({error.strerror}). Hoe op te lossen: {get}") from error
    except (ValueError, RecursionError) as error:
        raise Unusable(f"het bestand {file} is beschadigd: het is geen JSON. Hoe op te lossen: {get}") from error


def _check_form(data: _Reader) -> None:
    """Refuse what another engine wrote in another form."""
    form, search = data.value("vorm"), data.text("zoekprogramma")
    if form != FORM:
        newer = isinstance(form, int) and form > FORM
        who = "dit portaal" if newer else f"de site van {data.said.id}"
        raise Unusable(
            f"de gegevens hebben vorm {form}, en dit portaal leest vorm {FORM}. Hoe op te lossen: zet bij {who} een nieuwere "
            "Polderkoers in requirements.txt, en bouw die site opnieuw."
        )
    if search != (ours := version("pagefind")):
        raise Unusable(
            f"de zoekbestanden zijn gemaakt met Pagefind {search}, en dit portaal zoekt met Pagefind {ours}. Hoe op te lossen: geef "
            "beide sites dezelfde Polderkoers in requirements.txt, en bouw ze opnieuw."
        )


def _subject(data: _Reader) -> PortalSubject:
    goals = tuple(
        Goal(
            part.text("naam"),
            part.text("in"),
            part.year("jaar"),
            part.text("merk", may_be_empty=True),
            part.path("adres"),
        )
        for part in data.parts("doelen")
    )
    return PortalSubject(data.text("id"), data.text("naam"), data.path("adres"), data.number("onderdelen"), goals)


def _searched(data: _Reader, folder: Path) -> Iterator[str]:
    """Yield the files of the search; raises `Unusable` when one of those is not there, or lies outside the search."""
    names = data.texts("zoeken")
    if PAGES not in names:
        raise Unusable(f"in {FILE} staat niet waar de zoekbestanden zijn. Hoe op te lossen: bouw die site opnieuw.")
    for name in names:
        check_search_file(name)
        if not (folder / name).is_file():
            raise Unusable(
                f"het zoekbestand {name} ontbreekt. Hoe op te lossen: bouw die site opnieuw, of haal haar opnieuw op."
            )
        yield name


def check_search_file(name: str) -> None:
    """Raise `Unusable` when a path, as seen from a site, does not lead to a file of a search in its folder."""
    parts = PurePosixPath(name).parts
    if ".." in parts or "\\" in name or not name.startswith("zoeken/") or not name.isprintable():
        raise Unusable(f"'{name}' kan geen zoekbestand zijn. Hoe op te lossen: vraag het na bij wie die site maakt.")
    if PurePosixPath(name).suffix not in SEARCHED:
        raise Unusable(
            f"'{name}' is geen zoekbestand van Polderkoers. Dit portaal gebruikt alleen zijn eigen programma. Hoe op te lossen: vraag het na "
            "bij wie die site maakt."
        )


@dataclass(frozen=True)
class _Reader:
    """A group of values of a participant; each value is judged when it is asked for."""

    data: Any
    said: Deelnemer

    def value(self, name: str) -> Any:
        """Return a value; raises `Unusable` when there is none."""
        if not isinstance(self.data, Mapping) or name not in self.data:
            raise self._wrong(name)
        return self.data[name]

    def text(self, name: str, *, may_be_empty: bool = False) -> str:
        value = self.value(name)
        if not isinstance(value, str) or not (value.strip() or may_be_empty):
            raise self._wrong(name)
        return value

    def number(self, name: str) -> int:
        value = self.value(name)
        if not isinstance(value, int) or value < 0:
            raise self._wrong(name)
        return value

    def year(self, name: str) -> int | None:
        return None if self.value(name) is None else self.number(name)

    def path(self, name: str) -> str:
        """Return an address below the root of the site: nothing else can come behind the address of the participant."""
        value = self.text(name)
        if value.startswith("/") or ":" in value or "\\" in value or ".." in value:
            raise self._wrong(name)
        return value

    def texts(self, name: str) -> list[str]:
        value = self.value(name)
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self._wrong(name)
        return value

    def two_texts(self, name: str) -> tuple[str, str]:
        match self.texts(name):
            case [one, more]:
                return one, more
            case _:
                raise self._wrong(name)

    def parts(self, name: str) -> tuple[_Reader, ...]:
        value = self.value(name)
        if not isinstance(value, list):
            raise self._wrong(name)
        return tuple(_Reader(each, self.said) for each in value)

    def group(self, name: str) -> _Reader | None:
        value = self.value(name)
        return None if value is None else _Reader(value, self.said)

    def _wrong(self, name: str) -> Unusable:
        return Unusable(
            f"in {FILE} klopt '{name}' niet. Hoe op te lossen: bouw die site opnieuw, of haal haar opnieuw op."
        )
