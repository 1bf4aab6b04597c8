"""Writes commits as objects of Git, all at once by one call; no branch, index or working copy is touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from polderkoers.changes.git_call import run
from polderkoers.errors.werkbank import FileRefused, NotSaved
from polderkoers.werkbank.store.values import Person

# A save must be on the disk before anybody hears that it is there, and small ones are no pack of their own.
SURE = ("-c", "core.fsync=committed,loose-object", "-c", "core.fsyncMethod=batch", "-c", "fastimport.unpackLimit=100")
# A branch that is only spoken of: it is let go of before Git would make it.
_NOWHERE = "refs/polderkoers/nergens"
_FOLDER, _FILES = "040000", ("100644", "100755")
# More marks than one commit ever needs.
_ROOM = 10_000
_FULL = "kijk of er ruimte is op de schijf en of je er mag schrijven, en bewaar daarna opnieuw."


@dataclass(frozen=True)
class CommitWanted:
    """A commit to write.

    Without a `parent` it is the first of its line. Its files are those of the parent, or of a `tree` by its id, with other contents
    by path; None takes a file away. `merged` is a second parent.
    """

    author: Person
    when: datetime
    message: str
    parent: str = ""
    merged: str = ""
    tree: str = ""
    files: Mapping[str, bytes | None] = field(default_factory=lambda: MappingProxyType({}))
    committer: Person | None = None
    committed: datetime | None = None


@dataclass(frozen=True)
class CommitWritten:
    """A commit that was written, by its full id, and whether any of the files given for it was otherwise before."""

    commit: str
    changed: bool


def write_commits(root: Path, prefix: str, wanted: Sequence[CommitWanted]) -> list[CommitWritten]:
    """Write commits and return them in order; `prefix` is the path of the project in its repository.

    Raises `NotSaved` when Git cannot, and `FileRefused` when a link of Git stands where a file or its folder would come.
    """
    asked = [_Asked(each, prefix, _ROOM * number) for number, each in enumerate(wanted)]
    stream = b"".join((b"feature done\n", *map(bytes, asked), b"done\n"))
    done = run(root, *SURE, "fast-import", "--quiet", stdin=stream)
    if done.returncode:
        raise NotSaved("Git kon dit niet bewaren.", _FULL)
    answers = iter(done.stdout.decode("utf-8", "replace").splitlines())
    return [each.written(answers) for each in asked]


class _Asked:
    """One commit in the language of git-fast-import(1), and how its answers are read."""

    def __init__(self, wanted: CommitWanted, prefix: str, first: int) -> None:
        self._wanted = wanted
        self._files = {f"{prefix}{file}": content for file, content in wanted.files.items()}
        self._marks = [file for file, content in self._files.items() if content is not None]
        self._folders = [*dict.fromkeys(_folders_of(self._files))]
        self._first = first + 1

    def __bytes__(self) -> bytes:
        return b"".join(self._said())

    def _said(self) -> Iterator[bytes]:
        wanted = self._wanted
        for mark, file in enumerate(self._marks, self._first + 1):
            yield b"blob\nmark :%d\n" % mark + _data(self._files[file] or b"")
        yield b"commit %b\nmark :%d\n" % (_NOWHERE.encode(), self._first)
        yield _who("author", wanted.author, wanted.when)
        yield _who("committer", wanted.committer or wanted.author, wanted.committed or wanted.when)
        yield _data(wanted.message.encode("utf-8"))
        if wanted.parent:
            yield b"from %b\n" % wanted.parent.encode()
        if wanted.merged:
            yield b"merge %b\n" % wanted.merged.encode()
        if wanted.tree:
            yield b'M 040000 %b ""\n' % wanted.tree.encode()
        for path in (*self._folders, *self._files):
            yield b"ls %b\n" % _quoted(path)
        for file, content in self._files.items():
            yield b"D %b\n" % _quoted(file) if content is None else self._modify(file)
        for mark in range(self._first, self._first + 1 + len(self._marks)):
            yield b"get-mark :%d\n" % mark
        yield b"reset %b\n\n" % _NOWHERE.encode()

    def _modify(self, file: str) -> bytes:
        return b"M 100644 :%d %b\n" % (self._first + 1 + self._marks.index(file), _quoted(file))

    def written(self, answers: Iterator[str]) -> CommitWritten:
        """Take the answers of this commit, and return it."""
        for _ in self._folders:
            _ordinary(next(answers), (_FOLDER,))
        before = {file: _ordinary(next(answers), _FILES) for file in self._files}
        commit = next(answers)
        after = dict.fromkeys(self._files, "")
        after |= {file: next(answers) for file in self._marks}
        return CommitWritten(commit, before != after)


def _folders_of(files: Mapping[str, bytes | None]) -> Iterator[str]:
    for file in files:
        yield from (folder.as_posix() for folder in PurePosixPath(file).parents if folder.name)


def _ordinary(answer: str, modes: Sequence[str]) -> str:
    """Return the id of what stands at a path, empty when nothing does. Raises `FileRefused` for another kind of thing."""
    mode, _, rest = answer.partition(" ")
    if mode == "missing":
        return ""
    if mode not in modes:
        raise FileRefused("Op deze plek staat in Git geen gewoon bestand.", "vraag het aan wie de map data beheert.")
    return rest.split("\t")[0].split(" ")[1]


def _data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)


def _who(role: str, who: Person, when: datetime) -> bytes:
    moment = f"{int(when.timestamp())} {when.strftime('%z') or '+0000'}"
    return f"{role} {who.name} <{who.mail}> {moment}\n".encode()


def _quoted(path: str) -> bytes:
    safe = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{safe}"'.encode("utf-8", "surrogateescape")
