"""The effect on the budget as values: what `changes/money/budget.py` finds, and every form of output shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.changes.money.flows import BudgetRow

STATUS_CHANGES = "de status van het plan verandert"
"""Why no amount of a plan counts that is adopted, withdrawn or a draft again."""


@dataclass(frozen=True)
class BudgetPart:
    """The money of one kind in one plan. `total` is what the rows come to; None when there is no end to them."""

    kind: str
    rows: tuple[BudgetRow, ...]
    total: BudgetRow | None


@dataclass(frozen=True)
class PlanBudget:
    """The effect of one plan."""

    ref: str
    heading: str
    parts: tuple[BudgetPart, ...]


@dataclass(frozen=True)
class LeftOut:
    """Money that does not count: in which plan, what it is, how much was and is said of it, and why it does not.

    It is not `is_changed` when only the status of its plan is another.
    """

    ref: str
    plan: str
    name: str
    said: str
    why: str
    is_changed: bool = True


@dataclass(frozen=True)
class Budget:
    """The effect on the budget. It is empty when no money changes, nor the status of a plan with money.

    `is_partial` says that not all files could be compared, `is_chosen` that it is about a choice of the changes; `outside` is how many
    amounts change that fall outside the choice.
    """

    plans: tuple[PlanBudget, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    is_partial: bool = False
    is_chosen: bool = False
    outside: int = 0

    @property
    def is_same(self) -> bool:
        """Whether no amount changes, and only the status of what holds them does."""
        return not self.plans and not any(each.is_changed for each in self.left_out)

    @property
    def by_reason(self) -> Mapping[tuple[str, str], tuple[LeftOut, ...]]:
        """What does not count, by why not and by plan."""
        found: dict[tuple[str, str], tuple[LeftOut, ...]] = {}
        for each in self.left_out:
            key = each.why, each.plan
            found[key] = (*found.get(key, ()), each)
        return found

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.plans or self.left_out)


NO_BUDGET = Budget()
"""What there is when no money changes."""
