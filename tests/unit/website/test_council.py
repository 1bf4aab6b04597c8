"""What the council decided: how it stands at the date of the data, where it is shown, and what is not said because nobody knows it."""

from __future__ import annotations

from datetime import date

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.model.besluiten import Besluit, Besluiten
from polderkoers.policy.model.build import build_file
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.having import themas_of
from polderkoers.website.calendar_file import calendar_files
from polderkoers.website.feeds import FeedPublisher
from polderkoers.website.views.calendar import calendars
from polderkoers.website.views.council import (
    DECIDED,
    DONE,
    LATE,
    OPEN,
    TO_COME,
    UNDECIDED,
    code_of,
    council_of,
    decision_row,
    decisions_about,
)
from polderkoers.website.views.council_overview import council
from polderkoers.website.views.council_page import decision_page
from polderkoers.website.views.progress_messages import progress_messages
from polderkoers.website.views.site import Site
from polderkoers.website.views.timeline import years
from support.gemeente import policy
from support.made_up import document

DAY = date(2026, 9, 21)
EPOCH = "1790000000"


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    """Let the data be of a day on which one promise is past its last day and another is not."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture
def site():
    """The site of Polderdam."""
    return Site(policy())


def decision(more: str, soort: str = "toezegging") -> Besluit:
    """Return a decision with some fields."""
    text = f"soort: besluiten\nid: besluiten-2024\nbesluiten:\n  - {{id: x, soort: {soort}, naam: Een brief, datum: 2024-05-01, {more}}}\n"
    file = build_file(document(text, "data/besluiten/besluiten-2024.yaml"))
    assert isinstance(file, Besluiten)
    return file.besluiten[0]


def ids(rows) -> list[str]:
    """Return the last part of the addresses of rows."""
    return [row.link.address.strip("/").rpartition("/")[2] for row in rows]


@pytest.mark.parametrize(
    ("soort", "more", "code"),
    [
        ("toezegging", "uiterlijk: 2026-09-20", LATE),
        ("toezegging", "uiterlijk: 2026-09-21", OPEN),
        ("toezegging", "uiterlijk: 2026-09", OPEN),
        ("toezegging", "uiterlijk: 2026-Q2", LATE),
        ("toezegging", "noot: Zonder datum.", OPEN),
        ("toezegging", "uitkomst: vervallen", DECIDED),
        ("raadsvraag", "uiterlijk: 2025", LATE),
        ("motie", "uitkomst: aangenomen", OPEN),
        ("motie", "uitkomst: overgenomen", OPEN),
        ("motie", "uitkomst: verworpen, uiterlijk: 2025", DECIDED),
        ("motie", "uitkomst: aangehouden", DECIDED),
        ("motie", "noot: Uitkomst niet bekend.", UNDECIDED),
        ("motie", "noot: Uitkomst niet bekend., uiterlijk: 2025", UNDECIDED),
        ("amendement", "uitkomst: aangenomen", DECIDED),
        ("besluit", "uitkomst: aangenomen, uiterlijk: 2025", LATE),
        ("raadsvoorstel", "uiterlijk: 2025", UNDECIDED),
        ("amendement", "uiterlijk: 2025", UNDECIDED),
        ("raadsvoorstel", "uitkomst: gewijzigd aangenomen, uiterlijk: 2025", LATE),
        ("motie", "uitkomst: aangenomen, uiterlijk: 2025, afgedaan: {datum: null, tekst: Gedaan.}", DONE),
        ("motie", "uitkomst: verworpen, afgedaan: {datum: null, tekst: Gedaan.}", DECIDED),
        ("motie", "uitkomst: aangehouden, afgedaan: {datum: null, tekst: Later.}", DECIDED),
        ("toezegging", "uitkomst: vervallen, afgedaan: {datum: null, tekst: Hoeft niet meer.}", DECIDED),
    ],
)
def test_how_something_stands_follows_from_the_data(soort, more, code):
    """Open is what asks for something and has no answer; past its last day only when that day is over."""
    assert code_of(decision(more, soort), DAY) == code


def test_what_is_past_its_last_day_comes_first_and_the_rest_by_that_day(site):
    """The page begins with what is late, then what is open, the first due first; what needs no more is by year."""
    groups = {group.id: group for group in council(site)["groups"]}
    assert list(groups) == [LATE, OPEN, DONE, DECIDED]
    assert ids(groups[LATE].rows) == ["toezegging-woonlijst"]
    assert ids(groups[OPEN].rows)[0] == "toezegging-sportplein"
    assert [year.jaar for year in groups[DONE].years] == ["2024", "2023", "Datum niet bekend"]
    assert sum(group.total for group in groups.values()) == len(site.policy.of(Besluit))


def site_with(rows: str) -> Site:
    """Return the site of Polderdam with some more decisions."""
    text = f"soort: besluiten\nid: besluiten-2099\nbesluiten:\n{rows}"
    return Site(Policy((*policy().files, build_file(document(text, "data/besluiten/besluiten-2099.yaml")))))


def test_what_is_still_to_be_decided_is_neither_past_nor_news():
    """A decision of a day to come stands first due first, on the timeline as to come and in the calendar; the feed waits for its day."""
    site = site_with(
        "  - {id: later, soort: besluit, naam: Later, datum: 2026-12-17}\n"
        "  - {id: eerst, soort: raadsvoorstel, naam: Eerst, datum: 2026-10-01, uiterlijk: 2026-11-01}\n"
    )
    groups = {group.id: group for group in council(site)["groups"]}
    assert ids(groups[TO_COME].rows) == ["eerst", "later"]
    items = {item.ref: item for year in years(site, DAY) for item in year.moments}
    assert (items["besluiten-2099/later"].standing, items["besluiten-2099/later"].is_past) == ("Nog te komen", False)
    assert items["besluiten-2099/eerst"].wanneer == "1 oktober 2026"
    events = {event.ref: event for event in calendars(site)[0].events}
    assert events["besluiten-2099/later"].name == "17 december 2026: Later"
    assert not [message for message in progress_messages(site) if message.day > DAY]


def test_of_what_no_outcome_is_known_nobody_says_that_it_was_decided():
    """It has a group of its own, by year, with a badge that says the same; on the timeline it is past."""
    site = site_with("  - {id: stil, soort: motie, naam: Stil, datum: 2024-05-01}\n")
    groups = {group.id: group for group in council(site)["groups"]}
    rows = {group.id: ids(row for year in group.years for row in year.rows) for group in groups.values()}
    assert rows[UNDECIDED] == ["stil"]
    assert "stil" not in rows[DECIDED]
    assert groups[UNDECIDED].heading == "Uitkomst niet bekend"
    items = {item.ref: item for year in years(site, DAY) for item in year.moments}
    assert items["besluiten-2099/stil"].standing == "Uitkomst niet bekend"
    assert page(site, "besluiten-2099/stil")["state"].words == "Uitkomst niet bekend"


def test_what_was_rejected_or_adjourned_keeps_that_outcome_when_it_says_more():
    """Its badge and the timeline name the outcome, no message calls it dealt with, and its page keeps what was written."""
    site = site_with(
        "  - {id: nee, soort: motie, naam: Nee, datum: 2024-05-01, uitkomst: aangehouden, afgedaan: {datum: 2024-06-01, tekst: Komt later terug.}}\n"
    )
    shown = page(site, "besluiten-2099/nee")
    assert (shown["state"].words, shown["settled"].text) == ("Aangehouden", "Komt later terug.")
    items = {item.ref: item for year in years(site, DAY) for item in year.moments}
    assert items["besluiten-2099/nee"].standing == "Aangehouden"
    assert "besluiten/nee/afgedaan" not in {message.name for message in progress_messages(site)}


def test_a_reader_can_choose_by_kind_state_party_subject_and_place(site):
    """Each field offers what the rows carry, and nothing else."""
    fields = {field.name: {choice.value for choice in field.choices} for field in council(site)["filters"]}
    assert list(fields) == ["soort", "stand", "van", "aan", "stemde", "thema", "plaats"]
    assert fields["stand"] == {LATE, OPEN, DONE, DECIDED}
    assert {"dorpsbelang", "gemeente"} <= fields["van"]
    assert "gemeente-polderdam" not in fields["van"]


def test_who_made_received_or_voted_are_three_choices():
    """Who chooses a party as the one that asked finds nothing that this party only received or voted on."""
    text = "soort: besluiten\nid: besluiten-2030\nbesluiten:\n  - {id: motie-x, soort: motie, naam: X, datum: 2024-05-01, uitkomst: aangenomen, ingediend_door: [dorpsbelang], aan: [gemeente], stemmen: [{fractie: lijst-dijkstra, stem: voor}]}\n"
    file = build_file(document(text, "data/besluiten/besluiten-2030.yaml"))
    found = Site(Policy((*policy().files, file)))
    (row,) = [shown for shown in found.each(decision_row, found.policy.of(Besluit)) if shown.link.text == "X"]
    assert row.who == {"van": ("dorpsbelang",), "aan": ("gemeente",), "stemde": ("lijst-dijkstra",)}


def test_without_decisions_nothing_is_listed():
    """A policy without any has no groups, and its page says so."""
    alone = Policy(file for file in policy().files if not isinstance(file, Besluiten))
    assert council(Site(alone))["groups"] == ()


@pytest.mark.parametrize(
    ("ref", "wanted"),
    [
        ("prettig-wonen/doel-schone-buurt", ["motie-groene-gevels"]),
        ("prettig-wonen/doel-passend-huis", ["amendement-jongeren"]),
        (
            "prettig-wonen",
            ["toezegging-woonlijst", "amendement-jongeren", "motie-groene-gevels", "besluit-samen-vooruit"],
        ),
        ("plaatsen/de-brink", ["toezegging-sportplein", "motie-buurthuis"]),
        ("plaatsen/oosterdorp", ["vraag-leegstand"]),
        (
            "organisaties/polder-vooruit",
            ["motie-bus", "vraag-leegstand", "voorstel-samen-vooruit", "amendement-jongeren", "amendement-kosten"],
        ),
        ("begrippen/wmo", []),
        ("documenten/raadsbesluiten-2023", []),
    ],
)
def test_an_item_lists_what_was_decided_about_it(site, ref, wanted):
    """That is what names it or what stands in it, and what was handed in or voted on by it; open first, then the newest."""
    entry = site.policy.entries[ref]
    found = decisions_about(site, entry)
    assert sorted(ids(found)) == sorted(wanted)
    order = [LATE, OPEN]
    places = [order.index(row.state.code) if row.state.code in order else len(order) for row in found]
    assert places == sorted(places)
    refs = (f"besluiten-{row.jaar}/{id_}" for row, id_ in zip(found, ids(found), strict=True))
    days = [site.policy.entries[ref].item.datum for ref in refs]
    for place in set(places):
        alike = [day for day, other in zip(days, places, strict=True) if other == place]
        assert alike == sorted(alike, reverse=True)


def test_a_subject_lists_decisions_about_its_items(site):
    """A decision about a whole file stands with the subjects of that, also when it names none itself."""
    subject = site.policy.entries["themas/gezondheid"]
    assert "besluit-samen-vooruit" in ids(decisions_about(site, subject))


@pytest.mark.parametrize(
    ("more", "subjects"),
    [
        ("themas: [gezondheid], gaat_over: [prettig-wonen/doel-schone-buurt]", {"gezondheid"}),
        ("gaat_over: [ROOT]", "all"),
        ("gaat_over: [ITEM]", set()),
    ],
)
def test_a_decision_has_no_subject_that_nobody_gave_it(more, subjects):
    """Its own subjects win; about one item of a file with several subjects, it is not said which of these it is about."""
    held = policy()
    file = next(entry for entry in held.of(Beleid) if len(entry.item.themas) > 1)
    item = next(entry for entry in held.below(file) if not themas_of(entry.item))
    row = more.replace("ROOT", file.ref).replace("ITEM", item.ref)
    text = f"soort: besluiten\nid: besluiten-2099\nbesluiten:\n  - {{id: x, soort: motie, naam: Een, datum: 2024-05-01, {row}}}\n"
    site = Site(Policy((*held.files, build_file(document(text)))))
    found = council_of(site).of_list(site.policy.entries["besluiten-2099/x"], "themas")
    assert set(found) == (set(file.item.themas) if subjects == "all" else subjects)


def test_an_organisation_has_what_its_party_promised(site):
    """What the municipality as a party promised stands with the organisation that it is."""
    found = ids(decisions_about(site, site.policy.entries["organisaties/gemeente-polderdam"]))
    assert "toezegging-woonlijst" in found


def test_an_earlier_version_knows_nothing_of_what_came_of_it(site):
    """The page of an earlier version lists no decisions."""
    earlier = Site(policy(), today=site)
    assert decisions_about(earlier, earlier.policy.entries["prettig-wonen"]) == ()


def page(site, ref: str):
    """Return what the page of a decision shows."""
    return decision_page(site, site.policy.entries[ref])


def test_what_is_late_says_so_and_that_nothing_is_known(site):
    """It says until when it had to be, and that the data of their day say nothing; not that nothing was done."""
    assert page(site, "besluiten-2024/toezegging-woonlijst")["told"] == (
        "Dit moest uiterlijk op 31 december 2024 klaar zijn. Die datum is voorbij.",
        "Wat ermee is gedaan, staat niet in de gegevens van 21 september 2026.",
    )


@pytest.mark.parametrize(
    ("ref", "in_time"),
    [
        ("besluiten-2023/motie-groene-gevels", "Dat was op tijd."),
        ("besluiten-2024/vraag-leegstand", "Dat was op tijd."),
        ("besluiten-2024/toezegging-eten", ""),
    ],
)
def test_whether_something_was_in_time_is_said_when_the_dates_tell(site, ref, in_time):
    """Without the day on which it was dealt with, nothing is said of that."""
    assert page(site, ref)["settled"].in_time == in_time


def test_votes_are_told_by_side(site):
    """Each side with its groups, how many each had, and the total only where all of them are known."""
    sides = {side.name: side for side in page(site, "besluiten-2023/amendement-jongeren")["votes"]}
    assert [link.text for link in sides["Voor"].parties] == ["Dorpsbelang (4)", "Lijst Dijkstra (4)"]
    assert (sides["Voor"].total, sides["Tegen"].total, sides["Onthouden"].total) == (8, 3, None)
    assert page(site, "besluiten-2023/amendement-kosten")["counted"] == "4 stemmen voor en 10 tegen"


def test_what_is_open_and_has_a_last_day_is_in_the_calendar(site):
    """A calendar has the last days of what is open, in all and under each subject, and nothing that was dealt with."""
    events = {event.ref: event for calendar in calendars(site)[:1] for event in calendar.events}
    event = events["besluiten-2024/toezegging-sportplein"]
    assert (event.first, event.last) == (date(2028, 1, 1), date(2028, 3, 31))
    assert event.name == "Uiterlijk in het eerste kwartaal van 2028: De raad hoort wat het sportplein kost"
    assert "besluiten-2023/motie-groene-gevels" not in events
    wonen = next(calendar for calendar in calendars(site) if calendar.path.endswith("wonen.ics"))
    assert "besluiten-2024/toezegging-woonlijst" in {event.ref for event in wonen.events}
    publisher = FeedPublisher.of(site, "Koers", "https://polderdam.example/")
    assert any(
        b"/besluiten/toezegging-sportplein/" in write() for _, write in calendar_files(calendars(site), publisher, DAY)
    )


def test_the_timeline_has_decisions_at_their_day_and_what_is_open_at_its_last(site):
    """What was decided is past; what is open and due is still to come."""
    items = {item.ref: item for year in years(site, DAY) for item in year.moments}
    due = items["besluiten-2024/toezegging-sportplein"]
    assert (due.jaar, due.wanneer, due.is_past) == ("2028", "uiterlijk in het eerste kwartaal van 2028", False)
    late = items["besluiten-2024/toezegging-woonlijst"]
    assert (late.jaar, late.standing, late.is_past) == ("2024", "Datum voorbij", True)
    decided = items["besluiten-2023/besluit-samen-vooruit"]
    assert (decided.standing, decided.kind, decided.within.address) == (
        "Niet meer open",
        "Besluit 2023-041b",
        "besluiten/",
    )


def test_what_another_government_decided_is_said_to_be_theirs():
    """A decision out of a document of another government names it, so that nobody takes it for one of our own council."""
    files = [file for file in policy().files if not isinstance(file, Besluiten)]
    text = "soort: besluiten\nid: besluiten-2024\nbron: {document: sportnota-waterstad}\nbesluiten:\n  - {id: x, soort: motie, naam: Zwemmen, datum: 2024-05-01, themas: [gezondheid]}\n"
    theirs = Site(Policy([*files, build_file(document(text, "data/besluiten/besluiten-2024.yaml"))]))
    (row,) = decisions_about(theirs, theirs.policy.entries["themas/gezondheid"])
    assert row.other_owner == "de gemeente Waterstad"


def test_on_the_page_of_a_party_a_decision_says_how_it_voted(site):
    """With its number of votes where that is known; on the page of a subject no vote of one party is told."""
    asked = next(entry for entry in site.policy.of(Besluit) if any(vote.fractie for vote in entry.item.stemmen))
    vote = next(vote for vote in asked.item.stemmen if vote.fractie)
    party = site.policy.entries[f"organisaties/{vote.fractie}"]
    told = {row.link: row.voted for row in decisions_about(site, party)}[site.link(asked)]
    assert told.startswith(f"stemde {vote.stem}")
    assert not any(row.voted for subject in site.policy.of_kind("thema") for row in decisions_about(site, subject))
