"""Adoption, withdrawal and entry into force of a file as one sentence: what happens, by whom and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from polderkoers.changes.deciding.quoting import quote
from polderkoers.policy.dutch_words import decider
from polderkoers.policy.model.dates import datum_in_words, on_datum, the_datum

if TYPE_CHECKING:
    from polderkoers.changes.items import Item

_ADOPTED, _WITHDRAWN = "vastgesteld", "ingetrokken"
_ADOPTION = ("status", "vastgesteld_op", "vastgesteld_door")
# What is adopted or withdrawn already is told anew when the day or who did it is another.
_VERBS = {True: "geldt als", False: "wordt"}
_NO_STATUS = "; een status staat er niet bij"


def adopted(item: Item) -> str:
    """Return for a new file that and by whom it is adopted, to stand behind `wordt toegevoegd`; nothing when that is not said."""
    told = new_status({}, item.fields)
    if told:
        return f" en {told}"
    return ""


def new_status(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Return what happens to the status of a file, given what says whether it is in force before and after, to stand behind its name.

    Adoption, withdrawal and entry into force are one sentence; it is empty when nothing is said.
    """
    told = list(filter(None, (_core(old, new), _begin(old, new))))
    return f"{', en '.join(told)}{_loose_days(old, new)}".removeprefix("; ")


def happened(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Return the same of what has happened: `is ingetrokken op 1 maart 2026`."""
    told = new_status(old, new)
    if told.startswith("wordt "):
        return f"is {told.removeprefix('wordt ')}"
    return told


def standing_words(values: Mapping[str, Any]) -> str:
    """Return what says whether a file is in force as a value: `vastgesteld door de gemeenteraad op 1 maart 2026`."""
    status = str(values.get("status") or "geen status")
    if status == _WITHDRAWN:
        status += _day(values.get("ingetrokken_op"))
    by = _by(values)
    told = f"{status}{by}" if status == _ADOPTED or not by else f"{status}, vastgesteld{by}"
    begin = values.get("treedt_in_werking")
    if begin:
        return f"{told}, in werking vanaf {the_datum(str(begin))}"
    return told


def _core(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Return what happens to the status, with who and when; nothing when all of that stays as it was."""
    status = new.get("status")
    day = new.get("ingetrokken_op") if status == _WITHDRAWN else None
    is_other_day = day is not None and day != old.get("ingetrokken_op")
    if not is_other_day and all(old.get(name) == new.get(name) for name in _ADOPTION):
        return ""
    by, verb = _by(new), _VERBS[old.get("status") == status]
    if status == _ADOPTED:
        return f"{verb} vastgesteld{by}"
    if status is None:
        return f"geldt als vastgesteld{by}{_NO_STATUS}" if by else _no_more(old)
    happens = {_WITHDRAWN: f"{verb} ingetrokken{_day(day)}", "concept": "wordt een concept"}
    told = happens.get(str(status)) or f"krijgt de status {quote(str(status))}"
    if by == _by(old):
        return told
    if not by:
        return f"{told}, en {_unnamed(old)}"
    return f"{told}, en geldt als vastgesteld{by}"


def _begin(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Return from when it is in force, when that is new or another day."""
    day = new.get("treedt_in_werking")
    if day is None or day == old.get("treedt_in_werking"):
        return ""
    return f"treedt in werking{_day(day)}"


def _loose_days(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Return which days are gone, and a day of withdrawal of what is not withdrawn."""
    gone = _gone(old, new, "treedt_in_werking", "inwerkingtreding") + _gone(old, new, "ingetrokken_op", "intrekking")
    day = new.get("ingetrokken_op")
    if day is None or new.get("status") == _WITHDRAWN or day == old.get("ingetrokken_op"):
        return gone
    return f"{gone}; de datum van intrekking is {datum_in_words(str(day))}"


def _gone(old: Mapping[str, Any], new: Mapping[str, Any], name: str, words: str) -> str:
    if old.get(name) is None or new.get(name) is not None:
        return ""
    return f"; een datum van {words} staat er niet meer bij"


def _day(day: Any) -> str:
    if day:
        return f" {on_datum(str(day))}"
    return ""


def _no_more(old: Mapping[str, Any]) -> str:
    """Return what is gone of a status that no longer says anything."""
    gone = []
    if old.get("status") is not None:
        gone.append("heeft geen status meer")
    if _by(old):
        gone.append(_unnamed(old))
    return ", en ".join(gone)


def _unnamed(old: Mapping[str, Any]) -> str:
    """Return that it is no longer said who adopted it and when, as far as that was said."""
    who, when = old.get("vastgesteld_door"), old.get("vastgesteld_op")
    if who and when:
        return "noemt niet meer wie het vaststelde en wanneer"
    if who:
        return "noemt niet meer wie het vaststelde"
    return "noemt niet meer wanneer het is vastgesteld"


def _by(values: Mapping[str, Any]) -> str:
    """Return by whom and when: ` door “De gemeenteraad” op 1 maart 2026`; nothing when neither is known."""
    who, when = values.get("vastgesteld_door"), values.get("vastgesteld_op")
    said = ""
    if who:
        said += f" door {_who(str(who))}"
    return said + _day(when)


def _who(name: str) -> str:
    """Return who adopts as one says it, when that can mean nothing else; other names stand between marks."""
    said = decider(name)
    return quote(name) if said == name else said
