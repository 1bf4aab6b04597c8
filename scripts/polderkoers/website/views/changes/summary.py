"""The opening of a comparison: what the account says first, and in which documents nothing changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.changes.account.headline import MatterTold, headline, totals
from polderkoers.changes.came_beside import beside_lines, beside_told
from polderkoers.changes.change import RENAMED
from polderkoers.changes.deciding.parts import EDITORIAL, POLICY
from polderkoers.policy.dutch_words import listing
from polderkoers.policy.index import Entry
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.website.words import Words

if TYPE_CHECKING:
    from polderkoers.website.views.changes.compared import Compared


@dataclass(frozen=True)
class PairSummary:
    """What two versions differ in, in sentences, and what the changes of policy are about. It is `empty` when nothing changes."""

    sentences: tuple[str, ...]
    matters: tuple[MatterTold, ...]
    policy: int
    beside: tuple[str, ...]
    empty: bool


def summary(pair: Compared) -> PairSummary:
    """Return what changes between two versions in numbers and sentences."""
    account = pair.account
    return PairSummary(
        sentences=tuple(_sentences(pair)),
        matters=headline(account),
        policy=account.counts[POLICY],
        beside=tuple(beside_told(pair.beside)),
        empty=not account.told,
    )


def _sentences(pair: Compared) -> Iterator[str]:
    yield totals(pair.account, is_whole=not pair.skipped)
    yield from beside_lines(pair.beside)
    if not pair.account.told:
        return
    if all(map(attrgetter("is_of_others"), pair.account.part(POLICY).told)):
        yield f"In het beleid van {pair.site.publisher.the} verandert niets."
    yield from _unchanged(pair)


def _unchanged(pair: Compared) -> Iterator[str]:
    """Yield in which documents nothing changes; notes of the editors do not count, nor does another id."""
    counted = (*pair.account.part(POLICY).told, *pair.account.part(EDITORIAL).told)
    changes = (each.change for each in counted if RENAMED not in each.change.meaning)
    # These are looked for among the documents of before, which may have had another name.
    touched = {(change.was or change.item).ref.partition("/")[0] for change in changes}
    told = [words for kind in POLICY_KINDS if (words := _same(pair, kind, touched))]
    if told:
        yield f"Aan {listing(told)} verandert niets."


def _same(pair: Compared, kind: str, touched: set[str]) -> str:
    """Return how many files of a kind stay as they are, with their year when they all have the same; nothing for none."""
    files = [entry for entry in pair.old.policy.of_kind(kind) if not pair.owner(entry.ref)]
    # Of what could not be compared nobody knows whether it changed.
    unknown = {problem.file for problem in pair.skipped}
    same = [entry for entry in files if entry.ref not in touched and entry.file.file not in unknown]
    if not same:
        return ""
    words = _how_many(pair.site.words, same, files, kind)
    years = set(map(pair.site.year, files))
    if len(years) > 1 or not any(years):
        return words
    return f"{words} uit {years.pop()}"


def _how_many(words: Words, same: list[Entry], files: list[Entry], kind: str) -> str:
    if len(files) == 1:
        return f"{words.the(kind)} {files[0].item.label}"
    everything = f"de {len(files)} {words.more(kind).lower()}"
    if len(same) == len(files):
        return everything
    return f"{len(same)} van {everything}"
