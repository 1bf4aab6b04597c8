"""Which items are meant by a file, a folder or a reference that somebody names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from polderkoers.errors import ReadingRefused
from polderkoers.errors.guess import guess
from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.statements import sourced


def wanted(policy: Policy, names: Iterable[str]) -> tuple[Entry, ...]:
    """Return the items that come from a source and are meant by names; all of them when there are no names.

    A name is the reference of an item (`fijn-wonen/doel-genoeg-huizen`), the id of a file, or a file or folder below `data/`.
    Raises `ReadingRefused` for a name of nothing, or of something that comes from no source.
    """
    entries = tuple(sourced(policy))
    asked = tuple(names)
    if not asked:
        return entries
    found: set[str] = set()
    for name in asked:
        meant = [entry for entry in entries if _is_meant(entry, name)]
        if not meant:
            raise _refused(policy, name, entries)
        found.update(entry.ref for entry in meant)
    return tuple(entry for entry in entries if entry.ref in found)


def exactly(policy: Policy, refs: Iterable[str]) -> tuple[Entry, ...]:
    """Return the items that have one of these references, and nothing that stands in them.

    Raises `ReadingRefused` for a reference of nothing, or of something that comes from no source.
    """
    entries = tuple(sourced(policy))
    asked = frozenset(refs)
    for missing in sorted(asked.difference(entry.ref for entry in entries)):
        raise _refused(policy, missing, entries)
    return tuple(entry for entry in entries if entry.ref in asked)


def _is_meant(entry: Entry, name: str) -> bool:
    path = PurePath(name).as_posix()
    file = entry.file.file
    return (
        name in (entry.ref, entry.file.id) or path == file or file.startswith(f"{path}/") or file.endswith(f"/{path}")
    )


def _refused(policy: Policy, name: str, entries: tuple[Entry, ...]) -> ReadingRefused:
    if policy.get(name) is not None:
        return ReadingRefused(
            f"Bij '{name}' staat geen bron.", "noem iets met een bron: een document uit data/documenten.yaml."
        )
    known = {entry.ref for entry in entries} | {entry.file.file for entry in entries}
    near = guess(name, sorted(known))
    return ReadingRefused(
        f"'{name}' is geen onderdeel of bestand van het beleid.{near}",
        "noem het id van een bestand (fijn-wonen), bestand/onderdeel (fijn-wonen/doel-genoeg-huizen), of een bestand in data.",
    )
