"""What came, changed or went of what stands beside the policy, such as reports: counted in a line of its own, because it changes no policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from polderkoers.changes.told_beside import things_in, told
from polderkoers.policy.dutch_words import capital, count, listing
from polderkoers.policy.model.kinds import OF_WHAT_CAME, counted_as

if TYPE_CHECKING:
    from polderkoers.changes.sides import Names

_AT_MOST = 30
_CHANGES_NOTHING = "Dat verandert het beleid niet."


@dataclass(frozen=True)
class CameBeside:
    """How many of a kind came, changed and went, and which and how in sentences (`told`). `one` and `more` are what is counted; `kind` is its file, as the data call that."""

    kind: str
    one: str
    more: str
    added: int
    changed: int
    removed: int
    told: tuple[str, ...] = ()


def came_beside(old: Mapping[str, Any], new: Mapping[str, Any], names: Names) -> tuple[CameBeside, ...]:
    """Return what differs between the data of two versions, by file, in what tells of the policy and is no policy; one for each kind of which something does."""
    found = []
    for kind, field in OF_WHAT_CAME.items():
        before, after = _told(old, kind, field), _told(new, kind, field)
        both = before.keys() & after.keys()
        changed = sum(before[ref] != after[ref] for ref in both)
        added, removed = len(after.keys() - both), len(before.keys() - both)
        if added or changed or removed:
            sentences = tuple(told(kind, before, after, names))
            found.append(CameBeside(kind, *counted_as(kind), added, changed, removed, sentences))
    return tuple(found)


def _told(documents: Mapping[str, Any], kind: str, field: str) -> dict[str, Any]:
    """Return what is counted of a kind by its id: the files, or the items of a list in them."""
    mine = (data for data in documents.values() if isinstance(data, Mapping) and data.get("soort") == kind)
    return dict(chain.from_iterable(things_in(data, field).items() for data in mine))


def beside_lines(found: Iterable[CameBeside]) -> list[str]:
    """Return for each kind a line that counts what came, changed and went, and says that it changes no policy."""
    return [f"{capital(listing([*_parts(each)]))}. {_CHANGES_NOTHING}" for each in found]


def beside_told(found: Iterable[CameBeside]) -> list[str]:
    """Return what came, changed and went, a sentence each, and how many more there are than can be read."""
    sentences = list(chain.from_iterable(map(attrgetter("told"), found)))
    if len(sentences) <= _AT_MOST + 1:
        return sentences
    return [*sentences[:_AT_MOST], f"En nog {len(sentences) - _AT_MOST} andere."]


def _parts(each: CameBeside) -> Iterator[str]:
    for number, one, more in (
        (each.added, "er kwam {} bij", "er kwamen {} bij"),
        (each.changed, "{} is veranderd", "{} zijn veranderd"),
        (each.removed, "{} is weg", "{} zijn weg"),
    ):
        if number:
            words = one if number == 1 else more
            yield words.format(count(number, each.one, each.more))
