"""Polderdam on a desk, as somebody works on it, and what a job leaves there."""

from __future__ import annotations

import dataclasses
import functools
from pathlib import Path

from polderkoers.policy.load import load, read_policy
from polderkoers.policy.tree import Folder, Snapshot, Tree, WithFiles
from polderkoers.problems import Problem
from polderkoers.werkbank.forms.desk import Desk, began_of, desk_of
from polderkoers.werkbank.forms.making import empty_form, form_of
from polderkoers.werkbank.forms.reading import read_form
from polderkoers.werkbank.jobs.changing import JobResult
from polderkoers.werkbank.jobs.items import add_item, change_item
from polderkoers.werkbank.jobs.writing import write
from support.gemeente import INSTANCE
from support.posted import posted_of


@functools.cache
def tree_of_polderdam() -> Snapshot:
    """Return the files of Polderdam, read once."""
    return Snapshot(Folder(INSTANCE))


@functools.cache
def desk_of_polderdam() -> Desk:
    """Return Polderdam where work begins; nothing may be changed in it."""
    return begun(desk_of(read_policy(tree_of_polderdam())))


def begun(desk: Desk) -> Desk:
    """Return a desk on which the work begins now."""
    return dataclasses.replace(desk, began=began_of(desk))


def desk_of_folder(root: Path) -> Desk:
    """Return the policy in a folder on a desk."""
    return desk_of(read_policy(Folder(root)))


def after(result: JobResult, desk: Desk | None = None, tree: Tree | None = None) -> Desk:
    """Return the desk once the files of a job are written."""
    desk = desk or desk_of_polderdam()
    files = write(desk, result).files
    return desk_of(read_policy(WithFiles(tree or tree_of_polderdam(), files)), desk.began)


def faults_after(result: JobResult) -> list[Problem]:
    """Return the faults that a check finds in Polderdam after a job; before it there are none."""
    files = write(desk_of_polderdam(), result).files
    return [each for each in load(WithFiles(tree_of_polderdam(), files)).problems if each.level == "fout"]


def answer(ref: str, **typed: str | list[str]):
    """Return what is read of the form of an item of Polderdam with other values in some fields (`__` for a slash)."""
    form = form_of(desk_of_polderdam(), ref)
    return read_form(form, posted_of(form, **typed))


def changed(ref: str, **typed: str | list[str]) -> JobResult:
    """Return what comes of typing other values in some fields of an item of Polderdam."""
    return change_item(desk_of_polderdam(), ref, answer(ref, **typed))


def added(kind: str, above: str = "", into: str = "", **typed: str | list[str]) -> JobResult:
    """Return what comes of adding something to Polderdam with these values."""
    form = empty_form(desk_of_polderdam(), kind, above, into)
    return add_item(desk_of_polderdam(), form, read_form(form, posted_of(form, **typed)))
