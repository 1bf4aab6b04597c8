"""What is known of a proposal beside its files: written as JSON in the message of a commit, on a reference of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from polderkoers.werkbank.store.values import Person, ProposalState, Remark, StateStep

_FORM = 1


@dataclass(frozen=True)
class Record:
    """The record of a proposal; `base` is what it began on, and `begun` when."""

    title: str
    reason: str
    document: str
    author: Person
    base: str
    begun: datetime
    state: ProposalState = ProposalState.CONCEPT
    address: str = ""
    remarks: tuple[Remark, ...] = ()
    steps: tuple[StateStep, ...] = ()

    def stepped(self, step: StateStep, address: str = "") -> Record:
        """Return the record after a step to another state."""
        return replace(self, state=step.state, steps=(*self.steps, step), address=address or self.address)

    def remarked(self, remark: Remark) -> Record:
        """Return the record with one more remark."""
        return replace(self, remarks=(*self.remarks, remark))


def as_message(subject: str, record: Record) -> str:
    """Return the message of a commit that holds a record."""
    told = {
        "vorm": _FORM,
        "titel": record.title,
        "reden": record.reason,
        "raadsstuk": record.document,
        "auteur": _person(record.author),
        "basis": record.base,
        "begonnen": record.begun.isoformat(),
        "stand": record.state.value,
        "adres": record.address,
        "opmerkingen": [*map(_remark, record.remarks)],
        "stappen": [*map(_step, record.steps)],
    }
    return f"{subject}\n\n{json.dumps(told, ensure_ascii=False, indent=1)}\n"


def read_record(message: str) -> Record | None:
    """Return the record in the message of a commit, None when there is none that can be read."""
    try:
        told = json.loads(message.partition("\n\n")[2])
        return _record(told) if told["vorm"] == _FORM else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _record(told: dict[str, Any]) -> Record:
    return Record(
        str(told["titel"]),
        str(told["reden"]),
        str(told["raadsstuk"]),
        _to_person(told["auteur"]),
        str(told["basis"]),
        datetime.fromisoformat(told["begonnen"]),
        ProposalState(told["stand"]),
        str(told["adres"]),
        tuple(map(_to_remark, told["opmerkingen"])),
        tuple(map(_to_step, told["stappen"])),
    )


def _person(who: Person) -> dict[str, str]:
    return {"naam": who.name, "mail": who.mail}


def _to_person(told: dict[str, str]) -> Person:
    return Person(str(told["naam"]), str(told["mail"]))


def _remark(remark: Remark) -> dict[str, Any]:
    about = {"over": remark.about, "tekst": remark.text}
    return {"id": remark.id, "wie": _person(remark.who), "wanneer": remark.when.isoformat(), **about}


def _to_remark(told: dict[str, Any]) -> Remark:
    when = datetime.fromisoformat(told["wanneer"])
    return Remark(str(told["id"]), _to_person(told["wie"]), when, str(told["over"]), str(told["tekst"]))


def _step(step: StateStep) -> dict[str, Any]:
    moment = {"wie": _person(step.who), "wanneer": step.when.isoformat()}
    return {"naar": step.state.value, **moment, "waarom": step.why, "commit": step.tip}


def _to_step(told: dict[str, Any]) -> StateStep:
    when = datetime.fromisoformat(told["wanneer"])
    return StateStep(
        ProposalState(told["naar"]), _to_person(told["wie"]), when, str(told["waarom"]), str(told["commit"])
    )
