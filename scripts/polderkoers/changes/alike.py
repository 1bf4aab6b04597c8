"""The files that two versions hold alike, byte for byte: read only when somebody asks for one, and then once for both."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import accumulate, chain

from polderkoers.changes.git import blob_id
from polderkoers.changes.lexicon import holds
from polderkoers.changes.sides import text_of
from polderkoers.policy.model.base import Bestand
from polderkoers.policy.model.build import build_file
from polderkoers.policy.source import Document
from polderkoers.policy.tree import DataFile
from polderkoers.problems import Problem

# A field at the margin of a file, as every file has it; what is written in another way is read to know it.
_ID = re.compile(rb"^id: *([a-z0-9-]+) *\r?$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(rb"/([a-z0-9-]+)")
# Without a value these stand in no file, and still among the words of its data.
_OF_VALUES = frozenset({"null", "true", "false", "nan", "infinity"})
_ASCII = bytes(range(128))
_IN_NAMES = frozenset(bytes([sign]) for sign in b"abcdefghijklmnopqrstuvwxyz0123456789-")


class Alike:
    """Files that are the same to the byte in two versions that read them in the same way.

    Nothing in them differs, but what does may be named by them, refer to them, or be meant by their references. What the bytes
    of a file tell without reading it is only ever used to pass it over.
    """

    def __init__(self, sources: Iterable[DataFile], read: Callable[[DataFile], Document | list[Problem]]) -> None:
        """Take the files in the order of their paths, and what reads one of them."""
        self._sources = {source.file: source for source in sources}
        self._read = read
        self._documents: dict[str, Document | None] = {}
        self._values: dict[str, Bestand] = {}

    def document(self, file: str) -> Document | None:
        """Return a file as data; None when it has a fault."""
        if file not in self._documents:
            outcome = self._read(self._sources[file])
            self._documents[file] = outcome if isinstance(outcome, Document) else None
        return self._documents[file]

    def documents(self, files: Iterable[str]) -> list[Document]:
        """Return some files as data, without those that have a fault."""
        return [document for document in map(self.document, files) if document is not None]

    def built(self, files: Iterable[str]) -> list[Bestand]:
        """Return some files as values, without those that have a fault."""
        return list(map(self._value, self.documents(files)))

    def _value(self, document: Document) -> Bestand:
        if document.file not in self._values:
            self._values[document.file] = build_file(document)
        return self._values[document.file]

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of all files."""
        return tuple(self._sources)

    def called(self, name: str) -> list[str]:
        """Return the files with an id."""
        return self._by_id.get(name, [])

    def titled(self, title: str) -> list[Document]:
        """Return the files, without those that have a fault, with a title."""
        # No line of a file ends within a word.
        word = max(_WORD.findall(title.casefold()), key=len, default="")
        files = dict.fromkeys(self._may_hold(word))
        return [document for document in self.documents(files) if document.data.get("titel") == title]

    def knows(self, word: str) -> bool:
        """Return whether a word in small letters stands in one of the files, as a whole word."""
        for file in self._may_hold(word):
            document = self.document(file)
            if document is not None and holds(text_of(document.data).casefold(), word):
                return True
        return False

    def mentioning(self, refs: Iterable[str]) -> set[str]:
        """Return the files that may refer to one of these: a file, `file/item`, or the id of what stands in a list for all."""
        found = set(self._escaping)
        slashed: dict[bytes, list[bytes]] = {}
        for ref in refs:
            _, slash, name = ref.partition("/")
            if slash:
                slashed.setdefault(name.encode(), []).append(ref.encode())
            else:
                found.update(self._holding(ref.encode(), self._joined, apart=True))
        for file, names in self._inside.items():
            wanted = chain.from_iterable(slashed[name] for name in slashed.keys() & names)
            if any(ref in self._contents[file] for ref in wanted):
                found.add(file)
        return found

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        found = {}
        for file, source in self._sources.items():
            content = source.read()
            if isinstance(content, bytes):
                found[file] = content
        return found

    @cached_property
    def _by_id(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for file, content in self._contents.items():
            if (name := self._id_of(file, content)) is not None:
                found.setdefault(name, []).append(file)
        return found

    def _id_of(self, file: str, content: bytes) -> str | None:
        said = _ID.search(content)
        if said and content.startswith(b"id:") + content.count(b"\nid:") == 1:
            return said[1].decode()
        document = self.document(file)
        return document.data.get("id") if document is not None else None

    @cached_property
    def _escaping(self) -> tuple[str, ...]:
        """The files in which a sign may be written as an escape, so that their bytes do not tell what they hold."""
        return tuple(file for file, content in self._contents.items() if b"\\" in content)

    @cached_property
    def _inside(self) -> dict[str, frozenset[bytes]]:
        """What stands behind a slash in each file, as the id of an item does in a reference."""
        return {file: frozenset(_INSIDE.findall(content)) for file, content in self._contents.items()}

    @cached_property
    def _joined(self) -> bytes:
        return b"\n".join(self._contents.values())

    @cached_property
    def _small(self) -> bytes:
        """All contents in small letters, as far as they are ASCII."""
        return self._joined.lower()

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {file: content.decode("utf-8", "replace").casefold() for file, content in self._contents.items()}

    @cached_property
    def _has_odd_letters(self) -> bool:
        """Whether a letter that is not ASCII becomes one that is, in small letters."""
        others = set(self._joined.translate(None, _ASCII).decode("utf-8", "replace"))
        return any(map(_is_partly_ascii, map(str.casefold, others)))

    def _may_hold(self, word: str) -> Iterator[str]:
        """Yield the files of which the bytes may hold a word."""
        if not word.isalpha() or word in _OF_VALUES:
            yield from self._contents
            return
        yield from self._escaping
        if word.isascii() and not self._has_odd_letters:
            yield from self._holding(word.encode(), self._small)
        else:
            yield from (file for file, text in self._folded.items() if word in text)

    def _holding(self, wanted: bytes, joined: bytes, *, apart: bool = False) -> Iterator[str]:
        """Yield the files that hold some bytes, given all contents in a row; `apart` when they must not be part of a longer name."""
        at = joined.find(wanted)
        while at >= 0:
            after = at + len(wanted)
            if apart and (joined[at - 1 : at] in _IN_NAMES or joined[after : after + 1] in _IN_NAMES):
                at = joined.find(wanted, after)
                continue
            place = bisect_right(self._starts, at) - 1
            yield self._names[place]
            at = joined.find(wanted, self._starts[place + 1])

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(self._contents)

    @cached_property
    def _starts(self) -> list[int]:
        lengths = (len(content) + 1 for content in self._contents.values())
        return [0, *accumulate(lengths)]


def alike(old: Iterable[DataFile], new: Iterable[DataFile]) -> list[DataFile]:
    """Return the files of a version that are the same to the byte in another one, given the files of both.

    Where Git names what they hold, that is enough; they are not read.
    """
    before = {source.file: source for source in old}
    return [source for source in new if source.file in before and _is_same(before[source.file], source)]


def _is_same(one: DataFile, other: DataFile) -> bool:
    if one.key and other.key:
        return one.key == other.key
    first, second = (source.key or source.read() for source in (one, other))
    if isinstance(first, Problem) or isinstance(second, Problem):
        return False
    return _as_id(first, second) == _as_id(second, first)


def _as_id(held: str | bytes, other: str | bytes) -> str | bytes:
    """Return a content as the id that Git gives it, when the other one is known by that."""
    if isinstance(held, bytes) and isinstance(other, str):
        return blob_id(held)
    return held


def _is_partly_ascii(folded: str) -> bool:
    return any(sign.isascii() for sign in folded)
