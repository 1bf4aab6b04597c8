"""References of one version in those of another: what only follows a new id, or a new place, says nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.adressen import ADDRESSES, RENAMED
from polderkoers.policy.model.kinds import reference_fields, references_meant

if TYPE_CHECKING:
    from polderkoers.changes.items import Item

# What is referred to by the whole of its reference, and not by its id alone.
_WHOLE = frozenset({"bestand", "onderdeel"})

ANEW = "+"
"""Stands behind the reference of what is new, where that is still the reference of something else; no id has it."""


class Renames:
    """What is called otherwise in the other version, by the reference that it has in this one."""

    def __init__(self, called: Mapping[str, str]) -> None:
        """Take the new reference of each item that has one, by its old one."""
        self.called = {old: new for old, new in called.items() if old != new}

    @classmethod
    def of(cls, pairs: Iterable[tuple[Item, Item]]) -> Renames:
        """Return the renames in pairs of items, of which the first is the one of this version."""
        return cls({old.ref: new.ref for old, new in pairs if old.key is None and new.key is None})

    def follow(self, value: Any, file: str, name: str = "") -> Any:
        """Return what a field says with each reference as the other version writes it; `file` is the id of the file it stands in."""
        if not self.called:
            return value
        if isinstance(value, Mapping):
            return {key: self.follow(part, file, key) for key, part in value.items()}
        if isinstance(value, list):
            return [self.follow(part, file, name) for part in value]
        if isinstance(value, str) and name in reference_fields():
            return self._written(value, file, name)
        return value

    @cached_property
    def back(self) -> Renames:
        """The same, from the other version to this one."""
        return Renames({new: old for old, new in self.called.items()})

    def leaves(self, data: Mapping[str, Any]) -> bool:
        """Return whether nothing in a file refers to what is called otherwise, here or there."""
        file = str(data.get("id"))
        return not self.called or self.follow(data, file) == data == self.back.follow(data, file)

    def follow_in(self, items: Iterable[Item]) -> None:
        """Let all references in some items, and in what stands in these, be written as the other version does."""
        for item in items:
            for part in (item, *item.inside()):
                part.fields = self.follow(part.fields, part.root.name)
                if part.key is not None:
                    part.name = part.key = self.key(part.key)

    def key(self, key: str) -> str:
        """Return what tells a block without an id apart in the other version: it may be a reference, with a number behind it."""
        ref, sign, number = key.partition("#")
        return f"{self._now(ref) or ref}{sign}{number}"

    def _now(self, ref: str) -> str:
        """Return what is called otherwise, or stands in a file that is; empty for anything else."""
        file, slash, id_ = ref.partition("/")
        if ref in self.called or not slash or file not in self.called:
            return self.called.get(ref, "")
        return f"{self.called[file]}/{id_}"

    def _written(self, value: str, file: str, name: str) -> str:
        target = reference_fields()[name]
        for ref in references_meant(value, target, file):
            if new := self._now(ref):
                if target in _WHOLE:
                    return new
                return new.rpartition("/")[2]
        return value


def references_in(value: Any, file: str, name: str = "") -> Iterator[str]:
    """Yield what a field may mean by the references in it; `file` is the id of the file it stands in."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from references_in(part, file, key)
    elif isinstance(value, list):
        for part in value:
            yield from references_in(part, file, name)
    elif isinstance(value, str) and name in reference_fields():
        yield from references_meant(value, reference_fields()[name], file)


def called_with(item: Item, ref: str) -> dict[str, str]:
    """Return how an item and all in it will be called, by what they are called, when it gets a reference."""
    file = ref.partition("/")[0]
    inside = {part.ref: f"{file}/{part.name}" for part in item.inside() if part.key is None}
    return {item.ref: ref, **inside}


def said_renamed(old: Iterable[Any], new: Iterable[Any]) -> dict[str, str]:
    """Return the new references, by the old ones, of what the data say was called otherwise since, given the files of both versions.

    The list of addresses says it; of what it said before already nothing is new. Read from new to old, it is the other way around.
    """
    before, after = dict(_said(old)), dict(_said(new))
    came = {was: now for was, now in after.items() if was not in before}
    went = {now: was for was, now in before.items() if was not in after}
    return {**went, **came}


def _said(files: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for data in files:
        rows = data.get("adressen") if data.get("soort") == ADDRESSES else None
        for row in rows if isinstance(rows, list) else ():
            match row:
                case {"was": str(was), "gebeurd": str(what), "nu": [str(now)]} if what == RENAMED:
                    yield was, now
