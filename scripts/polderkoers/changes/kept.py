"""What Git keeps of the files of a folder when they are committed: it may change the ends of lines, and it passes over what it ignores."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from polderkoers.changes.content import LIST, content_id, content_of, contents_of, is_id
from polderkoers.changes.git_call import run
from polderkoers.changes.staged import staged
from polderkoers.errors import GitMissing
from polderkoers.policy.tree import Tree


def kept_content(root: Path, tree: Tree) -> str | None:
    """Return the hash of what a tree holds once it is committed; None when a file cannot be read.

    Where Git cannot tell it is that of `content_of`. What Git holds already it keeps as it is.
    """
    contents, known = {}, {}
    for source in tree.data_files():
        if is_id(source.key):
            known[source.file] = source.key
            continue
        content = source.read()
        if not isinstance(content, bytes):
            return None
        contents[source.file] = content
    blobs = staged(root, contents)
    return content_of(tree) if blobs is None else content_id({**blobs, **known})


class Current:
    """What a tree holds, by each hash by which that may be known."""

    def __init__(self, root: Path, tree: Tree) -> None:
        """Take a tree; Git is asked what it would keep only when nothing else tells."""
        self._root, self._tree = root, tree
        self._contents = contents_of(tree)

    def __contains__(self, content: object) -> bool:
        """Return whether a tree holds just this content."""
        return content in self._contents or (content is not None and content == self._kept)

    @cached_property
    def _kept(self) -> str | None:
        return kept_content(self._root, self._tree)


def ignored(root: Path, tree: Tree) -> tuple[str, ...]:
    """Return the files of a tree, and of them the list of versions even when there is none yet, that Git would not take along.

    There are none where Git cannot tell.
    """
    names = {source.file for source in tree.data_files()} | {LIST}
    asked = "".join(f"{name}\0" for name in sorted(names)).encode()
    try:
        told = run(root, "check-ignore", "-z", "--stdin", stdin=asked)
    except GitMissing:
        return ()
    if told.returncode:
        return ()
    return tuple(filter(None, told.stdout.decode("utf-8", "replace").split("\0")))
