"""A file as entries with their comments, to be changed as a whole, and such entries as the text of a file."""

from __future__ import annotations

from collections import Counter

from polderkoers.policy.canonical import rules
from polderkoers.policy.canonical.arrange import arrange
from polderkoers.policy.canonical.form import arranged, holds, plain
from polderkoers.policy.canonical.nodes import YamlEntry, comments_of_entry, data_of
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


def text_of_entries(top: YamlEntry, file: str, schemas: Schemas) -> str | Problem:
    """Return the canonical text of a file, or the `Problem` that it would hold other data or comments than its entries do."""
    data, comments = data_of(top), Counter(comments_of_entry(top))
    arrange(top, data, schemas)
    text = write(top)
    if not holds(text, file, data, comments):
        return rules.unchangeable(file)
    return text
