"""Keeps the list of former addresses true to what was merged: without what is there after all, and with what was in force."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import filterfalse
from typing import TYPE_CHECKING

from polderkoers.policy.canonical.edit import with_data
from polderkoers.policy.model.adressen import ADDRESSES
from polderkoers.werkbank.store.stones import LIST, item_at, rows_of

if TYPE_CHECKING:
    from polderkoers.policy.schema import Schemas
    from polderkoers.werkbank.store.numbered import DocumentOf


def addressed(
    merged: Mapping[str, bytes], states: tuple[Mapping[str, bytes], ...], document: DocumentOf, schemas: Schemas
) -> dict[str, bytes]:
    """Return the files of a merge that differ from what is in force, with the former addresses that belong to it.

    What is there again has none. What is in force under a name that the outcome has no more gets one. `states` are what is in force and the
    whole outcome, by path.
    """
    found = dict(merged)
    now, state = states
    whole = document(LIST, state.get(LIST))
    if whole is None:
        return found
    rows = rows_of(LIST, state, document)
    every = whole.data.get(ADDRESSES) or []
    kept = [row for row in every if item_at(str(row.get("was")), state, document) is None]
    for was, row in rows_of(LIST, now, document).items():
        gone = filterfalse(lambda ref: ref in rows or item_at(ref, state, document), row.get("nu") or ())
        if rows.get(was, row) != row:
            kept += map({**rows[was]}.__or__, map(_was, gone))
    if kept != every:
        text = with_data(whole, {**whole.data, ADDRESSES: kept}, schemas, keep_comments=True)
        if isinstance(text, str):
            found[LIST] = text.encode("utf-8")
    return found


def _was(ref: str) -> dict[str, str]:
    return {"was": ref}
