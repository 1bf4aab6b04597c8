"""Gives a merged file a number of its own: both sides raised it, and what came of both is neither."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from polderkoers.policy.canonical.edit import with_fields
from polderkoers.policy.rules.version_number import next_number

if TYPE_CHECKING:
    from polderkoers.policy.schema import Schemas
    from polderkoers.policy.source import Document

_NUMBER = "versie"
DocumentOf = Callable[[str, bytes | None], "Document | None"]


def numbered(
    merged: Mapping[str, bytes], states: tuple[Mapping[str, bytes], ...], document: DocumentOf, schemas: Schemas
) -> dict[str, bytes]:
    """Return the merged files, those with a higher number that say something else than what is in force under the same one.

    `states` are what the proposal was made on, the proposal, and what is in force. Who did not raise the number is left to do so.
    """
    found = dict(merged)
    for file, content in merged.items():
        was, mine, theirs = (_data(document(file, state.get(file))) for state in states)
        whole = document(file, content)
        if whole is None or not {_NUMBER} <= theirs.keys() & mine.keys() or mine[_NUMBER] == was.get(_NUMBER):
            continue
        if whole.data.get(_NUMBER) == theirs[_NUMBER] and whole.data != theirs:
            text = with_fields(whole, {_NUMBER: next_number(str(theirs[_NUMBER]))}, schemas)
            if isinstance(text, str):
                found[file] = text.encode("utf-8")
    return found


def _data(document: Document | None) -> Mapping[str, Any]:
    return document.data if document is not None else {}
