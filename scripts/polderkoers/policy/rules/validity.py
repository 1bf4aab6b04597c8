"""Wanneer iets geldt, past bij zijn status.

Op de site staat boven beleid dat het is ingetrokken, of dat het nog niet geldt. Dat lukt alleen als status en datums bij elkaar
passen. Een datum van intrekken hoort bij status 'ingetrokken', en komt niet voor de dag van vaststellen. Treedt iets in werking
voor het is vastgesteld? Dat kan, met terugwerkende kracht. Klopt het? Dan mag die waarschuwing blijven staan.

Fout:

    status: vastgesteld
    ingetrokken_op: 2024-03-12

Goed:

    status: ingetrokken
    ingetrokken_op: 2024-03-12
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.model.dates import datum_in_words, parse_datum, the_datum
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.rules.finding import Context, Finding

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry

_STANDS = {"concept": "de status is 'concept'", "vastgesteld": "de status is 'vastgesteld'", None: "de status is leeg"}


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every day of withdrawal without that status, and every day that comes before the one of adoption."""
    for entry in context.policy.entries.values():
        if isinstance(entry.item, Beleid):
            yield from _withdrawn(entry, entry.item)
            yield from _in_force(entry, entry.item)


def _withdrawn(entry: Entry, item: Beleid) -> Iterator[Finding]:
    if item.ingetrokken_op is None:
        return
    if item.status != "ingetrokken":
        message = f"Bij 'ingetrokken_op' staat {item.ingetrokken_op}, maar {_STANDS[item.status]}."
        hint = "geldt het niet meer? Schrijf status: ingetrokken. Geldt het nog? Haal ingetrokken_op dan weg."
        yield Finding(entry, "/ingetrokken_op", message, hint)
    elif _is_before(item.ingetrokken_op, item.vastgesteld_op):
        message = f"Het is ingetrokken ({item.ingetrokken_op}) voor het is vastgesteld ({item.vastgesteld_op})."
        yield Finding(entry, "/ingetrokken_op", message, "controleer beide datums in de bron.")


def _in_force(entry: Entry, item: Beleid) -> Iterator[Finding]:
    if item.treedt_in_werking is None or item.vastgesteld_op is None:
        return
    if _is_before(item.treedt_in_werking, item.vastgesteld_op):
        begin, adopted = the_datum(item.treedt_in_werking), datum_in_words(item.vastgesteld_op)
        message = f"Het geldt vanaf {begin}, en is pas daarna vastgesteld: {adopted}."
        hint = "controleer beide datums in de bron. Geldt het met terugwerkende kracht? Dan klopt het."
        yield Finding(entry, "/treedt_in_werking", message, hint, "waarschuwing")


def _is_before(date: str, other: str | None) -> bool:
    """Return whether a date is certainly before another: a year and a day in it are not."""
    first, second = parse_datum(date), parse_datum(other or "")
    return first is not None and second is not None and first.last < second.first
