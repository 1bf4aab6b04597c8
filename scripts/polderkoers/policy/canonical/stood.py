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
    """Return a new canonical text with every line that says what it said as it stands in the file, line ends too.

    Where lines that change stand among lines of another form, the canonical text is returned: then nothing is certain.
    """
    plain = document.text.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n")
    form = canonical(document.text, document.file, schemas)
    if plain == form or not isinstance(form, str):
        return _with_ends_of(document.text, text)
    lines = _carried_over(
        plain.splitlines(keepends=True), form.splitlines(keepends=True), text.splitlines(keepends=True)
    )
    kept = "".join(lines or ())
    if not kept or not _says_the_same(kept, text, document.file, data):
        return text
    return _with_ends_of(document.text, kept)


def _carried_over(typed: Sequence[str], form: Sequence[str], new: Sequence[str]) -> list[str] | None:
    """Return the lines as typed with the changes from the canonical form to the new text; None when these do not fit in."""
    place_of = dict(_same_lines(form, typed))
    found: list[str] = []
    at = 0
    for tag, start, end, first, last in SequenceMatcher(None, form, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        begin, stop = _place(place_of, start, len(form), len(typed)), _place(place_of, end, len(form), len(typed))
        if begin is None or stop is None or begin < at or stop - begin != end - start:
            return None
        found += typed[at:begin]
        found += new[first:last]
        at = stop
    return [*found, *typed[at:]]


def _same_lines(form: Sequence[str], typed: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of the lines that both have, in the one and in the other."""
    for one, other, size in SequenceMatcher(None, form, typed, autojunk=False).get_matching_blocks():
        for step in range(size):
            yield one + step, other + step


def _place(place_of: dict[int, int], line: int, form: int, typed: int) -> int | None:
    """Return where a line of the canonical form stands as it was typed; None when it was typed in another form."""
    if line == form:
        return typed
    return place_of.get(line)


def _says_the_same(kept: str, text: str, file: str, data: Any) -> bool:
    found = parse(text, file)
    return isinstance(found, Document) and holds(kept, file, data, comments_of(text, read_tree(text, found.data)))


def _with_ends_of(typed: str, text: str) -> str:
    """Return a text with the mark at the beginning and the line ends of another."""
    if typed.count("\r\n") == typed.count("\n") > 0:
        text = text.replace("\n", "\r\n")
    return _MARK + text if typed.startswith(_MARK) else text
