"""Makes one new file of policy out of a real one: other words, other figures, part of the items in another order."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from benchmarks.originals import Original, Originals
from benchmarks.texts import FIELDS, FIXED, retold

_LONGEST_ID = 80


@dataclass(frozen=True)
class MadeFile:
    """A made-up file: its id, the id of the real file that it varies, its folder under data/ and its content."""

    id: str
    origin: str
    folder: str
    data: dict[str, Any]

    @property
    def path(self) -> str:
        """Where it stands, relative to the root."""
        return f"data/{self.folder}/{self.id}.yaml"


def made_from(original: Original, number: int, seed: int, known: Originals) -> MadeFile:
    """Return the variation with this number. References may lead nowhere until `mended` has seen them."""
    chance = Random(f"{seed} {number}")  # noqa: S311 - chance that can be repeated is the point
    place, place_name = chance.choice(known.places)
    tail = f"-{place}-{number:05}"
    name = f"{original.id[: _LONGEST_ID - len(tail)].rstrip('-')}{tail}"
    data = _Variation(known, chance).of_mapping(original.data)
    data["id"] = name
    data["titel"] = f"{original.data['titel']}: {place_name}, deel {number}"
    data["versie"] = f"{chance.randint(1, 3)}.{chance.randint(0, 9)}"
    data["status"] = chance.choice(("concept", "vastgesteld", "ingetrokken", None))
    if "nummer" in data:
        data["nummer"] = number
    return MadeFile(name, original.id, original.folder, data)


class _Variation:
    def __init__(self, known: Originals, chance: Random) -> None:
        self._known = known
        self._chance = chance
        self._share = chance.uniform(0.5, 1)

    def of_mapping(self, mapping: dict[str, Any]) -> dict[str, Any]:
        return {key: value if key in FIXED else self._of(value, key) for key, value in mapping.items()}

    def _of(self, value: Any, field: str) -> Any:
        if isinstance(value, dict):
            return self.of_mapping(value)
        if isinstance(value, list):
            return [self._of(held, "") for held in self._some(value)]
        if isinstance(value, str) and field in FIELDS:
            return retold(value, self._known.sentences, self._chance)
        if isinstance(value, int) and field in ("waarde", "bedrag") and value > 1:
            return self._chance.randint(value // 2, value)  # never more, so that no share passes 100 percent
        return value

    def _some(self, items: list[Any]) -> list[Any]:
        """Return part of the items, at least one, in another order."""
        kept = max(1, round(len(items) * self._share)) if items else 0
        return self._chance.sample(items, kept)
