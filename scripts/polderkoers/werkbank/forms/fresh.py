"""Ids for what is new, made from its name: never one that is there, or was."""

from __future__ import annotations

from collections.abc import Iterable

from polderkoers.policy.general import general_policy
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.kinds import file_id
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.policy.stones import Stones
from polderkoers.werkbank.forms.desk import Desk

LONGEST = 80


def fresh_id(desk: Desk, kind: str, name: str, also: Iterable[str] = (), file: str = "") -> str:
    """Return an id for something in the file of a kind, or in the file with the id `file`, that is called by a name.

    It is none of `also`, and no id that stands in that file or stood there once.
    """
    top = file or file_id(kind)
    return free_id(desk, f"{top}/".lstrip("/"), name, also)


def fresh_file_id(desk: Desk, name: str) -> str:
    """Return an id for a new file that is called by a name."""
    return free_id(desk, "", name, KINDS)


def free_id(desk: Desk, before: str, name: str, also: Iterable[str] = ()) -> str:
    """Return the id of a name that is still free; `before` is what a reference has before it."""
    taken = {ref.removeprefix(before) for ref in _refs(desk) if ref.startswith(before)} | {*also}
    whole = slug(name)
    base = whole[:LONGEST].rstrip("-") or "onderdeel"
    if len(whole) > LONGEST and "-" in base:
        base = base.rpartition("-")[0]  # whole words
    found, number = base, 2
    while found in taken:
        end = f"-{number}"
        found, number = f"{base[: LONGEST - len(end)].rstrip('-')}{end}", number + 1
    return found


def _refs(desk: Desk) -> Iterable[str]:
    return (*desk.items, *general_policy().entries, *Stones(desk.policy).by_was)
