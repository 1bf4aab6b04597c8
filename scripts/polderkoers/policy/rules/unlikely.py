"""Een bedrag en een datum van vaststellen kunnen kloppen.

Eén cijfer te veel of te weinig valt niet op, en staat dan jaren op de site. Een bedrag heeft hoogstens twee cijfers achter de
punt, en is minder dan duizend miljard. Beleid is niet vastgesteld of ingetrokken op een dag die nog moet komen, en niet
vastgesteld voor 1945. Een voorstel aan de raad heeft meestal een dag die er al was. Klopt het toch? Dan mag de waarschuwing blijven staan.

Waarschuwing:

    vastgesteld_op: 2200-09-27

Goed:

    vastgesteld_op: 2020-09-27
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from polderkoers.policy.index import Entry
from polderkoers.policy.model.besluiten import Besluit
from polderkoers.policy.model.blocks import Bedrag
from polderkoers.policy.model.dates import parse_datum
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.verslag import Melding
from polderkoers.policy.numbers import in_dutch
from polderkoers.policy.rules.dates import is_to_come, still_to_come
from polderkoers.policy.rules.finding import Context, Finding

_MOST = 10**12
_FIRST_YEAR = 1945


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every amount and every day of adoption, withdrawal or decision that is hardly possible."""
    for entry in context.policy.entries.values():
        if isinstance(entry.item, Beleid):
            yield from _adopted(entry, entry.item)
            yield from _withdrawn(entry, entry.item)
    for entry in context.policy.of(Bedrag):
        if entry.item.bedrag is not None:
            yield from _amount(entry, f"{entry.item.pointer}/bedrag", entry.item.bedrag)
    for told in context.policy.of(Melding):
        if told.item.besteed is not None:
            yield from _amount(told, f"{told.item.pointer}/besteed/bedrag", told.item.besteed.bedrag)
    for decision in context.policy.of(Besluit):
        if not decision.item.has_happened:
            yield from still_to_come(decision, f"{decision.item.pointer}/datum", decision.item.datum, "waarschuwing")


def _adopted(entry: Entry, item: Beleid) -> Iterator[Finding]:
    day = parse_datum(item.vastgesteld_op) if item.vastgesteld_op else None
    if day is None:
        return
    if is_to_come(day):
        message = f"Bij 'vastgesteld_op' staat {item.vastgesteld_op}; die dag moet nog komen."
        hint = "controleer het jaar. Is er nog geen besluit? Schrijf dan status: concept en vastgesteld_op: null."
        yield Finding(entry, "/vastgesteld_op", message, hint, "waarschuwing")
    elif day.last.year < _FIRST_YEAR:
        message = f"Bij 'vastgesteld_op' staat {item.vastgesteld_op}; dat is voor 1945."
        yield Finding(entry, "/vastgesteld_op", message, "controleer het jaar in de bron.", "waarschuwing")


def _withdrawn(entry: Entry, item: Beleid) -> Iterator[Finding]:
    """Yield a day of withdrawal that is still to come: the site says already that it no longer holds."""
    day = parse_datum(item.ingetrokken_op) if item.ingetrokken_op else None
    if day is not None and is_to_come(day) and item.status == "ingetrokken":
        message = f"Bij 'ingetrokken_op' staat {item.ingetrokken_op}; die dag moet nog komen."
        hint = (
            "controleer het jaar. Geldt het tot die dag nog? Haal ingetrokken_op dan weg, en schrijf pas op die dag "
            "status: ingetrokken."
        )
        yield Finding(entry, "/ingetrokken_op", message, hint, "waarschuwing")


def _amount(entry: Entry, pointer: str, amount: float) -> Iterator[Finding]:
    if abs(amount) >= _MOST:
        message = f"Hier staat € {in_dutch(amount)}; dat is duizend miljard of meer."
        hint = "controleer het aantal nullen. Een bedrag schrijf je voluit in euro's: 1,25 miljoen is 1250000."
        yield Finding(entry, pointer, message, hint, "waarschuwing")
        return
    exponent = Decimal(str(amount)).as_tuple().exponent
    if isinstance(exponent, int) and exponent < -2:
        message = f"Hier staat € {in_dutch(amount)}; een bedrag heeft hoogstens twee cijfers achter de komma."
        hint = "controleer het bedrag in de bron. Een punt is hier altijd de komma, en nooit een punt tussen duizendtallen."
        yield Finding(entry, pointer, message, hint, "waarschuwing")
