"""The lines of a decision: each step in words that a clerk can carry out, and that can mean one thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polderkoers.changes.deciding.adoption import adopted, new_status
from polderkoers.changes.deciding.amended import replacements
from polderkoers.changes.deciding.facets import STATUS, is_ordered, is_plain_text, words_of
from polderkoers.changes.deciding.quoting import can_quote, quote
from polderkoers.changes.phrases import noun
from polderkoers.policy.dutch_words import capital, count, listing

if TYPE_CHECKING:
    from polderkoers.changes.deciding.layout import Layout, Row
    from polderkoers.changes.deciding.naming import ItemNames
    from polderkoers.changes.deciding.said import ValueWords
    from polderkoers.changes.deciding.steps import DecisionStep
    from polderkoers.changes.deciding.trees import Trees
    from polderkoers.changes.items import Item

# A text of more signs is easier to read below the line than in it.
_LONG = 300
_MOST_NAMED = 12


@dataclass(frozen=True)
class DecisionLine:
    """A line of a decision. What is written out below it stands in `rows`, or in `text` when it is one text.

    With an `annex` the rows stand in the annex of that number.
    """

    words: str
    rows: tuple[Row, ...] = ()
    text: str = ""
    annex: int = 0


class LineWriter:
    """Says steps."""

    def __init__(self, trees: Trees, naming: ItemNames, said: ValueWords, layout: Layout) -> None:
        """Take the text in force and the text that comes, and the words for items and values."""
        self._trees = trees
        self._naming = naming
        self._said = said
        self._layout = layout

    def of(self, step: DecisionStep) -> DecisionLine:
        """Return a step as a line."""
        match step.kind:
            case "added":
                return self._added(step.item)
            case "removed":
                return self._removed(step.item)
            case "moved":
                return self._moved(step)
            case "renumbered":
                return self._renumbered(step)
        return self._field(step)

    def _name(self, item: Item) -> str:
        """Return what an item is called in an article about the file that it will stand in."""
        return self._naming.near(item, item.root)

    def _list(self, item: Item) -> str:
        """Return the list that an item stands in, with what has that list: `de doelen van plan “…”`."""
        assert item.parent is not None  # noqa: S101  # a file stands in no list
        words = words_of(item.parent.block, item.slot)
        if item.many and (own := item.root.own.of_list(item.slot)):
            words = f"de {own.more}"
        return f"{words} van {self._name(item.parent)}"

    def _added(self, item: Item) -> DecisionLine:
        rows = self._layout.rows(item)
        if item.parent is None:
            words = f"{capital(self._naming.alone(item))} wordt toegevoegd{adopted(item)}."
            return DecisionLine(words, rows)
        if not item.many:
            return DecisionLine(f"Als {self._list(item)} wordt toegevoegd:", rows)
        return DecisionLine(f"Aan {self._list(item)} wordt toegevoegd{self._place(item)}:", rows)

    def _place(self, item: Item) -> str:
        """Return where in a list an item comes, with a comma before it; nothing when the order says nothing."""
        parent = item.parent
        if parent is None or not item.many or not is_ordered(parent.block, item.slot):
            return ""
        before = self._trees.anchor(item)
        if before is None:
            return ", op de eerste plaats"
        return f", direct na {self._naming.beside(before, parent, item.root)}"

    def _removed(self, item: Item) -> DecisionLine:
        inside = [child for child in item.inside() if child not in self._trees.pairs.new_of]
        name = capital(self._naming.near(item, item.root))
        return DecisionLine(f"{name} vervalt{self._along(item, inside)}.")

    def _along(self, item: Item, inside: list[Item]) -> str:
        """Return what goes along with an item: by name when it is little, else by number."""
        if not inside:
            return ""
        direct = [child for child in inside if child.parent is item]
        if len(direct) == len(inside) <= _MOST_NAMED:
            return f", met alles wat daarin staat: {listing([self._naming.alone(child) for child in inside])}"
        return f", met alles wat daarin staat ({count(len(inside), 'onderdeel', 'onderdelen')})"

    def _moved(self, step: DecisionStep) -> DecisionLine:
        old, new = step.old, step.item
        assert old is not None  # noqa: S101  # what moves was there
        words = f"{capital(self._name(new))} wordt verplaatst"
        same = old.parent is not None and new.parent is not None and self._trees.was(new.parent) is old.parent
        if not new.many:
            return DecisionLine(f"{words} en wordt {self._list(new)}.")
        if same and old.slot == new.slot:
            return DecisionLine(f"{words} en komt{self._place(new).removeprefix(',')}.")
        return DecisionLine(f"{words} naar {self._list(new)}{self._place(new)}.")

    def _renumbered(self, step: DecisionStep) -> DecisionLine:
        items = list(map(self._trees.was, step.items))
        numbers = [int(item.data["nummer"]) for item in items]
        low, high = min(numbers), max(numbers)
        who = f"{capital(self._list(items[0]))} die vóór dit besluit nummer {low} tot en met {high} hebben"
        return DecisionLine(f"{who}, krijgen nummer {low + step.by} tot en met {high + step.by}.")

    def _field(self, step: DecisionStep) -> DecisionLine:
        if step.facet == STATUS and step.item.parent is None:
            return DecisionLine(f"{capital(self._name(step.item))} {new_status(step.before or {}, step.after or {})}.")
        for number in {"nummer", "letter"}.intersection(step.after or {}) - {step.facet}:
            return self._called(step, number)
        old, new = (step.before or {}).get(step.facet), (step.after or {}).get(step.facet)
        if isinstance(old, str | None) and isinstance(new, str) and is_plain_text(step.item.block, step.facet):
            return self._text(step, old, new)
        if isinstance(old, list | None) and isinstance(new, list | None):
            return self._members(step, old or [], new or [])
        return self._value(step)

    def _called(self, step: DecisionStep, number: str) -> DecisionLine:
        """Return that an item gets another name and another number."""
        item, values = step.item, step.after or {}
        kind = noun(item.block, item.slot, item.root.own).name
        words = f"{capital(self._name(item))} heet voortaan {kind} {values[number]}"
        return DecisionLine(f"{words} {quote(str(values[step.facet]))}.")

    def _text(self, step: DecisionStep, old: str | None, new: str) -> DecisionLine:
        what, who = words_of(step.item.block, step.facet), self._name(step.item)
        if old is not None and (pieces := replacements(old, new)):
            told = [f"{quote(piece.old)} vervangen door {quote(piece.new)}" for piece in pieces]
            return DecisionLine(f"In {what} van {who} wordt {listing(told, 'en daarna')}.")
        words = f"{capital(what)} van {who} komt te luiden:"
        if can_quote(new) and len(new) <= _LONG:
            return DecisionLine(f"{words} {quote(new)}.")
        return DecisionLine(words, text=new)

    def _value(self, step: DecisionStep) -> DecisionLine:
        words = f"Bij {self._name(step.item)}"
        what = words_of(step.item.block, step.facet)
        old, new = self._told(step, step.before), self._told(step, step.after)
        if old and new:
            return DecisionLine(f"{words} wordt voor {what} {old} vervangen door {new}.")
        if new:
            return DecisionLine(f"{words} wordt voor {what} toegevoegd: {new}.")
        return DecisionLine(f"{words} vervalt voor {what}: {old}.")

    def _told(self, step: DecisionStep, values: Mapping[str, Any] | None) -> str:
        if not values:
            return ""
        return self._said.of_facet(step.item, step.facet, values)

    def _members(self, step: DecisionStep, old: list[object], new: list[object]) -> DecisionLine:
        words = f"Bij {self._name(step.item)}"
        block, what = step.item.block, words_of(step.item.block, step.facet)
        before, after = self._said.members(block, step.facet, old), self._said.members(block, step.facet, new)
        if is_ordered(block, step.facet) and before and after:
            return DecisionLine(f"{words} komt voor {what}, in deze volgorde: {'; '.join(after)}.")
        came = [name for name in after if name not in before]
        went = [name for name in before if name not in after]
        come, gone = "; ".join(came), "; ".join(went)
        if len(came) == len(went) == 1:
            return DecisionLine(f"{words} wordt voor {what} {gone} vervangen door {come}.")
        if come and gone:
            return DecisionLine(f"{words} vervalt voor {what}: {gone}, en wordt toegevoegd: {come}.")
        if come:
            return DecisionLine(f"{words} wordt voor {what} toegevoegd: {come}.")
        return DecisionLine(f"{words} vervalt voor {what}: {gone}.")
