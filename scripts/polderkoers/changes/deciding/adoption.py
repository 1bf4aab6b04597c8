"""Adoption and withdrawal of a file as a sentence: who adopted it, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from polderkoers.changes.deciding.quoting import quote
from polderkoers.policy.model.dates import on_datum

if TYPE_CHECKING:
    from polderkoers.changes.items import Item

_ADOPTED = "vastgesteld"
_NAMES = ("status", "vastgesteld_op", "vastgesteld_door")
# What is adopted already is told anew when the day or who did it is another.
_VERBS = {True: "geldt als", False: "wordt"}
_HAPPENS = {"ingetrokken": "wordt ingetrokken", "concept": "wordt een concept"}
_NO_STATUS = "; een status staat er niet bij"


def adopted(item: Item) -> str:
    """Return for a new file that and by whom it is adopted, to stand behind `wordt toegevoegd`; nothing when that is not said."""
    if not any(item.fields.get(name) for name in _NAMES):
        return ""
    return f" en {new_status({}, item.fields)}"


def new_status(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Return what happens to the status of a file, given its status with who and when before and after, to stand behind its name."""
    status, by = new.get("status"), _by(new)
    if status == _ADOPTED:
        verb = _VERBS[old.get("status") == _ADOPTED]
        return f"{verb} vastgesteld{by}"
    if status is None:
        return f"geldt als vastgesteld{by}{_NO_STATUS}" if by else _no_more(old)
    told = _HAPPENS.get(str(status)) or f"krijgt de status {quote(str(status))}"
    if by == _by(old):
        return told
    if not by:
        return f"{told}, zonder wie het vaststelde en wanneer"
    return f"{told}, en geldt als vastgesteld{by}"


def _no_more(old: Mapping[str, Any]) -> str:
    """Return what is gone of a status that no longer says anything."""
    gone = []
    if old.get("status") is not None:
        gone.append("heeft geen status meer")
    if _by(old):
        gone.append("staat er zonder wie het vaststelde en wanneer")
    return " en ".join(gone)


def _by(values: Mapping[str, Any]) -> str:
    """Return by whom and when: ` door “De gemeenteraad” op 1 maart 2026`; nothing when neither is known."""
    who, when = values.get("vastgesteld_door"), values.get("vastgesteld_op")
    said = ""
    if who:
        said += f" door {_who(str(who))}"
    if when:
        said += f" {on_datum(str(when))}"
    return said


def _who(name: str) -> str:
    """Return who adopts as one says it, when that can mean nothing else; other names stand between marks."""
    article, _, rest = name.partition(" ")
    if name == "Gemeenteraad":
        return "de gemeenteraad"
    if article in ("De", "Het") and rest.isalpha() and rest.islower():
        return f"{article.lower()} {rest}"
    return quote(name)
