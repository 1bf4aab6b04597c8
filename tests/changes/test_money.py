"""The table of amounts: every pair in the words that are expected, a total only when it is certain, and in reverse the opposite."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polderkoers.changes.change import MovedFigure
from polderkoers.changes.compare import compare_data
from polderkoers.changes.money.amount import amount_of
from polderkoers.changes.money.budget import budget_of
from polderkoers.changes.money.total import moved_total
from support.money import compared, effect, plan, rows, told

ROWS = rows()
GROUPS = sorted({row.group for row in ROWS})
EACH = pytest.mark.parametrize("group", GROUPS)


def of(group):
    """Return the rows of one group of the table."""
    return [row for row in ROWS if row.group == group]


def total_of(row):
    """Return by how much the total of a row moves, or None when nobody may say so."""
    if row.old is None or row.new is None:
        return None
    found = moved_total(amount_of(row.old), amount_of(row.new))
    return None if found is None else found.difference


@EACH
def test_an_amount_is_told_in_these_words(group):
    """Every field of an amount that changes has its sentence, word for word."""
    for row in of(group):
        assert told(row.old, row.new) == row.told, (row.old, row.new)


@EACH
def test_a_total_is_said_only_when_it_is_certain(group):
    """The total is that of the table, and where the table has none no sentence speaks of more or less in total."""
    for row in of(group):
        found = total_of(row)
        assert found == row.total, (row.old, row.new)
        if found is None:
            assert "meer in totaal" not in row.told
            assert "minder in totaal" not in row.told


@EACH
def test_a_total_is_the_opposite_in_reverse(group):
    """From new to old an amount is as much less as it was more."""
    for row in of(group):
        if row.old is not None and row.new is not None:
            there, back = total_of(row), moved_total(amount_of(row.new), amount_of(row.old))
            assert (there is None) == (back is None)
            assert back is None or back.difference == -there


def test_no_amount_is_put_off_or_a_field_of_yes_and_no():
    """Money that comes for longer is not postponed, and no sentence says `ja` or the name of a field."""
    for row in ROWS:
        meanings = {name for change in compared(row.old, row.new).changes for name in change.meaning}
        assert not meanings & {"uitgesteld", "vervroegd"}
        assert not any(word in row.told for word in (": ja", ": nee", "of het bedrag", "of het getal", "None"))


def test_the_table_is_large_enough():
    """There are at least ninety pairs, of which at least half may not have a total."""
    assert len(ROWS) >= 90
    assert sum(row.total is None for row in ROWS) >= len(ROWS) / 2


def test_a_difference_that_is_no_number_is_not_said():
    """Between figures that are endless, or no number at all, nobody may say by how much it moved."""
    for old, new in [(math.inf, math.inf), (math.inf, 1), (1, math.nan), (-math.inf, math.inf)]:
        figure = MovedFigure(old=old, new=new)
        assert (figure.difference, figure.percentage) == (None, None)


SUMS = st.one_of(
    st.none(), st.integers(-(10**6), 10**7), st.just(10**20), st.floats(allow_nan=True), st.booleans(), st.text()
)
YEARS = st.one_of(st.none(), st.integers(1890, 2110), st.sampled_from(["2026-Q1", "2026-07", "2028-12-31", "nooit", 0]))
TEXTS = st.sampled_from(["2026-2028", "2026 tot en met 2028", "2026 en verder", "vanaf 2026", "in 2026 minder", ""])
FLAG = st.sampled_from([True, False, None])


@st.composite
def amounts(draw):
    """Draw an amount, right or wrong."""
    # Each has a name of its own: one that bears the name of another and is not there any more would be renamed.
    id_, name = draw(st.sampled_from([("a", "Sport"), ("b", "Dak"), ("c", "Zwembad")]))
    found = {"id": id_, "waarvoor": name, "bedrag": draw(SUMS)}
    found |= {name: draw(FLAG) for name in ("per_jaar", "hoogstens", "ongeveer")}
    found |= {"soort": draw(st.sampled_from(["structureel", "incidenteel", None])), "jaar": draw(YEARS)}
    if draw(st.booleans()):
        found["wanneer"] = {"tekst": draw(TEXTS), "van": draw(YEARS), "tot": draw(YEARS)}
    return found


FEW = settings(max_examples=60)
PLANS = st.lists(amounts(), max_size=3, unique_by=lambda each: each["id"])


@FEW
@given(PLANS, PLANS)
def test_the_effect_in_reverse_is_the_opposite(old, new):
    """From new to old each year and total has the opposite difference, and the same is left out."""
    there, back = effect(plan(old), plan(new)), effect(plan(new), plan(old))
    assert rows_of(there) == sorted((*key, new, old, -difference) for *key, old, new, difference in rows_of(back))
    # What is called otherwise is named as the newer of both calls it.
    moved = (change for change in compare_data(plan(old), plan(new)).changes if change.kind == "moved")
    called = {change.was.ref: change.now.ref for change in moved}
    assert {each.ref for each in there.left_out} == {called.get(each.ref, each.ref) for each in back.left_out}


def rows_of(budget):
    """Return the rows of an effect with their plan and kind, totals too, in a form that can be sorted."""
    found = []
    for each in budget.plans:
        for part in each.parts:
            rows = [*part.rows, part.total] if part.total else part.rows
            for place, row in enumerate(rows):
                is_total = place >= len(part.rows)
                known = (row.last or 0, is_total, row.old or Decimal(0), row.new or Decimal(0), row.difference)
                found.append((each.ref, part.kind, row.first, *known))
    return sorted(found)


@FEW
@given(PLANS, PLANS)
def test_the_years_come_to_the_total(old, new):
    """What the rows differ is what the total differs, and what goes on for ever has none."""
    for part in (part for found in effect(plan(old), plan(new)).plans for part in found.parts):
        if part.total is not None:
            assert part.total.difference == sum(row.difference for row in part.rows)
            assert all(row.last is not None for row in part.rows)


@FEW
@given(PLANS, PLANS)
def test_what_is_not_known_counts_nowhere(old, new):
    """No amount that is not exact, or has no plain sum, is in a row: what counts is whole in what was and is there."""
    found = effect(plan(old), plan(new))
    unsure = {each["id"] for each in (*old, *new) if not amount_of(each).is_exact or amount_of(each).years is None}
    left_out = {each.ref.rpartition("/")[2] for each in found.left_out}
    changed = {change.ref.rpartition("/")[2] for change in compare_data(plan(old), plan(new)).changes}
    assert unsure & changed <= left_out | unchanged(old, new)


def unchanged(old, new):
    """Return the ids of the amounts of which only the name differs."""
    names = ("bedrag", "per_jaar", "hoogstens", "ongeveer", "soort", "jaar", "wanneer")
    before = {each["id"]: each for each in old}
    return {
        each["id"]
        for each in new
        if each["id"] in before and all(before[each["id"]].get(name) == each.get(name) for name in names)
    }


@FEW
@given(PLANS, PLANS)
def test_odd_amounts_can_be_said(old, new):
    """Whatever an amount holds, it has a sentence and an effect."""
    was, now = next(iter(old), None), next(iter(new), None)
    assert "None" not in told(was, now)
    found = compared(was, now)
    assert budget_of(found.changes, found) is not None


def test_no_part_is_said_of_next_to_nothing():
    """Beside an amount that is almost nothing a percentage says nothing, and is no reason to stop."""
    said = told({"id": "a", "waarvoor": "Sport", "bedrag": 4.9e-233}, {"id": "a", "waarvoor": "Sport", "bedrag": 1})
    assert "procent" not in said
    assert "1 euro" in said
