"""What a site gives a portal to read, `data/portaal.json`: who publishes, its subjects with their goals, and the files of its search.

`schema/uitvoer/portaal.schema.json` describes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from polderkoers.policy.in_force import WITHDRAWN
from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.catalogues import Thema
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.having import themas_of
from polderkoers.policy.model.instelling import Instelling
from polderkoers.policy.model.versies import Versie
from polderkoers.website.dates import reference_date
from polderkoers.website.portal.form import FILE, FORM, SEARCHED
from polderkoers.website.search.places import FOLDER, PAGES, WORDS
from polderkoers.website.views.site import Site


def write_published(site: Site, folder: Path) -> None:
    """Write into a built site what a portal reads of it; its search stands there already."""
    target = folder / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(published(site, folder), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def published(site: Site, folder: Path) -> dict[str, Any]:
    """Return what a site that is built in a folder gives a portal."""
    name, code = _name_and_code(site)
    return {
        "vorm": FORM,
        "zoekprogramma": version("pagefind"),
        "naam": name,
        "voluit": site.publisher.full,
        "code": code,
        "voorbeeld": site.publisher.example or site.publisher.made_up,
        "stand": reference_date().isoformat(),
        "versie": _last_version(site),
        "doelen_heten": [site.words.one("doel").lower(), site.words.more("doel").lower()],
        "onderwerpen": [_subject(site, entry, entry.item) for entry in site.policy.of(Thema)],
        "zoeken": sorted(search_files(folder)),
    }


def _name_and_code(site: Site) -> tuple[str, str | None]:
    for entry in site.policy.of(Instelling):
        return entry.item.naam, entry.item.code
    return site.publisher.name, None


def search_files(folder: Path) -> Iterator[str]:
    """Yield the files of the search of a built site that a portal needs, by their paths in the site."""
    yield from (name for name in (PAGES, WORDS) if (folder / name).is_file())
    for path in (folder / FOLDER).rglob("*"):
        if path.is_file() and path.suffix in SEARCHED:
            yield path.relative_to(folder).as_posix()


def _last_version(site: Site) -> dict[str, Any] | None:
    """Return the version that was listed last; None when none is."""
    listed = site.policy.of(Versie)
    if not listed:
        return None
    entry = listed[-1]
    return {"naam": entry.item.naam, "datum": entry.item.datum, "adres": site.address(entry)}


def _subject(site: Site, entry: Entry, item: Thema) -> dict[str, Any]:
    """Return a subject with what the policy of the publisher itself says about it."""
    about = _own_parts(site, entry)
    return {
        "id": item.id,
        "naam": item.naam,
        "uitleg": item.uitleg,
        "adres": site.address(entry),
        "onderdelen": len(about),
        "doelen": [_goal(site, goal) for goal in _goals(site, about)],
    }


def _own_parts(site: Site, subject: Entry) -> tuple[Entry, ...]:
    """Return what is said to be about a subject, without the policy of others."""
    found = {reference.source.ref: reference.source for reference in site.policy.backlinks(subject)}
    return tuple(entry for entry in found.values() if isinstance(entry.file, Beleid) and not site.is_foreign(entry))


def _goals(site: Site, about: tuple[Entry, ...]) -> tuple[Entry[Doel], ...]:
    """Return the goals among items and in them, each once; what was withdrawn is no goal of today."""
    found: dict[str, Entry[Doel]] = {}
    for entry in about:
        inside = only(Doel, (entry, *site.policy.below(entry)))
        found |= {goal.ref: goal for goal in inside if not (entry.is_file and _says_its_subjects(goal))}
    return tuple(goal for goal in found.values() if not site.is_foreign(goal) and site.mark(goal) != WITHDRAWN)


def _says_its_subjects(entry: Entry | None) -> bool:
    """Return whether an item, or what it stands in within its file, says itself what it is about."""
    if entry is None or entry.is_file:
        return False
    return bool(themas_of(entry.item)) or _says_its_subjects(entry.parent)


def _goal(site: Site, entry: Entry[Doel]) -> dict[str, Any]:
    return {
        "naam": entry.item.naam,
        "in": entry.file.label,
        "jaar": site.year(entry),
        "merk": site.mark(entry),
        "adres": site.address(entry),
    }
