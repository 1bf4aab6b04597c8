"""Times and addresses as the pages of the werkbank write them."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from polderkoers.policy.dutch_dates import in_words

HERE = ZoneInfo("Europe/Amsterdam")


def time_of(when: datetime) -> str:
    """Return the time of day: `14:03`."""
    return f"{when.astimezone(HERE):%H:%M}"


def moment_of(when: datetime) -> str:
    """Return day and time: `vandaag om 14:03`, `30 november 2026 om 14:03`."""
    there, now = when.astimezone(HERE), datetime.now(HERE)
    if there.date() == now.date():
        return f"vandaag om {time_of(when)}"
    return f"{in_words(there.date().isoformat())} om {time_of(when)}"


def address_of(text: str) -> str:
    """Return a text as part of an address; the slash of a reference stays."""
    return quote(text, safe="/")
