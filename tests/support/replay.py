"""Carries out the draft decision of a comparison by its text alone, and says what must come of it."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from polderkoers.changes.change import Change
from polderkoers.changes.compare import Comparison
from polderkoers.changes.deciding.draft import draft_of
from polderkoers.changes.deciding.others import is_of_others
from polderkoers.changes.renamed import Renames
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.report.changes.written import written
from support.clerk import Clerk
from support.clerk_form import form
from support.clerk_policy import NOT_DECIDED, Policy

_CATALOGUES = ("roles", "organisaties", "plaatsen", "themas", "documenten", "begrippen")
Documents = Mapping[str, Any]


class Replayed(NamedTuple):
    """What a clerk makes of the policy in force, and what must come of it, in a form that can be compared."""

    made: Any
    wanted: Any


def replay(old: Documents, new: Documents, comparison: Comparison, *, in_order: bool = False) -> Replayed:
    """Carry out the decision of a comparison, and return what came of it beside what should."""
    text = "\n".join(written(draft_of(comparison)))
    clerk = Clerk(copy.deepcopy(_own(old, comparison)), _lists(old, new), in_order=in_order)
    made = clerk.carry_out(text)
    wanted = Policy(_own(_in_old_names(_with_old_spelling(new, comparison.changes), comparison.changes), comparison))
    wanted.link(_moved(comparison.changes))
    return Replayed(form(made), form(wanted))


def _own(documents: Documents, comparison: Comparison) -> Documents:
    """Return the files without those of others: no decision is about these."""
    return {path: data for path, data in documents.items() if not is_of_others(comparison.names, str(data.get("id")))}


def _lists(*versions: Documents) -> dict[str, Any]:
    """Return the lists of names of both versions, by the id of the file and the field; of an entry in both, the old."""
    found: dict[str, Any] = {}
    for data in (data for documents in versions for data in documents.values()):
        if data.get("soort") in POLICY_KINDS:
            continue
        lists = found.setdefault(data["id"], {})
        for name, value in data.items():
            if isinstance(value, list):
                known = lists.setdefault(name, [])
                ids = set(map(_named, known))
                known += [entry for entry in value if isinstance(entry, dict) and _named(entry) not in ids]
    return found


def _named(entry: dict[str, Any]) -> str:
    """Return how an entry of a list is known: a former address has no id of its own, and a translated word only itself."""
    return str(entry.get("was") or entry.get("id") or entry)


def _moved(changes: tuple[Change, ...]) -> dict[str, str]:
    """Return by which reference things were known that are known by another now."""
    moved = (change for change in changes if change.kind == "moved" and change.was and change.now and not change.field)
    return {change.was.ref: change.now.ref for change in moved if change.was.ref != change.now.ref}


def _in_old_names(documents: Documents, changes: tuple[Change, ...]) -> Documents:
    """Return the data with what stands in a list of names by the id that it had: another id is outside a decision."""
    moved = ((was, now) for was, now in _moved(changes).items() if was.partition("/")[0] in _CATALOGUES)
    back = Renames({now: was for was, now in moved})
    return {path: back.follow(data, data["id"]) for path, data in documents.items()}


def _with_old_spelling(new: Documents, changes: tuple[Change, ...]) -> Documents:
    """Return the new data with the old text where only the spelling is another: that is outside a decision."""
    found = copy.deepcopy(dict(new))
    items = dict(_items(found))
    for change in changes:
        path = (change.field or "").split(".")
        spelling = change.significance == "redactioneel" and change.kind == "changed"
        if spelling and change.item.soort in POLICY_KINDS and not NOT_DECIDED.intersection((*path, change.block)):
            _put(_holder(items[change.ref], change), path, change.old)
    return found


def _holder(item: dict[str, Any], change: Change) -> dict[str, Any]:
    if change.key is None:
        return item
    return next(link for link in item[change.item.slot] if link.get("met") == change.key)


def _put(data: dict[str, Any], path: list[str], value: Any) -> None:
    for name in path[:-1]:
        data = data[name]
    data[path[-1]] = value


def _items(documents: Documents) -> Iterator[tuple[str, dict[str, Any]]]:
    for data in documents.values():
        yield data["id"], data
        yield from ((f"{data['id']}/{item['id']}", item) for item in _inside(data))


def _inside(data: Any) -> Iterator[dict[str, Any]]:
    for value in data.values():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                yield from [part] if "id" in part else []
                yield from _inside(part)
