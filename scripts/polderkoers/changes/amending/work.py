"""The data as items while an amendment is applied: each step looks whether it fits before it is done."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from polderkoers.changes.amending.applied import Applied, write
from polderkoers.changes.amending.misfit import Misfit, Refusals
from polderkoers.changes.amending.told import (
    ItemName,
    Told,
    is_of_items,
    kind_in,
    name_of,
    name_of_item,
    path_of,
    value_at,
    where,
)
from polderkoers.changes.items import Item, is_file, read_file, read_files, read_item
from polderkoers.changes.renamed import Renames, called_with
from polderkoers.changes.sameness import canonical, same
from polderkoers.changes.sides import Names, Side
from polderkoers.policy.model.kinds import NOT_COMPARED

# No part begins with a point: that is hidden, or leads out of the folder.
_PATH = re.compile(r"data/(?:[A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_][A-Za-z0-9_.-]*\.yaml")
_ID = re.compile(r"[^\s/#]+")


class _DoesNotFit(Exception):
    def __init__(self, misfit: Misfit) -> None:
        super().__init__(misfit.message)
        self.misfit = misfit


class AmendedItems:
    """The data as items while they are changed."""

    def __init__(
        self,
        documents: Mapping[str, Any],
        about: Collection[str],
        files: Collection[str],
        is_required: Callable[[str, str], bool],
    ) -> None:
        self._before = documents
        held = {file: data for file, data in documents.items() if is_file(data)}
        self._ids = {data["id"] for data in held.values()}
        self._unread = sorted({*files} - documents.keys())
        # Of hundreds of files a few are changed; the others are only there.
        self._named = {file: copy.deepcopy(data) for file, data in held.items() if data["id"] in about}
        self._files = {file.casefold() for file in (*documents, *files)}
        self._is_required = is_required
        self._roots = list(read_files(self._named).values())
        self._came_from: dict[str, str] = {}
        self._items: dict[ItemName, Item] = {}
        self._held: dict[ItemName, Item] = {}
        self._gone: set[Item] = set()
        self._gone_refs: set[str] = set()
        self._no_policy = {root.name for root in self._roots if root.block in NOT_COMPARED}
        side = Side(documents)
        self._refuse = Refusals(Names(side, side))
        self.misfits: list[Misfit] = []
        self._renames = Renames({})
        self._register_all()

    @property
    def applied(self) -> Applied:
        """The data as it is now; a file that says what it said is as it was."""
        found = {file: self._followed(data) for file, data in self._before.items() if file not in self._named}
        for root in self._roots:
            data, before = write(root), self._before.get(root.file)
            found[root.file] = data
            if data == before:
                found[root.file] = before
        return Applied(found, self._came_from)

    def attempt(self, step: Callable[[Told], None], change: Told) -> None:
        """Do one step, or keep why it does not fit."""
        try:
            self._expect_policy(change)
            step(change)
        except _DoesNotFit as refused:
            self.misfits.append(refused.misfit)

    def _expect_policy(self, change: Told) -> None:
        if change["ref"].partition("/")[0] in self._no_policy or kind_in(change) in NOT_COMPARED:
            raise _DoesNotFit(self._refuse.no_policy(change))

    def take_out(self, changes: list[Told]) -> None:
        """Take what goes and what goes elsewhere from its place; first the latter, which may stand in the former."""
        for kind in ("moved", "removed"):
            for change in changes:
                if change["kind"] == kind:
                    self.attempt(self._take_out, change)
        self._register_all()

    def _take_out(self, change: Told) -> None:
        name = name_of(change, change.get("old_ref") or change["ref"])
        item = self._get(name, change)
        if item in self._gone:
            raise _DoesNotFit(self._refuse.twice(change, item))
        self._expect(change, item)
        if item.parent is None:
            self._roots.remove(item)
            self._files.discard(item.file.casefold())
            self._ids.discard(item.name)
        else:
            item.parent.children[item.slot].remove(item)
        self._gone.add(item)
        self._gone_refs |= {part.ref for part in (item, *item.inside())}
        if change["kind"] == "moved":
            self._held[name] = item

    def _expect(self, change: Told, item: Item) -> None:
        """Refuse an item that is not what the change takes it for."""
        if change["kind"] == "removed":
            if canonical(write(item)) != canonical(change.get("old")):
                raise _DoesNotFit(self._refuse.other_item(change, item))
            return
        place, expected = item.place, change.get("from")
        if expected and (place.file, place.parent, place.list) != where(expected):
            raise _DoesNotFit(self._refuse.elsewhere(change, item))

    def follow(self, moved: list[Told]) -> None:
        """Let references follow what was taken out to go elsewhere, or to be called otherwise; what comes refers to it as it will be."""
        called: dict[str, str] = {}
        for change in moved:
            held = self._held.get(name_of(change, change.get("old_ref") or change["ref"]))
            if held is not None and held.key is None:
                called |= called_with(held, change["ref"])
        # An item that has another name itself stands in a file that has one too.
        called |= {change["old_ref"]: change["ref"] for change in moved if change.get("old_ref")}
        self._renames = Renames(called)
        if self._renames.called:
            self._renames.follow_in((*self._roots, *self._held.values()))
            self._register_all()

    def _followed(self, data: Any) -> Any:
        if is_file(data):
            return self._renames.follow(data, data["id"])
        return data

    def put_in(self, change: Told) -> None:
        """Put an item in its new place: a new one, or one that was taken out."""
        held = None
        if change["kind"] == "moved":
            held = self._held.get(name_of(change, change.get("old_ref") or change["ref"]))
            if held is None:
                return  # why it was not taken out has been told
        if change["to"]["parent"] is None:
            self._put_file(change, held)
        else:
            self._put_item(change, held)

    def _put_file(self, change: Told, held: Item | None) -> None:
        file, name = change["to"]["file"], change["ref"]
        if not _PATH.fullmatch(file):
            raise _DoesNotFit(self._refuse.file_wrong(change, file))
        if file.casefold() in self._files:
            raise _DoesNotFit(self._refuse.file_taken(change, file))
        if name in self._ids:
            raise _DoesNotFit(self._refuse.taken(change, name, self._items.get((name, None, None))))
        if held is None and (not is_file(change["new"]) or change["new"]["id"] != name):
            raise _DoesNotFit(self._refuse.unlike(change))
        item = held or read_file(file, copy.deepcopy(change["new"]))
        if held is not None:
            self._came_from[file] = held.file
        self._rename(item, name, change)
        item.file = file
        self._files.add(file.casefold())
        self._ids.add(name)
        self._roots.append(item)
        self._register(item)

    def _put_item(self, change: Told, held: Item | None) -> None:
        place = change["to"]
        parent = self._items.get((place["parent"], None, None))
        if parent is None:
            is_own = place["parent"] in self._gone_refs
            raise _DoesNotFit(self._refuse.no_parent(change, place["parent"], is_own=is_own))
        self._expect_room(change, parent)
        item = held or self._new_item(change, parent)
        if item.key is None:
            self._rename(item, change["ref"].partition("/")[2], change)
            if change["ref"] != f"{parent.root.name}/{item.name}":
                raise _DoesNotFit(self._refuse.unlike(change))
        elif change.get("key"):
            item.name = change["key"]
        self._expect_free(change, item, parent)
        at = self._place(change, parent)
        item.parent, item.slot, item.many = parent, place["list"], place["many"]
        parent.fields.pop(item.slot, None)
        parent.children.setdefault(item.slot, []).insert(at, item)
        self._register(item)

    def _place(self, change: Told, parent: Item) -> int:
        """Return the place in its list: behind a neighbour, as the first, or where nothing is said as the last."""
        names = [other.name for other in parent.children.get(change["to"]["list"], [])]
        if "after" not in change["to"]:
            return len(names)
        after = change["to"]["after"]
        if after is None:
            return 0
        if after not in names:
            raise _DoesNotFit(self._refuse.no_neighbour(change, parent, after))
        return names.index(after) + 1

    def _expect_room(self, change: Told, parent: Item) -> None:
        """Refuse a field that holds a value, or one item where there is room for no more."""
        place = change["to"]
        items = parent.children.get(place["list"], [])
        full = items and not (place["many"] and items[0].many)
        if (
            full
            or parent.key is not None
            or place["list"] == "id"
            or parent.fields.get(place["list"]) not in (None, [])
        ):
            raise _DoesNotFit(self._refuse.no_room(change, parent))

    def _new_item(self, change: Told, parent: Item) -> Item:
        data, place = change["new"], change["to"]
        if not isinstance(data, Mapping):
            raise _DoesNotFit(self._refuse.unlike(change))
        has_id = isinstance(data.get("id"), str)
        if has_id == bool(change.get("key")) or (not has_id and "id" in data):
            raise _DoesNotFit(self._refuse.unlike(change))
        if has_id and f"{parent.root.name}/{data['id']}" != change["ref"]:
            raise _DoesNotFit(self._refuse.unlike(change))
        if not has_id and parent.ref != change["ref"]:
            raise _DoesNotFit(self._refuse.unlike(change))
        return read_item(copy.deepcopy(dict(data)), parent, place["list"], many=place["many"])

    def _expect_free(self, change: Told, item: Item, parent: Item) -> None:
        """Refuse an item of which an id, in it too, is in use in the file, or stands in it twice."""
        if item.key is not None:
            if (taken := self._items.get((parent.ref, item.block, item.name))) is not None:
                raise _DoesNotFit(self._refuse.taken(change, item.name, taken))
            return
        for part in (item, *item.inside()):
            if part.key is None:
                taken = self._items.get((f"{parent.root.name}/{part.name}", None, None))
                if taken is not None:
                    raise _DoesNotFit(self._refuse.taken(change, part.name, taken))
                if not _ID.fullmatch(part.name):
                    raise _DoesNotFit(self._refuse.no_id(change, part.data["id"]))

    def set_field(self, change: Told) -> None:
        """Give a field of an item another value."""
        item = self._get(name_of(change, change["ref"]), change)
        name = change["field"]
        if name == "id" and item.key is None:
            raise _DoesNotFit(self._refuse.fixed(change, item))
        if name in item.children or (item.key is None and is_of_items(change.get("new"))):
            raise _DoesNotFit(self._refuse.parts(change, item))
        *groups, last = path_of(item, name)
        there = value_at(item.fields, (*groups, last))
        expected = self._renames.follow(change.get("old"), item.root.name, last)
        if not (same(last, change.get("old"), there) or same(last, expected, there)):
            raise _DoesNotFit(self._refuse.other_value(change, item, there))
        self._set(item, groups, last, change.get("new"))

    def _set(self, item: Item, groups: list[str], last: str, value: Any) -> None:
        values = item.fields
        for group in groups:
            if not isinstance(values.get(group), dict):
                values[group] = {}
            values = values[group]
        if value is None and not (not groups and self._is_required(item.block, last)):
            values.pop(last, None)
        else:
            values[last] = copy.deepcopy(value)

    def _rename(self, item: Item, name: str, change: Told) -> None:
        if item.name == name:
            return
        if not _ID.fullmatch(name):
            raise _DoesNotFit(self._refuse.unlike(change))
        item.data = {**item.data, "id": name}
        item.name = name

    def _register_all(self) -> None:
        self._items.clear()
        for root in self._roots:
            self._register(root)

    def _register(self, item: Item) -> None:
        for part in (item, *item.inside()):
            self._items[name_of_item(part)] = part

    def _get(self, name: ItemName, change: Told) -> Item:
        if name not in self._items and self._unread and name[0].partition("/")[0] not in self._ids:
            raise _DoesNotFit(self._refuse.unread(change, self._unread))
        if name not in self._items:
            raise _DoesNotFit(self._refuse.missing(change))
        return self._items[name]
