"""Calls items by what they are called in the text in force, so that one item alone can be meant.

`doel 2 “Een groene buurt” bij hoofdstuk “Wonen” van plan “Plan voor Polderdam”`. What comes with the decision is `het nieuwe doel …`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.changes.deciding.quoting import quote
from polderkoers.changes.phrases import noun
from polderkoers.policy.dutch_words import capital
from polderkoers.policy.model.declared import Noun

if TYPE_CHECKING:
    from polderkoers.changes.deciding.trees import Trees
    from polderkoers.changes.items import Item

_NEW = {"de": "nieuwe", "het": "nieuw"}


def noun_of(item: Item) -> Noun:
    """Return what an item is, in the words of the organisation."""
    return noun(item.block, item.slot, item.root.own)


def number_of(item: Item) -> str:
    """Return the number or letter of an item as it stands behind its noun, with the space before it; or nothing."""
    number = item.data.get("nummer") or item.data.get("letter")
    if isinstance(number, int | str) and number:
        return f" {number}"
    return ""


def called(item: Item) -> str:
    """Return the words by which an item is known: its name, or else what tells it from its neighbours."""
    return item.label or item.name


class ItemNames:
    """The names of items in a decision."""

    def __init__(self, trees: Trees) -> None:
        """Take the text in force and the text that comes."""
        self._trees = trees

    def near(self, item: Item, article: Item | None = None) -> str:
        """Return an item with what it stands in, without the file when that is the one that the article is about."""
        found = self._trees.was(item)
        name = self._front(found)
        if found.parent is None:
            return name
        if found.parent.parent is not None:
            return f"{name} bij {self.near(found.parent, article)}"
        root = self._trees.was(found.parent)
        if article is not None and root is self._trees.was(article):
            return name
        return f"{name} van {self._front(root)}"

    def beside(self, item: Item, holder: Item, article: Item) -> str:
        """Return an item that is, or comes, in the list of an item: by its own words alone when it already stands there."""
        found = self._trees.was(item)
        parent = found.parent
        if parent is not None and self._trees.was(parent) is self._trees.was(holder):
            return self._front(found)
        if parent is not None and parent.parent is None:
            return self.near(found)
        return self.near(found, article)

    def alone(self, item: Item) -> str:
        """Return an item by its own words: without where it stands, and without saying that it is new."""
        if item.key is not None and item.block == "samenhang":
            return self._front(item)
        return f"{_plain(item)}{self._which(item)}"

    def heading(self, file: Item) -> str:
        """Return what stands above the points about a file: what it is called in force, or that it is new."""
        words = noun_of(file)
        name = f"{words.name} {called(file)}{self._which(file)}"
        if self._trees.is_new(file):
            name = f"{_NEW[words.article]} {name}"
        return capital(name)

    def reference(self, ref: str) -> str:
        """Return what a reference points at; the reference itself between marks when it points at nothing."""
        item = self._trees.target(ref)
        if item is None:
            return quote(ref)
        return self.near(item)

    def _front(self, item: Item) -> str:
        if item.key is not None and item.block == "samenhang":
            return f"{noun_of(item).name} met {self.reference(str(item.data.get('met')))}"
        if self._trees.is_new(item):
            return f"{noun_of(item).article} nieuwe {self.alone(item)}"
        return self.alone(item)

    def _which(self, item: Item) -> str:
        """Return which of its equals an item is, and nothing when there is only one."""
        equals = [other for other in self._beside(item) if _plain(other) == _plain(item)]
        if len(equals) < 2:
            return ""
        return f" (nummer {equals.index(item) + 1} met deze naam)"

    def _beside(self, item: Item) -> Iterator[Item]:
        """Yield what stands in the same item, or files of the same title, when it is in force as the item is, or comes as it does."""
        if item.parent is None:
            yield from self._trees.alike(item)
            return
        new = self._trees.is_new(item)
        for other in chain.from_iterable(item.parent.children.values()):
            if self._trees.is_new(other) == new:
                yield other


def _plain(item: Item) -> str:
    return f"{noun_of(item).name}{number_of(item)} {quote(called(item))}"
