"""Ids for what is new, made from its name: never one that is there, or was."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from polderkoers.policy.general import general_policy
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.kinds import file_id
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.policy.stones import Stones
from polderkoers.werkbank.forms.desk import Desk, Placed, name_in

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.form import ItemForm

LONGEST = 80
# What happens each year anew has one name and another date.
_DATED = ("jaar", "datum")


def fresh_id(desk: Desk, kind: str, name: str, also: Iterable[str] = (), file: str = "") -> str:
    """Return an id for something in the file of a kind, or in the file with the id `file`, that is called by a name.

    It is none of `also`, and no id that stands in that file or stood there once.
    """
    top = file or file_id(kind)
    return free_id(desk, f"{top}/".lstrip("/"), name, also)


def fresh_file_id(desk: Desk, name: str) -> str:
    """Return an id for a new file that is called by a name."""
    return free_id(desk, "", name, KINDS)


def alike(form: ItemForm, values: Mapping[str, Any]) -> Placed | None:
    """Return what an empty form would add a second time: an item of its kind and list, with its name and its year or date; None when nothing is."""
    name = plain_name(name_in(form.cls, values))
    for placed in form.desk.of_kind(form.kind) if name else ():
        is_there = (placed.above, placed.within) == (form.above, form.into)
        dates = [(placed.data.get(each), values.get(each)) for each in _DATED]
        if is_there and plain_name(name_in(placed.cls, placed.data)) == name and all(was == now for was, now in dates):
            return placed
    return None


def plain_name(name: str) -> str:
    """Return a name as it sounds: however its signs are put together, in capitals or small, with whatever blanks."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


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
