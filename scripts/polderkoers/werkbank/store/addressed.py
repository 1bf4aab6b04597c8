"""Takes former addresses out of what was merged that are no former ones: somebody chose to keep what another had removed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from polderkoers.policy.canonical.edit import with_data
from polderkoers.policy.model.adressen import ADDRESSES

if TYPE_CHECKING:
    from polderkoers.policy.schema import Schemas
    from polderkoers.policy.source import Document
    from polderkoers.werkbank.store.numbered import DocumentOf

_LIST = f"data/{ADDRESSES}.yaml"


def addressed(
    merged: Mapping[str, bytes], state: Mapping[str, bytes], document: DocumentOf, schemas: Schemas
) -> dict[str, bytes]:
    """Return the files of a merge that differ from what is in force, the list of former addresses without what is there again.

    `state` is the whole outcome by path.
    """
    found = dict(merged)
    whole = document(_LIST, state.get(_LIST))
    if whole is None:
        return found
    rows = whole.data.get(ADDRESSES) or []
    kept = [row for row in rows if not _is_there(str(row.get("was")), state, document)]
    if len(kept) < len(rows):
        text = with_data(whole, {**whole.data, ADDRESSES: kept}, schemas, keep_comments=True)
        if isinstance(text, str):
            found[_LIST] = text.encode("utf-8")
    return found


def _is_there(ref: str, state: Mapping[str, bytes], document: DocumentOf) -> bool:
    """Return whether an item stands in the outcome; only files in which its id stands are read."""
    top, _, id_ = ref.partition("/")
    names = (f"id: {top}".encode(), f"id: {id_ or top}".encode())
    for file, content in state.items():
        if all(name in content for name in names):
            read = document(file, content)
            if read is not None and _holds(read, top, id_):
                return True
    return False


def _holds(read: Document, top: str, id_: str) -> bool:
    return read.data.get("id") == top and (not id_ or id_ in _ids(read.data))


def _ids(data: Any) -> set[str]:
    """Return every id in data, at any depth."""
    if isinstance(data, list):
        return set().union(*map(_ids, data))
    if not isinstance(data, dict):
        return set()
    own = {str(data["id"])} if "id" in data else set()
    return own.union(*map(_ids, data.values()))
