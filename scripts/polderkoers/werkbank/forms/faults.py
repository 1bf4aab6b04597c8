"""Puts what the checks say of a file at the fields of a form: the same messages as those of the command."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from polderkoers.problems import Problem
from polderkoers.werkbank.forms.form import Control, ItemForm

_MISSING = re.compile(r"Het veld '(\w+)' ontbreekt")
OF_ITEM = ""
"""The name under which stands what is said of an item as a whole."""


def at_fields(form: ItemForm, problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    """Return the problems of an item by the name of the field of its form that each is about, or `OF_ITEM`.

    What is wrong in an item inside it is told at the list in which that stands.
    """
    names = {each.name for each in form.every_field}
    lists = {each.name for each in form.fields if each.control is Control.ITEMS}
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.file == form.file and _is_at(form.pointer, problem.path):
            name = f"{problem.path.removeprefix(form.pointer)}/{missing_in(problem)}".strip("/")
            first = name.partition("/")[0]
            found[_nearest(first if first in lists else name, names)].append(problem)
    return {name: tuple(some) for name, some in found.items()}


def _is_at(pointer: str, path: str) -> bool:
    return path == pointer or path.startswith(f"{pointer}/")


def missing_in(problem: Problem) -> str:
    """Return the field that a problem says is missing, which stands in no place; nothing when it says something else."""
    if problem.rule != "veld-ontbreekt":
        return ""
    return "".join(_MISSING.findall(problem.message))


def _nearest(name: str, names: set[str]) -> str:
    """Return the field that has a name, or else that in which such a field would stand."""
    while name and name not in names:
        name = name.rpartition("/")[0]
    return name or OF_ITEM
