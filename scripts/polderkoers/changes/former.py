"""What was in the last listed version: the items of the files that changed since, for the rules that compare with them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from polderkoers.changes.git import blob_id
from polderkoers.changes.upgrade import schema_number, upgrade
from polderkoers.changes.versions import available
from polderkoers.policy.index import Policy
from polderkoers.policy.model.blocks import Onderdeel
from polderkoers.policy.model.build import build_file
from polderkoers.policy.model.catalogues import Versie
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import Tree


def former(root: Path, tree: Tree, listed: tuple[Versie, ...]) -> Mapping[str, Onderdeel]:
    """Return by reference the items of the last listed version, of those files of it that are not the same in a tree.

    Empty when that version cannot be had here. What does not fit the schemas of the tree is left out.
    """
    past, _ = available(root, listed[-1:])
    if not past:
        return {}
    now = {source.file: source.read() for source in tree.data_files()}
    number, schemas = schema_number(past[0].tree.schemas()), Schemas(tree)
    documents: list[Document] = []
    for source in past[0].tree.data_files():
        content = now.get(source.file)
        if isinstance(content, bytes) and source.key == blob_id(content):
            continue
        old: Any = read(source)
        if isinstance(old, Document):
            brought = Document(old.file, upgrade(old.data, number), old.text)
            documents += [] if any(schemas.check(brought)) else [brought]
    policy = Policy(build_file(document) for document in documents)
    return {ref: entry.item for ref, entry in policy.entries.items()}
