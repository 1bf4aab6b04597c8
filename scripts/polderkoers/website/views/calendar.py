"""What can be put in a calendar: decision moments, steps, phases and activities of our own policy with a date, and what the council waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import capital
from polderkoers.policy.in_force import WITHDRAWN
from polderkoers.policy.model.dates import datum_in_words, on_datum, parse_datum
from polderkoers.policy.model.verslag import STOPPED
from polderkoers.policy.progress import last_state, new_date_of, reported_of
from polderkoers.website.views.council import TO_COME, called, code_of, council_of
from polderkoers.website.views.link import said_when, subjects_of
from polderkoers.website.views.time_span import DEADLINE, IN_TIME, MOMENT, OPEN, PERIOD, TimeSpan, span_of
from polderkoers.website.views.timeline import moved_to
from polderkoers.website.words import one_line

if TYPE_CHECKING:
    from datetime import date

    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.besluiten import Besluit
    from polderkoers.policy.model.dates import Datum
    from polderkoers.policy.progress import Reported
    from polderkoers.website.views.site import Site

ALL = "data/agenda.ics"
_EXACT = {
    MOMENT: "",
    PERIOD: "",
    OPEN: "Wanneer het ophoudt, staat niet in de bron.",
    DEADLINE: "Dit is het uiterste moment. Wanneer het begint, staat niet in de bron.",
}
_NOT_EXACT = "De dag staat niet in de bron. Daarom staat hier de hele tijd waarin het valt."
_NO_PROMISE = "Een plan is geen toezegging, en of iets is gedaan, staat niet in de bron."


@dataclass(frozen=True)
class CalendarEvent:
    """Something in a calendar, over whole days from `first` to `last`. `ref` tells it from all others, `address` is where the site shows it."""

    ref: str
    name: str
    first: date
    last: date
    text: str
    address: str
    kind: str


@dataclass(frozen=True)
class Calendar:
    """One calendar: its address below the root of the site, what it is called, what it is of, and what is in it."""

    path: str
    title: str
    label: str
    events: tuple[CalendarEvent, ...]


def calendars(site: Site) -> tuple[Calendar, ...]:
    """Return the calendar of all our policy and those of the subjects, as far as something in them has a date: an empty one is none (RFC 5545)."""
    dated = [*_dated_events(site), *_deadlines(site), *_to_be_decided(site)]
    found = [Calendar(ALL, "Wat wanneer gebeurt", "Alles met een datum", _in_order(event for event, _ in dated))]
    for theme in site.policy.of_kind("thema"):
        mine = (event for event, subjects in dated if theme.item.id in subjects)
        label = one_line(theme.item.label)
        found.append(
            Calendar(f"data/agenda/{theme.item.id}.ics", f"Wat wanneer gebeurt: {label}", label, _in_order(mine))
        )
    return tuple(filter(attrgetter("events"), found))


def _dated_events(site: Site) -> Iterator[tuple[CalendarEvent, tuple[str, ...]]]:
    """Yield what policy of ours says when it is, with the subjects of each."""
    for entry, span in _dated(site):
        yield _event(site, entry, span), subjects_of(entry)


def _deadlines(site: Site) -> Iterator[tuple[CalendarEvent, tuple[str, ...]]]:
    """Yield the last day of what the council waits for, with the subjects of each."""
    for entry in council_of(site).decisions:
        deadline = parse_datum(entry.item.uiterlijk or "")
        if deadline is not None and entry.item.is_open:
            yield _deadline(site, entry, deadline), council_of(site).of_list(entry, "themas")


def _to_be_decided(site: Site) -> Iterator[tuple[CalendarEvent, tuple[str, ...]]]:
    """Yield the day of what is still to be decided, with the subjects of each."""
    for entry in council_of(site).decisions:
        day = parse_datum(entry.item.datum or "")
        if day is not None and code_of(entry.item, site.day()) == TO_COME:
            yield _decision(site, entry, day), council_of(site).of_list(entry, "themas")


def _decision(site: Site, entry: Entry[Besluit], day: Datum) -> CalendarEvent:
    when = capital(datum_in_words(entry.item.datum or ""))
    return CalendarEvent(
        entry.ref,
        f"{when}: {one_line(entry.item.naam)}",
        day.first,
        day.last,
        f"{called(entry.item)}.\nHierover moet nog een besluit komen.",
        site.address(entry),
        capital(entry.item.soort),
    )


def _deadline(site: Site, entry: Entry[Besluit], deadline: Datum) -> CalendarEvent:
    day = datum_in_words(site.day().isoformat())
    until = on_datum(entry.item.uiterlijk or "")
    said = (
        f"{called(entry.item)}.",
        f"Dit moet uiterlijk {until} klaar zijn.",
        f"Wat ermee is gedaan, stond op {day} nog niet op de site.",
    )
    return CalendarEvent(
        entry.ref,
        f"Uiterlijk {until}: {one_line(entry.item.naam)}",
        deadline.first,
        deadline.last,
        "\n".join(said),
        site.address(entry),
        capital(entry.item.soort),
    )


def _dated(site: Site) -> Iterator[tuple[Entry, TimeSpan]]:
    for entry in site.policy.of_kind(*IN_TIME):
        if site.is_foreign(entry) or site.mark(entry) == WITHDRAWN:
            continue
        state = last_state(reported_of(site.policy, entry.ref))
        if state is not None and state.melding.stand == STOPPED:
            continue
        if span := moved_to(site, entry) or span_of(entry):
            yield entry, span


def _in_order(events: Iterable[CalendarEvent]) -> tuple[CalendarEvent, ...]:
    return tuple(sorted(events, key=lambda event: (event.first, event.ref)))


def _behind(words: str, when: str) -> str:
    """Return words with a time behind them as a sentence, nothing without a time."""
    return f"{words}{when}." if when else ""


def _told(said: tuple[Reported, ...]) -> str:
    """Return how something stands by the last report that says so, and else that no source says it."""
    state = last_state(said)
    if state is None:
        return _NO_PROMISE
    return f"Volgens {one_line(state.report.item.titel)} ({datum_in_words(state.report.item.datum)}): {state.melding.stand}."


def _event(site: Site, entry: Entry, span: TimeSpan) -> CalendarEvent:
    kind, decided = site.words.one(entry.item.soortnaam), one_line(said_when(entry))
    told = reported_of(site.policy, entry.ref)
    moved = one_line(new.tekst) if (new := new_date_of(entry, told)) else ""
    when = moved or decided
    within = one_line(entry.file.label)
    said = (
        f"{capital(kind)} bij {within}.",
        _behind("De bron zegt: ", decided),
        _behind("Een verslag noemt een nieuwe tijd: ", moved),
        _EXACT.get(span.shape, _NOT_EXACT),
        _told(told),
    )
    name = one_line(entry.item.label)
    return CalendarEvent(
        entry.ref,
        f"{capital(when)}: {name}" if when else name,
        span.first,
        span.last,
        "\n".join(filter(None, said)),
        site.address(entry),
        capital(kind),
    )
