"""The effect on the budget in words: one place for what every form of output shows of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from polderkoers.changes.money.amount import euro
from polderkoers.changes.money.total import more_or_less
from polderkoers.policy.dutch_words import capital, some

if TYPE_CHECKING:
    from polderkoers.changes.money.budgeted import Budget, BudgetPart
    from polderkoers.changes.money.flows import BudgetRow

TITLE = "Gevolgen voor de begroting"
_READING = (
    "Hier tellen alleen bedragen die veranderen en die op te tellen zijn. De gegevens zeggen niet wie dit geld betaalt. Hetzelfde geld kan "
    "in meer plannen staan. Daarom is er geen totaal van plannen samen, of van soorten geld samen."
)
LEFT_OUT = "Dit telt niet mee"
_NOTHING_COUNTS = "Er verandert wel geld, maar dat is niet op te tellen."
_SAME = "Geen bedrag verandert. Wel verandert de status van een plan waar geld in staat."
COLUMNS = ("Jaar", "Verschil", "Eerst", "Nu")
_SAME_IN_CHOICE = "In deze keuze verandert geen bedrag. Wel verandert de status van een plan waar geld in staat."
_OUTSIDE = (
    "Er verandert ook {} bedrag dat buiten deze keuze valt.",
    "Er veranderen ook {} bedragen die buiten deze keuze vallen.",
)
_CHOSEN = "Dit gaat alleen over de gekozen wijzigingen."
_PARTIAL = "Niet alle bestanden zijn vergeleken. Het geld daarin staat hier niet bij."
_MANY = 12


class BudgetCells(NamedTuple):
    """A row in words: of when it is, what was, what is, and by how much that is more or less."""

    when: str
    was: str
    now: str
    difference: str
    is_total: bool = False

    @property
    def sentence(self) -> str:
        """The row without columns."""
        return f"{self.when}: {self.difference} (eerst {self.was}, nu {self.now})"


def reading_of(budget: Budget) -> str:
    """Return how to read what stands below: what it is about, and what it is not."""
    told = [_opening(budget)]
    if budget.is_chosen:
        told.append(_CHOSEN)
    if budget.outside:
        told.append(_OUTSIDE[budget.outside > 1].format(budget.outside))
    if budget.is_partial:
        told.append(_PARTIAL)
    return " ".join(told)


def _opening(budget: Budget) -> str:
    if budget.plans:
        return _READING
    if not budget.is_same:
        return _NOTHING_COUNTS
    return _SAME_IN_CHOICE if budget.is_chosen else _SAME


def cells_of(part: BudgetPart) -> Iterator[BudgetCells]:
    """Yield the rows of one kind of money, and what they come to."""
    for row in part.rows:
        yield BudgetCells(capital(row.when), *_cells(row))
    if part.total is not None:
        when = part.total.when.removesuffix(" samen")
        yield BudgetCells(f"Totaal {when}", *_cells(part.total), is_total=True)


def _cells(row: BudgetRow) -> tuple[str, str, str]:
    difference = more_or_less(row.difference) if row.difference else "evenveel"
    return _or_nothing(row.old), _or_nothing(row.new), difference


def _or_nothing(value: Decimal | None) -> str:
    if value is None:
        return "niets"
    return euro(value)


def left_out_lines(budget: Budget) -> Iterator[str]:
    """Yield for each reason and plan what does not count."""
    for (why, plan), those in budget.by_reason.items():
        names = (f"{each.name} ({each.said})" for each in those)
        yield f"{capital(why)}. In {plan}: {some(names, _MANY)}."


BUDGET_WORDS = {
    "title": TITLE,
    "reading": reading_of,
    "left_out": LEFT_OUT,
    "columns": COLUMNS,
    "cells": cells_of,
    "lines": left_out_lines,
}
"""All of it by name, for a template."""
