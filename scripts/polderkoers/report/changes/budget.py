"""The effect on the budget as lines, as Markdown and as plain values."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from polderkoers.changes.figures import plain
from polderkoers.changes.money.budget_words import (
    COLUMNS,
    LEFT_OUT,
    TITLE,
    cells_of,
    left_out_lines,
    reading_of,
)
from polderkoers.report.changes.escape import escape
from polderkoers.report.changes.within import listed

if TYPE_CHECKING:
    from polderkoers.changes.money.budgeted import Budget, BudgetPart, LeftOut, PlanBudget
    from polderkoers.changes.money.flows import BudgetRow
    from polderkoers.report.changes.comparison import ComparisonReport


def as_lines(report: ComparisonReport) -> Iterator[tuple[int, str]]:
    """Yield the lines, each with how deep it stands; none when no money changes."""
    budget = report.budget
    if not budget:
        return
    yield 0, TITLE
    yield 1, reading_of(budget)
    for plan in budget.plans:
        yield 1, plan.heading
        for part in plan.parts:
            yield 2, f"{part.kind}:"
            for cells in cells_of(part):
                yield 3, cells.sentence
    if budget.left_out:
        yield 1, f"{LEFT_OUT}:"
        for line in left_out_lines(budget):
            yield 2, f"- {line}"


def as_blocks(report: ComparisonReport, level: str) -> Iterator[str]:
    """Yield the blocks of Markdown, below a heading of a level; none when no money changes."""
    budget = report.budget
    if not budget:
        return
    yield f"{level} {TITLE}"
    yield reading_of(budget)
    for plan in budget.plans:
        yield f"{level}# {escape(plan.heading)}"
        for part in plan.parts:
            yield f"{escape(part.kind)}:"
            yield _table(part)
    if budget.left_out:
        yield f"**{LEFT_OUT}:**"
        yield listed([*left_out_lines(budget)])


def _table(part: BudgetPart) -> str:
    rows = [_row(COLUMNS), "| --- | ---: | ---: | ---: |"]
    for cells in cells_of(part):
        texts = (cells.when, cells.difference, cells.was, cells.now)
        rows.append(_row(tuple(map(_bold, texts)) if cells.is_total else texts))
    return "\n".join(rows)


def _bold(text: str) -> str:
    return f"**{text}**"


def _row(texts: tuple[str, ...]) -> str:
    return f"| {' | '.join(texts)} |"


def as_values(budget: Budget) -> dict[str, Any]:
    """Return the effect as plain values, as `schema/uitvoer/wijzigingen.schema.json` describes them."""
    return {"plans": [*map(_plan, budget.plans)], "left_out": [*map(_left_out, budget.left_out)]}


def _left_out(each: LeftOut) -> dict[str, Any]:
    return {name: value for name, value in dataclasses.asdict(each).items() if name != "is_changed"}


def _plan(plan: PlanBudget) -> dict[str, Any]:
    return {"ref": plan.ref, "heading": plan.heading, "parts": [*map(_part, plan.parts)]}


def _part(part: BudgetPart) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": part.kind, "rows": [*map(_values, part.rows)]}
    if part.total is not None:
        found["total"] = _values(part.total)
    return found


def _values(row: BudgetRow) -> dict[str, Any]:
    found = dataclasses.asdict(row) | {"difference": plain(row.difference)}
    for name in ("old", "new"):
        if found[name] is not None:
            found[name] = plain(found[name])
    return found
