"""The opening of a comparison: what changes in numbers and in sentences, and what stays as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from polderkoers.changes.change import Change, Subject
from polderkoers.changes.labels import list_name, noun
from polderkoers.policy.index import Entry
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.website.views.changes.compared import EDITORIAL, LISTS, NOTES, POLICY, Compared
from polderkoers.website.views.changes.told import meanings
from polderkoers.website.words import Words, listing

# What a reader of a new document first wants to know the number of.
_COUNTED = ("doel", "stap", "activiteit")


@dataclass(frozen=True)
class ChangeCount:
    """A number of changes with what it counts."""

    aantal: int
    wat: str


@dataclass(frozen=True)
class PairSummary:
    """What two versions differ in. `betekenis` counts what changes mean, `lijsten` is what changes in lists of names."""

    getallen: tuple[ChangeCount, ...]
    zinnen: tuple[str, ...]
    betekenis: tuple[ChangeCount, ...]
    beleid: int
    redactie: int
    opmerkingen: int
    lijsten: int

    @property
    def leeg(self) -> bool:
        """Whether nothing changes at all."""
        return not (self.beleid or self.redactie or self.opmerkingen or self.lijsten)


def summary(pair: Compared) -> PairSummary:
    """Return what changes between two versions in numbers and sentences."""
    policy = pair.part(POLICY)
    kinds = Counter(change.kind for change in policy)
    means = Counter(meaning for change in policy for meaning in meanings(change))
    return PairSummary(
        getallen=(
            ChangeCount(kinds["added"], "erbij"),
            ChangeCount(kinds["removed"], "weg"),
            ChangeCount(kinds["changed"], "veranderd"),
            ChangeCount(kinds["moved"], "verplaatst"),
            ChangeCount(len(pair.part(EDITORIAL)), "alleen anders geschreven"),
        ),
        zinnen=tuple(_sentences(pair, policy)),
        betekenis=tuple(ChangeCount(number, what) for what, number in means.most_common()),
        beleid=len(policy),
        redactie=len(pair.part(EDITORIAL)),
        opmerkingen=len(pair.part(NOTES)),
        lijsten=len(pair.part(LISTS)),
    )


def _sentences(pair: Compared, policy: tuple[Change, ...]) -> Iterator[str]:
    if not pair.changes:
        yield "Tussen deze twee versies verandert er niets."
        return
    if not any(not pair.owner(change.ref) for change in policy):
        yield f"In het beleid van {pair.site.publisher.the} verandert niets."
    yield from _files(pair, policy)
    yield from _items(pair, policy)
    yield from _unchanged(pair)


def _files(pair: Compared, policy: tuple[Change, ...]) -> Iterator[str]:
    """Yield which documents come and go; those of others apart, with whose they are."""
    for kind, one, more in (("added", "komt", "komen"), ("removed", "vervalt", "vervallen")):
        files = [change.item for change in policy if change.kind == kind and change.item.parent is None]
        extra = " bij" if kind == "added" else ""
        own = [file for file in files if not pair.owner(file.ref)]
        if own:
            yield f"Er {one if len(own) == 1 else more} {_by_kind(pair, own)}{extra}."
            if kind == "added":
                yield from _inside(pair, own)
        others = [file for file in files if pair.owner(file.ref)]
        if others:
            owners = listing(list(dict.fromkeys(pair.owner(file.ref) for file in others)))
            what = f"{one if len(others) == 1 else more} {_by_kind(pair, others)}{extra} van een ander"
            yield f"Er {what}: {owners}. {'Dat is' if len(others) == 1 else 'Die zijn'} geen beleid van {pair.site.publisher.this}."


def _inside(pair: Compared, files: list[Subject]) -> Iterator[str]:
    counted: Counter[str] = Counter()
    for file in files:
        entry = pair.new.policy.get(file.ref)
        if entry is not None:
            counted.update(below.item.soortnaam for below in pair.new.policy.below(entry))
    parts = [pair.site.words.count(counted[kind], kind) for kind in _COUNTED if counted[kind]]
    if parts:
        one = sum(counted[kind] for kind in _COUNTED) == 1
        yield f"Daarin {'staat' if one else 'staan'}{' samen' if len(files) > 1 else ''} {listing(parts)}."


def _items(pair: Compared, policy: tuple[Change, ...]) -> Iterator[str]:
    inside = [change for change in policy if change.item.parent is not None]
    for kind, one, more in (("added", "komt", "komen"), ("removed", "vervalt", "vervallen")):
        items = [change.item for change in inside if change.kind == kind]
        if items:
            extra = " bij" if kind == "added" else ""
            yield f"In beleid dat er al was, {one if len(items) == 1 else more} {_by_slot(pair, items)}{extra}."
    for kind, told in (("changed", "verandert iets"), ("moved", "verandert de plek of de termijn")):
        touched = {(change.ref, change.key): change.item for change in policy if change.kind == kind}
        if touched:
            yield f"Bij {_by_slot(pair, touched.values())} {told}."


def _unchanged(pair: Compared) -> Iterator[str]:
    """Yield in which documents nothing changes; notes of the editors do not count."""
    touched = {change.ref.partition("/")[0] for part in (POLICY, EDITORIAL) for change in pair.part(part)}
    told = []
    for kind in POLICY_KINDS:
        files = [entry for entry in pair.old.policy.of_kind(kind) if not pair.owner(entry.ref)]
        same = [entry for entry in files if entry.ref not in touched]
        if same:
            years = {pair.site.year(entry) for entry in files}
            year = years.pop() if len(years) == 1 else None
            told.append(f"{_how_many(pair.site.words, same, files, kind)}{f' uit {year}' if year else ''}")
    if told:
        yield f"Aan {listing(told)} verandert niets."


def _how_many(words: Words, same: list[Entry], files: list[Entry], kind: str) -> str:
    more = words.more(kind).lower()
    if len(files) == 1:
        return f"{words.the(kind)} {files[0].item.label}"
    return f"de {len(files)} {more}" if len(same) == len(files) else f"{len(same)} van de {len(files)} {more}"


def _by_kind(pair: Compared, files: list[Subject]) -> str:
    counted = Counter(file.block for file in files)
    return listing([pair.site.words.count(counted[kind], kind) for kind in POLICY_KINDS if counted[kind]])


def _by_slot(pair: Compared, items: Iterable[Subject]) -> str:
    counted = Counter((item.block, item.slot) for item in items)
    return listing([_count(pair.site.words, number, block, slot) for (block, slot), number in counted.items()])


def _count(words: Words, number: int, block: str, slot: str) -> str:
    if number == 1:
        return f"1 {noun(block, slot, words.own).name}"
    # A file as a whole stands in no list.
    return f"{number} {list_name(slot, words.own) if slot else words.more(block).lower()}"
