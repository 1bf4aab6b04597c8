"""Keeps the lines that did not change as they were typed, in a file that is not in the canonical form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from polderkoers.policy.canonical.form import canonical, comments_of, holds
from polderkoers.policy.canonical.reader import read_tree
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, parse

_MARK = "\ufeff"


def as_it_stood(document: Document, text: str, data: Any, schemas: Schemas) -> str:
    """Return a new canonical text with what says what it said as it stands in the file, line ends too.

    Where that would say something else (a field that changes may stand elsewhere), the canonical text is returned.
    """
    plain = document.text.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n")
    form = canonical(document.text, document.file, schemas)
    if plain == form or not isinstance(form, str):
        return _with_ends_of(document.text, text)
    kept = "".join(_merged(form.splitlines(True), plain.splitlines(True), text.splitlines(True)))  # noqa: FBT003
    if not _says_the_same(kept, text, document.file, data):
        return text
    return _with_ends_of(document.text, kept)


def _merged(form: Sequence[str], typed: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Yield the lines as typed, and between lines that all three have those of the new text where it has others."""
    in_typed, in_new = dict(_same_lines(form, typed)), dict(_same_lines(form, new))
    ends = (len(form), len(typed), len(new))
    shared = ((line, in_typed[line], in_new[line]) for line in range(len(form)) if line in in_typed and line in in_new)
    at = (0, 0, 0)
    for place in (*shared, ends):
        was, as_typed, now = (lines[start:end] for lines, start, end in zip((form, typed, new), at, place, strict=True))
        yield from as_typed if was == now else now
        if place != ends:
            yield typed[place[1]]
        at = (place[0] + 1, place[1] + 1, place[2] + 1)


def _same_lines(form: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of the lines that both have, in the one and in the other."""
    for one, two, size in SequenceMatcher(None, form, other, autojunk=False).get_matching_blocks():
        for step in range(size):
            yield one + step, two + step


def _says_the_same(kept: str, text: str, file: str, data: Any) -> bool:
    found = parse(text, file)
    return isinstance(found, Document) and holds(kept, file, data, comments_of(text, read_tree(text, found.data)))


def _with_ends_of(typed: str, text: str) -> str:
    """Return a text with the mark at the beginning and the line ends of another."""
    if typed.count("\r\n") == typed.count("\n") > 0:
        text = text.replace("\n", "\r\n")
    return _MARK + text if typed.startswith(_MARK) else text
