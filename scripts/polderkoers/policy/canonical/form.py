"""Turns the text of one file into its canonical form, and makes sure that nothing but the form has changed."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any

from polderkoers.policy.canonical import rules
from polderkoers.policy.canonical.arrange import arrange
from polderkoers.policy.canonical.comments import attach, remarks
from polderkoers.policy.canonical.nodes import YamlEntry
from polderkoers.policy.canonical.reader import YamlTree, read_tree
from polderkoers.policy.canonical.writer import write
from polderkoers.policy.schema import Schemas
from polderkoers.policy.signs import FORBIDDEN
from polderkoers.policy.source import Document, parse
from polderkoers.policy.values import same
from polderkoers.problems import Problem

# A decimal that ends in a nought, which a number does not keep.
_NOUGHT = re.compile(r"\d\.\d*0(?!\d)")


# Who changes a file asks this of the same text more than once, and it takes as long as to read that ten times.
@lru_cache(maxsize=16)
def canonical(text: str, file: str, schemas: Schemas) -> str | Problem:
    """Return the text of a file in its canonical form, or the `Problem` that keeps it as it is.

    That is a `Problem` of reading (`source.parse`), something that would be lost for good (a field that stands twice, text
    behind a #, a number that may be another one), or in the end a check that found other data or comments in the new text.
    """
    text = plain(text)
    document = parse(text, file)
    if isinstance(document, Problem):
        return document
    top = arranged(document, schemas)
    if isinstance(top, Problem):
        return top
    form = write(top)
    if not holds(form, file, document.data, comments_of(text, read_tree(text, document.data))):
        return rules.unchangeable(file)
    return form


def plain(text: str) -> str:
    """Return a text without a mark at its beginning, and with one kind of line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def arranged(document: Document, schemas: Schemas) -> YamlEntry | Problem:
    """Return a file, of which the text is plain, as the entry that is all of it, with fields and comments where the form has them.

    Returns the `Problem` that says what would be lost.
    """
    if loss := _loss(document, schemas):
        return loss
    tree = read_tree(document.text, document.data)
    attach(document.text, tree)
    arrange(tree.top, document.data, schemas)
    return tree.top


def _loss(document: Document, schemas: Schemas) -> Problem | None:
    """Return what would be lost for good, because the new text would show no sign of it; None when nothing would be."""
    for problem in document.remarks:
        if problem.rule != "onzichtbaar-teken" or FORBIDDEN & {*map(ord, document.text)}:
            return next((each for each in schemas.judge(document) if each.path == problem.path), problem)
    if not _NOUGHT.search(document.text):
        return None
    # 1.10 where a text belongs would become 1.1.
    shorter = {path for path, typed in document.typed.items() if _NOUGHT.search(typed)}
    wrong = (problem for problem in schemas.check(document) if problem.rule == "verkeerd-type")
    return next((problem for problem in wrong if problem.path in shorter), None)


def holds(form: str, file: str, data: Any, comments: Counter[str]) -> bool:
    """Return whether a text that was written has these data and these comments, and nothing else."""
    after = parse(form, file)
    if not isinstance(after, Document) or not same(data, after.data):
        return False
    if any(remark.rule != "onzichtbaar-teken" for remark in after.remarks):
        return False
    # Without a # there is no comment, and nothing to be read once more.
    if "#" not in form:
        return not comments
    return comments_of(form, read_tree(form, after.data)) == comments


def comments_of(text: str, tree: YamlTree) -> Counter[str]:
    """Return the comments of a text, and how often each stands there."""
    return Counter(remark.text for remark in remarks(text, tree) if remark.text)
