"""Reads the values that a decision gives to fields: names of parties, places and items, amounts, moments, texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.kinds import file_id, lists_for, nouns
from support.clerk_names import Names
from support.clerk_policy import CLASSES, Ref, field_named
from support.clerk_words import Cursor, Masked, NotClear, Q, Row, amount, heading, re, split, typed

GROUPS = {"wanneer", "looptijd", "bron", "herkomst"}
MAIN = ("tekst", "naam", "document")
# Stands before an entry of a list of names that comes with the proposal.
NEW = r"(?:de|het) nieuwe [^⟪⟫]+? (?=⟪)"
AMOUNTS = {("bedrag", "bedrag"), ("cijfer", "waarde")}


class Values:
    """Reads values; items that are new are found when all lines are carried out."""

    def __init__(self, names: Names, lists: Mapping[str, Any]) -> None:
        self.names = names
        self.lists = lists
        self.late: list[tuple[Ref, Cursor]] = []

    def facet(self, block: str, name: str, cursor: Cursor) -> dict[str, Any]:
        """Read all fields that are told together."""
        if (block, name) in AMOUNTS:
            return amount(name, cursor.masked.quote(cursor.must(rf"({Q})")[1]))
        return {name: self.value(block, name, cursor)}

    def many(self, block: str, name: str, cursor: Cursor) -> list[Any]:
        found = [self.value(block, name, cursor)]
        while cursor.take("; "):
            found.append(self.value(block, name, cursor))
        return found

    def value(self, block: str, name: str, cursor: Cursor) -> Any:
        each = field_named(block, name)
        if each.target in ("onderdeel", "bestand"):
            return self._item(cursor)
        if each.target:
            cursor.take(NEW)
            match = cursor.must(rf"({Q})(?: \(([^()⟪]+?)(?: (\d+) met deze naam)?\))?")
            return self.entry(each.target, cursor.masked.quote(match[1]), match[2], match[3])
        cursor.take(NEW)
        match = cursor.take(rf"({Q})") if each.held else cursor.must(rf"({Q})")
        text = cursor.masked.quote(match[1]) if match else None
        return self._group(each.held.soortnaam, text, cursor) if each.held else typed(each, text)

    def _item(self, cursor: Cursor) -> Ref:
        if re.match(rf"{Q}(?! )|{Q}$", cursor.rest):
            return Ref(None, cursor.masked.quote(cursor.must(rf"({Q})")[1]))
        rest = cursor.must(r"(?:(?!; | vervangen door |, en wordt toegevoegd: |\.$).)+")[0]
        found = Ref()
        self.late.append((found, Cursor(cursor.masked, rest)))
        return found

    def _group(self, block: str, main: str | None, cursor: Cursor) -> dict[str, Any]:
        fields = {heading(each).lower(): each for each in fields_of(CLASSES[block])}
        found = self._main(block, main) if main is not None else {}
        if cursor.take(r" ?\("):
            while match := cursor.take(rf"([^:⟪]+): (?:{NEW})?({Q})(?:; )?"):
                each = fields[match[1]]
                found[each.name] = typed(each, cursor.masked.quote(match[2]))
            cursor.must(r"\)")
        return found

    def _main(self, block: str, text: str) -> dict[str, Any]:
        names = {each.name: each for each in fields_of(CLASSES[block])}
        each = names[next(name for name in MAIN if name in names)]
        return {each.name: self.entry(each.target, text) if each.target else typed(each, text)}

    def entry(self, target: str, label: str, kind: str | None = None, which: str | None = None) -> str:
        """Return the id of an entry of a list of names; of what no list has, its own words."""
        found = []
        for each in lists_for(target):
            for held in self.lists.get(file_id(each.kind), {}).get(each.name, ()):
                if " ".join(held["naam"].split()) == label and kind in (None, nouns()[each.held.soortnaam].name):
                    found += [held["id"]]
        if which:
            return found[int(which) - 1]
        if len(found) > 1:
            raise NotClear(f"{label}: {found}")
        return found[0] if found else label

    def settle(self, *, new: bool) -> None:
        """Find what references call by name: only what is in force, or also what is new."""
        for ref, cursor in self.late:
            if ref.to is None and (new or not re.match(r"(de|het) nieuwe ", cursor.rest)):
                ref.to = self.names.find(cursor)
                if cursor.rest:
                    raise NotClear(f"left over: {cursor.rest}")

    # what stands in rows, without marks where it needs none

    def of_row(self, block: str, each: Any, row: Row) -> dict[str, Any]:
        if each.name in GROUPS:
            return {each.name: self._group_of(each.held.soortnaam, row)}
        if (block, each.name) in AMOUNTS:
            return amount(each.name, row.text)
        if each.target and each.many:
            return {each.name: [self._bare(block, each.name, part) for part in split(row.text)]}
        if each.target:
            return {each.name: self._bare(block, each.name, row.text)}
        return {each.name: typed(each, row.text)}

    def _group_of(self, block: str, row: Row) -> dict[str, Any]:
        fields = {heading(each): each for each in fields_of(CLASSES[block])}
        found = self._main(block, unmarked(row.text)) if row.text else {}
        for below in row.rows:
            each = fields[below.label]
            found[each.name] = typed(each, unmarked(below.text))
        return found

    def _bare(self, block: str, name: str, text: str) -> Any:
        masked = Masked(text)
        if "⟪" not in masked.text:
            masked = Masked(f"⟦{text}⟧")
        return self.value(block, name, Cursor(masked, masked.text))


def unmarked(text: str) -> str:
    masked = Masked(text)
    return masked.quotes[0] if re.sub(NEW, "", masked.text) == "⟪0⟫" else text
