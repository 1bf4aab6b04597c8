"""Why an amount does not count in the effect on the budget: what nobody can add up is named, and left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from polderkoers.changes.money.amount import AMOUNT, Amount, amount_of, amounts_in, noted
from polderkoers.changes.money.period import has_period

if TYPE_CHECKING:
    from polderkoers.changes.items import Item
    from polderkoers.changes.money.period import Years
    from polderkoers.changes.sides import Names

# A budget of before or after these is a slip of the pen; the model holds a year to them too.
_FIRST, _LAST = 1900, 2100
_OF_ANOTHER = re.compile(
    r"\b(?:waarvan|waaronder|hiervan|daarvan|inclusief|incl|totaal|totale|totalen|inbegrepen|"
    r"(?:onder)?deel van|in totaal|alles bij elkaar|opgeteld|bovenop|al begroot|valt onder|"
    r"(?:ge)?hele (?:programma|plan|begroting|budget))\b",
    re.IGNORECASE,
)
SAME_NAME = "in hetzelfde plan staat nog een bedrag met deze naam"
PARTNER_LEFT_OUT = "een bedrag met dezelfde naam telt niet mee"


def reason(item: Item, names: Names) -> str:
    """Return why an amount cannot be added up with others, in words; empty when it can."""
    data = noted(item)
    amount = amount_of(data)
    return next(_reasons(item, data, amount, names), "")


def _reasons(item: Item, data: Mapping[str, Any], amount: Amount, names: Names) -> Iterator[str]:
    if data.get("bedrag") is None:
        yield "hoeveel het is, is niet bekend"
    elif amount.value is None:
        yield "het bedrag is minder dan nul of veel te groot"
    if "ongeveer" in amount.marks:
        yield "het bedrag is ongeveer"
    if "hoogstens" in amount.marks:
        yield "het bedrag is een maximum"
    if data.get("schaal") in ("regionaal", "landelijk"):
        yield "het geld is voor een groter gebied dan het eigen gebied"
    yield from _of_time(data, amount)
    if amount.has_note:
        yield "de redactie maakt er een opmerking bij"
    if _is_part(item, names):
        yield "het kan een deel van een ander bedrag zijn, of een totaal"
    if any(_overlaps(item, other) for other in _others(item)):
        yield SAME_NAME


def _of_time(data: Mapping[str, Any], amount: Amount) -> Iterator[str]:
    years = amount.years
    if not amount.rhythm:
        yield "er staat niet of het bedrag per jaar is"
    if not has_period(data):
        yield "er staat niet in welk jaar"
    elif years is None:
        yield "de periode is niet precies bekend"
    elif amount.rhythm == "yearly" and not years.is_whole:
        yield "de periode begint of eindigt midden in een jaar"
    elif years.last is None and (amount.rhythm == "once" or data.get("soort") != "structureel"):
        yield "er staat niet tot wanneer"
    elif not _FIRST <= years.first <= (years.last or years.first) <= _LAST:
        yield "het jaar kan niet kloppen"


def _is_part(item: Item, names: Names) -> bool:
    """Return whether the words or the links of an amount say that it may hold another, or be held by it."""
    if _OF_ANOTHER.search(f"{item.data.get('waarvoor')} {item.data.get('toelichting')}"):
        return True
    for ref in _met(item):
        found = names.item(ref)
        if found is not None and found.block == AMOUNT:
            return True
    return any(item.ref in _met(each) for each in _others(item))


def _met(item: Item) -> Iterator[str]:
    links = item.data.get("samenhang")
    for link in links if isinstance(links, list) else ():
        if isinstance(link, Mapping):
            yield str(link.get("met"))


def _others(item: Item) -> Iterator[Item]:
    """Yield the other amounts in the file of an amount."""
    for each in amounts_in(item.root):
        if each is not item:
            yield each


def name_of_money(item: Item) -> str:
    """Return what an amount is for, so that two that are for the same have the same."""
    return " ".join(str(item.data.get("waarvoor")).casefold().split())


def _overlaps(item: Item, other: Item) -> bool:
    """Return whether two amounts for the same may be the same money: nobody says that they are for other years."""
    if name_of_money(item) != name_of_money(other) or other.data.get("bedrag") is None:
        return False
    one, two = amount_of(item.data).years, amount_of(other.data).years
    if one is None or two is None:
        return True
    return one.first <= _end(two) and two.first <= _end(one)


def _end(years: Years) -> int:
    return years.last or _LAST
