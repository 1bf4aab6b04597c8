"""What was in the last listed version and before a proposal: the items that may have changed, for rules that compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from polderkoers.changes.git import blob_id
from polderkoers.changes.upgrade import number_of, upgrade
from polderkoers.policy.index import Policy
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.build import build_file
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import Tree
from polderkoers.problems import Problem

Former = Mapping[str, tuple[Onderdeel, ...]]


def former(earlier: Iterable[Tree], tree: Tree) -> Former:
    """Return by reference the items of earlier trees, of those files that are not the same in a tree.

    What does not fit the schemas of the tree is left out.
    """
    now = {source.file: source.read() for source in tree.data_files()}
    schemas = Schemas(tree)
    found: dict[str, tuple[Onderdeel, ...]] = {}
    for before in earlier:
        for ref, item in _changed(before, now, schemas):
            found[ref] = (*found.get(ref, ()), item)
    return found


def _changed(before: Tree, now: Mapping[str, bytes | Problem], schemas: Schemas) -> Iterator[tuple[str, Onderdeel]]:
    number = number_of(before)
    documents: list[Document] = []
    for source in before.data_files():
        content = now.get(source.file)
        if isinstance(content, bytes) and source.key == blob_id(content):
            continue
        old = read(source)
        if isinstance(old, Document) and isinstance(old.data, dict):
            brought = Document(old.file, upgrade(old.data, number), old.text)
            if not any(schemas.check(brought)):
                documents.append(brought)
    policy = Policy(map(build_file, documents))
    for ref, entry in policy.entries.items():
        yield ref, entry.item
