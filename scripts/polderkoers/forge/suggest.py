"""Reads a patch that a stranger may have had a hand in, and gives of it only what can be offered as a suggestion.

A suggestion is text that a click puts in the file, so that it is never made harmless but taken or left. Taken is what
changes the form alone: the same words in the same order, in signs that everyone can see. Needs Python alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_LINES, MOST_SIGNS = 60, 5_000
_FILE = re.compile(r"\+\+\+ b/(data/(?:[\w-]+/)?[\w-]+\.yaml)", re.ASCII)
_PLACE = re.compile(r"@@ -(\d{1,7})(?:,\d{1,7})? \+\d{1,7}(?:,\d{1,7})? @@")
# What only arranges words: dashes, the signs of a folded text, and at the edges of a word quotes, brackets and commas.
_ARRANGING = frozenset({"-", ">", "|", ">-", "|-", ">+", "|+"})
_EDGES = "\"'[]{},"


@dataclass(frozen=True)
class Suggestion:
    """Lines `first` to `last` of a file, which are `old` now and would be `new`."""

    file: str
    first: int
    last: int
    old: tuple[str, ...]
    new: tuple[str, ...]


def suggestions(patch: str) -> Iterator[Suggestion]:
    """Yield the changes of a unified diff that are about the form alone, in the order of the patch."""
    for found in _changes(patch):
        if _may_be_offered(found):
            yield found


def words(lines: tuple[str, ...]) -> list[str]:
    """Return the words of lines of YAML in their order, without what only arranges them."""
    found = (word for word in " ".join(lines).split() if word not in _ARRANGING)
    return [bare for word in found if (bare := word.strip(_EDGES))]


def _may_be_offered(change: Suggestion) -> bool:
    lines = (*change.old, *change.new)
    if change.old == change.new or len(lines) > MOST_LINES or sum(map(len, lines)) > MOST_SIGNS:
        return False
    # Nothing that cannot be seen, and nothing that ends the block in which a suggestion stands.
    if not all(line.isprintable() and "```" not in line and "~~~" not in line for line in lines):
        return False
    # A sign that begins a comment loses what stands behind it when quotes go.
    if any("#" in line for line in lines):
        return " ".join(change.old).split() == " ".join(change.new).split()
    return words(change.old) == words(change.new)


def _changes(patch: str) -> Iterator[Suggestion]:
    file, number, lines = None, 0, []  # type: ignore[var-annotated]
    for row in [*patch.split("\n"), "--- "]:
        if row.startswith(("--- ", "@@ ")):
            if file:
                yield from _of_hunk(file, number, lines)
            lines = []
        if row.startswith("--- "):
            file = None
        elif found := _FILE.fullmatch(row):
            file = found[1]
        elif place := _PLACE.fullmatch(row):
            number = int(place[1])
        elif row[:1] in (" ", "-", "+"):
            lines.append(row)


def _of_hunk(file: str, number: int, rows: list[str]) -> Iterator[Suggestion]:
    """Yield each run of lines that go and come. Lines that only come are offered together with the line above them."""
    before, old, new = None, [], []  # type: ignore[var-annotated]
    for row in [*rows, " "]:
        if row[0] != " ":
            (old if row[0] == "-" else new).append(row[1:])
            continue
        if new and not old and before is not None:
            yield Suggestion(file, number - 1, number - 1, (before,), (before, *new))
        elif old:
            yield Suggestion(file, number, number + len(old) - 1, tuple(old), tuple(new))
        number += len(old) + 1
        before, old, new = row[1:], [], []
