"""Gets what the participants of a portal publish, so that building needs no network afterwards.

Everything of a participant is in a folder beside the one that is there, before it takes its place.
"""

from __future__ import annotations

import json
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from polderkoers.errors import NotWritten, PolderkoersError
from polderkoers.policy.index import Policy
from polderkoers.policy.model.instelling import Deelnemer, Instelling
from polderkoers.website.portal.form import FILE
from polderkoers.website.portal.participants import Unusable, check_search_file, folder_of, home_of

Get = Callable[[str], bytes]
"""Gives what stands at an address; raises `Unusable`."""

# Many times what a big municipality has: more is no answer but an attack or a mistake.
_MOST_BYTES = 20_000_000
_MOST_FILES = 50_000
_AT_ONCE = 8
_SECONDS = 60


class NoPortal(PolderkoersError):
    """A site that shows no others is asked to get those."""

    def __init__(self) -> None:
        super().__init__(
            "Deze site is geen portaal. Hoe op te lossen: noem de deelnemers in data/instelling.yaml bij portaal:\n"
            "portaal:\n  - id: polderdam\n    adres: https://polderdam.example/"
        )


class NoInstitution(PolderkoersError):
    """What a portal says of its participants could not be read."""

    def __init__(self) -> None:
        super().__init__(
            "In data/instelling.yaml staat wie de deelnemers zijn, en dat bestand is er niet of er zit een fout in. Hoe op te lossen: typ "
            "polderkoers check"
        )


class NoParticipant(PolderkoersError):
    """A participant is named that a portal does not have, or that is not to be got."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(
            f"'{name}' is geen deelnemer die op te halen is. Hoe op te lossen: kies uit: {', '.join(known)}. Staat er bij een "
            "deelnemer een map, dan komen de bestanden daarvandaan."
        )


def to_get(policy: Policy, names: tuple[str, ...]) -> tuple[Deelnemer, ...]:
    """Return the participants that stand elsewhere: all, or those with these ids. Raises `NoPortal` or `NoParticipant`."""
    if not policy.of(Instelling):
        raise NoInstitution
    listed = list(chain.from_iterable(entry.item.portaal for entry in policy.of(Instelling)))
    if not listed:
        raise NoPortal
    known = {said.id: said for said in listed if said.map is None}
    for name in names:
        if name not in known:
            raise NoParticipant(name, known)
    return tuple(known[name] for name in names) if names else tuple(known.values())


def get_participant(root: Path, said: Deelnemer, get: Get) -> int:
    """Put what a participant publishes below `root`, and return how many files that are; raises `Unusable` or `NotWritten`."""
    target = folder_of(root, said)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=target.parent, prefix=".nieuw-") as folder:
            fresh = Path(folder, said.id)
            total = _get_all(home_of(said), fresh, get)
            shutil.rmtree(target, ignore_errors=True)
            fresh.rename(target)
    except OSError as error:
        raise NotWritten(str(error.filename or target), error) from error
    return total


def _get_all(address: str, folder: Path, get: Get) -> int:
    content = get(f"{address}{FILE}")
    names = (FILE, *_search_files(content))
    _write(folder / FILE, content)

    def get_one(name: str) -> None:
        _write(folder / name, get(address + quote(name)))

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        # The first that fails is raised here.
        tuple(pool.map(get_one, names[1:]))
    return len(names)


def _search_files(content: bytes) -> tuple[str, ...]:
    """Return the files of the search that a participant names; raises `Unusable` when those cannot be."""
    try:
        names: Any = json.loads(content)["zoeken"]
    except (ValueError, LookupError, TypeError, RecursionError):
        names = None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names) or len(names) > _MOST_FILES:
        raise Unusable(f"{FILE} is daar beschadigd. Hoe op te lossen: vraag het na bij wie die site maakt.")
    for name in names:
        check_search_file(name)
    return tuple(names)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def over_https(address: str) -> bytes:
    """Return what stands at an address; raises `Unusable` when there is no answer, or one that cannot be used."""
    try:
        return _answer(address)
    except urllib.error.HTTPError as error:
        raise Unusable(
            f"{address} gaf code {error.code}. Hoe op te lossen: kijk of het adres bij portaal in data/instelling.yaml klopt, en of "
            "die site met deze Polderkoers is gebouwd."
        ) from error
    except (OSError, HTTPException, ValueError) as error:
        said = " ".join(str(error.reason if isinstance(error, urllib.error.URLError) else error).split())[:200]
        raise Unusable(
            f"{address} is niet te bereiken ({said}). Hoe op te lossen: kijk of het adres klopt en of je internet hebt, of probeer "
            "het later opnieuw."
        ) from error


def _answer(address: str) -> bytes:
    request = urllib.request.Request(address, headers={"User-Agent": "polderkoers"})  # noqa: S310 - the schema asks for https
    with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - same
        if answer.url != address and not answer.url.startswith("https://"):
            raise Unusable(
                f"{address} stuurt door naar een adres zonder https. Hoe op te lossen: vraag het na bij wie die site maakt."
            )
        found: bytes = answer.read(_MOST_BYTES + 1)
    if len(found) > _MOST_BYTES:
        raise Unusable(f"{address} is te groot. Hoe op te lossen: vraag het na bij wie die site maakt.")
    return found
