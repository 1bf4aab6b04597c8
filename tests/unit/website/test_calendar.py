"""The calendars: what is in them, in what form, and that the form is iCalendar."""

from __future__ import annotations

from datetime import date

import icalendar
import pytest

from polderkoers.website.calendar_file import calendar_files
from polderkoers.website.feeds import FeedPublisher
from polderkoers.website.views.calendar import calendars
from polderkoers.website.views.site import Site
from support.made_up import KERNOPGAVE, policy_of

WHEN = "{tekst: 2021 tot en met 2022, van: 2021, tot: 2022}"
SITE = "https://polderdam.example/beleid/"
DAY = date(2026, 11, 30)


def files(when: str, url: str = SITE, naam: str = "Bouwen") -> dict[str, icalendar.Calendar]:
    """Return the calendars of a small policy whose step has another period, read by a library, by their addresses."""
    text = KERNOPGAVE.replace(WHEN, when).replace("naam: Bouwen", f"naam: {naam}")
    site = Site(policy_of(text))
    publisher = FeedPublisher.of(site, "Koers", url)
    found = calendar_files(calendars(site), publisher, DAY)
    return {path: icalendar.Calendar.from_ical(write()) for path, write in found}


def only_event(when: str, **more: str) -> icalendar.Event:
    """Return the one event of all policy."""
    (event,) = files(when, **more)["data/agenda.ics"].walk("VEVENT")
    return event


@pytest.mark.parametrize(
    ("when", "first", "after"),
    [
        (WHEN, date(2021, 1, 1), date(2023, 1, 1)),
        ("{tekst: op 1 juli 2026, van: 2026-07-01}", date(2026, 7, 1), date(2026, 7, 2)),
        ("{tekst: derde kwartaal van 2030, van: 2030-Q3}", date(2030, 7, 1), date(2030, 10, 1)),
        ("{tekst: uiterlijk in 2026, tot: 2026}", date(2026, 1, 1), date(2027, 1, 1)),
        ("{tekst: vanaf 2019, van: 2019}", date(2019, 1, 1), date(2020, 1, 1)),
    ],
)
def test_an_event_takes_the_days_that_the_source_gives(when, first, after):
    """Whole days, from the first to the day after the last, and never a day that the source does not give."""
    event = only_event(when)
    assert (event["dtstart"].dt, event["dtend"].dt) == (first, after)
    assert event["dtstart"].params["VALUE"] == "DATE"


def test_an_event_says_what_its_source_says_and_where_it_is_shown():
    """The name begins with the words of the source, the text says what is not known, and the link leads to the step."""
    event = only_event("{tekst: in 2026, van: 2026}")
    assert event["summary"] == "In 2026: Bouwen"
    assert "De bron zegt: in 2026." in event["description"]
    assert "De dag staat niet in de bron." in event["description"]
    assert event["url"] == f"{SITE}kernopgaven/fijn-wonen/stap-bouwen/"
    assert event["transp"] == "TRANSPARENT"


REPORT = """soort: verslag
id: jaarverslag
titel: Jaarverslag
vorm: jaarverslag
datum: 2026-03-01
vastgesteld_door: null
meldingen:
  - {id: melding-een, over: fijn-wonen/stap-bouwen, ROW}
"""


def reported(row: str) -> tuple[str, ...]:
    """Return the name, first day and text of each event when a report says something of the only step."""
    site = Site(policy_of(KERNOPGAVE, REPORT.replace("ROW", row)))
    events = (event for calendar in calendars(site) if calendar.path == "data/agenda.ics" for event in calendar.events)
    return tuple(part for event in events for part in (event.name, event.first.isoformat(), event.text))


def test_an_event_is_at_the_time_that_a_report_gives_and_says_how_it_stands():
    """The new time goes before the decided one, which the text still says; what was stopped is in no calendar."""
    row = "stand: vertraagd, nieuwe_datum: {tekst: in 2027, van: 2027, waarom: null}"
    name, first, text = reported(row)
    assert (name, first) == ("In 2027: Bouwen", "2027-01-01")
    assert "De bron zegt: 2021 tot en met 2022." in text
    assert "Een verslag noemt een nieuwe tijd: in 2027." in text
    assert "Volgens Jaarverslag (1 maart 2026): vertraagd." in text
    assert "of iets is gedaan, staat niet in de bron" not in text
    assert reported("stand: gestopt") == ()


def test_a_calendar_has_all_that_the_standard_asks_for():
    """Version, maker and a name; each event an id of its own and the day of the data (RFC 5545, 3.6)."""
    calendar = files(WHEN)["data/agenda.ics"]
    assert (calendar["version"], calendar["prodid"]) == ("2.0", "-//Polderkoers//Tijdlijn//NL")
    assert calendar["name"] == calendar["x-wr-calname"] == "Wat wanneer gebeurt - Koers"
    (event,) = calendar.walk("VEVENT")
    assert event["uid"].endswith(":agenda/fijn-wonen/stap-bouwen")
    assert event["dtstamp"].dt.date() == DAY
    assert calendar.errors == event.errors == []


def test_a_subject_has_a_calendar_when_something_of_it_has_a_date():
    """The step stands in that of its theme, and a theme without a date has none, because an empty calendar is none."""
    assert set(files(WHEN)) == {"data/agenda.ics", "data/agenda/wonen.ics"}
    assert files("{tekst: eind april}") == {}


def test_without_an_address_of_the_site_no_link_is_given():
    """A link in a calendar must be whole, so that there is none when nobody knows where the site stands."""
    assert "url" not in only_event(WHEN, url="")


def test_a_text_with_signs_of_the_format_stays_text():
    """Commas, semicolons, backslashes, ends of lines and long words come back as they were, and no property is added."""
    name = "'A, b; c\\d " + "lang " * 40 + "BEGIN:VALARM'"
    event = only_event(WHEN, naam=name)
    assert event["summary"].endswith(name.strip("'"))
    assert event.subcomponents == []
