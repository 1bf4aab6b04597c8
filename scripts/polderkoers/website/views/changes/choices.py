"""What a reader can filter the changes by, and what all of them together touch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from polderkoers.changes.account.matters import MATTERS
from polderkoers.changes.account.sections import PART_WORDS
from polderkoers.changes.account.touched import most_touched
from polderkoers.changes.deciding.parts import POLICY
from polderkoers.changes.meaning_words import MEANINGS, STATUSES
from polderkoers.changes.named import BY_NAME
from polderkoers.policy.dutch_words import capital
from polderkoers.website.views.changes.told import KINDS, TOUCHED, Wijziging
from polderkoers.website.views.link import Link
from polderkoers.website.views.timeline import Filter, FilterChoice
from polderkoers.website.words import one_line

if TYPE_CHECKING:
    from polderkoers.website.views.changes.compared import Compared

_COMES_AND_GOES = {
    "toegevoegd": "Nieuw",
    "vervallen": "Vervallen",
    "opgegaan-in": "Opgegaan in iets anders",
    "gesplitst-in": "Gesplitst",
}


class TouchedRow(NamedTuple):
    """Something that is touched, how many changes of policy touch it or name it, and the choice that shows just those."""

    link: Link
    total: int
    choice: str


@dataclass(frozen=True)
class TouchedRows:
    """What of one kind the changes of policy touch, the most touched first, each with how many changes touch it."""

    heading: str
    rows: tuple[TouchedRow, ...]


def filters(pair: Compared, shown: Iterable[Wijziging]) -> tuple[Filter, ...]:
    """Return the fields by which a reader can filter what is shown. Only what occurs can be chosen, and each choice says how often."""
    occurring = _occurring(shown)
    words = pair.site.words
    parts: dict[str, str] = {part: capital(said.counted) for part, said in PART_WORDS.items()}
    meanings = {name: said.label for name, said in MEANINGS.items()} | STATUSES | _COMES_AND_GOES
    fields: tuple[tuple[str, str, Mapping[str, str]], ...] = (
        ("over", "Waar het over gaat", {str(matter): words for matter, words in MATTERS.items()}),
        ("betekenis", "Wat het betekent", meanings),
        ("soort", "Wat er gebeurt", dict(KINDS.values())),
        ("deel", "Beleid of niet", parts),
        ("partij", "Wie het raakt", _touched(pair, "partij")),
        ("organisatie", words.one("organisatie"), _touched(pair, "organisatie")),
        ("plaats", words.one("plaats"), _touched(pair, "plaats")),
        ("onderwerp", words.one("thema"), _touched(pair, "onderwerp")),
        ("document", "Document", _documents(pair)),
    )
    found = (
        Filter(name, label, tuple(_choices(known, occurring.get(name, Counter())))) for name, label, known in fields
    )
    return tuple(filter(attrgetter("choices"), found))


def _documents(pair: Compared) -> dict[str, str]:
    """Return the documents in which something changes, by name."""
    files = chain.from_iterable(map(attrgetter("files"), pair.account.parts))
    found = {file.ref: one_line(file.heading) for file in files}
    return dict(sorted(found.items(), key=lambda file: file[1].casefold()))


def _occurring(shown: Iterable[Wijziging]) -> dict[str, Counter[str]]:
    """Return how many changes have each value of each filter."""
    found: dict[str, Counter[str]] = {}
    for wijziging in shown:
        for name, values in wijziging.values.items():
            found.setdefault(name, Counter()).update(values.split())
    return found


def _choices(known: Mapping[str, str], counted: Counter[str]) -> Iterator[FilterChoice]:
    for value, words in known.items():
        if counted[value]:
            yield FilterChoice(value, f"{words} ({counted[value]})")


def _touched(pair: Compared, name: str) -> dict[str, str]:
    """Return what changes touch or name in their words, by id, in the order of their names."""
    found = {each.ref: each.label for each in pair.impact if each.group == TOUCHED[name]}
    if name in BY_NAME:
        known = chain(pair.old.policy.of_kind(name), pair.new.policy.of_kind(name))
        found = {entry.ref: entry.item.label for entry in known} | found
    in_order = sorted(found.items(), key=lambda each: each[1].casefold())
    return {ref.rpartition("/")[2]: one_line(label) for ref, label in in_order}


def touched(pair: Compared) -> tuple[TouchedRows, ...]:
    """Return what the changes of policy touch, by group; other items are named beside the changes themselves."""
    by_group = {group: name for name, group in TOUCHED.items()}
    found = []
    for group in most_touched(pair.impact, pair.names):
        if name := by_group.get(group.group):
            rows = tuple(
                TouchedRow(pair.link(one.ref, one_line(one.label)), pair.reaching(one.ref), _choice(name, one.ref))
                for one in group.touched
            )
            found.append(TouchedRows(group.name, rows))
    return tuple(found)


def _choice(name: str, ref: str) -> str:
    return urlencode({"deel": POLICY, name: ref.rpartition("/")[2]})
