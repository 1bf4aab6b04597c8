"""What a page says of a second person who laid it beside the source: never more than was read."""

from __future__ import annotations

import pytest

from polderkoers.policy.statements import has_source, mark_of
from polderkoers.website.views.second_reading import read_again, read_of_all
from polderkoers.website.views.site import Site
from support.made_up import KERNOPGAVE, policy_of

HEAD = 'soort: gelezen\nid: gelezen\nversie: "1.0"\nstatus: null\ngelezen:\n'
ROW = "  - {{bestand: fijn-wonen, op: {day}, door: tweede lezer, uitkomst: klopt, kenmerken: [{marks}]}}\n"


def lines(text=KERNOPGAVE):
    """Return a mark for each item of the task."""
    policy = policy_of(text)
    task = policy.entries["fijn-wonen"]
    return [f"{entry.item.id} {mark_of(entry)}" for entry in (task, *policy.below(task)) if has_source(entry)]


def told(*rows, text=KERNOPGAVE):
    """Return what the page of the task and the page about the site say, given the days and marks of readings."""
    readings = "".join(ROW.format(day=day, marks=", ".join(marks)) for day, marks in rows)
    policy = policy_of(text, *([HEAD + readings] if rows else []))
    site = Site(policy)
    return read_again(site, policy.entries["fijn-wonen"]), read_of_all(site)


def test_nothing_is_said_where_nothing_was_read():
    """No list, and a list of text that changed since, say nothing."""
    assert told() == ("", "")
    assert told(("2020-05-01", ["doel-genoeg-huizen 0123456789"])) == ("", "")


def test_all_is_said_only_when_all_was_read():
    """With every item of the page marked it was laid beside the source; with one less, or one that changed, a part of it was."""
    marks = lines()
    page, site = told(("2020-05-01", marks))
    assert (
        page
        == f"Alle {len(marks)} onderdelen van deze pagina zijn door een tweede lezer naast de bron gelegd op 1 mei 2020."
    )
    assert site.startswith(f"{len(marks)} van de ")
    less, _ = told(("2020-05-01", marks[1:]))
    assert less.startswith(
        f"{len(marks) - 1} van de {len(marks)} onderdelen van deze pagina zijn door een tweede lezer"
    )
    changed, _ = told(("2020-05-01", marks), text=KERNOPGAVE.replace("naam: Bouwen", "naam: Slopen"))
    assert changed.startswith(f"{len(marks) - 1} van de {len(marks)} onderdelen")


@pytest.mark.parametrize(
    ("days", "said"),
    [(("2020-05-01",) * 2, "op 1 mei 2020"), (("2020-05-01", "2020-06-02"), "van 1 mei 2020 tot en met 2 juni 2020")],
)
def test_the_days_are_those_of_the_readings(days, said):
    """One day, or the first and the last."""
    marks = lines()
    page, _ = told((days[0], marks[:2]), (days[1], marks[2:]))
    assert page.endswith(f" {said}.")
