"""The hash by which an entry of data/versies.yaml names what a version holds, whatever commit brought it to main."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from itertools import starmap
from pathlib import PurePosixPath

from polderkoers.changes.git import blob_id
from polderkoers.policy.model import beside
from polderkoers.policy.model.gelezen import READINGS
from polderkoers.policy.tree import Tree

# The id of a blob in a repository of SHA-256 is another than its content has elsewhere: there the content itself counts.
_SHA1 = 40
LIST = "data/versies.yaml"
"""The list of versions itself. It is no part of what a version holds: it can then name its own content."""
BESIDE = frozenset({LIST, f"data/{READINGS}.yaml"})
"""What stands beside a version and is no part of what it holds: the list of versions, and who read what of it."""
# Whole folders of which the same holds.
_FOLDERS = tuple(f"data/{folder}/" for folder in beside.BESIDE)


def content_id(files: Mapping[str, str]) -> str:
    """Return the hash of the files of data/, given the Git id (40 hexadecimal signs) of each blob by its path from the root.

    It is the id that Git gives a tree of data/ without `BESIDE`, translations and what came of the policy: gitformat-pack(5), SHA-1 over "tree <size>", a zero byte, and
    for each name in order its mode, a blank, the name, a zero byte and the 20 bytes of its id. So it stays the same when
    commits are squashed or rebased, and `git ls-tree` shows all that goes into it. A file counts as a regular one whatever
    its mode. Paths outside data/ are passed over.
    """
    folders: dict[str, object] = {}
    for path, blob in files.items():
        first, *parts = PurePosixPath(path).parts
        if first != "data" or path in BESIDE or path.startswith(_FOLDERS) or not parts:
            continue
        here = folders
        for part in parts[:-1]:
            here = here.setdefault(part, {})  # type: ignore[assignment]
        here[parts[-1]] = blob
    return _tree(folders)


def _tree(folder: Mapping[str, object]) -> str:
    content = b"".join(row for _, row in sorted(starmap(_row, folder.items())))
    return hashlib.sha1(b"tree %d\0%b" % (len(content), content), usedforsecurity=False).hexdigest()


def _row(name: str, held: object) -> tuple[bytes, bytes]:
    """Return by what Git sorts a row of a folder, and the row; a folder in it is sorted as if its name ended in a slash."""
    said = name.encode()
    if isinstance(held, dict):
        return said + b"/", b"40000 %b\0%b" % (said, bytes.fromhex(_tree(held)))
    return said, b"100644 %b\0%b" % (said, bytes.fromhex(str(held)))


def content_of(tree: Tree) -> str | None:
    """Return the hash of what a tree holds, as an entry of the list gives it; None when a file cannot be read.

    Line ends of a working copy count as Git keeps them. Hidden files count nowhere. Raises what reading the tree raises.
    """
    return _hash_with(tree, lambda content: blob_id(content.replace(b"\r\n", b"\n")))


def contents_of(tree: Tree) -> frozenset[str]:
    """Return the hashes by which what a tree holds may be known: with the line ends as they are, and as Git may keep them."""
    as_it_is = _hash_with(tree, blob_id)
    return frozenset(filter(None, (as_it_is, content_of(tree))))


def is_id(key: str) -> bool:
    """Return whether what a tree knows of a file is the id that goes into the hash."""
    return len(key) == _SHA1


def _hash_with(tree: Tree, blob: Callable[[bytes], str]) -> str | None:
    """Return the hash of what a tree holds, given what makes an id of a content where the tree knows none.

    It is None when a file cannot be read.
    """
    found = {}
    for source in tree.data_files():
        if is_id(source.key):
            found[source.file] = source.key
            continue
        content = source.read()
        if not isinstance(content, bytes):
            return None
        found[source.file] = blob(content)
    return content_id(found)
