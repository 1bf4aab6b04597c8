"""Compares two versions of the policy: finds the changes, and says of each how much it matters and what it means."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from polderkoers.changes.change import Change
from polderkoers.changes.classify import classify
from polderkoers.changes.find import find
from polderkoers.changes.items import is_file
from polderkoers.changes.lexicon import Lexicon
from polderkoers.changes.meaning import name_meaning
from polderkoers.changes.shipped import both_with_shipped
from polderkoers.changes.sides import Names, Side
from polderkoers.policy.load import Loaded
from polderkoers.policy.model.kinds import NO_POLICY
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import DataFile, Tree, tree_of
from polderkoers.policy.vocabulary import Vocabulary, vocabulary_in
from polderkoers.problems import Problem

_ENOUGH_BYTES = 2_000_000


@dataclass(frozen=True)
class Comparison:
    """The changes between two versions, in the order of files and items.

    `skipped` are the problems of the files that could not be compared; these are not counted as removed or added.
    `names` gives the words for what the changes refer to.
    """

    changes: tuple[Change, ...]
    skipped: tuple[Problem, ...]
    names: Names


def compare(old: Loaded, new: Loaded, own: Vocabulary | None = None) -> Comparison:
    """Compare two versions that were loaded. A file that loading left out of one of them is skipped.

    The changes are told in the words of the newer version, or in `own`.
    """
    sides = [{document.file: document.data for document in loaded.documents} for loaded in (old, new)]
    refused = [
        problem
        for loaded, there in zip((old, new), sides, strict=True)
        for problem in loaded.problems
        if problem.level == "fout" and problem.file not in there
    ]
    before, after = both_with_shipped(sides[0], sides[1], _shipped_of(old), _shipped_of(new))
    return _compare(before, after, refused, own=own)


def _shipped_of(loaded: Loaded) -> frozenset[str]:
    """Return the references of what a version uses of what ships with the engine."""
    return frozenset(ref for ref, entry in loaded.policy.entries.items() if entry.is_shipped)


def compare_data(old: dict[str, Any], new: dict[str, Any]) -> Comparison:
    """Compare the data of two versions by file path."""
    return _compare(*both_with_shipped(old, new), [])


def compare_trees(old: Path | Tree, new: Path | Tree) -> Comparison:
    """Compare two trees, reading only the files whose bytes differ. Raises `FolderMissing` for one without data.

    The schemas are not consulted: whatever can be read and has an id is compared.
    """
    before, after = ({source.file: source for source in tree_of(tree).data_files()} for tree in (old, new))
    equal: dict[str, DataFile] = {}
    sides: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    refused: list[Problem] = []
    for file in sorted({*before, *after}):
        there = [_once(files[file]) for files in (before, after) if file in files]
        if len(there) == 2 and _same_bytes(*there):
            equal[file] = there[1]
            continue
        for side, files in zip(sides, (before, after), strict=True):
            if file in files:
                document = read(there[0] if files is before else there[-1])
                if isinstance(document, Document):
                    side[file] = document.data
                else:
                    refused.append(document)
    return _compare(*both_with_shipped(*sides), refused, equal)


def _once(source: DataFile) -> DataFile:
    """Return a file that is read once, however often it is asked for its bytes."""
    return DataFile(source.file, cache(source.read), source.key)


def _same_bytes(old: DataFile, new: DataFile) -> bool:
    """Return whether two files are equal, without reading them when their keys say so."""
    return (old.key != "" and old.key == new.key) or old.read() == new.read()


def _compare(
    old: dict[str, Any],
    new: dict[str, Any],
    refused: list[Problem],
    equal: dict[str, DataFile] | None = None,
    own: Vocabulary | None = None,
) -> Comparison:
    refused += [_without_id(file) for side in (old, new) for file, data in side.items() if not is_file(data)]
    left_out = {problem.file for problem in refused}
    before, after = (
        Side({file: data for file, data in side.items() if file not in left_out}, equal) for side in (old, new)
    )
    before.own = after.own = own if own is not None else _own_words(after)
    lexicon = Lexicon(lambda: _texts(equal or {}), before.texts, after.texts)
    names = Names(before, after)
    changes = []
    same = {file for file, data in before.documents.items() if after.documents.get(file) == data}
    same |= {
        file for side in (before, after) for file, data in side.documents.items() if data.get("soort") in NO_POLICY
    }
    differing = [{file: data for file, data in side.documents.items() if file not in same} for side in (before, after)]
    for found in find(*differing, own=after.own):
        change = name_meaning(found.change, found.old, found.new, names.ladder)
        changes.append(dataclasses.replace(change, significance=classify(change, lexicon)))
    return Comparison(tuple(changes), tuple(sorted(set(refused))), names)


def _own_words(side: Side) -> Vocabulary:
    institution = side.file("instelling")
    return vocabulary_in([institution.data] if institution else [])


def _texts(files: dict[str, DataFile]) -> Iterator[str]:
    """Yield the texts of files, up to so many words that more would teach hardly any new one."""
    room = _ENOUGH_BYTES
    for source in files.values():
        content = source.read()
        if isinstance(content, bytes):
            yield content.decode("utf-8", "replace")
            room -= len(content)
        if room <= 0:
            return


def _without_id(file: str) -> Problem:
    return Problem(
        file, 1, 1, "vergelijken", "Dit bestand heeft geen id en is niet vergeleken.", "geef het bestand een id."
    )
