"""The policy as a clerk knows it: items with their values, what stands in them, and what they point at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from polderkoers.changes.phrases import noun
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import classes
from polderkoers.policy.model.kinds import POLICY_KINDS, block_names

NAMES = ("naam", "titel", "wat", "waarvoor")
# What a decision leaves out, and no more than that; links that the editors laid are left out as a whole.
NOT_DECIDED = {"let_op", "noot", "plek", "gelegd_door", "meting", "nulmeting", "voorlopig", "vindplaats", "versie"}
CLASSES = {cls.soortnaam: cls for cls in classes()}
_BEGINNING = 8


@dataclass(eq=False)
class Node:
    """An item of the policy: what kind, its own values (references as `Ref`), and what stands in it by list."""

    block: str
    slot: str = ""
    parent: Node | None = None
    values: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, list[Node]] = field(default_factory=dict)
    name: str = ""
    new: bool = False
    file: str = ""
    ref: str = ""

    @property
    def noun(self) -> str:
        return noun(self.block, self.slot).name

    @property
    def number(self) -> str:
        held = self.values.get("nummer") or self.values.get("letter")
        return str(held) if held else ""

    @property
    def label(self) -> str:
        for name in NAMES:
            if isinstance(self.values.get(name), str):
                return " ".join(self.values[name].split())
        if isinstance(self.values.get("tekst"), str):
            words = self.values["tekst"].split()
            return " ".join(words) if len(words) <= _BEGINNING else " ".join(words[:_BEGINNING]).rstrip(",;:.") + "…"
        return self.name

    def inside(self) -> Iterator[Node]:
        for children in self.lists.values():
            for child in children:
                yield child
                yield from child.inside()

    @property
    def root(self) -> Node:
        return self if self.parent is None else self.parent.root


@dataclass
class Ref:
    """A reference: to an item, or to an entry of a list of names, or to nothing (its own words)."""

    to: Node | None = None
    words: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ref) and self.to is other.to and (self.to is not None or self.words == other.words)

    def __hash__(self) -> int:
        return hash((id(self.to), self.words if self.to is None else ""))


# --- the policy in force as nodes ---


class Policy:
    """The files of policy of a version as nodes. A clerk reads all but what is no part of a decision."""

    def __init__(self, documents: Mapping[str, Any]) -> None:
        self.files: list[Node] = []
        self.by_ref: dict[str, Node] = {}
        for path, data in sorted(documents.items()):
            if data.get("soort") in POLICY_KINDS:
                root = read(data, data["soort"])
                root.name, root.file = data["id"], path
                self.files.append(root)
                for node in (root, *root.inside()):
                    ref = data["id"] if node is root else f"{data['id']}/{node.name}"
                    node.ref = ref
                    self.by_ref.setdefault(ref, node)

    def nodes(self) -> Iterator[Node]:
        for root in self.files:
            yield root
            yield from root.inside()

    def link(self, moved: Mapping[str, str] | None = None) -> None:
        """Turn references to items into the items; `moved` tells by which reference one is known now."""
        known = dict(self.by_ref)
        for old, new in (moved or {}).items():
            for ref, node in self.by_ref.items():
                if ref == new or ref.startswith(f"{new}/"):
                    known.setdefault(old + ref.removeprefix(new), node)
        for node in self.nodes():
            node.values = {name: linked(node.block, name, value, known) for name, value in node.values.items()}


def linked(block: str, name: str, value: Any, known: Mapping[str, Node]) -> Any:
    if target_of(block, name) not in ("onderdeel", "bestand"):
        return value
    if isinstance(value, list):
        return [linked(block, name, part, known) for part in value]
    return value if isinstance(value, Ref) else Ref(known.get(value), value)


def read(data: Mapping[str, Any], block: str, slot: str = "", parent: Node | None = None) -> Node:
    node = Node(block, slot, parent, name=str(data.get("id", "")))
    left_out = NOT_DECIDED
    if block in ("meting", "streefwaarde"):
        left_out = NOT_DECIDED - {"meting"}
        node.name = (
            ", ".join(str(data[name]) for name in ("jaar", "groep", "meting") if data.get(name) is not None) or "-"
        )
    for name, value in data.items():
        if name in left_out or name == "id" or value in (None, "", [], False, {}):
            continue
        many = isinstance(value, list) and all(isinstance(part, dict) for part in value)
        if many or (isinstance(value, dict) and "id" in value):
            parts = value if many else [value]
            kept = [part for part in parts if part.get("gelegd_door") != "redactie"]
            if kept:
                node.lists[name] = [read(part, block_names().get((block, name), name), name, node) for part in kept]
        else:
            plain = {k: v for k, v in value.items() if k not in NOT_DECIDED and v} if isinstance(value, dict) else value
            if plain != {}:
                node.values[name] = plain
    if parent is None:
        node.values.pop("soort", None)
    return node


def target_of(block: str, name: str) -> str | None:
    cls = CLASSES.get(block)
    return next((each.target for each in fields_of(cls) if each.name == name), None) if cls else None


def field_named(block: str, name: str) -> Any:
    return next(each for each in fields_of(CLASSES[block]) if each.name == name)
