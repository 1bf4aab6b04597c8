"""The table of sentences: a direction is told only when it is right, and every row in the words that are expected."""

from __future__ import annotations

import pytest

from polderkoers.changes.telling.read import read
from support.directions import OPPOSITE, directions, rows

ROWS = rows()
EACH = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.group}: {row.old[:40]} / {row.new[:40]}")


@EACH
def test_no_direction_is_wrong(row):
    """What is said of a pair is right: no other direction than the table has, and none where it has none."""
    assert directions(row.reading()) <= row.way


@EACH
def test_a_pair_is_told_in_these_words(row):
    """All that differs is named, in the words of the table, with the directions that are certain."""
    reading = row.reading()
    assert (directions(reading), "; ".join(reading.told)) == (row.expected, row.told)


@EACH
def test_a_pair_the_other_way_around_has_the_opposite_direction(row):
    """From new to old, sharper is weaker, later is sooner, and a firmer promise is a looser one."""
    back = directions(read(row.new, row.old, row.setting))
    assert back == {OPPOSITE[way] for way in directions(row.reading())}


def test_the_table_is_large_enough():
    """There are at least three hundred pairs, more than half of which must be told without a direction."""
    assert len(ROWS) >= 300
    assert sum(not row.way for row in ROWS) > len(ROWS) / 2


def test_silence_does_not_creep_in():
    """Of the pairs that have a direction, seven in ten are told with it, the hardest ones counted too."""
    with_direction = [row for row in ROWS if row.way]
    assert sum(not row.silent for row in with_direction) >= 0.7 * len(with_direction)
