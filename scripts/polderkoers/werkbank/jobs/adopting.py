"""Adopts a version in the draft of a proposal, as the command does in a working copy."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from polderkoers.errors import AdoptionRefused
from polderkoers.errors.forms import WorkRefused
from polderkoers.instance.adopt import Check, adoption_in
from polderkoers.instance.asked import Asked, refuse_wrong_date, refuse_wrong_id
from polderkoers.policy.dutch_dates import understand
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.tree import Tree
from polderkoers.werkbank.forms.desk import Desk, Placed
from polderkoers.werkbank.forms.form import FILL_IN
from polderkoers.werkbank.forms.wording import in_words
from polderkoers.werkbank.jobs.writing import Written

_LONGEST = {"door": 200, "besluit": 200, "naam": 400, "uitleg": 6000}
_OPTION = re.compile(r" achter --\w+")
_NOTHING = " Er is niets vastgesteld."


def adopt_version(root: Path, tree: Tree, asked: Asked, check: Check, today: date) -> Written:
    """Return the files of a save that adopts a version of the policy in a tree; `root` is its repository, `today` the day where people are.

    The date is read as people type it. Raises `WorkRefused` while `check` finds faults, and a `PolderkoersError` when it cannot be done
    as it was asked; nothing has changed then.
    """
    found = adoption_in(root, tree, _as_data(asked), check, today)
    if found.problems:
        first = found.problems[0]
        raise WorkRefused(f"Er is nog iets mis in {first.file}: {first.message}", first.hint or "maak dat eerst goed.")
    beside = [f"{file} zegt iets anders dan in de vorige versie, en is niet mee vastgesteld." for file in found.beside]
    return Written({edit.file: edit.content for edit in found.edits}, f"versie {asked.id} vastgesteld", tuple(beside))


def asked_wrong(desk: Desk, asked: Asked, today: date) -> dict[str, str]:
    """Return all that is wrong with what was asked, by the field that it was asked in (`bestand` for the files); nothing is adopted yet."""
    found = {name: FILL_IN for name in ("datum", "door", "id") if not getattr(asked, name).strip()}
    for name, most in _LONGEST.items():
        if len(getattr(asked, name) or "") > most:
            found[name] = f"Dit is te lang. Er passen hoogstens {most} tekens."
    tests: dict[str, Callable[[], None]] = {
        "datum": partial(refuse_wrong_date, _as_data(asked).datum, desk.policy, today),
        "id": partial(refuse_wrong_id, asked.id, desk.policy),
    }
    for name, test in tests.items():
        try:
            test()
        except AdoptionRefused as error:
            found.setdefault(name, in_form(str(error), desk))
    if not asked.bestanden and not any(each.data.get("status") == "concept" for each in adoptable(desk)):
        found["bestand"] = "Niets is nu concept. Kies wat opnieuw is vastgesteld."
    return found


def adoptable(desk: Desk) -> tuple[Placed, ...]:
    """Return the files of policy that can be adopted, those that are a concept first."""
    files = (each for each in desk.items.values() if each.is_file and issubclass(each.cls, Beleid))
    there = [each for each in files if each.data.get("status") != "ingetrokken"]
    return tuple(sorted(there, key=lambda each: each.data.get("status") != "concept"))


def in_form(text: str, desk: Desk) -> str:
    """Return what the command says of an adoption as a form says it."""
    return in_words(_OPTION.sub("", text.replace(_NOTHING, "")), desk)


def _as_data(asked: Asked) -> Asked:
    date_typed = understand(asked.datum)
    if date_typed is None or not (date_typed.sure or date_typed.others):
        return asked  # adopting says itself what is wrong with it
    return replace(asked, datum=date_typed.written)
