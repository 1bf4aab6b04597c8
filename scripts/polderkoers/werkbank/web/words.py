"""Times and addresses as the pages of the werkbank write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote
from zoneinfo import ZoneInfo

from polderkoers.policy.dutch_dates import in_words

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.form import FormField

_ODD = re.compile(r"[^a-zA-Z0-9_-]")
HERE = ZoneInfo("Europe/Amsterdam")


def time_of(when: datetime) -> str:
    """Return the time of day: `14:03`."""
    return f"{when.astimezone(HERE):%H:%M}"


def moment_of(when: datetime) -> str:
    """Return day and time: `vandaag om 14:03`, `30 november 2026 om 14:03`."""
    there = when.astimezone(HERE)
    if there.date() == today():
        return f"vandaag om {time_of(when)}"
    return f"{in_words(there.date().isoformat())} om {time_of(when)}"


def today() -> date:
    """Return the day where people are."""
    return datetime.now(HERE).date()


def address_of(text: str) -> str:
    """Return a text as part of an address; the slash of a reference stays."""
    return quote(text, safe="/")


def element_of(name: str) -> str:
    """Return the id that a field has on a page, by its name."""
    return f"v-{_ODD.sub('-', name)}"


def rows_for(form_field: FormField) -> int:
    """Return how many lines a field for text has to begin with: as many as its text, and not too many."""
    lines = sum(1 + len(line) // 70 for line in form_field.value.split("\n"))
    return max(3, min(14, lines + 1))
