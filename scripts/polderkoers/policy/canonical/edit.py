"""Changes fields of a file, or adds an item to one of its lists, in the canonical form and with all comments where they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from polderkoers.policy.canonical import rules
from polderkoers.policy.canonical.arrange import arrange
from polderkoers.policy.canonical.comments import attach
from polderkoers.policy.canonical.following import Following
from polderkoers.policy.canonical.form import canonical, comments_of, holds
from polderkoers.policy.canonical.nodes import Collection, YamlEntry, entry_of, node_of
from polderkoers.policy.canonical.reader import read_tree
from polderkoers.policy.canonical.spliced import spliced
from polderkoers.policy.canonical.stood import as_it_stood
from polderkoers.policy.canonical.writer import write
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, parse
from polderkoers.problems import Problem


def with_fields(document: Document, fields: Mapping[str, Any], schemas: Schemas) -> str | Problem:
    """Return the text of a file with other values in fields at its top; a field that is not there comes in.

    Returns the `Problem` that keeps the file as it is when it cannot be written, or when anything else would change.
    """

    def change(top: Collection) -> None:
        for name, value in fields.items():
            _set(top, name, value)

    return _written(document, {**document.data, **fields}, change, schemas)


def with_data(
    document: Document, data: Mapping[str, Any], schemas: Schemas, *, keep_comments: bool = False
) -> str | Problem:
    """Return the text of a file with other data, which may differ at any depth; all else stands as it stood, comments too.

    An item is followed by its id. A comment of something that goes would be lost: that is a `Problem`, or with
    `keep_comments` it stands where that stood. Returns the `Problem` that keeps the file as it is when it cannot be
    written, or when anything else would change.
    """
    if (found := spliced(document, data, schemas)) is not None:
        return found
    loose: list[str] = []

    def change(top: YamlEntry, old: Any) -> None:
        following = Following(top, old)
        loose.extend(following.follow(data))
        if keep_comments:
            following.put_back(loose)

    text = _rewritten(document, data, change, schemas)
    if loose and not keep_comments:
        return rules.comment_lost(document.file, loose)
    if isinstance(text, Problem):
        return text
    return as_it_stood(document, text, data, schemas)


def with_item(
    document: Document,
    name: str,
    item: Mapping[str, Any],
    schemas: Schemas,
    *,
    replace: bool = False,
) -> str | Problem:
    """Return the text of a file with an item at the end of one of its lists.

    With `replace` the item takes the place of the last one, and comments there stay. Returns the `Problem` that keeps the file
    as it is when it cannot be written, or when anything else would change.
    """

    def change(top: Collection) -> None:
        found = next(entry for entry in top.entries if entry.key == name).value
        if isinstance(found, Collection) and replace:
            found.entries[-1].node = node_of(found.entries[-1], item)
        elif isinstance(found, Collection):
            found.entries.append(entry_of(found, None, item))

    kept = document.data[name]
    if replace:
        kept = kept[:-1]
    return _written(document, {**document.data, name: [*kept, item]}, change, schemas)


def written(data: Mapping[str, Any], file: str, schemas: Schemas) -> str | Problem:
    """Return the canonical text of a new file with these data, or the `Problem` that forbids it."""
    top = YamlEntry(0)
    top.node = node_of(top, data)
    arrange(top, data, schemas)
    text = write(top)
    if not holds(text, file, data, Counter()):
        return rules.unchangeable(file)
    return text


def _written(document: Document, wanted: Any, change: Callable[[Collection], None], schemas: Schemas) -> str | Problem:
    def within(top: YamlEntry, _: Any) -> None:
        if isinstance(top.value, Collection):
            change(top.value)

    return _rewritten(document, wanted, within, schemas)


def _rewritten(
    document: Document, wanted: Any, change: Callable[[YamlEntry, Any], None], schemas: Schemas
) -> str | Problem:
    """Return the canonical text of a file after a change of its entries, which are given with their data."""
    text = canonical(document.text, document.file, schemas)
    if isinstance(text, Problem):
        return text
    data = _data(text, document)
    tree = read_tree(text, data)
    comments = comments_of(text, tree)
    attach(text, tree)
    change(tree.top, data)
    arrange(tree.top, wanted, schemas)
    new = write(tree.top)
    if not holds(new, document.file, wanted, comments):
        return rules.unchangeable(document.file)
    return new


def _data(text: str, document: Document) -> Any:
    """Return the data of a file in its canonical form: the same data, with the fields in the order of that form."""
    found = parse(text, document.file)
    return found.data if isinstance(found, Document) else document.data


def _set(top: Collection, name: str, value: Any) -> None:
    for entry in top.entries:
        if entry.key == name:
            entry.node = node_of(entry, value)
            return
    top.entries.append(entry_of(top, name, value))
