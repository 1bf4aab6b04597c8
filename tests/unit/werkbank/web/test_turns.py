"""The row in which those who save are helped."""

from __future__ import annotations

import threading
import time

import pytest

from polderkoers.werkbank.forms.desk import Desk
from polderkoers.werkbank.store.values import Person
from polderkoers.werkbank.web.turns import Turns


@pytest.fixture
def turns():
    """A row, closed afterwards."""
    made = Turns()
    yield made
    made.close()


def test_who_came_first_is_helped_first(turns):
    """With one of the two places taken, the other helps all in the order in which they came."""
    done: list[int] = []
    gate = threading.Event()
    taken = turns.submit(gate.wait)
    later = [turns.submit(done.append, number) for number in range(20)]
    for each in later:
        each.result(timeout=10)
    gate.set()
    taken.result(timeout=10)
    assert done == [*range(20)]


def test_what_nobody_waits_for_lets_others_go_first(turns):
    """It waits until the row is empty, and no longer than its patience."""
    gate = threading.Event()
    busy = turns.submit(gate.wait)
    began = time.monotonic()
    turns.let_go_first(0.05)
    assert time.monotonic() - began >= 0.05
    threading.Timer(0.05, gate.set).start()
    turns.let_go_first(10)
    assert busy.done()
    turns.let_go_first(10)


def test_what_goes_wrong_is_told_and_the_row_goes_on(turns):
    """Work that fails is out of the row."""
    failed = turns.submit(int, "geen getal")
    with pytest.raises(ValueError, match="geen getal"):
        failed.result(timeout=10)
    turns.let_go_first(10)
    assert turns.submit(int, "3").result(timeout=10) == 3


def test_only_the_newest_save_of_a_proposal_is_read_ahead(fresh, monkeypatch):
    """Nothing is read while people save; after that the last save of each proposal is, so that its form is there at once."""
    workplace, gate, read = fresh.state.workplace, threading.Event(), []
    store, who = workplace.store, Person("Anna de Vries", "anna@polderdam.example")
    one, other = (store.begin(who, title) for title in ("Een", "Ander"))
    busy = workplace.turns.submit(gate.wait)
    desk = workplace.desk

    def reading(commit: str, base: str = "") -> Desk:
        read.append(commit)
        return desk(commit, base)

    monkeypatch.setattr(workplace, "desk", reading)
    first = store.save(one.id, one.tip, {"data/kernopgaven/k.yaml": b"a: 1\n"}, "Een", who)
    last = store.save(one.id, first.tip, {"data/kernopgaven/k.yaml": b"a: 2\n"}, "Twee", who)
    for each in (first, other, last):
        workplace.look_ahead(each)
    assert not read
    gate.set()
    busy.result(timeout=10)
    for _ in range(600):
        if len({*read} & {last.tip, other.tip}) == 2:
            break
        time.sleep(0.05)
    assert last.tip in read
    assert other.tip in read
    assert first.tip not in read
