"""Which item of the new version is which of the old one: by reference, and across files only when that is certain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, product
from types import MappingProxyType

from polderkoers.changes.items import Item, words_of
from polderkoers.changes.renamed import Renames

# Under half of the words in common, an item elsewhere with the same id is another item (`letop-looptijd`).
_ALIKE = 0.5


class Matches:
    """Pairs of items, to be looked up from either side."""

    def __init__(self) -> None:
        """Start without any pair."""
        self.old_of: dict[Item, Item] = {}
        self.new_of: dict[Item, Item] = {}

    def add(self, old: Item, new: Item) -> None:
        """Say that two items are the same one."""
        self.old_of[new] = old
        self.new_of[old] = new

    def put(self, old: Item, new: Item) -> None:
        """Say that two items are the same one, though it was said of one of them that it is another."""
        if old in self.new_of:
            del self.old_of[self.new_of.pop(old)]
        if new in self.old_of:
            del self.new_of[self.old_of.pop(new)]
        self.add(old, new)

    def part(self, old: Item, new: Item) -> None:
        """Say that what stands in two items is not the same, though it was said so: they are not the same themselves."""
        there = {*_with_id(new)}
        for item in _with_id(old):
            if self.new_of.get(item) in there:
                del self.old_of[self.new_of.pop(item)]

    def take_along(self, old: Item, new: Item) -> None:
        """Say that what stands in two items under one id is the same when it is of one kind, at any depth, unless it has its pair.

        A point that was a moment of decision is another item.
        """
        there = {(item.block, item.name): item for item in _with_id(old) if item not in self.new_of}
        for item in _with_id(new):
            was = there.get((item.block, item.name))
            if was is not None and item not in self.old_of:
                self.add(was, item)

    @property
    def renames(self) -> Renames:
        """How the old version's references are written in the new one."""
        return Renames.of(self.new_of.items())


Guess = Callable[[Iterable[Item], Iterable[Item], Matches], None]


def match(
    old: dict[str, Item],
    new: dict[str, Item],
    told: Mapping[str, str] = MappingProxyType({}),
    guess: Guess | None = None,
    *,
    is_spelled_alike: bool = False,
) -> Matches:
    """Return the pairs of two versions, given their files by id.

    `told` are the new references, by their old ones, of what is known to be the same. `guess` matches what is left by what it holds
    (`recognise`); who knows all that the comparison found leaves that out. What `is_spelled_alike` writes all references in both
    versions as they are in the old one.
    """
    pairs = Matches()
    for name in old.keys() & new.keys():
        pairs.add(old[name], new[name])
    _as_told(old, new, told, pairs)
    _renamed_files(old, new, pairs)
    for root, was in list(pairs.old_of.items()):
        pairs.take_along(was, root)
    known = -1
    # An item that found its pair takes what is in it along, which can leave others as the only ones of their name.
    while known < len(pairs.old_of):
        known = len(pairs.old_of)
        _elsewhere(old.values(), new.values(), pairs)
    if guess is not None:
        guess(old.values(), new.values(), pairs)
    renames = pairs.renames
    if is_spelled_alike:
        renames = Renames({})
    for now, was in list(pairs.old_of.items()):
        _without_id(was, now, pairs, renames)
    return pairs


def _as_told(old: dict[str, Item], new: dict[str, Item], told: Mapping[str, str], pairs: Matches) -> None:
    """Match what is said to be the same."""
    if not told:
        return
    before, after = _by_ref(old.values()), _by_ref(new.values())
    for was, now in told.items():
        if was in before and now in after and before[was].block == after[now].block:
            pairs.put(before[was], after[now])


def _by_ref(roots: Iterable[Item]) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for root in roots:
        found |= {item.ref: item for item in (root, *_with_id(root))}
    return found


def _with_id(root: Item) -> Iterator[Item]:
    """Yield what stands in an item and has an id."""
    for item in root.inside():
        if item.key is None:
            yield item


def _without_id(old: Item, new: Item, pairs: Matches, renames: Renames) -> None:
    """Match what has no id by what tells it apart, which may be the reference of something that is called otherwise now."""
    for slot, items in new.children.items():
        there = {renames.key(item.key): item for item in old.children.get(slot, ()) if item.key is not None}
        for item in items:
            was = there.get(item.key) if item.key is not None else None
            if was is not None and renames.back.key(item.key or "") == was.key:
                pairs.add(was, item)


def _renamed_files(old: dict[str, Item], new: dict[str, Item], pairs: Matches) -> None:
    """Match files that are only in one version when they are one to one and alike."""
    gone = [root for root in old.values() if root not in pairs.new_of]
    come = [root for root in new.values() if root not in pairs.old_of]
    likely = [(was, now) for was, now in product(gone, come) if was.block == now.block and _share_items(was, now)]
    counted = Counter(chain.from_iterable(likely))
    for was, now in likely:
        if counted[was] == counted[now] == 1:
            pairs.add(was, now)


def _share_items(old: Item, new: Item) -> bool:
    first, second = _ids_in(old), _ids_in(new)
    return bool(first & second) and 2 * len(first & second) >= len(first | second)


def _ids_in(root: Item) -> set[str]:
    return {item.name for item in _with_id(root)}


def _elsewhere(old: Iterable[Item], new: Iterable[Item], pairs: Matches) -> None:
    """Match items that left one file and came into another."""
    gone = _by_name(old, pairs.new_of)
    come = _by_name(new, pairs.old_of)
    for name, items in come.items():
        there = gone.get(name, [])
        # A child of an item that was just matched has been matched with it.
        new_left = [item for item in items if item not in pairs.old_of]
        old_left = [item for item in there if item not in pairs.new_of]
        if len(new_left) == len(old_left) == 1 and _alike(old_left[0], new_left[0]):
            pairs.add(old_left[0], new_left[0])
            pairs.take_along(old_left[0], new_left[0])


def _by_name(roots: Iterable[Item], known: dict[Item, Item]) -> dict[tuple[str, str], list[Item]]:
    """Return what stands in files and is not known yet, by its kind and id."""
    found: dict[tuple[str, str], list[Item]] = {}
    for item in chain.from_iterable(map(_with_id, roots)):
        if item not in known:
            found.setdefault((item.block, item.name), []).append(item)
    return found


def _alike(old: Item, new: Item) -> bool:
    first, second = Counter(words_of(old)), Counter(words_of(new))
    return 2 * (first & second).total() >= _ALIKE * (first.total() + second.total())
