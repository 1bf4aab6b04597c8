"""Turns the text of one file into its canonical form, and makes sure that nothing but the form has changed."""

from __future__ import annotations

from collections import Counter
from typing import Any

from polderkoers.policy.canonical import rules
from polderkoers.policy.canonical.arrange import arrange
from polderkoers.policy.canonical.comments import attach, remarks
from polderkoers.policy.canonical.reader import Tree, read_tree
from polderkoers.policy.canonical.writer import write
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, parse
from polderkoers.problems import Problem


def canonical(text: str, file: str, schemas: Schemas) -> str | Problem:
    """Return the text of a file in its canonical form, or the `Problem` that keeps it as it is.

    That is a `Problem` of reading (`source.parse`), a field that stands twice, of which none may be lost, or in the end
    a check that found other data or comments in the new text than in the old.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    document = parse(text, file)
    if isinstance(document, Problem):
        return document
    if double := next((remark for remark in document.remarks if remark.rule == "dubbele-sleutel"), None):
        return double
    tree = read_tree(text, document.data)
    kept = comments_of(text, tree)
    attach(text, tree)
    arrange(tree.top, document.data, schemas)
    form = write(tree.top)
    return form if holds(form, file, document.data, kept) else rules.unchangeable(file)


def holds(form: str, file: str, data: Any, comments: Counter[str]) -> bool:
    """Return whether a text that was written has these data and these comments, and nothing else."""
    after = parse(form, file)
    if not isinstance(after, Document) or not same(data, after.data):
        return False
    found = comments_of(form, read_tree(form, after.data)) if "#" in form else Counter()
    return found == comments


def comments_of(text: str, tree: Tree) -> Counter[str]:
    """Return the comments of a text, and how often each stands there."""
    return Counter(remark.text for remark in remarks(text, tree) if remark.text)


def same(one: Any, other: Any) -> bool:
    """Return whether two values are equal and of the same types, apart from the order of fields."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)
