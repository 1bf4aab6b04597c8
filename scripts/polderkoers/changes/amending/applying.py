"""Applies changes, as a JSON document tells them, to data: strictly, and all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain
from typing import Any

from polderkoers.changes.amending.applied import Applied, write
from polderkoers.changes.amending.misfit import ChangesDoNotFit
from polderkoers.changes.amending.told import Told, apart, files_about, is_whole
from polderkoers.changes.amending.work import AmendedItems

__all__ = ["Applied", "apply", "write"]


def apply(
    documents: Mapping[str, Any],
    changes: Iterable[Told],
    *,
    files: Collection[str] = (),
    is_required: Callable[[str, str], bool] = lambda _block, _field: False,
) -> Applied:
    """Return data by file path after changes, which are the `changes` of a JSON document, all of them.

    `documents` stays as it is. The answer says the same as the new data; keys may stand in another order, and what is no change
    (whitespace, `null` or left out) may be as it was. `files` are paths that are taken although their data is not here.
    `is_required` says of which field of which block unknown is written as null. Raises `ChangesDoNotFit` with every change that
    does not fit: nothing is applied then.
    """
    told = list(chain.from_iterable(map(apart, changes)))
    work = AmendedItems(documents, files_about(told), files, is_required)
    work.take_out([change for change in told if change["kind"] in ("removed", "moved") and is_whole(change)])
    work.follow([change for change in told if change["kind"] == "moved" and is_whole(change)])
    for change in told:
        if change["kind"] in ("added", "moved") and is_whole(change):
            work.attempt(work.put_in, change)
    for change in told:
        if not is_whole(change):
            work.attempt(work.set_field, change)
    if work.misfits:
        raise ChangesDoNotFit(tuple(work.misfits))
    return work.applied
