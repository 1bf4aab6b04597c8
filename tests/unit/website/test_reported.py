"""What reports say, as a reader sees it: a word with a sign, sentences about what is new, and a tally that says nought as well."""

from __future__ import annotations

import pytest

from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.progress import reports, since_the_last
from polderkoers.website.render import Renderer
from polderkoers.website.views.age import is_of_today
from polderkoers.website.views.backlinks import row
from polderkoers.website.views.by_state import unreported
from polderkoers.website.views.cards import card
from polderkoers.website.views.marks import MARKS, PASSED, UNREPORTED, mark_of, reported_mark
from polderkoers.website.views.news import news_of
from polderkoers.website.views.progress_page import council_pages, progress_page
from polderkoers.website.views.reported import progress_of
from polderkoers.website.views.site import Site
from polderkoers.website.views.spending import spending
from polderkoers.website.views.tally import tally
from polderkoers.website.views.threads import threads
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
        ("toelichting: Er is over gepraat.", "{tekst: in 2021, van: 2021}", "Gemeld, zonder stand"),
    ],
)
def test_a_mark_says_what_the_last_report_says_and_the_day(row, when, word):
    """What is past and not called done is too late, but only where a report gives a state at all."""
    site = site_of(report("a", "2021-03-01", row), when=when)
    assert mark_of(site, site.policy.entries[STEP]).word == word


def test_a_report_is_not_said_to_call_something_late():
    """Where the calendar says that the time is over, what the report itself says stands beside its name."""
    late = site_of(report("a", "2021-03-01", "stand: loopt"), when="{tekst: in 2021, van: 2021}")
    in_time = site_of(report("a", "2021-03-01", "stand: loopt"), when="{tekst: in 2095, van: 2095}")
    assert [progress_of(site, site.policy.entries[STEP]).said for site in (late, in_time)] == ["loopt", ""]


def test_what_nobody_reported_says_so_on_its_page_and_on_no_card():
    """Of an item without a report the page says that it is reported nowhere; a card says nothing."""
    site = site_of()
    entry = site.policy.entries[STEP]
    assert progress_of(site, entry).mark is MARKS["niet-gemeld-te-laat"]
    later = site_of(when="{tekst: in 2095, van: 2095}")
    assert progress_of(later, later.policy.entries[STEP]).mark is MARKS["niet-gemeld"]
    assert reported_mark(site, entry) is None


def test_a_goal_without_a_report_says_so_where_there_are_reports():
    """Every row of a goal that no report names carries its mark, once any report is there; a step that has time left carries none."""
    goal, later = "fijn-wonen/doel-genoeg-huizen", "{tekst: in 2095, van: 2095}"
    silent, told = (
        site_of(),
        site_of(report("a", "2021-03-01", "stand: loopt").replace(STEP, "fijn-wonen/stap-anders"), when=later),
    )
    assert reported_mark(silent, silent.policy.entries[goal]) is None
    assert row(told, told.policy.entries[goal]).state is MARKS["niet-gemeld"]
    assert row(told, told.policy.entries[STEP]).state is None
    assert card(told, told.policy.entries[goal]).state is MARKS["niet-gemeld"]


def test_a_goal_of_which_an_activity_is_reported_is_not_called_unreported():
    """It has no state of its own, and says of what inside it something is reported; one of which nothing is says so."""
    work = "    activiteiten:\n      - {id: activiteit-bouwen, naam: Bouwen}\n"
    own = KERNOPGAVE.replace("rollen:\n", f"{work}rollen:\n", 1)
    of_work, of_step = (
        Site(policy_of(own, report("a", "2021-03-01", "stand: klaar").replace(STEP, ref)))
        for ref in ("fijn-wonen/activiteit-bouwen", STEP)
    )
    goal = "fijn-wonen/doel-genoeg-huizen"
    told, silent = (progress_of(site, site.policy.entries[goal]) for site in (of_work, of_step))
    assert told.mark is MARKS["gemeld"]
    [fact] = told.facts
    assert (fact.label, [link.text for link in fact.links]) == ("Wel gemeld van", ["Bouwen"])
    assert silent.mark is UNREPORTED


def test_the_council_reads_one_count_of_goals_without_a_report():
    """The page on what goals lack names the goals that the page about progress names: a report of a step is none of its goal."""
    site = Site(polderdam())
    lacking = {link.address for box in threads(site) for link in box.unreported}
    untold = {
        entry
        for entry in site.policy.of(Doel)
        if is_of_today(site, entry) and mark_of(site, entry) in (UNREPORTED, PASSED)
    }
    named = {link.address for each in unreported(site) for link in each.links}
    assert lacking >= {site.address(entry) for entry in untold} != set()
    assert {site.address(entry) for entry in untold if mark_of(site, entry) is UNREPORTED} <= named


def test_what_has_no_name_is_never_called_by_its_id():
    """A note is known by how its text begins, and what a report says of something by its report."""
    site = site_of(report("a", "2021-03-01", "stand: loopt"))
    note = site.policy.entries["fijn-wonen/letop-huizen"]
    assert note.item.tekst.startswith(site.link(note).text.removesuffix("…"))
    assert site.link(site.policy.entries["a/melding-een"]).text == "Melding in Verslag a"
    assert "letop-huizen" not in site.titled(note).text


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


def test_the_same_state_since_another_time_is_new():
    """A reader who read the first day reads that another one came; a state of before another one says nothing of it."""
    rows = (
        "stand: klaar, sinds: 2021-02",
        "stand: klaar",
        "stand: klaar, sinds: 2021-01",
        "stand: loopt, sinds: 2021-08",
    )
    site = site_of(
        *(report(name, f"2021-0{place}-01", row) for place, (name, row) in enumerate(zip("abcd", rows, strict=True), 5))
    )
    last, mended, same, _ = (tuple(news_of(site, since_the_last(site.policy, each))) for each in reports(site.policy))
    assert mended[0].sentences == ("Eerder gemeld: klaar sinds februari 2021. Nu gemeld: sinds januari 2021.",)
    assert same == ()
    assert last[0].sentences == ("Was: klaar. Nu: loopt, sinds augustus 2021.",)


def test_the_tally_counts_each_activity_once_and_says_nought():
    """Of a step with a date and without a report: one has a date, none is reported."""
    site = site_of()
    found = tally(site, [site.policy.entries[STEP], site.policy.entries[STEP]])
    assert found is not None
    assert (found.counted, found.dated, found.past, found.reported) == ("1 stap", 1, 1, 0)
    assert tally(site, [site.policy.entries["fijn-wonen"]]) is None


def test_the_tally_does_not_count_what_a_report_calls_unknown():
    """A report that says that nobody knows how something stands has not said how it stands."""
    unknown, known = (site_of(report("a", "2021-03-01", f"stand: {state}")) for state in ("onbekend", "loopt"))
    assert [tally(site, [site.policy.entries[STEP]]).reported for site in (unknown, known)] == [0, 1]


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ((2023,), "Er is een nieuwe meting van 2023."),
        ((2023, 2024, 2025), "Er zijn nieuwe metingen van 2023, 2024 en 2025."),
        ((None,), "Er is een nieuwe meting."),
    ],
)
def test_new_measurements_are_told_in_one_sentence(years, words):
    """Several years are a list, and an unknown year is not told."""
    own = f"{KERNOPGAVE}indicatoren:\n  - {{id: indicator-tevreden, naam: Tevreden, eenheid: procent}}\n"
    rows = ", ".join(f"{{waarde: 5, jaar: {year or 'null'}}}" for year in years)
    site = Site(policy_of(own, MEASURED.format(id="a", datum="2025-12-31", rows=rows)))
    (line,) = news_of(site, since_the_last(site.policy, reports(site.policy)[0]))
    assert line.sentences == (words,)


INDICATOR = "fijn-wonen/indicator-tevreden"
MEASURED = """soort: verslag
id: {id}
titel: Verslag {id}
vorm: monitor
datum: {datum}
vastgesteld_door: null
meldingen:
  - id: melding-een
    over: fijn-wonen/indicator-tevreden
    metingen: [{rows}]
"""


def test_measured_last_is_the_last_year_of_each_group_only():
    """A report that tells several years gives one latest value a group; a later report about an earlier year is not the latest."""
    own = f"{KERNOPGAVE}indicatoren:\n  - {{id: indicator-tevreden, naam: Tevreden, eenheid: procent, metingen: [{{waarde: 50, jaar: 2020, meting: wijkonderzoek}}]}}\n"
    way = "meting: wijkonderzoek"
    rows = f"{{waarde: 51, jaar: 2023, {way}}}, {{waarde: 53, jaar: 2024, {way}}}, {{waarde: 60, jaar: 2024, groep: jongeren}}"
    later = f"{{waarde: 40, jaar: 2022, {way}}}"
    site = Site(
        policy_of(
            own,
            MEASURED.format(id="a", datum="2025-03-01", rows=rows),
            MEASURED.format(id="b", datum="2025-09-01", rows=later),
        )
    )
    facts = progress_of(site, site.policy.entries[INDICATOR]).facts
    assert [fact.text for fact in facts] == ["Tevreden: 53% (2024)", "jongeren: 60% (2024)"]


def amount_of(*rows: str, more: str = "") -> tuple[Site, str]:
    """Return a site with an amount of 2021 and reports of what was spent on it, and the reference of the amount."""
    plan = 'soort: plan\nid: koers\ntitel: Koers\nversie: "1"\nstatus: null\nvastgesteld_op: null\nvastgesteld_door: null\nbron: {document: visie-2020}\nsamenvatting: Een.\nhoofdstukken:\n  - {id: geld, rubriek: geld, naam: Geld, bedragen: [{id: bedrag-een, bedrag: 1000, waarvoor: Bomen, jaar: 2021MORE}]}\n'.replace(
        "MORE", more
    )
    told = (
        report(f"r{number}", f"202{number}-03-01", row).replace(STEP, "koers/bedrag-een")
        for number, row in enumerate(rows, start=2)
    )
    return Site(policy_of(plan, *told)), "koers/bedrag-een"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            "besteed: {bedrag: 1200, jaar: 2021}",
            "€ 1.200 van € 1.000: € 200 meer dan was besloten, volgens Verslag r2",
        ),
        ("besteed: {bedrag: 1000, jaar: 2021}", "€ 1.000 van € 1.000: precies wat was besloten, volgens Verslag r2"),
        ("besteed: {bedrag: 300, jaar: 2022}", "€ 300 (niet te vergelijken met wat was besloten), volgens Verslag r2"),
        (
            "besteed: {bedrag: 1000, jaar: 2021, ongeveer: true}",
            "ongeveer € 1.000 van € 1.000, volgens Verslag r2",
        ),
    ],
)
def test_an_amount_says_wherever_it_stands_what_was_spent_beside_what_was_decided(row, words):
    """Its card and its row in the table of money say it in words, and no card only says that something is reported."""
    site, ref = amount_of(row)
    shown = card(site, site.policy.entries[ref])
    spent = [
        fact.text.replace("\N{NO-BREAK SPACE}", " ") for fact in shown.facts if fact.label.startswith("Uitgegeven")
    ]
    assert spent == [words]
    assert shown.state is None
    assert [
        fact.text.replace("\N{NO-BREAK SPACE}", " ") for fact in tuple(spending(site, site.policy.entries[ref]))
    ] == [words]


def test_only_the_newest_report_about_a_year_tells_what_was_spent():
    """Two reports about one year are one line, of the newest; another year has its own."""
    site, ref = amount_of("besteed: {bedrag: 300, jaar: 2021}", "besteed: {bedrag: 400, jaar: 2021}")
    (line,) = spending(site, site.policy.entries[ref])
    assert line.text.endswith("volgens Verslag r3")


def test_without_a_report_the_page_about_progress_has_no_groups():
    """Nothing is called done, running or late where no report says so."""
    shown = progress_page(site_of())["shown"]
    assert shown.groups == ()
    assert shown.reports == ()
    assert shown.newest == ()


def test_what_is_reported_of_polderdam_stands_under_its_state():
    """Residents see first what is done; each group holds what stands so, and each report is listed."""
    shown = progress_page(Site(polderdam()))["shown"]
    words = [group.mark.word for group in shown.groups]
    assert words[0] == "Klaar"
    assert {"Loopt", "Vertraagd", "Niet begonnen", "Gestopt", "Stand onbekend"} <= set(words) | {"Te laat"}
    assert len(shown.reports) == 5


def test_what_no_report_names_while_its_time_is_over_stands_apart():
    """Where there is a report that could have named it, the page about progress and its own page say that its date is over."""
    other = report("a", "2023-03-01", "stand: loopt").replace(STEP, "fijn-wonen/doel-genoeg-huizen")
    site = site_of(other)
    found = {group.mark.word: group for group in progress_page(site)["shown"].groups}
    passed = found["Datum voorbij, nog nergens gemeld"]
    assert [item.link.address for each in passed.files for item in each.items] == [
        site.link(site.policy.entries[STEP]).address
    ]
    assert (
        progress_of(site, site.policy.entries[STEP])
        .facts[0]
        .text.startswith("Besloten was: 2021 tot en met 2022. Geen verslag")
    )
    assert not progress_page(site_of())["shown"].groups


def test_since_when_is_taken_from_the_report_that_says_it():
    """A later report that says the same without a day does not take it away; one that said something else in between does."""
    begun = report("a", "2021-03-01", "stand: loopt, sinds: 2021-02")
    same, other = (
        report(id_, day, f"stand: {state}")
        for id_, day, state in (("b", "2021-06-01", "loopt"), ("c", "2021-05-01", "vertraagd"))
    )
    later = "{tekst: in 2095, van: 2095}"
    told = [
        progress_of(site, site.policy.entries[STEP]).sinds
        for site in (site_of(begun, same, when=later), site_of(begun, other, same, when=later))
    ]
    assert told == ["sinds februari 2021 volgens Verslag a", ""]


def test_no_sentence_says_that_nobody_called_done_what_a_report_called_done():
    """After a report that calls it done, one that does not know it says so, and not that no report ever did."""
    site = site_of(report("a", "2021-03-01", "stand: klaar"), report("b", "2024-03-01", "stand: onbekend"))
    texts = [fact.text for fact in progress_of(site, site.policy.entries[STEP]).facts]
    assert any("Een eerder verslag noemde het klaar, het laatste niet." in text for text in texts)
    assert not any("Geen verslag zegt dat het klaar is." in text for text in texts)


def test_a_report_says_beside_what_was_spent_what_was_decided():
    """So that it tells the same in print as the page about progress does; each report by its own spending, an older one of that year too."""
    site, ref = amount_of("besteed: {bedrag: 300, jaar: 2021}", "besteed: {bedrag: 1200, jaar: 2021}")
    told = [each.facts[0].text.replace("\u00a0", " ") for each in progress_of(site, site.policy.entries[ref]).told]
    assert sorted(told) == [
        "€ 1.200 in 2021 van € 1.000: € 200 meer dan was besloten",
        "€ 300 in 2021 van € 1.000: € 700 minder dan was besloten",
    ]


def test_each_file_has_a_page_of_its_own_progress():
    """It has the groups and the tally of that file and its parts alone, and only the reports about these."""
    site = Site(polderdam())
    paths = {page.path: page for page in council_pages(site)}
    assert "voortgang/raad/" in paths
    for path, page in paths.items():
        shown = page.view()["shown"]
        if shown.about is not None:
            file = site.policy.entries[path.split("/")[1]]
            inside = {
                site.link(site.policy.entries[id_]) for id_ in (file.item.id, *getattr(file.item, "onderdelen", ()))
            }
            assert {each.file for group in shown.groups for each in group.files} <= inside, path
            assert {each.file for each in shown.unreported} <= inside
            assert 0 < len(shown.reports) <= len(reports(site.policy))
    plan = paths["voortgang/samen-vooruit/"].view()["shown"]
    assert {each.file.text for group in plan.groups for each in group.files} >= {"Prettig wonen"}
    assert len(paths) > 1


def test_a_choice_reaches_what_is_new_and_what_nobody_reported():
    """Whatever the page names outside of its groups carries the same values to choose by."""
    shown = progress_page(Site(polderdam()))["shown"]
    assert shown.news
    untold = [link for each in shown.unreported for link in each.links]
    assert untold
    assert {link.address for link in (*untold, *(line.about for line in shown.news))} <= set(shown.values)
    assert {shown.values[link.address].progress.mark.code for link in untold} == {"niet-gemeld"}
    stands = next(each for each in shown.filters if each.name == "stand")
    assert "niet-gemeld" in {choice.value for choice in stands.choices}


def test_a_report_that_only_explains_hides_no_state_before_it():
    """What is new is held against the last state, date, money and measurement that were given, by whichever report."""
    site = site_of(
        report("a", "2021-03-01", "stand: loopt, nieuwe_datum: {tekst: in 2030, tot: 2030, waarom: null}"),
        report("b", "2021-06-01", "toelichting: Er is over gepraat."),
        report("c", "2021-09-01", "stand: klaar, nieuwe_datum: {tekst: in 2030, tot: 2030, waarom: null}"),
    )
    (line,) = progress_page(site)["shown"].news
    assert line.sentences == ("Was: loopt. Nu: klaar.",)


def test_a_value_that_is_not_known_or_was_given_before_is_no_new_measurement():
    """Only a known value of another year, group or way is new; another value for the same is told as that."""
    own = f"{KERNOPGAVE}indicatoren:\n  - {{id: indicator-tevreden, naam: Tevreden, eenheid: procent, metingen: [{{waarde: 50, jaar: 2020}}]}}\n"
    site = Site(
        policy_of(
            own,
            MEASURED.format(id="a", datum="2025-03-01", rows="{waarde: 51, jaar: 2023}, {waarde: 52, jaar: 2024}"),
            MEASURED.format(
                id="b",
                datum="2025-09-01",
                rows="{waarde: 51, jaar: 2023}, {waarde: 55, jaar: 2024}, {waarde: null, jaar: 2025}",
            ),
        )
    )
    (line,) = progress_page(site)["shown"].news
    assert line.sentences == ("Er is een andere waarde van 2024 dan eerder is gemeld.",)


def test_reports_of_one_day_are_both_the_newest():
    """Of two reports of the same date nobody knows which came last: what is new in both is told."""
    site = site_of(
        report("a", "2021-03-01", "stand: loopt"),
        report("b", "2021-03-01", "over: fijn-wonen/doel-genoeg-huizen, stand: klaar"),
    )
    shown = progress_page(site)["shown"]
    assert len(shown.newest) == 2
    assert {line.sentences[0] for line in shown.news} == {
        "Voor het eerst gemeld: loopt.",
        "Voor het eerst gemeld: klaar.",
    }


def test_a_goal_of_which_an_indicator_is_reported_is_not_reported_nowhere():
    """The goal says of what something was reported, and that no state is known."""
    own = f"{KERNOPGAVE}indicatoren:\n  - {{id: indicator-tevreden, naam: Tevreden, eenheid: procent, doelen: [fijn-wonen/doel-genoeg-huizen], metingen: [{{waarde: 50, jaar: 2020}}]}}\n"
    site = Site(policy_of(own, MEASURED.format(id="a", datum="2025-03-01", rows="{waarde: 51, jaar: 2023}")))
    goal = site.policy.entries["fijn-wonen/doel-genoeg-huizen"]
    found = progress_of(site, goal)
    assert found.mark.word == "Gemeld, zonder stand"
    assert [(fact.label, fact.links[0].text) for fact in found.facts] == [("Wel gemeld van", "Tevreden")]


def test_two_ways_of_measuring_are_named_where_both_are_told():
    """The latest values of one group, measured in two ways, do not look like one."""
    own = f"{KERNOPGAVE}indicatoren:\n  - {{id: indicator-tevreden, naam: Tevreden, eenheid: procent, metingen: [{{waarde: 50, jaar: 2020, meting: wijkonderzoek}}]}}\n"
    rows = "{waarde: 61, jaar: 2024, meting: landelijk-onderzoek}"
    site = Site(policy_of(own, MEASURED.format(id="a", datum="2025-03-01", rows=rows)))
    assert [fact.text for fact in progress_of(site, site.policy.entries[INDICATOR]).facts] == [
        "Tevreden (meting: wijkonderzoek): 50% (2020)",
        "Tevreden (meting: landelijk onderzoek): 61% (2024)",
    ]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (", ongeveer: true", "€ 1.200 van ongeveer € 1.000, volgens Verslag r2"),
        (", hoogstens: true", "€ 1.200 van hoogstens € 1.000: € 200 meer dan was besloten, volgens Verslag r2"),
        (", zekerheid: mogelijk", "€ 1.200 (niet te vergelijken met wat was besloten), volgens Verslag r2"),
        (", zekerheid: zeker", "€ 1.200 van € 1.000: € 200 meer dan was besloten, volgens Verslag r2"),
    ],
)
def test_what_was_decided_is_said_as_exactly_as_the_policy_says_it(more, words):
    """No difference is told from what is about so much, or from money that was not decided."""
    site, ref = amount_of("besteed: {bedrag: 1200, jaar: 2021}", more=more)
    assert [each.text.replace("\N{NO-BREAK SPACE}", " ") for each in spending(site, site.policy.entries[ref])] == [
        words
    ]


def test_money_of_several_years_is_held_together_against_what_was_decided_once():
    """No year says that less was spent than decided while the years together say more."""
    site, ref = amount_of("besteed: {bedrag: 700, jaar: 2021}", "besteed: {bedrag: 500, jaar: 2022}")
    told = {
        each.label: each.text.replace("\N{NO-BREAK SPACE}", " ") for each in spending(site, site.policy.entries[ref])
    }
    assert told == {
        "Uitgegeven in 2021": "€ 700, volgens Verslag r2",
        "Uitgegeven in 2022": "€ 500, volgens Verslag r3",
        "Uitgegeven in 2021 en 2022 samen": "€ 1.200 van € 1.000: € 200 meer dan was besloten",
    }


def test_once_all_together_is_known_a_year_is_held_against_nothing():
    """One amount has one difference: that of all that was spent; the page of a report says the same."""
    site, ref = amount_of("besteed: {bedrag: 300, jaar: 2021}", "besteed: {bedrag: 800}")
    entry = site.policy.entries[ref]
    told = {each.label: each.text.replace("\N{NO-BREAK SPACE}", " ") for each in spending(site, entry)}
    assert told == {
        "Uitgegeven in 2021": "€ 300, volgens Verslag r2",
        "Uitgegeven": "€ 800 van € 1.000: € 200 minder dan was besloten, volgens Verslag r3",
    }
    texts = {each.facts[0].text.replace("\N{NO-BREAK SPACE}", " ") for each in progress_of(site, entry).told}
    assert "€ 300 in 2021" in texts


def test_a_time_that_is_over_is_told_in_the_words_of_that_time():
    """Where a report gives another time without a date, what is over is the time that was decided."""
    row = "stand: loopt, nieuwe_datum: {tekst: ooit, waarom: null}"
    site = site_of(report("a", "2021-03-01", row), when="{tekst: in 2021, van: 2021}")
    (late,) = [fact.text for fact in progress_of(site, site.policy.entries[STEP]).facts if fact.label == "Te laat"]
    assert late.startswith("De tijd is voorbij (in 2021).")


@pytest.mark.parametrize(
    ("spent", "words"),
    [
        ("300", "€ 300 van hoogstens € 1.000, volgens Verslag r2"),
        ("1000", "€ 1.000 van hoogstens € 1.000, volgens Verslag r2"),
        ("1200", "€ 1.200 van hoogstens € 1.000: € 200 meer dan was besloten, volgens Verslag r2"),
    ],
)
def test_less_than_something_may_cost_at_most_is_not_less_than_was_decided(spent, words):
    """Only more than that is another amount than was decided."""
    site, ref = amount_of(f"besteed: {{bedrag: {spent}, jaar: 2021}}", more=", hoogstens: true")
    (line,) = spending(site, site.policy.entries[ref])
    assert line.text.replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_value_in_a_report_says_how_it_was_measured():
    """So that two values of one year are not taken for one that changed."""
    own = f"{KERNOPGAVE}indicatoren:\n  - {{id: indicator-tevreden, naam: Tevreden, eenheid: procent}}\n"
    rows = "{waarde: 51, jaar: 2023, meting: wijk-onderzoek}, {waarde: 60, jaar: 2023}"
    site = Site(policy_of(own, MEASURED.format(id="a", datum="2025-03-01", rows=rows)))
    (told,) = progress_of(site, site.policy.entries[INDICATOR]).told
    assert [row.wat for row in told.metingen] == ["Tevreden (meting: wijk onderzoek)", "Tevreden"]


def test_a_later_date_of_before_the_policy_was_decided_anew_stays_in_sight():
    """It is not said to be later than decided, because nobody knows that, and what was decided to a later time than it is told alone."""
    row = "stand: vertraagd, nieuwe_datum: {tekst: in 2096, tot: 2096, waarom: null}"
    told = {}
    for when in ("{tekst: in 2095, van: 2095}", "{tekst: in 2097, van: 2097}"):
        own = KERNOPGAVE.replace("{tekst: 2021 tot en met 2022, van: 2021, tot: 2022}", when)
        anew = own.replace("vastgesteld_op: null", "vastgesteld_op: 2023-06-01")
        site = Site(policy_of(anew, report("a", "2022-06-01", row)))
        told[when] = [(fact.label, fact.text) for fact in progress_of(site, site.policy.entries[STEP]).facts]
    assert list(told.values()) == [
        [("Besloten", "in 2095"), ("Gemeld voordat dat is vastgesteld", "in 2096")],
        [],
    ]


def test_of_two_reports_of_one_date_none_is_called_earlier():
    """Both stand in sight on the page of an item; only one of an earlier date is folded behind them."""
    texts = [report(id_, "2021-06-01", "stand: loopt") for id_ in ("a", "b")]
    site = site_of(report("c", "2021-03-01", "stand: niet begonnen"), *texts)
    page = Renderer(site).page("kernopgaven/fijn-wonen/stap-bouwen/")
    assert "Eerder gemeld (1)" in page
    shown, _, folded = page.partition("Eerder gemeld")
    assert [name in part for part in (shown, folded) for name in ("Verslag a</a>", "Verslag b</a>", "Verslag c</a>")] == [
        True, True, False, False, False, True,
    ]  # fmt: skip
