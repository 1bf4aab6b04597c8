"""Three states of Polderdam to merge, made by putting other words in its files."""

from __future__ import annotations

from collections.abc import Mapping

from polderkoers.changes.merging.clash import MergeSide
from polderkoers.changes.merging.trees import MergedTree, TreeMerge
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import DataFile, Folder
from support.gemeente import INSTANCE

HOUSES = "data/kernopgaven/fijn-wonen.yaml"
GREEN = "data/kernopgaven/groene-buurten.yaml"
VISION = "data/plannen/toekomstvisie.yaml"
SCHEMAS = Schemas(Folder(INSTANCE))
BASE = {source.file: source.read() for source in Folder(INSTANCE).data_files()}

Contents = Mapping[str, bytes]


def put(*edits: tuple[str, str], file: str = HOUSES, on: Contents = BASE) -> dict[str, bytes]:
    """Return the files with words of one file put in the place of others, each of which must be there."""
    text = on[file].decode()
    for was, now in edits:
        assert was in text, was
        text = text.replace(was, now, 1)
    return {**on, file: text.encode()}


def without(file: str, on: Contents = BASE) -> dict[str, bytes]:
    """Return the files without one of them."""
    return {name: content for name, content in on.items() if name != file}


def merged(one: Contents, other: Contents, base: Contents = BASE, otherwise: MergeSide = "een") -> MergedTree:
    """Return two sides as one."""
    return TreeMerge((base, one, other), SCHEMAS).outcome(otherwise=otherwise)


def keys(found: MergedTree) -> list[tuple[str, str, str]]:
    """Return what clashes: the kind, the reference and the field of each."""
    return [(clash.kind, clash.ref, clash.field) for clash in found.clashes]


def data_of(contents: Contents, file: str = HOUSES):
    """Return the data of a file; the test fails when it cannot be read."""
    found = read(DataFile(file, lambda: contents[file]))
    assert isinstance(found, Document), found
    return found.data


def item(contents: Contents, name: str, file: str = HOUSES):
    """Return an item of a file by its id, None when it is not there."""
    return next(_with_id(data_of(contents, file), name), None)


def _with_id(data, name):
    if isinstance(data, dict) and data.get("id") == name:
        yield data
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _with_id(part, name)
