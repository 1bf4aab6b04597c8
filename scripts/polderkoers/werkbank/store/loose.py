"""The objects of a repository: read through one git that goes on, and written as Git writes them one by one."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import zlib
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from polderkoers.changes.git_call import StandingGit, cause
from polderkoers.errors.werkbank import NotSaved

_ANSWER = re.compile(rb"[0-9a-f]+ (?P<kind>[a-z]+) (?P<size>[0-9]+)\n")
# Trees and commits are small; so many of them are remembered.
_MOST = 4096
_LEVEL = 1
_FULL = "kijk of er ruimte is op de schijf en of je er mag schrijven, en bewaar daarna opnieuw."


class GitObject(NamedTuple):
    """An object: of which kind it is (`blob`, `tree`, `commit`), and what it holds."""

    kind: str
    content: bytes


class TreeEntry(NamedTuple):
    """What stands in a folder under a name: its mode as Git writes it (`100644`, `40000`), and its id."""

    mode: str
    id: str


class Objects:
    """The objects of a repository, each by its id, which follows from what it holds (gitformat-pack(5), gitrepository-layout(5))."""

    def __init__(self, root: Path, common: Path, digest: str) -> None:
        """Take the project, the folder of Git that all working copies share, and with what ids are made: `sha1` or `sha256`."""
        self._root, self._folder, self._digest = root, common / "objects", digest
        self._git = StandingGit(root, "cat-file", "--batch")
        self.entries = lru_cache(maxsize=_MOST)(self._entries_in)
        self._known: OrderedDict[str, GitObject] = OrderedDict()
        self._lock = Lock()

    def id_of(self, made: GitObject) -> str:
        """Return the id that an object has."""
        return hashlib.new(self._digest, _whole(made), usedforsecurity=False).hexdigest()

    def read(self, name: str) -> GitObject:
        """Return a tree or a commit by its id. Raises the `HistoryUnreadable` that says why it is not there."""
        with self._lock:
            found = self._known.get(name)
        if found is None:
            found = self._asked(name)
            self._keep(name, found)
        return found

    def tree_of(self, commit: str) -> str:
        """Return the id of the tree of a commit, by its full id. Raises as `read` does."""
        return self.read(commit).content[len(b"tree ") :].partition(b"\n")[0].decode("ascii")

    def _entries_in(self, tree: str) -> Mapping[str, TreeEntry]:
        """Return what stands in a folder, by name. Raises as `read` does."""
        return dict(_entries(self.read(tree).content, hashlib.new(self._digest, usedforsecurity=False).digest_size))

    def _asked(self, name: str) -> GitObject:
        with self._git.talking() as (asking, answering):
            asking.write(f"{name}\n".encode())
            asking.flush()
            told = _ANSWER.fullmatch(answering.readline())
            if told is None:
                raise cause(self._root)
            content = answering.read(int(told["size"]))
            answering.read(1)
        return GitObject(told["kind"].decode(), content)

    def _keep(self, name: str, found: GitObject) -> None:
        if found.kind == "blob":
            return
        with self._lock:
            self._known[name] = found
            self._known.move_to_end(name)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)

    def write(self, made: Sequence[GitObject]) -> None:
        """Write objects; they are on the disk when this returns, and each is there whole or not at all. Raises `NotSaved`."""
        begun: list[_Begun] = []
        try:
            mode = self._folder.stat().st_mode
            for each in made:
                begun.append(_Begun(self._place(self.id_of(each), mode), mode))
                begun[-1].fill(each)
            # All are on their way to the disk before the first is waited for.
            for one in begun:
                one.sync()
            for one in begun:
                one.finish()
        except OSError as error:
            raise NotSaved("Git kon dit niet bewaren.", _FULL) from error
        finally:
            for one in begun:
                one.drop()
        for each in made:
            self._keep(self.id_of(each), each)

    def _place(self, name: str, mode: int) -> Path:
        folder = self._folder / name[:2]
        if not folder.is_dir():
            folder.mkdir(exist_ok=True)
            folder.chmod(mode & 0o7777)
        return folder / name[2:]


class _Begun:
    """An object that is being written, beside the place where it comes."""

    def __init__(self, place: Path, mode: int) -> None:
        # What has a name that begins so and was left behind by somebody who was killed, is cleared away by git-gc(1).
        number, name = tempfile.mkstemp(prefix="tmp_obj_", dir=place.parent)
        self._file, self._path, self._place = os.fdopen(number, "wb"), Path(name), place
        # Who may read the objects may read this one, and nobody writes it.
        self._mode = mode & 0o444

    def fill(self, made: GitObject) -> None:
        self._file.write(zlib.compress(_whole(made), _LEVEL))
        self._file.flush()

    def sync(self) -> None:
        os.fsync(self._file.fileno())

    def finish(self) -> None:
        self._file.close()
        self._path.chmod(self._mode)
        self._path.replace(self._place)

    def drop(self) -> None:
        """Leave nothing behind but what was finished."""
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def _whole(made: GitObject) -> bytes:
    return b"%b %d\0%b" % (made.kind.encode(), len(made.content), made.content)


def _entries(content: bytes, size: int) -> Iterator[tuple[str, TreeEntry]]:
    """Yield the names in a folder, each with what stands there; `size` is that of an id."""
    at = 0
    while at < len(content):
        blank, end = content.index(b" ", at), content.index(b"\0", at)
        at, mode = end + 1 + size, content[at:blank].decode("ascii")
        yield os.fsdecode(content[blank + 1 : end]), TreeEntry(mode, content[end + 1 : at].hex())
