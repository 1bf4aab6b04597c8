"""A file as entries with their comments, to be changed as a whole, and such entries as the text of a file."""

from __future__ import annotations

from collections import Counter
from typing import Any

from polderkoers.policy.canonical import rules
from polderkoers.policy.canonical.arrange import arrange
from polderkoers.policy.canonical.form import arranged, holds, plain
from polderkoers.policy.canonical.nodes import Collection, Scalar, YamlEntry, comments_in
from polderkoers.policy.canonical.writer import write
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, parse
from polderkoers.problems import Problem


def entries_of(document: Document, schemas: Schemas) -> YamlEntry | Problem:
    """Return a file as the entry that is all of it, in the canonical form, each comment where that form has it.

    Returns the `Problem` that says what would be lost.
    """
    found = parse(plain(document.text), document.file)
    if isinstance(found, Problem):
        return found
    return arranged(found, schemas)


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


def copied(entry: YamlEntry, parent: Collection | None = None) -> YamlEntry:
    """Return a copy of an entry with all that is in it."""
    found = YamlEntry(entry.start, parent, entry.key, entry.key_end, [*entry.before], [*entry.trailing])
    node = entry.value
    if isinstance(node, Scalar):
        found.node = Scalar(node.value, node.start, node.end)
        return found
    group = Collection(node.mapping, node.flow, node.start, node.column, found, node.end, [], [*node.after])
    group.entries = [copied(each, group) for each in node.entries]
    found.node = group
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
