"""Two versions of which only what differs is read, and of the rest what somebody asks for: a comparison costs what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

from polderkoers.changes.alike import Alike, alike
from polderkoers.changes.change import Change
from polderkoers.changes.compare import Comparison, Differing, compare_differing
from polderkoers.changes.git import GitTree
from polderkoers.changes.impact import items_of
from polderkoers.changes.nature import is_policy
from polderkoers.changes.upgrade import FilesRead, VersionReader
from polderkoers.policy.general import general_policy
from polderkoers.policy.index import CATALOGUES, Entry, Policy, asked_by
from polderkoers.policy.model.base import Bestand
from polderkoers.policy.model.build import build_file
from polderkoers.policy.tree import Tree
from polderkoers.policy.underlay import policy_around, policy_of

# What every policy is read with: the lists that anything refers to by an id alone, and what says what is done without.
_LISTS = frozenset(chain.from_iterable(CATALOGUES.values()))
_ALWAYS = (*sorted(_LISTS), "instelling")
Policies = tuple[Policy, Policy]


class TreePair:
    """Two versions, to be compared and asked about. What comes out is what comes out of reading both whole."""

    def __init__(self, old: Tree, new: Tree, today: Path) -> None:
        """Read what differs. Raises what `load_version` raises."""
        first, second = VersionReader(old, today), VersionReader(new, today)
        # Read in two ways, the same bytes may be other data.
        self._alike = Alike(alike(first.sources, second.sources) if first.reads_as(second) else (), second.read)
        self._old, self._new = (_side(reader, tree, self._alike) for reader, tree in ((first, old), (second, new)))

    @cached_property
    def comparison(self) -> Comparison:
        """What differs between the two."""
        return compare_differing(self._old.differing, self._new.differing, self._alike)

    @property
    def whole(self) -> Policies:
        """Both policies, with all that is in them."""
        return self._old.whole, self._new.whole

    def around(self, changes: Iterable[Change]) -> Policies:
        """Return of both policies what some changes touch: what they are about, what that leads to, and what leads there."""
        changes, old, new = tuple(changes), self._old.own, self._new.own
        if any(_may_ship(change, old, new) for change in changes):
            return self.whole
        items = chain.from_iterable(items_of(change, old, new) for change in changes)
        around = self._around([each for each, _ in items])
        return self._old.policy(*around), self._new.policy(*around)

    def _around(self, items: list[tuple[Entry, ...]]) -> tuple[set[str], set[str]]:
        """Return the files among those that are alike to which items lead, and those that may lead to them."""
        ids: set[str] = set()
        names: set[str] = set()
        for each in items:
            ids.update(chain.from_iterable(map(_leads_to, (*each, *each[0].ancestors()))))
            names.update(chain.from_iterable(map(_names_of, each)))
        return {*chain.from_iterable(map(self._alike.called, ids))}, self._alike.mentioning(names)


def _side(reader: VersionReader, tree: Tree, both: Alike) -> _Side:
    """Read what one of the two has for itself."""
    same = frozenset(both.files)
    own = {source.file: source for source in reader.sources if source.file not in same}
    if isinstance(tree, GitTree):
        tree.expect(own)
    return _Side(reader.read_all(own.values()), both)


class _Side:
    """One of the two: what was read of it, and with what is alike a policy, as far as somebody asks."""

    def __init__(self, read: FilesRead, both: Alike) -> None:
        self._read, self._alike = read, both
        self._files = tuple(map(build_file, read.documents))

    @property
    def differing(self) -> Differing:
        """What reading gave. What it uses of what ships, only the whole policy tells."""
        return Differing(tuple(self._read.documents), tuple(self._read.problems), _Shipped(self))

    @cached_property
    def whole(self) -> Policy:
        """The policy with all that is in it."""
        return policy_of(self._with(self._alike.files), general_policy())

    @cached_property
    def own(self) -> Policy:
        """What differs, without anything that ships; and of two files with one id also the one that is alike."""
        return Policy(self._with(self._doubles))

    def policy(self, led_to: set[str], leading: set[str]) -> Policy:
        """Return the policy of what differs, of the files that it leads to and that lead to it, and of what any policy is read with."""
        lists = chain.from_iterable(map(self._alike.called, _ALWAYS))
        files = self._with({*led_to, *leading, *self._doubles, *lists})
        own = {file.file for file in self._files} | self._doubles
        return policy_around(files, general_policy(), own | leading, own)

    @property
    def _doubles(self) -> set[str]:
        return {*chain.from_iterable(self._alike.called(file.id) for file in self._files)}

    def _with(self, files: Iterable[str]) -> list[Bestand]:
        """Return what differs and some files that are alike, in the order of their paths."""
        return sorted((*self._files, *self._alike.built(files)), key=lambda file: file.file)


class _Shipped:
    """The references of what a version uses of what ships with the engine."""

    def __init__(self, side: _Side) -> None:
        self._side = side

    def __contains__(self, ref: object) -> bool:
        found = self._side.whole.entries.get(str(ref))
        return found is not None and found.is_shipped


def _leads_to(entry: Entry) -> Iterator[str]:
    """Yield the ids of the files to which an item refers by the name of a file; the lists are always there."""
    for asked in asked_by(entry):
        yield from (name.partition("/")[0] for name in asked.names)


def _names_of(entry: Entry) -> Iterator[str]:
    """Yield how a file refers to an item."""
    yield entry.ref
    if not entry.is_file and entry.file.id in _LISTS:
        yield entry.item.id


def _may_ship(change: Change, old: Policy, new: Policy) -> bool:
    """Return whether what ships may play a part in what a change touches: of that only whole policies tell what is used."""
    for subject, policy in ((change.was, old), (change.now, new)):
        if subject is None or is_policy(subject):
            continue
        if subject.parent is None and change.field is None:
            return True  # with a whole list comes what ships in it
        entry = policy.get(subject.ref)
        if entry is None or entry.is_shipped or not _wanted_by_shipped().isdisjoint(_names_of(entry)):
            return True
    return False


@cache
def _wanted_by_shipped() -> frozenset[str]:
    """Return what the entries that ship refer to."""
    return frozenset(reference.wanted for reference in general_policy().references)
