"""Who is named in the words of a change: a goal for all residents reaches residents, though no field says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from polderkoers.changes.change import Change
from polderkoers.changes.nature import TEXT_FIELDS, is_policy


class Naming:
    """The names of somebody, to find in texts."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take all names by which somebody is known; whitespace and capitals in them do not count."""
        words = {r"\s+".join(map(re.escape, name.split())) for name in names if name.strip()}
        # The longest first, so that no name hides in another; without names nothing is found.
        either = "|".join(sorted(words, key=len, reverse=True)) or r"(?!)"
        self._names = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)

    def found(self, text: str) -> list[str]:
        """Return the names in a text, each as often as it stands there."""
        return [" ".join(name.casefold().split()) for name in self._names.findall(text)]

    def are_in(self, change: Change) -> bool:
        """Return whether one of the names stands as whole words in a text that changes, or in the name of the item that does."""
        return is_policy(change.item) and any(map(self._names.search, _texts(change)))


NOBODY = Naming(())
"""Names of which no text has one."""


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
