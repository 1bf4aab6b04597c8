"""What `git add` would make of contents, asked of Git itself: in a folder and an index of their own, so that nothing of the project changes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from polderkoers.changes.git import blob_id
from polderkoers.changes.git_call import run
from polderkoers.errors import GitMissing

_ATTRIBUTES = ".gitattributes"
# An index that is split leaves a part of itself in the repository.
_WHOLE = ("-c", "core.splitIndex=false")
_SHA1 = 40


def staged(root: Path, contents: Mapping[str, bytes]) -> dict[str, str] | None:
    """Return the ids (of SHA-1) of what Git would keep of contents, by their paths from the root; None where Git cannot tell.

    What it keeps depends on its settings, on the attributes of a path, and on what it holds of it already.
    """
    try:
        return _staged(root, contents)
    except GitMissing:
        return None


def _staged(root: Path, contents: Mapping[str, bytes]) -> dict[str, str] | None:
    place = _lines(root, "rev-parse", "--absolute-git-dir", "--show-toplevel", "--show-prefix")
    held = run(root, "ls-files", "--stage", "--full-name", "-z", "--", "data")
    if place is None or held.returncode:
        return None
    git_dir, top, prefix = place
    files = {f"{prefix}{file}": content for file, content in contents.items()}
    with TemporaryDirectory(prefix="polderkoers-") as folder:
        desk = _Desk(Path(folder), git_dir)
        desk.lay(files, Path(top))
        rows = desk.add(files, held.stdout)
    # On a disk that knows no capitals Git may hold a file under another name.
    if rows is None or not rows.keys() >= files.keys():
        return None
    return {file.removeprefix(prefix): _sha1(rows[file], content) for file, content in files.items()}


def _lines(root: Path, *arguments: str) -> list[str] | None:
    told = run(root, *arguments)
    if told.returncode:
        return None
    return told.stdout.decode("utf-8", "surrogateescape").removesuffix("\n").split("\n")


class _Desk:
    """A work tree with its own index beside a repository, which gives its settings and what it holds."""

    def __init__(self, folder: Path, git_dir: str) -> None:
        self._tree = folder / "tree"
        index = folder / "index"
        self._within = {"GIT_DIR": git_dir, "GIT_WORK_TREE": str(self._tree), "GIT_INDEX_FILE": str(index)}

    def lay(self, files: Mapping[str, bytes], top: Path) -> None:
        """Write files, with the attributes that the work tree at `top` gives them."""
        for file, content in files.items():
            place = self._tree / file
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        for folder in set().union(*(PurePosixPath(file).parents for file in files)):
            attributes = top / folder / _ATTRIBUTES
            if attributes.is_file():
                (self._tree / folder / _ATTRIBUTES).write_bytes(attributes.read_bytes())

    def add(self, files: Mapping[str, bytes], held: bytes) -> dict[str, str] | None:
        """Return the ids of files when they are added to an index that holds what git listed; None when Git refuses."""
        names = "".join(f"{file}\0" for file in files).encode("utf-8", "surrogateescape")
        if not self._update("--index-info", held) or not self._update("--stdin", names):
            return None
        listed = run(self._tree, "ls-files", "--stage", "-z", within=self._within)
        return dict(map(_row, filter(None, listed.stdout.decode("utf-8", "surrogateescape").split("\0"))))

    def _update(self, how: str, told: bytes) -> bool:
        # With --info-only nothing is written among the objects of the repository.
        options = ("--add", "--info-only", "-z", how)
        return not run(self._tree, *_WHOLE, "update-index", *options, stdin=told, within=self._within).returncode


def _row(told: str) -> tuple[str, str]:
    """Return a file with its id: "<mode> <id> <stage>", a tab, and the path."""
    facts, _, file = told.partition("\t")
    return file, facts.split()[1]


def _sha1(blob: str, content: bytes) -> str:
    """Return an id as a repository of SHA-1 gives it, of a content that was kept as it is or with other ends of lines."""
    if len(blob) == _SHA1:
        return blob
    as_it_is = hashlib.sha256(b"blob %d\0%b" % (len(content), content)).hexdigest()
    return blob_id(content if blob == as_it_is else content.replace(b"\r\n", b"\n"))
