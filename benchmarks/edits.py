"""Makes a second version of made-up files: some are edited as an editor would, the rest stays as it is."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from benchmarks.mending import references
from benchmarks.originals import Originals
from benchmarks.texts import FIELDS, FIXED, retold
from benchmarks.variation import MadeFile

_STATUSES = ("concept", "vastgesteld", "ingetrokken", None)


def edited(files: Sequence[MadeFile], count: int, seed: int, known: Originals) -> tuple[MadeFile, ...]:
    """Return the files with exactly `count` of them changed, all references still leading somewhere."""
    chance = Random(f"{seed} edits")  # noqa: S311 - chance that can be repeated is the point
    chosen = frozenset(chance.sample(range(len(files)), count))
    needed = frozenset(wanted for file in files for wanted in references(file))
    return tuple(
        _Editor(file, needed, known, chance).changed() if place in chosen else file for place, file in enumerate(files)
    )


class _Editor:
    def __init__(self, file: MadeFile, needed: frozenset[str], known: Originals, chance: Random) -> None:
        self._file = file
        self._needed = needed
        self._known = known
        self._chance = chance

    def changed(self) -> MadeFile:
        """Return the file after one to four edits; at least one of them shows."""
        edits: tuple[Callable[[dict[str, Any]], None], ...] = (
            self._text,
            self._status,
            self._move,
            self._remove,
            self._add,
        )
        data = copy.deepcopy(self._file.data)
        for edit in self._chance.choices(edits, k=self._chance.randint(1, 4)):
            edit(data)
        if data == self._file.data:
            self._add(data)
        return replace(self._file, data=data)

    def _text(self, data: dict[str, Any]) -> None:
        holder, field = self._chance.choice(list(_texts(data)))
        holder[field] = retold(holder[field], self._known.sentences, self._chance)

    def _status(self, data: dict[str, Any]) -> None:
        data["status"] = self._chance.choice([status for status in _STATUSES if status != data["status"]])

    def _move(self, data: dict[str, Any]) -> None:
        items = self._chance.choice(list(_item_lists(data)) or [[]])
        self._chance.shuffle(items)

    def _remove(self, data: dict[str, Any]) -> None:
        """Remove an item that nothing refers to, and that is not the last of its list."""
        free = [
            (items, item)
            for items in _item_lists(data)
            for item in items
            if f"{self._file.id}/{item['id']}" not in self._needed and not list(_item_lists(item))
        ]
        if free:
            items, item = self._chance.choice(free)
            items.remove(item)

    def _add(self, data: dict[str, Any]) -> None:
        number = self._chance.randrange(10**6)
        note = {"id": f"letop-nieuw-{number}", "tekst": self._chance.choice(self._known.sentences)}
        data.setdefault("let_op", []).append(note)


def _texts(value: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield every place of running text: the mapping and the key."""
    for held in value.values() if isinstance(value, dict) else value:
        if isinstance(held, dict | list):
            yield from _texts(held)
    if isinstance(value, dict):
        yield from ((value, key) for key in value if key in FIELDS and isinstance(value[key], str))


def _item_lists(value: Any, field: str = "") -> Iterator[list[dict[str, Any]]]:
    """Yield every list of two or more items with an id."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from _item_lists(held, key)
    elif isinstance(value, list) and field not in FIXED:
        if len(value) > 1 and all(isinstance(item, dict) and "id" in item for item in value):
            yield value
        for item in value:
            yield from _item_lists(item)
