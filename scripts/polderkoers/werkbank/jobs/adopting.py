"""Adopts a version in the draft of a proposal, as the command does in a working copy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from polderkoers.errors.forms import WorkRefused
from polderkoers.instance.adopt import Check, adoption_in
from polderkoers.instance.asked import Asked
from polderkoers.policy.dutch_dates import understand
from polderkoers.policy.tree import Tree
from polderkoers.werkbank.jobs.writing import Written


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


def _as_data(asked: Asked) -> Asked:
    date_typed = understand(asked.datum)
    if date_typed is None or not (date_typed.sure or date_typed.others):
        return asked  # adopting says itself what is wrong with it
    return replace(asked, datum=date_typed.written)
