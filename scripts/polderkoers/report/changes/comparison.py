"""What every form of output gets: a comparison, which of its changes are shown, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.changes.account.account import Account
from polderkoers.changes.change import Change
from polderkoers.changes.deciding.drafted import NO_DRAFT, Draft
from polderkoers.changes.impact import Touched
from polderkoers.changes.money.budgeted import NO_BUDGET, Budget
from polderkoers.problems import Problem

if TYPE_CHECKING:
    from polderkoers.changes.came_after import CameAfter
    from polderkoers.changes.compare import Comparison
    from polderkoers.changes.heads import VersionHead


def to_tell(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that a reader is told of."""
    return tuple(filter(attrgetter("is_told"), changes))


@dataclass(frozen=True)
class ComparisonReport:
    """A comparison of two versions, to be shown.

    `changes` are those that were selected, and `filters` says in words by what (`alleen inhoudelijk`); without filters they
    are all changes. `impact` is what the selected changes touch. `problems_new` are the problems that the old version did
    not have, None when that was not looked at. `colour` is for a terminal only. `heads` say of both versions what they are.
    `draft` is the draft decision of the whole comparison, which gives every change its number.
    `budget` is what the shown changes do to it, `since` what the list of versions says of the changes.
    """

    comparison: Comparison
    old_name: str
    new_name: str
    changes: tuple[Change, ...]
    impact: tuple[Touched, ...] = ()
    problems_new: tuple[Problem, ...] | None = None
    filters: tuple[str, ...] = ()
    colour: bool = False
    heads: tuple[VersionHead, ...] = ()
    draft: Draft = NO_DRAFT
    budget: Budget = NO_BUDGET
    since: tuple[CameAfter, ...] = ()

    @property
    def everything(self) -> int:
        """How many changes there are in the whole comparison, whatever is shown."""
        return len(to_tell(self.comparison.changes))

    @cached_property
    def account(self) -> Account:
        """All that is said of the shown changes."""
        return Account(to_tell(self.changes), self.comparison.names, self.draft)
