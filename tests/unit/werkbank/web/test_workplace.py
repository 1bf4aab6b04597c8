"""The policy of a commit is read once, and who asks for another need not wait for it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from starlette.requests import Request

from polderkoers.werkbank.store.values import Person
from polderkoers.werkbank.web import people
from polderkoers.werkbank.web.visit import Visit
from support.werkbank import Visitor

GOAL = "/onderdeel/fijn-wonen/doel-genoeg-huizen"


def test_who_asks_for_another_state_does_not_wait(fresh, monkeypatch):
    """While one state takes long to read, what is in force is given; who asks for the same state gets it when it is there."""
    Visitor(fresh, "Anna de Vries").open(GOAL).form("/onderdeel/").fill("naam", "Een").press("Opslaan")
    workplace = fresh.state.workplace
    tip = workplace.store.proposals()[0].tip
    read, go_on = workplace.drafts.read, Event()

    def slow(base, commit):
        assert go_on.wait(30)
        return read(base, commit)

    monkeypatch.setattr(workplace.drafts, "read", slow)
    with ThreadPoolExecutor(2) as pool:
        workplace._desks.pop((tip, tip), None)  # noqa: SLF001 - as if nobody had asked for it
        waiting = [pool.submit(workplace.desk, tip) for _ in range(2)]
        assert workplace.desk(workplace.now).items
        go_on.set()
        one, two = (each.result() for each in waiting)
    assert one is two


def test_a_state_that_could_not_be_read_is_read_again(fresh, monkeypatch):
    """A fault is not kept."""
    workplace = fresh.state.workplace
    with monkeypatch.context() as patched:
        patched.setattr(workplace.drafts, "read", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            workplace.desk(workplace.now)
    assert workplace.desk(workplace.now).items


def test_no_more_is_said_than_a_cookie_holds_and_that_there_is_more_is_told(app):
    """Many long notes of one job are told as far as they fit, with where the rest is to be seen; few are told whole."""
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": [], "session": {}}
    visit = Visit(
        Request(scope),
        app.state.workplace,
        people.Visitor(Person("Anna", "anna@polderdam.example"), people.WebRole.LEZEN),
    )
    visit.say("Een.", "Twee.")
    assert visit.told() == ["Een.", "Twee."]
    visit.say(*(f"{number}: {'x' * 90}" for number in range(30)))
    told = visit.told()
    assert told[0].startswith("0: ")
    assert "op de bladzijde van het voorstel" in told[-1]
    assert sum(map(len, told)) < 1200
