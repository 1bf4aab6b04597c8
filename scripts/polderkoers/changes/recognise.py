"""Which items are the same though their ids differ: by what they hold, and only when that leaves no doubt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import chain, product
from typing import TYPE_CHECKING, Any, TypeVar

from polderkoers.changes.deciding.facets import predecessor, successor
from polderkoers.changes.sameness import canonical

if TYPE_CHECKING:
    from polderkoers.changes.items import Item
    from polderkoers.changes.match import Matches

_Key = TypeVar("_Key", bound=Hashable)
_Pair = tuple["Item", "Item"]
# An item that bears the same name beside the same neighbours may have been edited: as much of its words must be the same.
_ALIKE = 0.5
# Of a whole file with other ids, as much of its words.
_SAME_FILE = 0.8
# What stands at the same place under nearly the same name: as much of its words, and of the words in its name that tell something.
_SAME_PLACE, _SAME_NAME = 0.65, 0.75
# A shorter word in a name is an article and the like.
_LONG_WORD = 4
# A text of fewer words may stand in two places by chance: only in its own list is it surely the same item.
_TELLING = 8


def recognise(old: Iterable[Item], new: Iterable[Item], pairs: Matches) -> None:
    """Match what holds the same under another id, given the files of both versions; two items that changed ids change back."""
    before, after = list(old), list(new)
    _alike_files(before, after, pairs)
    _exactly(before, after, pairs)
    _by_name(after, pairs)
    _by_place(after, pairs)


def _alike_files(old: list[Item], new: list[Item], pairs: Matches) -> None:
    """Match files of which nearly all words are the same, one to one; two files may have changed ids."""
    gone, come = list(_open(old, pairs.new_of)), list(_open(new, pairs.old_of))
    likely = []
    for was in gone:
        likely += [(was, now) for now in come if was.block == now.block and _share(was, now) >= _SAME_FILE]
    for was, now in _one_to_one(likely):
        if pairs.new_of.get(was) is not now:
            _instead(was, now, pairs)


def _one_to_one(likely: list[_Pair]) -> list[_Pair]:
    """Return the pairs of which neither item is in another pair as well."""
    counted = Counter(chain.from_iterable(likely))
    return [(was, now) for was, now in likely if counted[was] == counted[now] == 1]


def _instead(old: Item, new: Item, pairs: Matches) -> None:
    """Match two items, and what stands in them, though each may have its pair by id."""
    if (other := pairs.new_of.get(old)) is not None:
        pairs.part(old, other)
    if (former := pairs.old_of.get(new)) is not None:
        pairs.part(former, new)
    pairs.put(old, new)
    pairs.take_along(old, new)


def _exactly(old: list[Item], new: list[Item], pairs: Matches) -> None:
    """Match items that hold exactly the same but for their ids, when there is one such item in each version.

    An item that has its pair by id is looked at as well when that bears another name: two items may have changed ids.
    """
    gone = _unique(_open(_all(old), pairs.new_of))
    come = _unique(_open(_all(new), pairs.old_of))
    for form, now in come.items():
        was = gone.get(form)
        # What stands in an item that was just matched has been matched with it.
        if was is None or pairs.old_of.get(now) is was:
            continue
        beside = pairs.old_of.get(now.parent) is was.parent if now.parent and was.parent else now.parent is was.parent
        if beside or len(_words(now)) >= _TELLING:
            _whole(was, now, pairs)


def _all(roots: list[Item]) -> Iterator[Item]:
    """Yield files and items with an id, each before what stands in it."""
    for root in roots:
        yield root
        yield from (item for item in root.inside() if item.key is None)


def _open(items: Iterable[Item], known: dict[Item, Item]) -> Iterator[Item]:
    """Yield the items that have no pair, or one that bears another name."""
    for item in items:
        other = known.get(item)
        if other is None or other.label != item.label:
            yield item


def _unique(items: Iterable[Item]) -> dict[Hashable, Item]:
    """Return items by what they hold, without those that hold the same as another."""
    found: dict[Hashable, list[Item]] = defaultdict(list)
    for item in items:
        item.form = item.form or (item.block, canonical(_without_ids(item.data)))
        found[item.form].append(item)
    return _alone(found)


def _alone(found: dict[_Key, list[Item]]) -> dict[_Key, Item]:
    """Return the items that have what they are found by for themselves."""
    return {key: same[0] for key, same in found.items() if len(same) == 1}


def _without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_ids(part) for key, part in value.items() if key != "id"}
    if isinstance(value, list):
        return list(map(_without_ids, value))
    return value


def _whole(old: Item, new: Item, pairs: Matches) -> None:
    """Match two items that hold the same, with all that stands in them, in their order."""
    pairs.put(old, new)
    for slot, items in new.children.items():
        for was, now in zip(old.children.get(slot, ()), items, strict=False):
            if now.key is None:
                _whole(was, now, pairs)


def _by_name(new: list[Item], pairs: Matches) -> None:
    """Match items of one list that bear the same name, which no other item there does, and say much the same."""
    for parent in list(_all(new)):
        above = pairs.old_of.get(parent)
        if above is None:
            continue
        for slot, items in parent.children.items():
            come = _named(_open(items, pairs.old_of))
            gone = _named(_open(above.children.get(slot, ()), pairs.new_of))
            for name in sorted(come.keys() & gone.keys()):
                if _share(gone[name], come[name]) >= _ALIKE:
                    _instead(gone[name], come[name], pairs)


def _by_place(new: list[Item], pairs: Matches) -> None:
    """Match items at the same place in a list of which the id differs and the name a little, such as by a figure."""
    for parent in list(_all(new)):
        above = pairs.old_of.get(parent)
        if above is None:
            continue
        for slot, items in parent.children.items():
            come = _unmatched(items, pairs.old_of)
            gone = _unmatched(above.children.get(slot, ()), pairs.new_of)
            likely = [(was, now) for was, now in product(gone, come) if _says_much_the_same(was, now)]
            # All of it is found before any is said: what stands beside an item must not depend on the order.
            surely = [(was, now) for was, now in _one_to_one(likely) if _same_place(was, now, pairs)]
            for was, now in surely:
                _instead(was, now, pairs)


def _unmatched(items: Iterable[Item], known: dict[Item, Item]) -> Iterator[Item]:
    """Yield the items with an id that have no pair."""
    for item in items:
        if item.key is None and item not in known:
            yield item


def _same_place(old: Item, new: Item, pairs: Matches) -> bool:
    """Return whether two items bear one number or letter, or else stand between the same neighbours."""
    for name in ("nummer", "letter"):
        if old.data.get(name) is not None or new.data.get(name) is not None:
            return bool(old.data.get(name) == new.data.get(name))
    for neighbour in (predecessor, successor):
        was, now = neighbour(old), neighbour(new)
        if (was and pairs.new_of.get(was)) is not now:
            return False
    return True


def _says_much_the_same(old: Item, new: Item) -> bool:
    """Return whether two items of a kind have most words in common, in their names too; figures in a name do not count."""
    if old.block != new.block or _share(old, new) < _SAME_PLACE:
        return False
    first, second = _telling(old.label), _telling(new.label)
    return bool(first & second) and 2 * (first & second).total() >= _SAME_NAME * (first.total() + second.total())


def _telling(name: str | None) -> Counter[str]:
    words = (name or "").casefold().split()
    return Counter(word for word in words if len(word) >= _LONG_WORD and not any(map(str.isdigit, word)))


def _named(items: Iterable[Item]) -> dict[str, Item]:
    """Return items with an id by their name, without those that share it with another."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.key is None and item.label:
            found[f"{item.block} {_plain(item.label)}"].append(item)
    return _alone(found)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _share(old: Item, new: Item) -> float:
    """Return how much of the words of two items is the same, from 0 to 1."""
    first, second = Counter(_words(old)), Counter(_words(new))
    total = first.total() + second.total()
    if total:
        return 2 * (first & second).total() / total
    return 1.0


def _words(item: Item) -> list[str]:
    """Return the words that an item and all in it holds, without ids."""
    return list(_words_in(_without_ids(item.data)))


def _words_in(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for part in value.values():
                yield from _words_in(part)
        case list():
            for part in value:
                yield from _words_in(part)
        case _:
            yield from str(value).split()
