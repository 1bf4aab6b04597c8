"""Reads the table of sentences: two wordings of one, which way it goes, and the words in which that is told."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from polderkoers.changes.telling.moved import FigureSetting
from polderkoers.changes.telling.read import TextReading, read

HERE = Path(__file__).resolve().parents[1] / "changes" / "richting"
SETTINGS = {
    "doel": FigureSetting(is_goal=True, is_name=True, is_promise=True),
    "toelichting": FigureSetting(is_goal=True, is_promise=True),
    "stap": FigureSetting(is_promise=True),
    "wanneer": FigureSetting(is_name=True, is_promise=True, is_moment=True),
    "hoger": FigureSetting(is_goal=True, is_name=True, is_promise=True, better="hoger"),
    "hoger, in een tekst": FigureSetting(is_goal=True, is_promise=True, better="hoger"),
    "lager": FigureSetting(is_goal=True, is_name=True, is_promise=True, better="lager"),
}
"""By what the first column says: the name of a goal, its text, a step, a moment in words, and a goal of which the data say what is better."""

WORDS = {
    "doel-aangescherpt": "aangescherpt",
    "doel-afgezwakt": "afgezwakt",
    "uitgesteld": "later",
    "vervroegd": "eerder",
    "verplichting-aangescherpt": "bindender",
    "verplichting-afgezwakt": "vrijer",
}
"""The directions, by the names that they have in the data."""
OPPOSITE = {"aangescherpt": "afgezwakt", "later": "eerder", "bindender": "vrijer"}
OPPOSITE |= {value: key for key, value in OPPOSITE.items()}


@dataclass(frozen=True)
class Row:
    """One pair. `way` are the right directions, none when nothing may be said; `silent` says that no word is said of them."""

    group: str
    place: str
    old: str
    new: str
    way: frozenset[str]
    silent: bool
    told: str

    @property
    def setting(self) -> FigureSetting:
        """Where the sentence stands."""
        return SETTINGS[self.place]

    @property
    def expected(self) -> frozenset[str]:
        """The directions that are said."""
        return frozenset() if self.silent else self.way

    def reading(self) -> TextReading:
        """Return what is said of the pair."""
        return read(self.old, self.new, self.setting)


def directions(reading: TextReading) -> frozenset[str]:
    """Return the directions that a reading claims."""
    return frozenset(WORDS[name] for name in reading.meaning if name in WORDS)


def rows() -> list[Row]:
    """Return the rows of all groups."""
    return [_row(path.stem, line) for path in sorted(HERE.glob("*.tsv")) for line in _lines(path)]


def _lines(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def _row(group: str, line: list[str]) -> Row:
    place, old, new, way, told = line
    ways = frozenset(way.lstrip("~").split()) - {"-"}
    return Row(group, place, old, new, ways, way.startswith("~"), told)
