"""Which files of a tree say something else than an earlier one, under the same version number."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from polderkoers.changes.content import LIST
from polderkoers.changes.git import blob_id
from polderkoers.changes.upgrade import number_of, upgrade
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import Tree

if TYPE_CHECKING:
    from polderkoers.changes.compare import Comparison

Data = dict[str, Any]


def unraised(old: Tree, new: Tree, compare: Callable[[Data, Data], Comparison]) -> frozenset[str]:
    """Return the files of `new` that say something else than in `old`, and have the version number of then, as comparing their data tells.

    The list of versions is left out: every version that is adopted changes it, and it is no policy. Raises what reading
    the trees raises. `compare` is handed in: importing it would make the longest chain of imports of a check longer.
    """
    before = {source.file: source for source in old.data_files() if source.file != LIST}
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
        if _says_else(upgrade(then.data, number), now.data, compare):
            found.add(source.file)
    return frozenset(found)


def _says_else(old: Any, new: Any, compare: Callable[[Data, Data], Comparison]) -> bool:
    if not (isinstance(old, dict) and isinstance(new, dict)) or old.get("versie") != new.get("versie"):
        return False
    return bool(compare({"x": old}, {"x": new}).changes)
