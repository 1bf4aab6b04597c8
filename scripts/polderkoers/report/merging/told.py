"""What differs between two states of all data files, each as a sentence: policy, other data, comments and whole files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from polderkoers.changes.compare import Comparison, compare_data
from polderkoers.changes.items import is_file
from polderkoers.changes.wording import sentence
from polderkoers.policy.canonical.entries import entries_of
from polderkoers.policy.canonical.nodes import comments_of_entry
from polderkoers.policy.model.kinds import NOT_COMPARED
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import DataFile
from polderkoers.problems import Problem
from polderkoers.report.merging.outcome import TakenLine

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
                lines += [TakenLine(file, text) for text in self.besides(file, was, now)]
        return tuple(sorted(lines, key=lambda line: line.file))

    def besides(self, file: str, old: bytes | None, new: bytes | None) -> Iterator[str]:
        """Yield what differs between two contents of a file besides its policy: comments, and what is none."""
        before, after = self.document(file, old), self.document(file, new)
        unread = [old is not None and before is None, new is not None and after is None]
        known = before or after
        if any(unread) or known is None:
            yield f"Het bestand {file} {_happened(old, new)}."
        elif known.data.get("soort") in NOT_COMPARED and (before is None or after is None):
            yield f"Het bestand {file} {_happened(old, new)} (geen beleid)."
        elif known.data.get("soort") in NOT_COMPARED and before and after:
            for place in dict.fromkeys(_differences(before.data, after.data, "")):
                yield f"In {file} verandert {place} (geen beleid)."
        yield from self._comments(before, after)

    def untold(self, file: str, old: bytes | None, new: bytes | None) -> Iterator[str]:
        """Yield what differs between two contents of a file of which nothing else was told: other data, or its form alone."""
        before, after = self.document(file, old), self.document(file, new)
        places = [""]
        if before is not None and after is not None:
            places = [*dict.fromkeys(_differences(before.data, after.data, ""))]
        for place in filter(None, places):
            yield f"In {file} verandert {place}."
        if not places:
            yield f"In {file} is alleen de vorm anders."

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


def _differences(old: Any, new: Any, at: str) -> Iterator[str]:
    """Yield where two values differ, by the names of fields and the ids of items."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            yield from _differences(old.get(key), new.get(key), f"{at} {key}".strip())
    elif _are_items(old) and _are_items(new):
        before, after = _by_id(old), _by_id(new)
        for name in dict.fromkeys((*before, *after)):
            yield from _differences(before.get(name), after.get(name), f"{at} '{name}'".strip())
        if [*before] != [*after]:
            yield f"de volgorde van {at}"
    else:
        yield at


def _by_id(items: list[Any]) -> dict[str, Any]:
    return {each["id"]: each for each in items}


def _are_items(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) and "id" in each for each in value)
