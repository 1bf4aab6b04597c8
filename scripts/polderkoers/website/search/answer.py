"""What can stand above the results of a search, as the answer: a card with a heading, a few sentences and where to read on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Lead:
    """Words that lead to an address: below the root of the site, or a whole one of another site. `note` stands behind it."""

    text: str
    address: str
    note: str = ""


@dataclass(frozen=True)
class Overview:
    """A page that is about no item, as the search knows it: its title, the heading on it, and its first paragraph."""

    title: str
    heading: str
    text: str


# What the page for searching weighs apart, whatever an organisation calls it (zoeken-kaart.js): a goal has a long name, a place or a
# group is often asked for with something else, what is asked of every organisation by few words, and a number only by who says so.
GOAL, PLACE, GROUP, ASKED, COUNTED = "doel", "plaats", "groep", "antwoord", "aantal"


@dataclass(frozen=True)
class Answer:
    """An answer. `kind` says in a word what it is, `sort` says it to the page for searching where that weighs it apart, `address` leads to its page, empty when it has none.

    It answers to its title and `names`: all words of one of them must be asked for. One with names in `whole` answers to those alone, and
    nothing else may be asked for. `heading` stands above `leads`, of which those are shown that say most of what is asked for. `contacts` are who
    can be turned to, and `drawing` is the address of what is drawn beside its title. It also answers to `silent`, names of which own policy of
    today says no word: then the card says so.
    """

    kind: str
    title: str
    text: str
    address: str
    names: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    heading: str = ""
    leads: tuple[Lead, ...] = ()
    contacts: tuple[Lead, ...] = ()
    drawing: str = ""
    sort: str = ""
    silent: tuple[str, ...] = ()
