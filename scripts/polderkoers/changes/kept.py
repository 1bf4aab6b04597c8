"""What Git keeps of the files of a folder when they are committed: it may change the ends of lines, and it passes over what it ignores."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from polderkoers.changes.content import LIST, content_of, contents_of, hash_with
from polderkoers.changes.git import blob_id
from polderkoers.changes.git_call import answers, run
from polderkoers.errors import GitMissing
from polderkoers.policy.tree import Tree


def kept_content(root: Path, tree: Tree) -> str | None:
    """Return the hash of what a tree holds once it is committed; None when a file cannot be read.

    Without the program git it is that of `content_of`.
    """
    try:
        return hash_with(tree, _Kept(root).blob)
    except GitMissing:
        return content_of(tree)


class Current:
    """What a tree holds, by each hash by which that may be known."""

    def __init__(self, root: Path, tree: Tree) -> None:
        """Take a tree; what Git would keep is asked only where nothing else tells."""
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


class _Kept:
    def __init__(self, root: Path) -> None:
        self._root = root

    def blob(self, file: str, content: bytes) -> str:
        """Return the id that Git gives to what it keeps of a file."""
        raw, clean = blob_id(content), blob_id(content.replace(b"\r\n", b"\n"))
        if raw == clean:
            return raw
        indexed = self._indexed.get(file)
        if indexed in (raw, clean):
            return indexed
        return raw if self._stays(file, content) else clean

    @cached_property
    def _indexed(self) -> dict[str, str]:
        """The ids of what Git holds already, by file."""
        rows = answers(self._root, "ls-files", "--stage", "-z", "--", "data").split("\0")
        found = {}
        for row in filter(None, rows):
            facts, _, file = row.partition("\t")
            found[file] = facts.split()[1]
        return found

    def _stays(self, file: str, content: bytes) -> bool:
        """Return whether Git, as it is set up here, keeps the ends of lines of a file."""
        kept = run(self._root, "hash-object", "--stdin", "--path", file, stdin=content)
        same = run(self._root, "hash-object", "--stdin", "--no-filters", stdin=content)
        return not kept.returncode and kept.stdout == same.stdout
