"""What reports say, as a reader sees it: a word with a sign, sentences about what is new, and a tally that says nought as well."""

from __future__ import annotations

import pytest

from polderkoers.policy.progress import reports, since_the_last
from polderkoers.website.views.marks import MARKS, mark_of, reported_mark
from polderkoers.website.views.news import news_of
from polderkoers.website.views.progress_page import progress_page
from polderkoers.website.views.reported import progress_of
from polderkoers.website.views.site import Site
from polderkoers.website.views.tally import tally
from support.gemeente import policy as polderdam
from support.made_up import KERNOPGAVE, policy_of

STEP = "fijn-wonen/stap-bouwen"


def report(id_: str, datum: str, row: str) -> str:
    """Return a report of a day with one entry about the step of the made-up policy."""
    head = f"soort: verslag\nid: {id_}\ntitel: Verslag {id_}\nvorm: brief\ndatum: {datum}\nvastgesteld_door: null\n"
    return f"{head}meldingen:\n  - {{id: melding-een, over: {STEP}, {row}}}\n"


def site_of(*texts: str, when: str = "{tekst: 2021 tot en met 2022, van: 2021, tot: 2022}") -> Site:
    """Return a site of the made-up policy with reports, and another time for its step."""
    own = KERNOPGAVE.replace("{tekst: 2021 tot en met 2022, van: 2021, tot: 2022}", when)
    return Site(policy_of(own, *texts))


@pytest.mark.parametrize(
    ("row", "when", "word"),
    [
        ("stand: klaar", "{tekst: in 2021, van: 2021}", "Klaar"),
        ("stand: loopt", "{tekst: in 2021, van: 2021}", "Te laat"),
        ("stand: loopt", "{tekst: in 2095, van: 2095}", "Loopt"),
        ("stand: onbekend", "{tekst: later}", "Stand onbekend"),
        ("toelichting: Er is over gepraat.", "{tekst: in 2021, van: 2021}", "Gemeld"),
    ],
)
def test_a_mark_says_what_the_last_report_says_and_the_day(row, when, word):
    """What is past and not called done is too late, but only where a report gives a state at all."""
    site = site_of(report("a", "2021-03-01", row), when=when)
    assert mark_of(site, site.policy.entries[STEP]).word == word


def test_what_nobody_reported_says_so_on_its_page_and_on_no_card():
    """Of an item without a report the page says that it is reported nowhere; a card says nothing."""
    site = site_of()
    entry = site.policy.entries[STEP]
    assert progress_of(site, entry).mark is MARKS["niet-gemeld"]
    assert reported_mark(site, entry) is None


def test_every_state_has_a_sign_of_its_own():
    """Two states are never told apart by their colour alone."""
    assert len({mark.sign for mark in MARKS.values()}) == len({mark.word for mark in MARKS.values()}) == len(MARKS)


def test_what_is_new_is_told_beside_the_report_before():
    """A state that became another, and a date that moved, are sentences; what stayed the same is none."""
    before = report("a", "2021-03-01", "stand: niet begonnen")
    row = "stand: loopt, sinds: 2021-05, nieuwe_datum: {tekst: in 2024, tot: 2024, waarom: null}"
    site = site_of(before, report("b", "2021-09-01", row), report("c", "2021-11-01", "stand: loopt"))
    last, middle, first = (tuple(news_of(site, since_the_last(site.policy, each))) for each in reports(site.policy))
    assert last == ()
    assert middle[0].sentences == ("Was: niet begonnen. Nu: loopt, sinds mei 2021.", "Nieuwe datum: in 2024.")
    assert first[0].sentences == ("Voor het eerst gemeld: niet begonnen.",)


def test_the_tally_counts_each_activity_once_and_says_nought():
    """Of a step with a date and without a report: one has a date, none is reported."""
    site = site_of()
    found = tally(site, [site.policy.entries[STEP], site.policy.entries[STEP]])
    assert found is not None
    assert (found.counted, found.dated, found.past, found.reported) == ("1 stap", 1, 1, 0)
    assert tally(site, [site.policy.entries["fijn-wonen"]]) is None


def test_without_a_report_the_page_about_progress_has_no_groups():
    """Nothing is called done, running or late where no report says so."""
    values = progress_page(site_of())
    assert values["groups"] == ()
    assert values["reports"] == ()
    assert values["newest"] is None


def test_what_is_reported_of_polderdam_stands_under_its_state():
    """Residents see first what is done; each group holds what stands so, and each report is listed."""
    values = progress_page(Site(polderdam()))
    words = [group.mark.word for group in values["groups"]]
    assert words[0] == "Klaar"
    assert {"Loopt", "Vertraagd", "Niet begonnen", "Gestopt", "Stand onbekend"} <= set(words) | {"Te laat"}
    assert len(values["reports"]) == 5
