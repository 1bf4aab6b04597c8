"""Carries out the text of a decision on the policy in force, as a clerk would: by the words of the lines, and by nothing else.

A clerk knows the policy in force, what the lists call parties, places and documents, and how dates and amounts are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polderkoers.changes.phrases import noun
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.kinds import POLICY_KINDS, block_names, nouns
from support.clerk_form import same
from support.clerk_names import Names
from support.clerk_policy import CLASSES, Node, Policy
from support.clerk_rows import fill, item
from support.clerk_values import Values
from support.clerk_words import Cursor, Masked, NotClear, Q, date_of, re, taken_apart, tree_of

_TOGETHER = {
    "bedrag": ("bedrag", "ongeveer", "hoogstens", "per_jaar"),
    "waarde": ("waarde", "ongeveer"),
    "status": ("status", "vastgesteld_op", "vastgesteld_door", "treedt_in_werking", "ingetrokken_op"),
}
_STATUS = {
    "wordt vastgesteld": "vastgesteld",
    "wordt ingetrokken": "ingetrokken",
    "geldt als ingetrokken": "ingetrokken",
    "wordt een concept": "concept",
    "heeft geen status meer": None,
}
_UNNAMED = re.compile(r"noemt niet meer (?:wie het vaststelde(?: en wanneer)?|wanneer het is vastgesteld)$")
_NUMBERS = r" die vóór dit besluit nummer (\d+) tot en met (\d+) hebben, krijgen nummer (\d+) tot en met (\d+)\.$"


class Clerk:
    """Carries out lines. Names are those of the text in force; with `in_order` those of the text as it then stands."""

    def __init__(self, documents: Mapping[str, Any], lists: Mapping[str, Any], *, in_order: bool = False) -> None:
        self.policy = Policy(documents)
        self.policy.link()
        self.names = Names(self.policy, in_order=in_order)
        self.values = Values(self.names, lists)
        self.heading = ""
        self.file: Node | None = None

    def carry_out(self, text: str) -> Policy:
        """Carry out the lines of a decision and return the policy that comes of it."""
        points, annexes = taken_apart(text)
        for line, rows in points:
            point, below = line, rows
            if annexed := re.search(r" De tekst staat in bijlage (\d+)\.$", line):
                point, below = line[: annexed.start()], annexes[annexed[1]]
            self.line(point, below)
        self.values.settle(new=True)
        return self.policy

    def line(self, text: str, below: list[str]) -> None:
        if text.startswith("# "):
            self.heading = text[2:]
            return
        self.file = self.names.file(self.heading)
        masked = Masked(text)
        cursor = Cursor(masked, masked.text)
        for start, act in (("In ", self.in_text), ("Bij ", self.at_item), ("Aan |Als ", self.to_list)):
            if cursor.take(start):
                act(cursor, below)
                return
        self.of_item(cursor, below)

    def what_of(self, cursor: Cursor) -> tuple[Node, str]:
        """Read `de toelichting van doel 2 …`: an item, and one of its fields or lists."""
        start, words = cursor.rest, ""
        while match := re.match(rf"{re.escape(words)}(.+?) van ", start):
            words = match[0]
            cursor.rest = start[len(words) :]
            try:
                node = self.names.find(cursor, file=self.file)
                return node, field_called(node, words.removesuffix(" van "))
            except (NotClear, StopIteration):
                continue
        raise NotClear(f"{cursor.masked.text} {cursor.masked.quotes}")

    def in_text(self, cursor: Cursor, _below: list[str]) -> None:
        node, name = self.what_of(cursor)
        cursor.must(" wordt ")
        while match := cursor.take(rf"({Q}) vervangen door ({Q})(?:, | en daarna )?"):
            old, new = cursor.masked.quote(match[1]), cursor.masked.quote(match[2])
            if node.values[name].count(old) != 1:
                raise NotClear(f"{old!r} in {node.values[name]!r}")
            node.values[name] = node.values[name].replace(old, new)
        cursor.must(r"\.$")

    def at_item(self, cursor: Cursor, _below: list[str]) -> None:
        node = self.names.find(cursor, file=self.file)
        verb = cursor.must(r" (wordt|vervalt|komt) voor ")[1]
        each = next(each for each in by_length(node.block) if re.match(rf"{re.escape(each.fact.words)}\b", cursor.rest))
        cursor.rest = cursor.rest[len(each.fact.words) :]
        if each.many:
            self.members(node, each.name, verb, cursor)
        else:
            self.value(node, each.name, verb, cursor)
        cursor.must(r"\.$")

    def value(self, node: Node, name: str, verb: str, cursor: Cursor) -> None:
        if verb == "vervalt":
            cursor.must(": ")
            self.expect(node, name, cursor)
            put(node, name, {})
            return
        if not cursor.take(" toegevoegd: "):
            cursor.must(" ")
            self.expect(node, name, cursor)
            cursor.must(" vervangen door ")
        put(node, name, self.values.facet(node.block, name, cursor))

    def expect(self, node: Node, name: str, cursor: Cursor) -> None:
        """Read a value that must be there."""
        told = self.values.facet(node.block, name, cursor)
        held = {key: node.values.get(key) for key in told}
        assert same(told, held), (told, held)

    def members(self, node: Node, name: str, verb: str, cursor: Cursor) -> None:
        held = list(node.values.get(name, []))
        if verb == "komt":
            cursor.must(", in deze volgorde: ")
            held = self.values.many(node.block, name, cursor)
        elif not re.match(" toegevoegd: ", cursor.rest):
            cursor.must(": " if verb == "vervalt" else " ")
            gone = self.values.many(node.block, name, cursor)
            self.values.settle(new=False)
            for each in gone:
                held.remove(each)
        if cursor.take("(, en wordt)? toegevoegd: | vervangen door "):
            held += self.values.many(node.block, name, cursor)
        put(node, name, {name: held} if held else {})

    def to_list(self, cursor: Cursor, below: list[str]) -> None:
        holder, slot = self.what_of(cursor)
        cursor.must(" wordt toegevoegd")
        place = self.place(cursor, holder)
        cursor.must(r"[:.]$")
        (row,) = tree_of(below)
        put_in(item(self.values, row, holder, slot), holder, slot, place)

    def place(self, cursor: Cursor, holder: Node) -> Node | str | None:
        if cursor.take(",? op de eerste plaats"):
            return "first"
        return self.names.find(cursor, holder, file=self.file) if cursor.take(",? direct na ") else None

    def of_item(self, cursor: Cursor, below: list[str]) -> None:
        if " komt te luiden:" in cursor.rest:
            self.whole_text(cursor, below)
        elif " die vóór dit besluit nummer " in cursor.rest:
            self.renumber(cursor)
        elif re.search(r" wordt toegevoegd( en |\.)", cursor.rest):
            self.new_file(cursor, below)
        else:
            self.happens(self.names.find(cursor, file=self.file), cursor)

    def happens(self, node: Node, cursor: Cursor) -> None:
        if cursor.take(r" vervalt(, met alles wat daarin staat.*)?\.$"):
            self.take_out(node)
        elif cursor.take(" wordt verplaatst"):
            self.move(node, cursor)
        elif called := cursor.take(rf" heet voortaan [^⟪]+? (\d+|[A-Z]+) ({Q})\.$"):
            self.call(node, called[1], cursor.masked.quote(called[2]))
        else:
            put(node, "status", status(node, cursor))

    def call(self, node: Node, number: str, name: str) -> None:
        node.values["nummer" if number.isdigit() else "letter"] = int(number) if number.isdigit() else number
        node.values[next(field for field in ("naam", "titel", "wat", "waarvoor") if field in node.values)] = name

    def whole_text(self, cursor: Cursor, below: list[str]) -> None:
        node, name = self.what_of(cursor)
        if match := cursor.take(rf" komt te luiden: ({Q})\.$"):
            node.values[name] = cursor.masked.quote(match[1])
            return
        cursor.must(" komt te luiden:$")
        node.values[name] = "\n".join(line.removeprefix("|").removeprefix(" ") for line in below)

    def take_out(self, node: Node) -> None:
        if node.parent is None:
            self.policy.files.remove(node)
            return
        node.parent.lists[node.slot].remove(node)
        if not node.parent.lists[node.slot]:
            del node.parent.lists[node.slot]

    def move(self, node: Node, cursor: Cursor) -> None:
        holder, slot = node.parent, node.slot
        if cursor.take(" en wordt | naar "):
            holder, slot = self.what_of(cursor)
        else:
            cursor.must(" en komt")
        place = self.place(cursor, holder)
        cursor.must(r"\.$")
        self.take_out(node)
        put_in(node, holder, slot, place)

    def renumber(self, cursor: Cursor) -> None:
        holder, slot = self.what_of(cursor)
        low, high, first, last = map(int, cursor.must(_NUMBERS).groups())
        assert last - first == high - low
        its = noun(block_names()[holder.block, slot], slot).name
        for node, parent, called, number, _ in self.names.was:
            if parent is holder and called == its and number.isdigit() and low <= int(number) <= high:
                node.values["nummer"] = int(number) + first - low

    def new_file(self, cursor: Cursor, below: list[str]) -> None:
        match = cursor.must(rf"([^⟪]+?)(?: (\d+))? ({Q})(?: \(nummer \d+ met deze naam\))? wordt toegevoegd")
        kind = next(kind for kind in POLICY_KINDS if nouns()[kind].name == match[1].lower())
        node = Node(kind, new=True)
        node.values["titel"] = cursor.masked.quote(match[3])
        if match[2]:
            node.values["nummer"] = int(match[2])
        self.names.added.append(node)
        rest = cursor.rest.replace(". De tekst luidt:", ".").removeprefix(" en ")
        if rest != ".":
            put(node, "status", status(node, Cursor(cursor.masked, f" {rest}")))
        fill(self.values, node, tree_of(below))
        self.policy.files.append(node)


def by_length(block: str) -> list[Any]:
    """Return the fields of a block that have words, the longest words first."""
    fields = [each for each in fields_of(CLASSES[block]) if each.fact.words]
    return sorted(fields, key=lambda each: -len(each.fact.words))


def field_called(node: Node, words: str) -> str:
    wanted = words[:1].lower() + words[1:]
    return next(each.name for each in fields_of(CLASSES[node.block]) if each.fact.words == wanted)


def put(node: Node, name: str, values: Mapping[str, Any]) -> None:
    for each in _TOGETHER.get(name, (name,)):
        node.values.pop(each, None)
    node.values.update({key: value for key, value in values.items() if value not in (None, False)})


def put_in(node: Node, holder: Node, slot: str, place: Node | str | None) -> None:
    items = holder.lists.setdefault(slot, [])
    node.parent, node.slot = holder, slot
    after = len(items) if place is None else 0
    items.insert(items.index(place) + 1 if isinstance(place, Node) else after, node)


def adopter(cursor: Cursor, words: str) -> str:
    return cursor.masked.quote(words) if words.startswith("⟪") else f"{words[0].upper()}{words[1:]}"


def status(node: Node, cursor: Cursor) -> dict[str, Any]:
    """Return the status of a file, with by whom and when, as a sentence says it."""
    found = {name: node.values.get(name) for name in _TOGETHER["status"]}
    rest = days(found, cursor.rest.removesuffix(".").strip())
    said, _, none = rest.partition("; een status staat er niet bij")
    if by := re.search(
        rf"(?:geldt als|wordt) vastgesteld(?: door ({Q}|(?:de|het) [a-z]+))?(?: (?:op|in het|in) (.+))?$", said
    ):
        found["vastgesteld_door"] = adopter(cursor, by[1]) if by[1] else None
        found["vastgesteld_op"] = date_of(by[2]) if by[2] else None
    if said.endswith("heeft geen status meer") or _UNNAMED.search(said):
        found["vastgesteld_door"] = found["vastgesteld_op"] = None
    start = next((words for words in _STATUS if said.startswith(words)), None)
    if start or rest != said or none:
        found["status"] = _STATUS[start] if start else None
    if match := re.match(rf"krijgt de status ({Q})", said):
        found["status"] = cursor.masked.quote(match[1])
    return found


def days(found: dict[str, Any], said: str) -> str:
    """Read from when a file is in force and when it was withdrawn, and return the rest of the sentence."""
    if match := re.search(r"(?:; |^)de datum van intrekking is ([^;]+)$", said):
        found["ingetrokken_op"], said = date_of(match[1]), said[: match.start()]
    for name, words in (("ingetrokken_op", "intrekking"), ("treedt_in_werking", "inwerkingtreding")):
        if match := re.search(rf"(?:; |^)een datum van {words} staat er niet meer bij$", said):
            found[name], said = None, said[: match.start()]
    # Before it nothing but dates and names between marks, so that these words are of nobody's name.
    if match := re.search(r"(?:, en |^)treedt in werking (?:op|in het|in) ([^,;]+)$", said):
        found["treedt_in_werking"], said = date_of(match[1]), said[: match.start()]
    if match := re.match(r"(?:wordt|geldt als) ingetrokken (?:op|in het|in) ([^,;]+)", said):
        found["ingetrokken_op"] = date_of(match[1])
    return said
