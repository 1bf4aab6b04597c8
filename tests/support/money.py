"""Reads the table of amounts: an amount before and after, what that is in total, and the sentences in which it is told."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from polderkoers.changes.compare import Comparison, compare_data
from polderkoers.changes.money.budget import budget_of
from polderkoers.changes.money.budgeted import Budget
from polderkoers.changes.wording import sentence

HERE = Path(__file__).resolve().parents[1] / "changes" / "geld"
FILE = "data/kernopgaven/sport.yaml"
Data = Mapping[str, Any]


@dataclass(frozen=True)
class MoneyRow:
    """A row of the table. `total` is how much more it is in total, None when nobody may say so; an amount that is not there is None."""

    group: str
    old: Data | None
    new: Data | None
    total: Decimal | None
    told: str


def rows() -> list[MoneyRow]:
    """Return the rows of all tables."""
    found = []
    for path in sorted(HERE.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                total = None if row["totaal"] == "-" else Decimal(row["totaal"])
                found.append(MoneyRow(path.stem, amount(row["was"]), amount(row["wordt"]), total, row["gezegd"]))
    return found


def amount(text: str) -> Data | None:
    """Return the data of an amount as the table writes it, or None for `-`."""
    if text == "-":
        return None
    return {"id": "bedrag-sport", "waarvoor": "Sport", **yaml.safe_load(f"{{{text}}}")}


def plan(amounts: Iterable[Data | None], **values: Any) -> dict[str, Any]:
    """Return a file with amounts in it, by its path."""
    held = [each for each in amounts if each is not None]
    return {FILE: {"soort": "kernopgave", "id": "sport", "titel": "Sport", **values, "bedragen": held}}


def compared(old: Data | None, new: Data | None) -> Comparison:
    """Return what differs between a file with one amount and the same with another."""
    return compare_data(plan([old]), plan([new]))


def told(old: Data | None, new: Data | None) -> str:
    """Return all sentences about an amount; `Het bedrag` stands for its name."""
    found = compared(old, new)
    sentences = (sentence(change, found.names) for change in found.changes if change.is_told)
    return " ".join(sentences).replace("edrag 'Sport' van Sport", "edrag")


def effect(old: Mapping[str, Any], new: Mapping[str, Any]) -> Budget:
    """Return the effect on the budget of two versions of the data."""
    found = compare_data(old, new)
    return budget_of(found.changes, found)
