"""Finds what differs between the data of two versions; what it means and how much it matters is decided elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from polderkoers.changes.change import RENAMED, Change
from polderkoers.changes.figure_marks import FIGURE_FIELDS, marks_of
from polderkoers.changes.items import Item, ReadItems, read_file, read_files, without
from polderkoers.changes.match import Matches, match
from polderkoers.changes.money.amount import AMOUNT
from polderkoers.changes.nature import PERIODS
from polderkoers.changes.order import kept_in_order
from polderkoers.changes.recognise import recognise
from polderkoers.changes.sameness import moved_together, same
from polderkoers.policy.model.kinds import STANDING
from polderkoers.policy.vocabulary import AS_USUAL, Vocabulary

# A step that goes to the other term has moved, although the data keeps it in the same list.
_MOVES = frozenset({"termijn"})
# Who explains an entry of a list. That this is said for the first time changes nothing of what the entry says.
_ORIGIN = ("uitleg_van", "meer_uitleg", "bron")
# By kind of item, what only says how a page shows it: for whom a note is and so where it stands, which drawing a subject has. That this is
# said for the first time changes nothing of what the item says.
_SHOWING = {"let_op": "soort", "thema": "tekening", "doel": "gewone_naam"}


class FoundChange(NamedTuple):
    """A change together with the item in the old and in the new version."""

    change: Change
    old: Item | None
    new: Item | None


def find(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    *,
    own: Vocabulary = AS_USUAL,
    renamed: Mapping[str, str] | None = None,
    read: tuple[ReadItems, ReadItems] = (read_file, read_file),
) -> Iterator[FoundChange]:
    """Yield the changes between two sets of data by file path, in the order of the files and their items.

    Only the files that differ need to be given, but then in both versions. Every file must have an id (`is_file`).
    `read` reads the files of each side, `own` are the words to tell them in. `renamed` are the new references, by their old ones, of what the data say was renamed.
    """
    before, after = read_files(old, own, read[0]), read_files(new, own, read[1])
    finder = _ChangeFinder(match(before, after, renamed or {}, recognise))
    gone = [root for root in before.values() if root not in finder.pairs.new_of]
    for root in sorted((*gone, *after.values()), key=lambda root: root.file):
        if root in gone:
            yield finder.removed(root)
        else:
            yield from finder.new_item(root)


class _ChangeFinder:
    def __init__(self, pairs: Matches) -> None:
        self.pairs = pairs
        self._renames = pairs.renames
        self._in_order: dict[tuple[Item, str], frozenset[str]] = {}

    def new_item(self, new: Item, *, told: bool = False) -> Iterator[FoundChange]:
        """Yield what happened to an item of the new version and all inside it; `told` says that the item is told."""
        old = self.pairs.old_of.get(new)
        if old is None:
            if not told:
                yield self.added(new)
            for item in chain.from_iterable(new.children.values()):
                yield from self.new_item(item, told=True)
            return
        yield from self._moved(old, new)
        yield from (FoundChange(change, old, new) for change in self._of_fields(old, new))
        # The slots of the new version first, in its order; what only the old one has comes after.
        for slot in dict.fromkeys((*new.children, *old.children)):
            for item in old.children.get(slot, ()):
                if item not in self.pairs.new_of:
                    yield self.removed(item)
            for item in new.children.get(slot, ()):
                yield from self.new_item(item)

    def added(self, new: Item) -> FoundChange:
        """Return the change for a new item; what came into it from elsewhere is told as moved."""
        data = without(new, self.pairs.old_of)
        return FoundChange(Change(kind="added", now=new.subject, new=data, target=new.place), None, new)

    def removed(self, old: Item) -> FoundChange:
        """Return the change for an item that is gone; what lives on elsewhere is told as moved."""
        data = without(old, self.pairs.new_of)
        return FoundChange(Change(kind="removed", was=old.subject, old=data, origin=old.place), old, None)

    def _moved(self, old: Item, new: Item) -> Iterator[FoundChange]:
        elsewhere = self._stands_elsewhere(old, new)
        if elsewhere or (new.key is None and old.name != new.name):
            meaning = () if elsewhere else (RENAMED,)
            change = Change(
                kind="moved", was=old.subject, now=new.subject, origin=old.place, target=new.place, meaning=meaning
            )
            yield FoundChange(change, old, new)

    def _stands_elsewhere(self, old: Item, new: Item) -> bool:
        if old.parent is None or new.parent is None:
            return old.name == new.name and old.file != new.file
        if self.pairs.old_of.get(new.parent) is not old.parent or (old.slot, old.many) != (new.slot, new.many):
            return True
        return new.name not in self._kept(old.parent, new.parent, new.slot)

    def _kept(self, old: Item, new: Item, slot: str) -> frozenset[str]:
        """Return the new names in a list that stayed in order, among those that stayed in the list."""
        if (new, slot) not in self._in_order:
            self._in_order[new, slot] = self._find_kept(old, new, slot)
        return self._in_order[new, slot]

    def _find_kept(self, old: Item, new: Item, slot: str) -> frozenset[str]:
        before, after = [], []
        for item in old.children[slot]:
            now = self.pairs.new_of.get(item)
            if now is not None and now.parent is new and now.slot == slot:
                before.append(now.name)
        for item in new.children[slot]:
            was = self.pairs.old_of.get(item)
            if was is not None and was.parent is old and was.slot == slot:
                after.append(item.name)
        return kept_in_order(before, after)

    def _follows(self, before: str, after: str, name: str, old: Any, new: Any) -> bool:
        """Return whether a field of a file, given its id in both versions, says the same when references follow, to and fro."""
        renames = self._renames
        if not renames.called:
            return same(name, old, new)
        forth, back = renames.follow(old, before, name), renames.back.follow(new, after, name)
        return same(name, forth, new) and same(name, old, back)

    def _of_fields(self, old: Item, new: Item) -> tuple[Change, ...]:
        """Return what differs in the own fields of an item; where no reference is called otherwise, that follows from the two alone."""
        if self._renames.called:
            return tuple(self._fields(old, new))
        if new.compared is None or new.compared[0] is not old:
            new.compared = (old, tuple(self._fields(old, new)))
        return new.compared[1]

    def _fields(self, old: Item, new: Item) -> Iterator[Change]:
        follows = partial(self._follows, old.root.name, new.root.name)
        together = _changed_together(old, new)
        if together:
            was, now = _standing(old), _standing(new)
            yield Change(kind="changed", was=old.subject, now=new.subject, field=STANDING[0], old=was, new=now)
        untold = together | _first_origin(old, new) | _first_shown(old, new)
        for name in dict.fromkeys((*new.fields, *old.fields)):
            if name in untold:
                continue
            along = name in _told_with_figure(old, new)
            for field, was, now in _differences(name, old.fields.get(name), new.fields.get(name), follows):
                kind: Any = "moved" if field in _MOVES and was and now else "changed"
                yield Change(
                    kind=kind, was=old.subject, now=new.subject, field=field, old=was, new=now, goes_along=along
                )


def _told_with_figure(old: Item, new: Item) -> frozenset[str]:
    """Return the marks that come or go with the figure that they say something of: who tells the figure has told them."""
    if new.block == AMOUNT:
        return frozenset(moved_together(old.fields, new.fields)[1:])
    for figure in FIGURE_FIELDS:
        was, now = old.fields.get(figure), new.fields.get(figure)
        if (was is None) != (now is None):
            known, unknown = (new, old) if was is None else (old, new)
            return marks_of(known.fields) - marks_of(unknown.fields)
        if was != now:
            return marks_of(old.fields) ^ marks_of(new.fields)
    return frozenset()


def _first_origin(old: Item, new: Item) -> frozenset[str]:
    """Return the fields that for the first time say who explains an item; none when the version before said so too."""
    if _ORIGIN[0] in old.fields or _ORIGIN[0] not in new.fields:
        return frozenset()
    return frozenset(_ORIGIN).difference(old.fields)


def _first_shown(old: Item, new: Item) -> frozenset[str]:
    """Return the field that for the first time says how a page shows an item; none when the version before said so too."""
    showing = _SHOWING.get(new.block)
    if showing is None or showing in old.fields:
        return frozenset()
    return frozenset({showing})


def _changed_together(old: Item, new: Item) -> frozenset[str]:
    """Return the fields of a file that say whether it is in force, when more of them differ: that is one change."""
    if new.parent is not None or old.parent is not None:
        return frozenset()
    found = frozenset(name for name in STANDING if not same(name, old.fields.get(name), new.fields.get(name)))
    if len(found) > 1:
        return found
    return frozenset()


def _standing(item: Item) -> dict[str, Any]:
    return {name: item.fields[name] for name in STANDING if item.fields.get(name) is not None}


def _differences(
    field: str, old: Any, new: Any, follows: Callable[[str, Any, Any], bool]
) -> Iterator[tuple[str, Any, Any]]:
    """Yield the fields that differ, with a dot for a part of a group (`wanneer.tot`).

    `follows` says of a value whether it is the same, or only follows another id or place of what it refers to.
    """
    name = field.rpartition(".")[2]
    if follows(name, old, new):
        return
    if field in PERIODS and _is_moved(old, new):
        yield field, old, new
        return
    # A key with a dot in it would make the path ambiguous; the schemas have none, but the data may be anything.
    if isinstance(old, dict) and isinstance(new, dict) and not any("." in key for key in (*old, *new)):
        for key in dict.fromkeys((*new, *old)):
            yield from _differences(f"{field}.{key}", old.get(key), new.get(key), follows)
    else:
        yield field, old, new


def _is_moved(old: Any, new: Any) -> bool:
    """Return whether the words and a date of a period differ, of which both versions have the words.

    A moment that is told in words and in dates is one moment: when both moved, that is one change.
    """
    if not (isinstance(old, dict) and isinstance(new, dict) and old.get("tekst") and new.get("tekst")):
        return False
    dates = [name for name in ("van", "tot") if old.get(name) != new.get(name)]
    return bool(dates) and not same("tekst", old["tekst"], new["tekst"])
