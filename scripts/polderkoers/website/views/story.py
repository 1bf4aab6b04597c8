"""One story of an earlier and a later plan: what the later does with the goals of the earlier, and what of them stayed in the data.

Two pages tell of it, each with a question of its own: what became of the plan, and what changed in the text. Both count here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.website.views.changes.addresses import name_of, pair_path
from polderkoers.website.views.continued import ContinuedFile, Series, series
from polderkoers.website.views.link import Link

if TYPE_CHECKING:
    from polderkoers.website.history import HeldVersion, History
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class Story:
    """What became of a plan: of its `total` goals how many come back, and of how many more only the subject does.

    `stayed` of them a later version still has and `gone` it has no more; both are None where no version tells. `continued` leads to
    what became of the plan, `changes` to what changed in the text.
    """

    now: str
    total: int
    returning: int
    as_subject: int
    continued: Link
    changes: tuple[Link, ...] = ()
    stayed: int | None = None
    gone: int | None = None

    @property
    def not_found(self) -> int:
        """How many goals were not found again, nor their subject."""
        return self.total - self.returning - self.as_subject


def stories(site: Site, history: History) -> Iterator[Story]:
    """Yield the story of each earlier and later plan, against the state of now."""
    for found in series(site):
        pairs = [(old, new) for old, new in history.pairs() if _is_about(found, old, new)]
        yield _story(found, pairs)


def stories_of(site: Site, old: HeldVersion, new: HeldVersion) -> Iterator[Story]:
    """Yield the stories of the plans that two versions differ in: the later one came with the newer version."""
    for found in series(site):
        if _is_about(found, old, new):
            yield _story(found, [(old, new)])


def _is_about(found: Series, old: HeldVersion, new: HeldVersion) -> bool:
    """Return whether the earlier plan stands in both versions, and the later one in the newer alone."""
    return _has(old, found.old) and not _has(old, found.new) and _has(new, found.old) and _has(new, found.new)


def _has(version: HeldVersion, document: str) -> bool:
    """Return whether a version holds policy that was made from a document."""
    return any(entry.bron.document == document for entry in version.policy.of_kind(*POLICY_KINDS))


def _story(found: Series, pairs: list[tuple[HeldVersion, HeldVersion]]) -> Story:
    returns = Counter(chain.from_iterable(map(_outcomes, found.boxes)))
    whole = Story(found.now, returns.total(), returns["itself"], returns["subject"], Link(found.title, found.path))
    if not pairs:
        return whole
    changes = tuple(Link(f"Van {name_of(old)} naar {name_of(new)}", pair_path(old.id, new.id)) for old, new in pairs)
    # The pair whose newer version is the newest says how it is by now.
    stayed, gone = _in_versions(found, *pairs[-1])
    return replace(whole, changes=changes, stayed=stayed, gone=gone)


def _outcomes(box: ContinuedFile) -> Iterator[str]:
    """Yield of each goal of a file whether it comes back itself, or its subject alone."""
    otherwise = "subject" if box.whole else "not"
    yield from ("itself" if goal.continuations else otherwise for goal in box.doelen)


def _in_versions(found: Series, old: HeldVersion, new: HeldVersion) -> tuple[int, int]:
    """Return how many goals of the earlier plan a newer version still has, and how many it has no more."""
    files = {file.ref for file in found.files}
    goals = {goal.ref for goal in old.policy.of(Doel) if goal.file.id in files}
    there = {goal.ref for goal in new.policy.of(Doel)}
    return len(goals & there), len(goals - there)
