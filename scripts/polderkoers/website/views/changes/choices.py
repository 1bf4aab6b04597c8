"""What a reader can filter the changes by, and what all of them together touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from polderkoers.changes.deciding.parts import POLICY, part_of
from polderkoers.website.views.changes.compared import Compared
from polderkoers.website.views.changes.told import KINDS
from polderkoers.website.views.link import Link
from polderkoers.website.views.timeline import Filter, FilterChoice
from polderkoers.website.words import one_line

_WEIGHTS = ("inhoudelijk", "redactioneel")
_GROUPS = {"partijen": "partij", "organisaties": "organisatie", "plaatsen": "plaats", "themas": "thema"}


@dataclass(frozen=True)
class TouchedRows:
    """What of one kind the changes of policy touch, the most touched first, each with how many changes touch it."""

    heading: str
    rows: tuple[tuple[Link, int], ...]


def filters(pair: Compared) -> tuple[Filter, ...]:
    """Return the fields by which a reader can filter: kind, significance, party. Only what occurs can be chosen."""
    found = (
        Filter("soort", "Wat er gebeurt", tuple(_kinds(pair))),
        Filter("gewicht", "Gewicht", tuple(_weights(pair))),
        Filter("partij", "Wie het raakt", tuple(_parties(pair))),
    )
    return tuple(each for each in found if each.choices)


def _kinds(pair: Compared) -> Iterator[FilterChoice]:
    occurring = {change.kind for change in pair.changes}
    for kind, words in KINDS.items():
        if kind in occurring:
            yield FilterChoice(*words)


def _weights(pair: Compared) -> Iterator[FilterChoice]:
    occurring = {change.significance for change in pair.changes}
    for weight in _WEIGHTS:
        if weight in occurring:
            yield FilterChoice(weight, weight.capitalize())


def _parties(pair: Compared) -> Iterator[FilterChoice]:
    for each in sorted(pair.impact, key=lambda each: each.label.casefold()):
        if each.group == "partijen":
            yield FilterChoice(each.ref.rpartition("/")[2], one_line(each.label))


def touched(pair: Compared) -> tuple[TouchedRows, ...]:
    """Return what the changes of policy touch, by group."""
    found = []
    for group, kind in _GROUPS.items():
        rows = sorted(_rows(pair, group), key=lambda row: (-row[1], row[0].text.casefold()))
        if rows:
            found.append(TouchedRows(pair.site.words.more(kind), tuple(rows)))
    return tuple(found)


def _rows(pair: Compared, group: str) -> Iterator[tuple[Link, int]]:
    """Yield what of one group the changes of policy touch, each with how many of them do."""
    for each in pair.impact:
        number = sum(part_of(change) == POLICY for change in each.changes)
        if number and each.group == group:
            yield pair.link(each.ref, one_line(each.label)), number
