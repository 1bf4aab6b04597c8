"""Who and what is named in the words of a change: a goal for all residents reaches residents, though no field says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from polderkoers.changes.names_in_text import NamesInText
from polderkoers.changes.nature import TEXT_FIELDS, is_policy
from polderkoers.policy.model.having import andere_namen_of

if TYPE_CHECKING:
    from polderkoers.changes.change import Change
    from polderkoers.policy.index import Entry

# The kinds of which a text may hold the name, as a filter of changes asks for them.
BY_NAME = ("partij", "organisatie", "plaats")


class NamedItems:
    """The items of some versions that a text may name."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take the items; one that is in both versions is known by its names in either."""
        names: dict[str, dict[str, None]] = {}
        for entry in entries:
            known = (entry.item.label, *andere_namen_of(entry.item))
            names.setdefault(entry.ref, {}).update(dict.fromkeys(filter(str.strip, known)))
        self._finders = {ref: (tuple(map(_folded, known)), NamesInText(known)) for ref, known in names.items()}

    def in_change(self, change: Change) -> frozenset[str]:
        """Return the references of what is named in the words of a change, as `is_named` has it; nothing where it is no policy."""
        if not is_policy(change.item):
            return frozenset()
        texts = tuple(_texts(change))
        whole = "\0".join(map(_folded, texts))
        found = set()
        for ref, (known, names) in self._finders.items():
            # Hardly any name stands in a text, and looking for its letters is quick.
            if any(name in whole for name in known) and any(map(names.found, texts)):
                found.add(ref)
        return frozenset(found)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


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
