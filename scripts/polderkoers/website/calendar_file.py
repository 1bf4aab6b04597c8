"""Writes a calendar as iCalendar (RFC 5545, with the properties of a calendar of RFC 7986): the same bytes from every build of one commit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import icalendar

    from polderkoers.website.feeds import FeedPublisher
    from polderkoers.website.views.calendar import Calendar, CalendarEvent

_MAKER = "-//Polderkoers//Tijdlijn//NL"
# What a text of a calendar cannot hold: controls, but for a tab and the ends of lines.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_A_DAY = timedelta(days=1)


def calendar_files(
    found: tuple[Calendar, ...], publisher: FeedPublisher, day: date
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield every calendar as the path of its file below the root of the site, and what writes it; `day` is that of which the site speaks."""
    for calendar in found:
        yield calendar.path, partial(written, calendar, publisher, day)


def written(calendar: Calendar, publisher: FeedPublisher, day: date) -> bytes:
    """Return a calendar as a file. Without the address of the site it names none, because a link in a calendar must be whole."""
    import icalendar  # noqa: PLC0415 - only a build writes calendars, and a check would wait for it

    root = icalendar.Calendar()
    title = _text(f"{calendar.title} - {publisher.name}")
    root.add("prodid", _MAKER)
    root.add("version", "2.0")
    root.add("method", "PUBLISH")
    root.add("name", title)
    root.add("x-wr-calname", title)
    root.add("refresh-interval", _A_DAY, parameters={"VALUE": "DURATION"})
    if publisher.url:
        root.add("source", publisher.link(calendar.path, calendar.path), parameters={"VALUE": "URI"})
    stamp = datetime.combine(day, time.min, UTC)
    for event in calendar.events:
        root.add_component(_event(event, publisher, stamp))
    text: bytes = root.to_ical()
    return text


def _event(event: CalendarEvent, publisher: FeedPublisher, stamp: datetime) -> icalendar.Event:
    import icalendar  # noqa: PLC0415 - as above

    component = icalendar.Event()
    component.add("uid", publisher.tag("agenda", event.ref))
    component.add("dtstamp", stamp)
    component.add("dtstart", event.first)
    component.add("dtend", event.last + _A_DAY)
    component.add("summary", _text(event.name))
    component.add("description", _text(event.text))
    component.add("categories", [_text(event.kind)])
    # Whoever has it in a calendar is not busy all that time.
    component.add("transp", "TRANSPARENT")
    if publisher.url and event.address:
        component.add("url", publisher.link("", event.address))
    return component


def _text(words: str) -> str:
    return _NO_TEXT.sub("\ufffd", words)
