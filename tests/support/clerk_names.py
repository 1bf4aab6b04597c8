"""Finds what a decision calls by name: in the text in force, or in the text as it stands when a line is carried out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from polderkoers.policy.model.kinds import POLICY_KINDS, nouns
from support.clerk_policy import Node, Policy, Ref
from support.clerk_words import PAIRS, Cursor, NotClear, Q, re

_FILES = "|".join(nouns()[kind].name for kind in POLICY_KINDS)
_WHICH = r" \(nummer (\d+) met deze naam\)"
Known = tuple[Node, Node | None, str, str, str]
Found = list[tuple[Node, Node | None]]


class Names:
    """What is called how. Names are those of the text in force; with `in_order` those of the text as it then stands."""

    def __init__(self, policy: Policy, *, in_order: bool) -> None:
        self.policy = policy
        self.in_order = in_order
        self.was: list[Known] = [known(node) for node in policy.nodes()]
        self.added: list[Node] = []

    def known(self, *, new: bool) -> Iterator[Known]:
        if new:
            yield from map(known, self.added)
        elif self.in_order:
            yield from (known(node) for node in self.policy.nodes() if not node.new)
        else:
            yield from self.was

    def file(self, heading: str) -> Node | None:
        """Return the file that points are about, by what stands above them."""
        match = re.fullmatch(rf"(.+?)(?:{_WHICH})?", heading)
        words, new = match[1].lower(), False
        if words.startswith(("nieuw ", "nieuwe ")):
            words, new = words.partition(" ")[2], True
        found = []
        for node, parent, noun, _, label in self.known(new=new):
            if parent is None and f"{noun} {label}".lower() == words:
                found.append(node)
        return found[int(match[2] or 1) - 1] if found else None

    def find(self, cursor: Cursor, holder: Node | None = None, *, file: Node | None = None) -> Node:
        """Read the name of an item. A name without a file is of `file`; what stands in `holder` needs no more than itself."""
        found = self._front(cursor)
        if found and all(node.block in POLICY_KINDS for node, _ in found):
            return one(found, cursor)
        if cursor.take(" bij "):
            above = self.find(cursor, file=file)
        elif cursor.take(rf" van (?=(?:de nieuwe |het nieuwe )?(?:{_FILES})[ ⟪])"):
            above = self.find(cursor)
        else:
            above = holder or file
        return one([(node, parent) for node, parent in found if parent is above], cursor)

    def _front(self, cursor: Cursor) -> Found:
        if cursor.take(r"[vV]erband met "):
            return self._links(cursor)
        new = cursor.take(r"(?:[dD]e|[hH]et) nieuwe ")
        match = cursor.must(rf"([^⟪⟫]+?)(?: (\d+|[A-Z]))? ({Q})")
        wanted = (match[1].lower(), match[2] or "", cursor.masked.quote(match[3]))
        found = []
        for node, parent, noun, number, label in self.known(new=bool(new)):
            if (noun.lower(), number, label) == wanted:
                found.append((node, parent))
        which = cursor.take(_WHICH)
        return numbered(found, int(which[1])) if which else found

    def _links(self, cursor: Cursor) -> Found:
        if match := cursor.take(rf"({Q})"):
            target = Ref(None, cursor.masked.quote(match[1]))
        else:
            target = Ref(self.find(cursor))
        links = (node for node in self.policy.nodes() if node.block == "samenhang" and not node.new)
        return [(node, node.parent) for node in links if node.values["met"] == target]


def known(node: Node) -> Known:
    return node, node.parent, node.noun, node.number, written(node.label)


def written(label: str) -> str:
    """Return a name as a decision writes it: one that holds every kind of marks has straight ones there."""
    if all(start in label or end in label for start, end in PAIRS.items()):
        return re.sub("[“”‘’«»⟨⟩⟦⟧]", '"', label)
    return label


def numbered(found: Found, number: int) -> Found:
    """Return of each holder the item that has this number among those of one name."""
    by_parent: dict[Any, Found] = {}
    for node, parent in found:
        by_parent.setdefault(id(parent), []).append((node, parent))
    return [group[number - 1] for group in by_parent.values() if len(group) >= number]


def one(found: Found, cursor: Cursor) -> Node:
    if len(found) != 1:
        raise NotClear(f"{len(found)} items: {cursor.masked.text} {cursor.masked.quotes}")
    return found[0][0]
