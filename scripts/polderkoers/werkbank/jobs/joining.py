"""Splits an item in two, and lets one be taken up in another."""

from __future__ import annotations

import copy
from typing import Any

from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.dutch_words import listing
from polderkoers.policy.model.adressen import MERGED, SPLIT
from polderkoers.policy.model.declared import Role
from polderkoers.policy.model.facts import FieldOf, fields_of, names_in
from polderkoers.policy.values import same
from polderkoers.werkbank.forms.desk import Desk, Placed, holds_items, item_fields
from polderkoers.werkbank.forms.fresh import free_id
from polderkoers.werkbank.forms.plain import as_groups
from polderkoers.werkbank.jobs.beside import follow_beside
from polderkoers.werkbank.jobs.changing import Changing, JobResult
from polderkoers.werkbank.jobs.items import follow, ids_elsewhere, named, rename_inside, take_out
from polderkoers.werkbank.jobs.referring import carry, lead_on, outside, touches
from polderkoers.werkbank.jobs.sources import keep_source
from polderkoers.werkbank.jobs.stones import leave_stone


def split_item(desk: Desk, ref: str, first: str, second: str) -> JobResult:
    """Split an item in two with these names. The first keeps what is inside; both keep all else, to be made right in their forms.

    What referred to it refers to the first, and its old address leads to both.
    """
    placed = desk.item(ref)
    changing = Changing(desk)
    spot = changing.spot(ref)
    if placed.is_file or not isinstance(spot.holder, list) or not names_in(placed.cls):
        raise WorkRefused(f"{named(placed)} is niet te splitsen.", "begin een nieuw onderdeel.")
    if not first.strip() or not second.strip() or first.strip() == second.strip():
        raise WorkRefused("Twee delen hebben elk een naam.", "geef beide delen een naam, en niet dezelfde.")
    top, name = ref.partition("/")[0], names_in(placed.cls)[0]
    one, two = spot.data, _without_items(placed, spot.data)
    one_id = free_id(desk, f"{top}/", first)
    two_id = free_id(desk, f"{top}/", second, (one_id,))
    carry(changing, outside(desk, ref), lambda each: _instead(each.means(desk), each.wanted, ref, one_id))
    lead_on(changing, ref, f"{top}/{one_id}")
    one |= {"id": one_id, name: first.strip()}
    two |= {"id": two_id, name: second.strip()}
    spot.holder.insert(spot.key + 1, two)
    follow_beside(changing, {ref: f"{top}/{one_id}"})
    leave_stone(changing, placed, SPLIT, (f"{top}/{one_id}", f"{top}/{two_id}"))
    notes = [f"Wat in {named(placed)} stond, staat nu in '{first.strip()}'. Verplaats wat bij het andere deel hoort."]
    sentence = f"{named(placed)} gesplitst in '{first.strip()}' en '{second.strip()}'"
    return changing.result(sentence, f"{top}/{one_id}", touches(desk, ref), *notes)


def _instead(meant: str, wanted: str, ref: str, id_: str) -> str:
    """Return how a reference to what is split is written; one to what is inside it stays."""
    if meant != ref:
        return wanted
    return wanted.removesuffix(ref.partition("/")[2]) + id_


def _without_items(placed: Placed, data: dict[str, Any]) -> dict[str, Any]:
    rest = dict(data)
    for each in item_fields(placed.cls):
        rest.pop(each.name, None)
    return copy.deepcopy(rest)


def merge_items(desk: Desk, ref: str, into: str) -> JobResult:
    """Let an item be taken up in another of its kind: what is inside it, its lists, and its texts below those of the other.

    What the other says otherwise, and could only be said once, is told in `notes` and stays as it is there.
    """
    placed, target = desk.item(ref), desk.item(into)
    if ref == into or placed.cls is not target.cls or placed.is_file or target in desk.below(placed):
        raise WorkRefused(f"{named(placed)} kan niet opgaan in {named(target)}.", "kies twee onderdelen van één soort.")
    changing = Changing(desk)
    touched = touches(desk, ref)
    now: dict[str, str] = {}
    far: tuple[str, ...] = ()
    if placed.file == target.file:
        _follow_inside(changing, placed, into)
    else:
        now = {ref: into, **ids_elsewhere(desk, desk.below(placed), into.partition("/")[0])}
        far = follow(changing, placed, now)
    data = take_out(changing, placed)
    for each in item_fields(placed.cls):
        for inner in as_groups(data.get(each.name)):
            keep_source(desk, desk.item(f"{ref.partition('/')[0]}/{inner['id']}"), inner, target)
    rename_inside(placed.cls, data, now)
    notes = [*_take_up(target, changing.spot(into).data, data), *follow_beside(changing, {**now, ref: None})]
    leave_stone(changing, placed, MERGED, (into,))
    sentence = f"{named(placed)} opgegaan in {named(target)}"
    return changing.result(sentence, into, touched, *far, *notes)


def _follow_inside(changing: Changing, placed: Placed, into: str) -> None:
    """Let the references to an item follow it to another of the same file; those to what is inside it stay right."""
    id_ = into.partition("/")[2]
    those = outside(changing.desk, placed.ref)
    carry(changing, those, lambda each: _instead(each.means(changing.desk), each.wanted, placed.ref, id_))
    lead_on(changing, placed.ref, into)


def _take_up(target: Placed, held: dict[str, Any], data: dict[str, Any]) -> list[str]:
    notes = []
    together: list[str] = []
    for each in fields_of(target.cls):
        value = data.get(each.name)
        if value is None or each.name == "id":
            continue
        there = copy.copy(held.get(each.name))
        if there is None:
            held[each.name] = value
        elif not same(there, value) and not _joined(each, held, value):
            notes.append(
                f"Niet overgenomen, want het staat er anders: {each.fact.words or each.name} ({_short(value)})."
            )
        if each.target is not None and there is not None and not same(there, held[each.name]):
            together.append(each.fact.words or each.name)
    if together:
        notes.append(f"Van allebei samengenomen, kijk of dat klopt: {listing(together)}.")
    return notes


def _joined(each: FieldOf, held: dict[str, Any], value: Any) -> bool:
    """Add a value to what stands there, and return whether that could be done without choosing between the two."""
    there = held[each.name]
    if isinstance(there, list) and isinstance(value, list):
        there += [one for one in value if holds_items(each) or one not in there]
        return True
    if each.role is Role.PROSE and isinstance(there, str):
        held[each.name] = f"{there}\n{value}"
        return True
    return False


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(str(each) for each in value.values() if not isinstance(each, dict | list))
    return str(value)[:120]
