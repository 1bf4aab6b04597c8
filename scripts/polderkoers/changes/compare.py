"""Compares two versions of the policy: finds the changes, and says of each how much it matters and what it means."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from polderkoers.changes.alike import Alike
from polderkoers.changes.became import MEANINGS_OF_GOING, became
from polderkoers.changes.came_beside import CameBeside, came_beside
from polderkoers.changes.change import Change
from polderkoers.changes.classify import classify
from polderkoers.changes.find import FoundChange, find
from polderkoers.changes.items import ItemsKept, ReadItems, is_file
from polderkoers.changes.lexicon import Lexicon
from polderkoers.changes.meaning import name_meaning
from polderkoers.changes.renamed import Renames, said_renamed
from polderkoers.changes.shipped import both_with_shipped, shipped_names
from polderkoers.changes.sides import Names, Side
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.kinds import NOT_COMPARED
from polderkoers.policy.source import Document
from polderkoers.policy.vocabulary import Vocabulary, vocabulary_in
from polderkoers.problems import Problem


@dataclass(frozen=True)
class Comparison:
    """The changes between two versions, in the order of files and items.

    `skipped` are the problems of the files that could not be compared; these are not counted as removed or added.
    `names` gives the words for what the changes refer to; `beside` counts what came of what tells of the policy and is none.
    """

    changes: tuple[Change, ...]
    skipped: tuple[Problem, ...]
    names: Names
    beside: tuple[CameBeside, ...] = ()


class ComparedBefore:
    """What is kept from one comparison to the next, when most of what is compared stays the very same."""

    def __init__(self) -> None:
        """Start with nothing compared."""
        # An item stands on one side.
        self.read: tuple[ReadItems, ReadItems] = (ItemsKept().read, ItemsKept().read)


def compare(
    old: Loaded, new: Loaded, own: Vocabulary | None = None, before_this: ComparedBefore | None = None
) -> Comparison:
    """Compare two versions that were loaded. A file that loading left out of one of them is skipped.

    The changes are told in the words of the newer version, or in `own`. What of it is the same as `before_this` is found there.
    """
    told = both_with_shipped(_data_of(old), _data_of(new), _shipped_of(old), _shipped_of(new))
    return _compare(told, [*_refused(old), *_refused(new)], own, known=before_this)


def _data_of(loaded: Loaded) -> dict[str, Any]:
    return {document.file: document.data for document in loaded.documents}


def _refused(read: Loaded | Differing) -> Iterator[Problem]:
    """Yield the faults of the files that reading left out."""
    there = {document.file for document in read.documents}
    for problem in read.problems:
        if problem.level == "fout" and problem.file not in there:
            yield problem


def _shipped_of(loaded: Loaded) -> frozenset[str]:
    """Return the references of what a version uses of what ships with the engine."""
    return frozenset(ref for ref, entry in loaded.policy.entries.items() if entry.is_shipped)


@dataclass(frozen=True)
class Differing:
    """What one of two versions has that the other has not, by file: its documents, what is wrong, and what it uses of what ships."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    shipped: Container[str]


def compare_differing(old: Differing, new: Differing, alike: Alike) -> Comparison:
    """Compare two versions of which all files are known that differ; the others are read only where they are needed.

    A file with a fault that is the same to the byte in both was compared: nothing in it differs.
    """
    told = both_with_shipped(_by_file(old), _by_file(new), old.shipped, new.shipped)
    return _compare(told, [*_refused(old), *_refused(new)], alike=alike)


def _by_file(side: Differing) -> dict[str, Any]:
    return {each.file: each.data for each in side.documents}


def compare_data(old: dict[str, Any], new: dict[str, Any]) -> Comparison:
    """Compare the data of two versions by file path."""
    return _compare(both_with_shipped(old, new))


def _compare(
    both: tuple[dict[str, Any], dict[str, Any]],
    refused: Iterable[Problem] = (),
    own: Vocabulary | None = None,
    alike: Alike | None = None,
    known: ComparedBefore | None = None,
) -> Comparison:
    old, new = both
    skipped = {*refused, *_without_id(old), *_without_id(new)}
    left_out = {problem.file for problem in skipped}
    before, after = Side(_without(old, left_out), alike), Side(_without(new, left_out), alike)
    before.own = after.own = _own_words(after) if own is None else own
    names = Names(before, after, shipped_names())
    lexicon = Lexicon(before.texts, after.texts, alike.knows) if alike else Lexicon(before.texts, after.texts)
    same = {file for file, data in before.documents.items() if after.documents.get(file) == data}
    found = _found(before, after, same, alike, known or ComparedBefore())
    names.renames = Renames(dict(_called(found)))
    beside = came_beside(before.documents, after.documents, names)
    return Comparison(tuple(_changes(found, names, lexicon)), tuple(sorted(skipped)), names, beside)


def _changes(found: Iterable[FoundChange], names: Names, lexicon: Lexicon) -> Iterator[Change]:
    for each in found:
        change = name_meaning(each.change, each.old, each.new, names.ladder)
        if lives_on := became(change, names):
            change = dataclasses.replace(change, meaning=(MEANINGS_OF_GOING[lives_on.happened],))
        yield dataclasses.replace(change, significance=classify(change, lexicon))


def _found(before: Side, after: Side, same: set[str], alike: Alike | None, known: ComparedBefore) -> list[FoundChange]:
    """Return what differs. A file that is the same says something else when what it refers to got another id, and it did not follow."""
    no_policy = {*_no_policy(before), *_no_policy(after)}
    told = said_renamed(before.documents.values(), after.documents.values())
    find_in = partial(find, own=after.own, renamed=told, read=known.read)
    untold = same | no_policy
    found = list(find_in(_without(before.documents, untold), _without(after.documents, untold)))
    renames = Renames(dict(_called(found)))
    left = {file for file in same - no_policy if not renames.leaves(before.documents[file])}
    stale = _stale(alike, renames) if alike else {}
    if left or stale:
        for side in (before, after):
            side.documents = {**side.documents, **stale}
        untold -= left
        found = list(find_in(_without(before.documents, untold), _without(after.documents, untold)))
    return found


def _stale(alike: Alike, renames: Renames) -> dict[str, Any]:
    """Return the files that are the same to the byte, but did not follow what they refer to and what is called otherwise."""
    refs = {*renames.called, *renames.called.values()}
    if not refs:
        return {}
    named = alike.mentioning({*refs, *(ref.rpartition("/")[2] for ref in refs)})
    found = {each.file: each.data for each in alike.documents(sorted(named)) if is_file(each.data)}
    return {
        file: data for file, data in found.items() if data.get("soort") not in NOT_COMPARED and not renames.leaves(data)
    }


def _called(found: list[FoundChange]) -> Iterator[tuple[str, str]]:
    """Yield the old and new reference of what has another one."""
    for each in found:
        if each.change.kind == "moved" and each.old is not None and each.new is not None and each.old.key is None:
            yield each.old.ref, each.new.ref


def _without(documents: Mapping[str, Any], files: set[str]) -> dict[str, Any]:
    return {file: data for file, data in documents.items() if file not in files}


def _no_policy(side: Side) -> Iterator[str]:
    """Yield the files that say something else than policy."""
    for file, data in side.documents.items():
        if data.get("soort") in NOT_COMPARED:
            yield file


def _own_words(side: Side) -> Vocabulary:
    institution = side.file("instelling")
    return vocabulary_in([institution.data] if institution else [])


def _without_id(documents: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each file that cannot be compared, because it has no id."""
    for file, data in documents.items():
        if not is_file(data):
            message = "Dit bestand heeft geen id en is niet vergeleken."
            yield Problem(file, 1, 1, "vergelijken", message, "geef het bestand een id.")
