"""A file as entries with their comments, to be changed as a whole, and such entries as the text of a file."""

from __future__ import annotations

from collections import Counter
from typing import Any

from polderkoers.policy.canonical import rules
from polderkoers.policy.canonical.arrange import arrange
from polderkoers.policy.canonical.comments import attach
from polderkoers.policy.canonical.form import canonical, holds
from polderkoers.policy.canonical.nodes import Collection, YamlEntry, comments_in
from polderkoers.policy.canonical.reader import read_tree
from polderkoers.policy.canonical.writer import write
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, parse
from polderkoers.problems import Problem


def entries_of(document: Document, schemas: Schemas) -> YamlEntry | Problem:
    """Return a file as the entry that is all of it, in the canonical form, each comment where that form has it.

    Returns the `Problem` that forbids the form.
    """
    text = canonical(document.text, document.file, schemas)
    if isinstance(text, Problem):
        return text
    found = parse(text, document.file)
    if isinstance(found, Problem):
        return found
    tree = read_tree(text, found.data)
    attach(text, tree)
    arrange(tree.top, found.data, schemas)
    return tree.top


def data_of(entry: YamlEntry, held: dict[int, YamlEntry] | None = None) -> Any:
    """Return the data that an entry holds; in `held` come the entries of all its groups, by the `id` of their data."""
    node = entry.value
    if not isinstance(node, Collection):
        return node.value
    if not node.mapping:
        return [data_of(each, held) for each in node.entries]
    found = {each.key: data_of(each, held) for each in node.entries}
    if held is not None:
        held[id(found)] = entry
    return found


def comments_of_entry(entry: YamlEntry) -> list[str]:
    """Return the comments above, behind and in an entry, in their order."""
    return list(filter(None, (*entry.before, *entry.trailing, *comments_in(entry.value))))


def text_of_entries(top: YamlEntry, file: str, schemas: Schemas) -> str | Problem:
    """Return the canonical text of a file, or the `Problem` that it would hold other data or comments than its entries do."""
    data, comments = data_of(top), Counter(comments_of_entry(top))
    arrange(top, data, schemas)
    text = write(top)
    if not holds(text, file, data, comments):
        return rules.unchangeable(file)
    return text
