"""The table of sentences: a direction is told only when it is right, and every row in the words that are expected."""

from __future__ import annotations

import pytest

from polderkoers.changes.telling.read import read
from support.directions import OPPOSITE, directions, rows

ROWS = rows()
GROUPS = sorted({row.group for row in ROWS})
EACH = pytest.mark.parametrize("group", GROUPS)


def of(group):
    """Return the rows of one group of the table."""
    return [row for row in ROWS if row.group == group]


@EACH
def test_no_direction_is_wrong(group):
    """What is said of a pair is right: no other direction than the table has, and none where it has none."""
    assert [row for row in of(group) if not directions(row.reading()) <= row.way] == []


@EACH
def test_a_pair_is_told_in_these_words(group):
    """All that differs is named, in the words of the table, with the directions that are certain."""
    for row in of(group):
        reading = row.reading()
        assert (directions(reading), "; ".join(reading.told)) == (row.expected, row.told), (row.old, row.new)


@EACH
def test_a_pair_the_other_way_around_has_the_opposite_direction(group):
    """From new to old, sharper is weaker, later is sooner, and a firmer promise is a looser one."""
    for row in of(group):
        back = directions(read(row.new, row.old, row.setting))
        assert back == {OPPOSITE[way] for way in directions(row.reading())}, (row.old, row.new)


def test_the_table_is_large_enough():
    """There are at least three hundred pairs, more than half of which must be told without a direction."""
    assert len(ROWS) >= 300
    assert sum(not row.way for row in ROWS) > len(ROWS) / 2


def test_silence_does_not_creep_in():
    """Of the pairs that have a direction, seven in ten are told with it, the hardest ones counted too."""
    with_direction = [row for row in ROWS if row.way]
    assert sum(not row.silent for row in with_direction) >= 0.7 * len(with_direction)
