"""What differs between two states of all data files, each as a sentence: policy, other data, comments and whole files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from polderkoers.changes.compare import Comparison, compare_data
from polderkoers.changes.items import is_file
from polderkoers.changes.told_beside import told_of_file
from polderkoers.changes.wording import sentence
from polderkoers.policy.canonical.entries import entries_of
from polderkoers.policy.canonical.nodes import comments_of_entry
from polderkoers.policy.model.kinds import NOT_COMPARED
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import DataFile
from polderkoers.problems import Problem
from polderkoers.report.merging.outcome import TakenLine

if TYPE_CHECKING:
    from polderkoers.changes.sides import Names

Contents = Mapping[str, bytes]


class StatesTold:
    """Reads and compares states of the same files; what is the same to the byte is read once."""

    def __init__(self, schemas: Schemas) -> None:
        """Take the schemas by which files are laid out."""
        self._schemas = schemas
        self._known: dict[tuple[str, bytes], Document | Problem] = {}

    def document(self, file: str, content: bytes | None) -> Document | None:
        """Return a file as a document, None when it is not there or cannot be read."""
        if content is None:
            return None
        if (file, content) not in self._known:
            self._known[file, content] = read(DataFile(file, lambda: content))
        found = self._known[file, content]
        return found if isinstance(found, Document) and is_file(found.data) else None

    def data(self, contents: Contents) -> dict[str, Any]:
        """Return the data of the files that can be read, by path."""
        found = {file: self.document(file, content) for file, content in contents.items()}
        return {file: document.data for file, document in found.items() if document is not None}

    def compared(self, old: Contents, new: Contents) -> Comparison:
        """Return what differs in policy."""
        return compare_data(self.data(old), self.data(new))

    def lines(self, old: Contents, new: Contents) -> tuple[TakenLine, ...]:
        """Return all that differs between two states, in sentences, in the order of the files."""
        found = self.compared(old, new)
        lines = [TakenLine(change.item.file, sentence(change, found.names)) for change in found.changes]
        for file in sorted({*old, *new}):
            was, now = old.get(file), new.get(file)
            if was != now:
                lines += [TakenLine(file, text) for text in self.besides(file, was, now, found.names)]
        return tuple(sorted(lines, key=lambda line: line.file))

    def besides(self, file: str, old: bytes | None, new: bytes | None, names: Names) -> Iterator[str]:
        """Yield what differs between two contents of a file besides its policy: comments, and what is none. `names` are the words for what that refers to."""
        before, after = self.document(file, old), self.document(file, new)
        unread = [old is not None and before is None, new is not None and after is None]
        known = before or after
        if any(unread) or known is None:
            yield f"Het bestand {file} {_happened(old, new)}."
        elif known.data.get("soort") in NOT_COMPARED:
            for said in told_of_file(_data(before), _data(after), names):
                yield f"{said.removesuffix('.')} (geen beleid)."
        yield from self._comments(before, after)

    def untold(self, file: str, old: bytes | None, new: bytes | None, names: Names) -> Iterator[str]:
        """Yield what differs between two contents of a file of which nothing else was told: other data, or its form alone."""
        before, after = self.document(file, old), self.document(file, new)
        if before is None or after is None:
            return
        if before.data == after.data:
            yield f"In {file} is alleen de vorm anders."
        else:
            yield from told_of_file(before.data, after.data, names)

    def _comments(self, old: Document | None, new: Document | None) -> Iterator[str]:
        was, now = self._remarks(old), self._remarks(new)
        for text in (now - was).elements():
            yield f"Er komt een opmerking bij: '{text}'."
        # What stood in a file that is gone went with it.
        if new is not None:
            for text in (was - now).elements():
                yield f"Er gaat een opmerking weg: '{text}'."

    def _remarks(self, document: Document | None) -> Counter[str]:
        if document is None or isinstance(entry := entries_of(document, self._schemas), Problem):
            return Counter()
        return Counter(comments_of_entry(entry))


def _happened(old: bytes | None, new: bytes | None) -> str:
    if old is None:
        return "komt erbij"
    return "verandert" if new is not None else "gaat weg"


def _data(document: Document | None) -> Any:
    return None if document is None else document.data
