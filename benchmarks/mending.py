"""Makes the references of made-up files lead to something again, after items were left out and ids given anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

from benchmarks.variation import MadeFile

# Fields that name items of policy. Everything else refers to the catalogues, which are copied whole.
_LOCAL, _FILES, _GOALS, _LINK = "over", "onderdelen", "doelen", "met"


class World:
    """Which made-up files there are, what stands in each, and what each real file became."""

    def __init__(self, files: Iterable[MadeFile]) -> None:
        self.items = {file.id: frozenset(ids(file.data)) for file in files}
        self._by_origin: dict[str, list[str]] = defaultdict(list)
        for file in files:
            self._by_origin[file.origin].append(file.id)

    def others(self, origin: str, but: str) -> list[str]:
        """Return the files, except one, that vary a real file; when there are none, any other file."""
        found = [name for name in self._by_origin.get(origin, ()) if name != but]
        return found or [name for name in self.items if name != but]


def ids(value: Any) -> Iterator[str]:
    """Yield the ids of all items in a value of YAML, and its own."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for held in value.values():
            yield from ids(held)
    elif isinstance(value, list):
        for held in value:
            yield from ids(held)


def references(file: MadeFile) -> Iterator[str]:
    """Yield what a file refers to, as `file` or `file/item`."""

    def walk(value: Any) -> Iterator[str]:
        if isinstance(value, list):
            for held in value:
                yield from walk(held)
        if not isinstance(value, dict):
            return
        for key, held in value.items():
            if key == _LINK:
                yield held
            elif _is_references(key, held):
                yield from (f"{file.id}/{wanted}" if key == _LOCAL else wanted for wanted in held)
            else:
                yield from walk(held)

    return walk(file.data)


def mended(file: MadeFile, world: World, seed: int) -> MadeFile:
    """Return the file with every reference to policy leading somewhere; what cannot lead anywhere is left out."""
    chance = Random(f"{seed} {file.id}")  # noqa: S311 - chance that can be repeated is the point
    return replace(file, data=_Mender(file, world, chance).of_mapping(file.data))


class _Mender:
    def __init__(self, file: MadeFile, world: World, chance: Random) -> None:
        self._file = file
        self._world = world
        self._chance = chance

    def of_mapping(self, mapping: dict[str, Any]) -> dict[str, Any]:
        held = {key: self._of(value, key) for key, value in mapping.items()}
        # The schema wants a list of references to hold something, or to be left out.
        return {key: value for key, value in held.items() if value != [] or mapping[key] == []}

    def _of(self, value: Any, field: str) -> Any:
        if field == _LINK:
            return self._target(value)
        if _is_references(field, value):
            return list(dict.fromkeys(self._references(value, field)))
        if isinstance(value, dict):
            return self.of_mapping(value)
        if isinstance(value, list):
            inner = [self._of(held, "") for held in value]
            return [held for held in inner if not (isinstance(held, dict) and held.get(_LINK, "") is None)]
        return value

    def _references(self, wanted: list[str], field: str) -> Iterator[str]:
        own = self._world.items[self._file.id]
        for one in wanted:
            if field == _LOCAL:
                if one in own:
                    yield one
            elif (found := self._target(one)) and (field == _FILES or "/" in found):
                yield found

    def _target(self, wanted: str) -> str | None:
        """Return where a reference to a real file or its item leads now: the same item of a variation, or that file."""
        origin, _, item = wanted.partition("/")
        if origin == self._file.origin and item:
            return f"{self._file.id}/{item}" if item in self._world.items[self._file.id] else None
        others = self._world.others(origin, self._file.id)
        if not others:
            return None
        name = self._chance.choice(others)
        return f"{name}/{item}" if item in self._world.items[name] else name


def _is_references(field: str, value: Any) -> bool:
    return field in (_LOCAL, _FILES, _GOALS) and isinstance(value, list) and all(isinstance(one, str) for one in value)
