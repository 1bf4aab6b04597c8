"""The opening of a comparison: what changes in numbers and in sentences, and what stays as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from polderkoers.changes.change import RENAMED, Change, Subject
from polderkoers.changes.deciding.parts import EDITORIAL, LISTS, NOTES, POLICY
from polderkoers.changes.phrases import list_name, noun
from polderkoers.policy.dutch_words import listing
from polderkoers.policy.index import Entry
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.website.views.changes.compared import Compared
from polderkoers.website.views.changes.told import meanings
from polderkoers.website.words import Words

# What a reader of a new document first wants to know the number of.
_COUNTED = ("doel", "stap", "activiteit")
_NOTHING = {
    False: "Tussen deze twee versies verandert er niets.",
    True: "In wat te vergelijken is, verandert tussen deze twee versies niets.",
}
# What comes or goes: the verb for one, that for more, and how the sentence ends.
_HAPPENS = {"added": ("komt", "komen", " bij"), "removed": ("vervalt", "vervallen", "")}


@dataclass(frozen=True)
class ChangeCount:
    """A number of changes with what it counts."""

    total: int
    what: str


@dataclass(frozen=True)
class PairSummary:
    """What two versions differ in. `meanings` counts what changes mean, `lists` is what changes in lists of names."""

    counts: tuple[ChangeCount, ...]
    sentences: tuple[str, ...]
    meanings: tuple[ChangeCount, ...]
    policy: int
    editorial: int
    notes: int
    lists: int

    @property
    def empty(self) -> bool:
        """Whether nothing changes at all."""
        return not (self.policy or self.editorial or self.notes or self.lists)


def summary(pair: Compared) -> PairSummary:
    """Return what changes between two versions in numbers and sentences."""
    policy = pair.part(POLICY)
    kinds = Counter(change.kind for change in policy)
    means: Counter[str] = Counter()
    for change in policy:
        means.update(meanings(change))
    return PairSummary(
        counts=(
            ChangeCount(kinds["added"], "erbij"),
            ChangeCount(kinds["removed"], "weg"),
            ChangeCount(kinds["changed"], "veranderd"),
            ChangeCount(kinds["moved"], "verplaatst"),
            ChangeCount(len(pair.part(EDITORIAL)), "alleen anders geschreven"),
        ),
        sentences=tuple(_sentences(pair, policy)),
        meanings=tuple(ChangeCount(number, what) for what, number in means.most_common()),
        policy=len(policy),
        editorial=len(pair.part(EDITORIAL)),
        notes=len(pair.part(NOTES)),
        lists=len(pair.part(LISTS)),
    )


def _sentences(pair: Compared, policy: tuple[Change, ...]) -> Iterator[str]:
    if pair.skipped:
        yield "Wat hier staat, gaat alleen over wat te vergelijken is."
    if not pair.changes:
        yield _NOTHING[bool(pair.skipped)]
        return
    if all(pair.owner(change.ref) for change in policy):
        yield f"In het beleid van {pair.site.publisher.the} verandert niets."
    yield from _files(pair, policy)
    yield from _items(pair, policy)
    yield from _unchanged(pair)


def _files(pair: Compared, policy: tuple[Change, ...]) -> Iterator[str]:
    """Yield which documents come and go; those of others apart, with whose they are."""
    whole = [change for change in policy if change.item.parent is None]
    for kind in _HAPPENS:
        files = _subjects(whole, kind)
        own = [file for file in files if not pair.owner(file.ref)]
        if own:
            yield f"Er {_happens(kind, len(own), _by_kind(pair, own))}."
        if own and kind == "added":
            yield from _inside(pair, own)
        others = [file for file in files if pair.owner(file.ref)]
        if others:
            yield _of_others(pair, kind, others)


def _subjects(changes: list[Change], kind: str) -> list[Subject]:
    return [change.item for change in changes if change.kind == kind]


def _happens(kind: str, total: int, what: str) -> str:
    """Return that something comes or goes: `komen 3 doelen bij`."""
    one, more, end = _HAPPENS[kind]
    return f"{_by_number(total, one, more)} {what}{end}"


def _by_number(total: int, one: str, more: str) -> str:
    return one if total == 1 else more


def _of_others(pair: Compared, kind: str, files: list[Subject]) -> str:
    owners = listing(list(dict.fromkeys(pair.owner(file.ref) for file in files)))
    what = _happens(kind, len(files), _by_kind(pair, files))
    they = _by_number(len(files), "Dat is", "Die zijn")
    return f"Er {what} van een ander: {owners}. {they} geen beleid van {pair.site.publisher.this}."


def _inside(pair: Compared, files: list[Subject]) -> Iterator[str]:
    counted: Counter[str] = Counter()
    for file in files:
        entry = pair.new.policy.get(file.ref)
        if entry is not None:
            counted.update(below.item.soortnaam for below in pair.new.policy.below(entry))
    parts = _counted(pair.site.words, counted, _COUNTED)
    if parts:
        verb = _by_number(sum(counted[kind] for kind in _COUNTED), "staat", "staan")
        if len(files) > 1:
            verb += " samen"
        yield f"Daarin {verb} {listing(parts)}."


def _items(pair: Compared, policy: tuple[Change, ...]) -> Iterator[str]:
    inside = [change for change in policy if change.item.parent is not None]
    for kind in _HAPPENS:
        items = _subjects(inside, kind)
        if items:
            yield f"In beleid dat er al was, {_happens(kind, len(items), _by_slot(pair, items))}."
    for kind, told in (("changed", "verandert iets"), ("moved", "verandert de plek of de termijn")):
        touched = {(change.ref, change.key): change.item for change in policy if change.kind == kind}
        if touched:
            yield f"Bij {_by_slot(pair, touched.values())} {told}."


def _unchanged(pair: Compared) -> Iterator[str]:
    """Yield in which documents nothing changes; notes of the editors do not count, nor does another id."""
    changes = (change for change in (*pair.part(POLICY), *pair.part(EDITORIAL)) if RENAMED not in change.meaning)
    # These are looked for among the documents of before, which may have had another name.
    touched = {(change.was or change.item).ref.partition("/")[0] for change in changes}
    told = [words for kind in POLICY_KINDS if (words := _same(pair, kind, touched))]
    if told:
        yield f"Aan {listing(told)} verandert niets."


def _same(pair: Compared, kind: str, touched: set[str]) -> str:
    """Return how many files of a kind stay as they are, with their year when they all have the same; nothing for none."""
    files = [entry for entry in pair.old.policy.of_kind(kind) if not pair.owner(entry.ref)]
    # Of what could not be compared nobody knows whether it changed.
    unknown = {problem.file for problem in pair.skipped}
    same = [entry for entry in files if entry.ref not in touched and entry.file.file not in unknown]
    if not same:
        return ""
    words = _how_many(pair.site.words, same, files, kind)
    years = {pair.site.year(entry) for entry in files}
    if len(years) > 1 or not any(years):
        return words
    return f"{words} uit {years.pop()}"


def _how_many(words: Words, same: list[Entry], files: list[Entry], kind: str) -> str:
    if len(files) == 1:
        return f"{words.the(kind)} {files[0].item.label}"
    everything = f"de {len(files)} {words.more(kind).lower()}"
    if len(same) == len(files):
        return everything
    return f"{len(same)} van {everything}"


def _by_kind(pair: Compared, files: list[Subject]) -> str:
    counted = Counter(file.block for file in files)
    return listing(_counted(pair.site.words, counted, POLICY_KINDS))


def _counted(words: Words, counted: Counter[str], kinds: Iterable[str]) -> list[str]:
    """Return how many there are of each kind, in words, for the kinds that there are."""
    return [words.count(counted[kind], kind) for kind in kinds if counted[kind]]


def _by_slot(pair: Compared, items: Iterable[Subject]) -> str:
    counted = Counter((item.block, item.slot) for item in items)
    return listing([_count(pair.site.words, number, block, slot) for (block, slot), number in counted.items()])


def _count(words: Words, number: int, block: str, slot: str) -> str:
    if number == 1:
        return f"1 {noun(block, slot, words.own).name}"
    if not slot:  # a file as a whole stands in no list
        return f"{number} {words.more(block).lower()}"
    return f"{number} {list_name(slot, words.own)}"
