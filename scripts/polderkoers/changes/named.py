"""Who is named in the words of a change: a goal for all residents reaches residents, though no field says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from polderkoers.changes.nature import TEXT_FIELDS, is_policy

if TYPE_CHECKING:
    from polderkoers.changes.change import Change
    from polderkoers.changes.names_in_text import NamesInText


def is_named(change: Change, names: NamesInText) -> bool:
    """Return whether one of some names stands in a text that changes, or in the name of the item that does."""
    return is_policy(change.item) and any(map(names.found, _texts(change)))


def _texts(change: Change) -> Iterator[str]:
    for subject, held in ((change.was, change.old), (change.now, change.new)):
        if subject is not None and subject.parent is not None:
            yield subject.label
        if change.field is None or (change.field.rpartition(".")[2] in TEXT_FIELDS and isinstance(held, str)):
            yield from _texts_in(held)


def _texts_in(held: Any) -> Iterator[str]:
    """Yield the texts for readers in what changed: in a whole item at any depth, without notes of the editors."""
    if isinstance(held, str):
        yield held
    for part in held if isinstance(held, list) else ():
        if isinstance(part, Mapping):
            yield from _texts_in(part)
    for name, part in held.items() if isinstance(held, Mapping) else ():
        if name in TEXT_FIELDS or (name != "let_op" and not isinstance(part, str)):
            yield from _texts_in(part)
