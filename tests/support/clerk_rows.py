"""Reads items that a decision writes out whole."""

from __future__ import annotations

from polderkoers.changes.phrases import noun
from polderkoers.policy.model.declared import Role
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.kinds import block_names
from support.clerk_policy import CLASSES, NAMES, Node
from support.clerk_values import GROUPS, Values
from support.clerk_words import NotClear, Row, heading, re


def item(values: Values, row: Row, holder: Node, slot: str) -> Node:
    """Return a new item with everything in it."""
    node = Node(block_names()[holder.block, slot], slot, holder, new=True)
    fields = [each.name for each in fields_of(CLASSES[node.block])]
    match = re.fullmatch(r"(.+?)(?: (\d+|[A-Z]))?", row.label)
    if match[2]:
        numbered = "nummer" in fields
        node.values["nummer" if numbered else "letter"] = int(match[2]) if numbered else match[2]
    if row.text:
        node.values[next(name for name in NAMES if name in fields)] = row.text
    values.names.added.append(node)
    fill(values, node, row.rows)
    return node


def fill(values: Values, node: Node, rows: list[Row]) -> None:
    """Put what stands in rows into an item."""
    fields = {heading(each): each for each in fields_of(CLASSES[node.block])}
    for row in rows:
        each = fields.get(row.label)
        if each is not None and (each.role is not Role.PART or each.name in GROUPS):
            node.values.update(values.of_row(node.block, each, row))
            continue
        slot = slot_of(node.block, row.label)
        node.lists.setdefault(slot, []).append(item(values, row, node, slot))


def slot_of(block: str, label: str) -> str:
    """Return the list that an item belongs in, by what it is called."""
    word = re.sub(r" (\d+|[A-Z])$", "", label)
    found = []
    for each in fields_of(CLASSES[block]):
        if each.held is not None and each.name not in GROUPS:
            said = noun(each.held.soortnaam, each.name).name
            found += [each.name] if said.lower() == word.lower() else []
    if len(found) != 1:
        raise NotClear(f"{label} in {block}: {found}")
    return found[0]
