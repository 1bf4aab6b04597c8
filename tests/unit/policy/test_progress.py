"""What came of the policy: derived from reports and dates, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.progress import (
    Delay,
    decided_before,
    decided_end,
    delay,
    is_overdue,
    last_state,
    reported_items,
    reported_of,
    reports,
    since_of,
    was_on_time,
)
from polderkoers.policy.spent import newest_spending, spent_of
from support.made_up import KERNOPGAVE, policy_of

STEP = "fijn-wonen/stap-bouwen"
MONEY = "bedragen:\n  - {id: bedrag-bouwen, waarvoor: Bouwen, zekerheid: zeker, "


def report(id_: str, datum: str, *meldingen: str) -> str:
    """Return a report of a day with entries about the step of the made-up policy, or about what an entry itself names."""
    rows = "".join(
        f"  - {{id: melding-{place}, {'' if 'over:' in row else f'over: {STEP}, '}{row}}}\n"
        for place, row in enumerate(meldingen)
    )
    head = f"soort: verslag\nid: {id_}\ntitel: Verslag {id_}\nvorm: brief\ndatum: {datum}\nvastgesteld_door: null\n"
    return f"{head}meldingen:\n{rows}"


def told(*texts: str, when: str = "{tekst: 2021 tot en met 2022, van: 2021, tot: 2022}") -> Policy:
    """Return the made-up policy with reports, and another time for its step."""
    own = KERNOPGAVE.replace("{tekst: 2021 tot en met 2022, van: 2021, tot: 2022}", when)
    return policy_of(own, *texts)


def step(policy: Policy):
    """Return the step that the reports are about."""
    return policy.entries[STEP]


def spent_on(policy: Policy):
    """Return what was spent on the amount of these tests, beside what was decided."""
    amount = policy.entries["fijn-wonen/bedrag-bouwen"]
    return spent_of(amount.item, decided_before(amount, newest_spending(reported_of(policy, amount.ref))))


def test_the_newest_report_comes_first():
    """Reports are ordered by their date, whatever their files are called; one without a day does not go before one with a day in that time."""
    policy = told(report("a", "2021-06"), report("b", "2022"), report("c", "2021-06-15"))
    assert [entry.ref for entry in reports(policy)] == ["b", "c", "a"]


def test_the_last_state_is_that_of_the_newest_report_that_gives_one():
    """A report that says nothing of the state leaves the one before it."""
    policy = told(report("a", "2021-03-01", "stand: loopt"), report("b", "2021-09-01", "toelichting: Bijna."))
    said = reported_of(policy, STEP)
    assert [each.report.ref for each in said] == ["b", "a"]
    assert last_state(said).melding.stand == "loopt"


def test_what_no_report_names_is_not_reported():
    """Of an item that no report names nothing is known: not that it runs, not that it is done."""
    policy = told(report("a", "2021-03-01", "stand: loopt"))
    assert reported_of(policy, "fijn-wonen/doel-genoeg-huizen") == ()
    assert last_state(()) is None
    assert set(reported_items(policy)) == {STEP}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((), True),
        (("stand: loopt",), True),
        (("stand: onbekend",), True),
        (("stand: klaar",), False),
        (("stand: gestopt",), False),
        (("stand: loopt, nieuwe_datum: {tekst: in 2024, tot: 2024, waarom: null}",), False),
        (("stand: loopt, nieuwe_datum: {tekst: ooit, waarom: null}",), True),
    ],
)
def test_overdue_is_what_should_be_done_and_is_not_called_done(rows, expected):
    """A date that has passed makes something overdue, unless a report says that it is done, stopped or has another date."""
    policy = told(report("a", "2023-01-01", *rows))
    assert is_overdue(policy, step(policy), date(2023, 6, 1)) is expected
    assert not is_overdue(policy, step(policy), date(2022, 12, 31))


@pytest.mark.parametrize(("day", "expected"), [(date(2022, 12, 31), False), (date(2023, 1, 1), True)])
def test_what_a_report_expected_sooner_has_the_time_that_was_decided(day, expected):
    """A new date before the decided one that passes makes nothing too late."""
    policy = told(
        report("a", "2022-01-01", "stand: loopt, nieuwe_datum: {tekst: al in juni, tot: 2022-06, waarom: null}")
    )
    assert is_overdue(policy, step(policy), day) is expected


@pytest.mark.parametrize("when", ["{tekst: later}", "{tekst: vanaf 2021, van: 2021}", "{tekst: doorlopend, van: 2021}"])
def test_what_has_no_end_is_never_overdue(when):
    """Without a date, or with a beginning alone, nothing is too late."""
    policy = told(when=when)
    assert decided_end(step(policy)) is None
    assert not is_overdue(policy, step(policy), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("when", "new", "expected"),
    [
        ("{tekst: in 2022, van: 2022}", "2024", Delay(24)),
        ("{tekst: in maart 2022, van: 2022-03}", "2022-Q3", Delay(6)),
        ("{tekst: eerste kwartaal, van: 2022-Q1}", "2022-Q2", Delay(3)),
        ("{tekst: in 2022, van: 2022}", "2023-03", Delay(None)),
        ("{tekst: in 2022, van: 2022}", "2022-11", None),
        ("{tekst: in 2022, van: 2022}", "2021", None),
        ("{tekst: ooit}", "2024", None),
    ],
)
def test_how_much_later_is_told_only_of_dates_that_are_as_precise(when, new, expected):
    """Two years differ by years, two months by months; of a year and a month only that one is later."""
    row = f"stand: vertraagd, nieuwe_datum: {{tekst: later, tot: {new}, waarom: null}}"
    policy = told(report("a", "2021-01-01", row), when=when)
    assert delay(policy, step(policy)) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("2022-03-01", "stand: loopt"), None),
        (("2022-12-01", "stand: klaar"), True),
        (("2023-03-01", "stand: klaar"), None),
        (("2023-03-01", "stand: klaar, sinds: 2022-11"), True),
        (("2023-03-01", "stand: klaar, sinds: 2023-02"), False),
        (("2023-03-01", "stand: klaar, sinds: 2023"), False),
    ],
)
def test_on_time_is_said_only_when_it_is_sure(rows, expected):
    """A report of after the date that does not say since when, does not tell whether something was on time."""
    policy = told(report("a", *rows))
    assert was_on_time(policy, step(policy)) is expected


def test_what_was_done_and_begun_again_is_done_since_the_last_time():
    """Only the reports since the last one that said something else count."""
    policy = told(
        report("a", "2022-02-01", "stand: klaar, sinds: 2022-01"),
        report("b", "2022-06-01", "stand: loopt, toelichting: Het moest over."),
        report("c", "2023-05-01", "stand: klaar, sinds: 2023-04"),
    )
    assert was_on_time(policy, step(policy)) is False


@pytest.mark.parametrize(
    ("amount", "spent", "expected"),
    [
        ("bedrag: 100}", "bedrag: 120", 20),
        ("bedrag: 100, jaar: 2021}", "bedrag: 120, jaar: 2021", 20),
        ("bedrag: 100}", "bedrag: 120, jaar: 2021", None),
        ("bedrag: 100, per_jaar: true}", "bedrag: 120", None),
        ("bedrag: 100, per_jaar: true, wanneer: {tekst: toen, van: 2020, tot: 2022}}", "bedrag: 90, jaar: 2021", -10),
        ("bedrag: 100, per_jaar: true, wanneer: {tekst: toen, van: 2020, tot: 2022}}", "bedrag: 90, jaar: 2023", None),
        ("bedrag: null, noot: Niet bekend.}", "bedrag: 120", None),
    ],
)
def test_money_is_compared_only_with_what_was_decided_for_the_same_time(amount, spent, expected):
    """An amount for each year is no amount for all years, and an amount that is not known is no nought."""
    told_of = report("a", "2023-01-01", f"over: fijn-wonen/bedrag-bouwen, besteed: {{{spent}}}")
    policy = policy_of(f"{KERNOPGAVE}{MONEY}{amount}\n", told_of)
    found = [each.over for each in spent_on(policy)]
    assert found == ([] if expected is None else [expected])


def test_of_one_year_the_newest_report_counts():
    """A later report that gives the money of the same year again takes the place of the earlier one."""
    over = "over: fijn-wonen/bedrag-bouwen, besteed"
    policy = policy_of(
        f"{KERNOPGAVE}{MONEY}bedrag: 100}}\n",
        report("a", "2022-01-01", f"{over}: {{bedrag: 60}}"),
        report("b", "2023-01-01", f"{over}: {{bedrag: 80}}"),
    )
    assert [each.spent for each in spent_on(policy)] == [80]


def test_a_report_of_before_a_renaming_is_about_the_item_of_today():
    """What the list of former addresses says that something is called now, an old report tells of too."""
    stones = (
        'soort: adressen\nid: adressen\nversie: "1.0"\nstatus: null\nadressen:\n'
        f"  - {{was: fijn-wonen/stap-oud, soort: stap, gebeurd: hernoemd, nu: [{STEP}]}}\n"
    )
    policy = told(stones, report("a", "2021-01-01", "over: fijn-wonen/stap-oud, stand: loopt"))
    assert [each.melding.stand for each in reported_of(policy, STEP)] == ["loopt"]


@pytest.mark.parametrize(
    ("when", "end"),
    [
        ("{tekst: '2021', van: 2021}", 2021),
        ("{tekst: Eind september 2021, van: 2021-09}", 2021),
        ("{tekst: uiterlijk in 2021, tot: 2021}", 2021),
        ("{tekst: Vierde kwartaal van 2021, van: 2021-Q4}", 2021),
        ("{tekst: start in maart 2021, van: 2021-03}", None),
        ("{tekst: elk jaar, van: 2021}", None),
        ("{tekst: Opdracht gegeven begin 2021, van: 2021}", None),
        ("{tekst: Verwacht met ingang van 2021, van: 2021}", None),
        ("{tekst: per 2021, van: 2021}", None),
        ("{tekst: twee keer per jaar, van: 2021}", None),
        ("{tekst: tweemaandelijks, van: 2021}", None),
        ("{tekst: na 2021, van: 2021}", None),
        ("{tekst: aangevraagd in 2021, van: 2021}", None),
        ("{tekst: start in het voorjaar van 2021, van: 2021-03, tot: 2021-06}", None),
        ("{tekst: uiterlijk in 2021 beginnen, tot: 2021}", None),
        ("{tekst: begin in 2021, van: 2021}", None),
        ("{tekst: begin 2021, van: 2021}", 2021),
        ("{tekst: naar verwachting klaar in 2021, van: 2021}", 2021),
        ("{tekst: 'start in 2020, klaar in 2021', van: 2020, tot: 2021}", 2021),
        ("{tekst: elk jaar tot en met 2021, van: 2019, tot: 2021}", 2021),
    ],
)
def test_the_begin_of_something_is_no_end(when, end):
    """Something is due at a single moment only when its words say no more than that moment."""
    found = decided_end(step(told(when=when)))
    assert (found.last.year if found else None) == end


def test_what_is_done_is_held_against_the_decision_alone():
    """A date that an earlier report feared says nothing more once a later one calls it done."""
    feared = report("a", "2022-06-01", "stand: vertraagd, nieuwe_datum: {tekst: juli 2023, van: 2023-07, waarom: null}")
    in_time = told(feared, report("b", "2023-01-01", "stand: klaar, sinds: 2022-11"))
    assert (delay(in_time, step(in_time)), was_on_time(in_time, step(in_time))) == (None, True)
    late = told(feared, report("b", "2023-04-01", "stand: klaar, sinds: 2023-03"))
    assert (delay(late, step(late)), was_on_time(late, step(late))) == (Delay(None), False)


def test_since_when_it_is_done_is_one_date_by_the_newest_report():
    """A report that mends the day of an earlier one counts for how much later it was as well."""
    first, mended = (
        report("a", "2023-06-01", "stand: klaar, sinds: 2023-02"),
        report("b", "2023-09-01", "stand: klaar, sinds: 2023-01"),
    )
    policy = told(first, mended, when="{tekst: september 2022, van: 2022-09}")
    assert since_of(reported_of(policy, STEP)) == "2023-01"
    assert delay(policy, step(policy)) == Delay(4)


def decided_anew(policy_text: str) -> str:
    """Return a policy as it was adopted after the reports of these tests."""
    return policy_text.replace("vastgesteld_op: null", "vastgesteld_op: 2023-06-01")


def test_a_newer_decision_goes_before_an_older_report():
    """Of policy that was decided after a report, the date of that report is no longer the one that counts."""
    feared = report("a", "2022-06-01", "stand: vertraagd, nieuwe_datum: {tekst: juli 2023, van: 2023-07, waarom: null}")
    own = KERNOPGAVE.replace("{tekst: 2021 tot en met 2022, van: 2021, tot: 2022}", "{tekst: juni 2023, van: 2023-06}")
    before, after = policy_of(own, feared), policy_of(decided_anew(own), feared)
    assert [delay(each, step(each)) for each in (before, after)] == [Delay(1), None]


def test_what_was_decided_again_after_a_report_gave_it_more_time_is_not_called_late():
    """Nobody knows whether a council that adopts the same date again means it: nothing is late before the date of the report is past as well."""
    given = report("a", "2022-06-01", "stand: vertraagd, nieuwe_datum: {tekst: in 2024, tot: 2024, waarom: null}")
    own = KERNOPGAVE.replace("tot: 2022", "tot: 2023")
    policy = policy_of(decided_anew(own), given)
    assert delay(policy, step(policy)) is None
    assert [is_overdue(policy, step(policy), day) for day in (date(2024, 9, 1), date(2025, 1, 1))] == [False, True]


def test_what_was_over_when_the_policy_was_decided_anew_was_not_decided_then():
    """Of a time that was past on that day the report of before still tells how much later it is."""
    given = report("a", "2022-06-01", "stand: vertraagd, nieuwe_datum: {tekst: in 2024, tot: 2024, waarom: null}")
    policy = policy_of(decided_anew(KERNOPGAVE), given)
    assert delay(policy, step(policy)) == Delay(24)


def test_nothing_is_on_time_or_late_by_what_was_decided_after_it_was_done():
    """Another date that was decided since does not make something that was done before it done in time."""
    done = report("a", "2022-06-01", "stand: klaar, sinds: 2022-05")
    own = KERNOPGAVE.replace("tot: 2022", "tot: 2025")
    before, after = policy_of(own, done), policy_of(decided_anew(own), done)
    assert [was_on_time(each, step(each)) for each in (before, after)] == [True, None]


@pytest.mark.parametrize(("year", "expected"), [("", []), (", jaar: 2023", []), (", jaar: 2021", [20])])
def test_no_money_is_held_against_an_amount_that_was_decided_after_it_was_spent(year, expected):
    """Only an amount of a year that was over then is the one that the report knew."""
    spent = report("a", "2022-06-01", f"over: fijn-wonen/bedrag-bouwen, besteed: {{bedrag: 120{year}}}")
    policy = policy_of(f"{decided_anew(KERNOPGAVE)}{MONEY}bedrag: 100{year}}}\n", spent)
    assert [each.over for each in spent_on(policy)] == expected
