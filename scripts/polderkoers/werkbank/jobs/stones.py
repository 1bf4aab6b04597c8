"""Keeps the address alive of what moved, went or became something else: a line in the list of former addresses."""

from __future__ import annotations

from typing import Any

from polderkoers.policy.addresses import address_of_item
from polderkoers.policy.model.adressen import ADDRESSES, RENAMED
from polderkoers.policy.vocabulary import vocabulary_of
from polderkoers.werkbank.forms.desk import Desk, Placed
from polderkoers.werkbank.jobs.changing import Changing

_LIST = f"data/{ADDRESSES}.yaml"


def leaves_stone(desk: Desk, placed: Placed) -> bool:
    """Return whether an item has an address that somebody can have seen."""
    entry = desk.policy.get(placed.ref)
    has_address = entry is not None and bool(address_of_item(entry, vocabulary_of(desk.policy)))
    return desk.began.had(placed.ref) and has_address


def leave_stone(changing: Changing, placed: Placed, happened: str, now: tuple[str, ...] = (), why: str = "") -> bool:
    """Let the address that an item had lead on, when it had one that somebody can have seen; return whether it had."""
    if not leaves_stone(changing.desk, placed):
        return False
    stone: dict[str, Any] = {"was": placed.ref, "soort": placed.cls.soortnaam, "gebeurd": happened}
    if now:
        stone["nu"] = list(now)
    if happened != RENAMED:
        stone["naam"] = placed.label
    if why:
        stone["uitleg"] = why
    rows = _rows(changing)
    rows[:] = [row for row in rows if row.get("was") not in now]
    rows.append(stone)
    return True


def _rows(changing: Changing) -> list[dict[str, Any]]:
    if _LIST not in changing.desk.documents and not changing.has(_LIST):
        changing.put(_LIST, {"soort": ADDRESSES, "id": ADDRESSES, "versie": "1.0", "status": None, ADDRESSES: []})
    found: list[dict[str, Any]] = changing.file(_LIST)[ADDRESSES]
    return found
