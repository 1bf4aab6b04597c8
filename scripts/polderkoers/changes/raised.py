"""Which files of a tree say something else than an earlier one, under the same version number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from polderkoers.changes.change import RENAMED
from polderkoers.changes.content import BESIDE
from polderkoers.changes.git import blob_id
from polderkoers.changes.renamed import Renames, said_renamed
from polderkoers.changes.upgrade import number_of, upgrade
from polderkoers.policy.model.adressen import ADDRESSES
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import Tree

if TYPE_CHECKING:
    from polderkoers.changes.compare import Comparison

Data = dict[str, Any]
_ADDRESSES = f"data/{ADDRESSES}.yaml"


def unraised(old: Tree, new: Tree, compare: Callable[[Data, Data], Comparison]) -> frozenset[str]:
    """Return the files of `new` that say something else than in `old`, and have the version number of then, as comparing their data tells.

    The list of versions and that of readings are left out: they change with every version and every reading, and are no policy. Raises what reading
    the trees raises. `compare` is handed in: importing it would make the longest chain of imports of a check longer.
    """
    before = {source.file: source for source in old.data_files() if source.file not in BESIDE}
    renames = Renames(said_renamed(_addresses(old), _addresses(new)))
    number = number_of(old)
    found = set()
    for source in new.data_files():
        past = before.get(source.file)
        content = source.read()
        if past is None or (isinstance(content, bytes) and past.key == blob_id(content)):
            continue
        then, now = read(past), read(source)
        if not isinstance(then, Document) or not isinstance(now, Document):
            continue
        if _says_else(upgrade(then.data, number), now.data, compare, renames):
            found.add(source.file)
    return frozenset(found)


def _addresses(tree: Tree) -> Iterator[Any]:
    """Yield the data of the list of former addresses of a tree, when it has one that can be read."""
    for source in tree.data_files():
        found = read(source) if source.file == _ADDRESSES else None
        if isinstance(found, Document) and isinstance(found.data, dict):
            yield found.data


def _says_else(old: Any, new: Any, compare: Callable[[Data, Data], Comparison], renames: Renames) -> bool:
    if not (isinstance(old, dict) and isinstance(new, dict)) or old.get("versie") != new.get("versie"):
        return False
    followed = renames.follow(old, str(old.get("id")))
    # Another id, and what only follows that of something else, changes an address and not what the file says.
    return any(RENAMED not in change.meaning for change in compare({"x": followed}, {"x": new}).changes)
