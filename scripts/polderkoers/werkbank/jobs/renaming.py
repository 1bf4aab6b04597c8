"""Gives an item another id, carried through in all data; what had an address keeps it alive."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.model.adressen import ADDRESSES, RENAMED
from polderkoers.policy.model.versies import Versie
from polderkoers.werkbank.forms.desk import Desk, Placed
from polderkoers.werkbank.forms.fresh import LONGEST, free_id
from polderkoers.werkbank.jobs.beside import follow_beside
from polderkoers.werkbank.jobs.changing import Changing, IdChange, JobResult
from polderkoers.werkbank.jobs.items import named
from polderkoers.werkbank.jobs.referring import Referring, carry, lead_on, referring, touches
from polderkoers.werkbank.jobs.stones import leave_stone

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def rename_item(desk: Desk, ref: str, id_: str) -> JobResult:
    """Give an item, or a file, another id. Raises `WorkRefused` when that id is none, or is or was that of something else."""
    placed = desk.item(ref)
    top = ref.partition("/")[0]
    before = f"{top}/" * (not placed.is_file)
    _refuse(desk, placed, id_, before)
    new = f"{before}{id_}"
    changing = Changing(desk)
    # What stands in a file has the id of that in its reference.
    called = {each.ref for each in desk.below(placed) if placed.is_file} | {ref}
    those = tuple(each for each in referring(desk) if each.means(desk) in called)
    carry(changing, those, lambda each: _written(each, ref, new))
    for each in called & _led(desk):
        lead_on(changing, each, f"{new}{each.removeprefix(ref)}")
    follow_beside(changing, {each: f"{new}{each.removeprefix(ref)}" for each in called})
    leave_stone(changing, placed, RENAMED, (new,))
    changing.spot(ref).data["id"] = id_
    changing.ids.append(IdChange(placed.file, f"{placed.pointer}/id", str(placed.data["id"]), id_))
    if placed.is_file:
        _move_file(changing, placed, id_)
    return changing.result(f"het adres van {named(placed)} veranderd in '{id_}'", new, touches(desk, ref))


def _refuse(desk: Desk, placed: Placed, id_: str, before: str) -> None:
    if issubclass(placed.cls, Versie) or (placed.is_file and not placed.cls.kind.folder):
        raise WorkRefused(f"Het adres van '{placed.label}' ligt vast.", "verander alleen de naam, als die niet klopt.")
    if not _ID.fullmatch(id_) or len(id_) > LONGEST:
        raise WorkRefused(
            f"'{id_[:LONGEST]}' kan geen adres zijn.",
            f"gebruik kleine letters, cijfers en streepjes, hoogstens {LONGEST}.",
        )
    if free_id(desk, before, id_) != id_:
        raise WorkRefused(
            f"'{id_}' is al het adres van iets anders, of was dat.", "kies een adres dat nog nooit gebruikt is."
        )


def _written(each: Referring, old: str, new: str) -> str:
    """Return how a reference is written from now on: with its file only where it was."""
    if each.wanted == old or each.wanted.startswith(f"{old}/"):
        return f"{new}{each.wanted.removeprefix(old)}"
    if "/" in old and each.wanted == old.partition("/")[2]:
        return new.partition("/")[2]
    return each.wanted


def _led(desk: Desk) -> set[str]:
    """Return the references that former addresses lead to."""
    rows: list[Any] = []
    for placed in desk.of_kind(ADDRESSES):
        rows += placed.data.get(ADDRESSES) or ()
    found: set[str] = set()
    for row in rows:
        found.update(row.get("nu") or ())
    return found


def _move_file(changing: Changing, placed: Placed, id_: str) -> None:
    path = str(PurePosixPath(placed.file).with_name(f"{id_}.yaml"))
    data = changing.file(placed.file)
    changing.put(path, data)
    changing.put(placed.file, None)
    changing.moved[path] = placed.file
