"""Keeps what ships with the engine out of a comparison: no policy comes or goes when an entry moves there or back.

A site shows an entry of its own, or else the one that ships when the policy uses it. So an entry that only one version has itself is
compared with the one that ships, where the other version uses that. What neither version has itself is in neither, whatever each engine
brought along.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cache
from typing import Any

from polderkoers.changes.items import label
from polderkoers.policy.general import general_files
from polderkoers.policy.underlay import LISTS

# What of an entry that ships is shown depends on what else there is, or says who wrote it and not what it is.
_LINKS = ("zie_ook", "themas", "plaatsen", "organisatie", "bij", "bron", "uitleg_van", "meer_uitleg")
_KEYS = {"rollen": "roles"}
Entries = dict[str, dict[str, Any]]


def both_with_shipped(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    used_by_old: Container[str] | None = None,
    used_by_new: Container[str] | None = None,
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the data of two versions by file path, each with what ships wherever the other has an entry of its own.

    What is used of it is given as references. Where that is not known, an entry of the same words is what was meant.
    """
    after = _with_shipped(new, old, used_by_new)
    # By what the new version has then: two entries at one place would else stand in another order in each.
    return _with_shipped(old, after, used_by_old), after


def _with_shipped(data: Mapping[str, Any], other: Mapping[str, Any], used: Container[str] | None) -> dict[str, Any]:
    by_kind = {_kind(file): file for file in other.values()}
    return {path: _completed(file, by_kind, used) for path, file in data.items()}


def _completed(file: Any, others: Mapping[str, Any], used: Container[str] | None) -> Any:
    kind = _kind(file)
    if kind not in _shipped() or kind not in others:
        return file
    filled = dict(file)
    for name, entries in _shipped()[kind].items():
        own, other = file.get(name), others[kind].get(name)
        if isinstance(own, list) and isinstance(other, list):
            filled[name] = _filled(own, other, _meant(own, other, entries, _KEYS.get(kind, kind), used))
    return filled


def _meant(own: list[Any], other: list[Any], entries: Entries, file: str, used: Container[str] | None) -> Entries:
    """Return what ships, as it is shown, of the entries that only the other version has itself, where the version uses it."""
    found: Entries = {}
    # What a version uses of it is asked only where that counts: to know it, all of the version has to be read.
    there = set(map(_id, own))
    for item in other:
        name = _id(item)
        if name not in entries or name in there:
            continue
        shown = _as_shown(item, entries[name])
        is_used = shown == item if used is None else f"{file}/{name}" in used
        if is_used:
            found[name] = shown
    return found


def _filled(own: list[Any], other: list[Any], shipped: Entries) -> list[Any]:
    """Return a list with the entries that ship, each at the place where the other version has its own."""
    found, names = list(own), [*map(_id, own)]
    there = set(names)
    before = -1
    for item in other:
        name = _id(item)
        if name in there:
            before = names.index(name)
        elif name in shipped:
            before += 1
            found.insert(before, shipped[name])
            names.insert(before, name)
    return found


def _as_shown(own: dict[str, Any], shipped: dict[str, Any]) -> dict[str, Any]:
    words = {name: value for name, value in shipped.items() if name not in _LINKS}
    return words | {name: own[name] for name in _LINKS if name in own}


def _kind(file: Any) -> str:
    return str(file.get("soort", "")) if isinstance(file, dict) else ""


def _id(item: Any) -> str:
    return str(item.get("id", "")) if isinstance(item, dict) else ""


@cache
def _shipped() -> dict[str, dict[str, Entries]]:
    """Return the entries that ship by the kind of their file, their list and their id."""
    return {document.data["soort"]: _lists(document.data) for document in general_files()}


@cache
def shipped_names() -> dict[str, str]:
    """Return what an entry that ships is called, by its reference: who refers to it may have no list of that kind at all."""
    found: dict[str, str] = {}
    for document in general_files():
        for entries in _lists(document.data).values():
            found |= {f"{document.data['id']}/{name}": label(item) or name for name, item in entries.items()}
    return found


def _lists(data: dict[str, Any]) -> dict[str, Entries]:
    return {name: _by_id(data[name]) for name in LISTS if name in data}


def _by_id(items: list[dict[str, Any]]) -> Entries:
    return {item["id"]: item for item in items}
