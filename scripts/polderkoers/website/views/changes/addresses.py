"""Where the pages about changes stand, and what the versions are called on them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

from polderkoers.changes.change import Change
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.versies import NOW
from polderkoers.website.words import UNKNOWN, one_line

if TYPE_CHECKING:
    from polderkoers.website.history import HeldVersion

FOLDER = "wijzigingen/"
CHOOSE = f"{FOLDER}vergelijken/"
FOR_THE_COUNCIL = "meedoen/voor-de-raad/"
FEEDS = "feeds/"


def pair_path(old: str, new: str) -> str:
    """Return the address of the page with the changes between two versions, given their ids."""
    return f"{FOLDER}{old}-{new}/"


def decision_path(old: str, new: str) -> str:
    """Return the address of the draft decision between two versions, given their ids."""
    return f"{pair_path(old, new)}besluit/"


def apart_path(old: str, new: str) -> str:
    """Return the address of the page with what is no policy in the changes between two versions, given their ids."""
    return f"{pair_path(old, new)}overig/"


def part_path(old: str, new: str, number: int) -> str:
    """Return the address of one of the pages with what was and will be between two versions, given their ids, from 1."""
    return f"{pair_path(old, new)}deel-{number}/"


def change_path(old: str, new: str, change: Change) -> str:
    """Return the permanent address of one change between two versions, given their ids."""
    return f"{pair_path(old, new)}#{quote(change.anchor)}"


def file_anchor(ref: str) -> str:
    """Return where on the page of two versions the changes in a file stand, by the reference of the file or of an item in it."""
    return f"bestand-{ref.partition('/')[0]}"


def name_of(version: HeldVersion) -> str:
    """Return the name of a version as it stands in a sentence."""
    if version.id == NOW:
        return "nu"
    return one_line(version.name)


def date_of(version: HeldVersion, today: date) -> str:
    """Return of when a version is, in words: its own date, or that of the state of now."""
    if version.listed is None:
        return f"stand van {datum_in_words(today.isoformat())}"
    if not version.listed.datum:
        return f"datum: {UNKNOWN.lower()}"
    return datum_in_words(version.listed.datum)
