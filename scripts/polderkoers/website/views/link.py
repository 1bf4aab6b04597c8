"""Words that lead somewhere, as every view writes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import TERMS
from polderkoers.policy.model.having import termijn_of, themas_of, wanneer_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy


@dataclass(frozen=True)
class Link:
    """Words that lead to an address below the root of the site; `mark` says that what is there is not in force.

    `official` is what the source calls it, where the words are a plain name; empty where they are those of the source.
    """

    text: str
    address: str
    mark: str = ""
    official: str = ""


def said_when(entry: Entry) -> str:
    """Return when an item is, in the words of the data; nothing where these do not say so."""
    when = wanneer_of(entry.item)
    return when.tekst if when else ""


def when_or_term(entry: Entry) -> str:
    """Return when an item is, in the words of the data; or else in which term."""
    return said_when(entry) or TERMS.get(termijn_of(entry.item), "")


def unique(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links without repetition, in order."""
    return tuple(dict.fromkeys(links))


def subjects_of(entry: Entry) -> tuple[str, ...]:
    """Return the ids of the subjects of an item, or else those of the nearest that it stands in and that has any."""
    levels = (themas_of(each.item) for each in (entry, *entry.ancestors()))
    return next(filter(None, levels), ())


def sure_subjects_of(policy: Policy, entry: Entry) -> tuple[str, ...]:
    """Return the ids of the subjects that an item surely has: its own or of what it stands in, and of money and indicators those of their goals.

    Of several subjects that only its file has, nobody knows which of them the item is about: then it has none.
    """
    goals = (reference.target for reference in policy.outgoing(entry) if reference.field == "doelen")
    if of_goals := [sure_subjects_of(policy, goal) for goal in goals if goal is not None]:
        return tuple(dict.fromkeys(chain.from_iterable(of_goals)))
    levels = (themas_of(each.item) for each in (entry, *entry.ancestors()) if not each.is_file)
    of_file = themas_of(policy.entries[entry.file.id].item)
    return next(filter(None, levels), of_file if entry.is_file or len(of_file) == 1 else ())
