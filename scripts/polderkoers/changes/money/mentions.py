"""Money that no amount holds: in a text, or as a figure or measurement in euro. Nobody can add it up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from polderkoers.changes.deciding.parts import POLICY, part_of
from polderkoers.changes.figures import TextSum, sums
from polderkoers.changes.money.amount import AMOUNT, amounts_in, money_of
from polderkoers.changes.money.budgeted import LeftOut
from polderkoers.changes.nature import TEXT_FIELDS, is_text
from polderkoers.changes.phrases import called, file_name
from polderkoers.policy.dutch_words import listing

if TYPE_CHECKING:
    from polderkoers.changes.change import Change, Subject
    from polderkoers.changes.sides import Names, Side

IN_A_TEXT = "het staat in een tekst of als cijfer, en niet als bedrag"
Sums = set[TextSum]
_NOT_TOLD = frozenset({"let_op", "samenhang", "publicatie", "bron"})


def mentions(changes: Iterable[Change], names: Names) -> Iterator[LeftOut]:
    """Yield where sums of money come or go that are no amounts."""
    found: dict[tuple[str, str, str], tuple[Sums, Sums]] = {}
    amounts = _Amounts()
    for change in changes:
        if change.block == AMOUNT or change.significance == "redactioneel" or part_of(change) != POLICY:
            continue
        was, now = _told(change, change.old, change.was), _told(change, change.new, change.now)
        gone, come = was - now, now - was
        unsaid = amounts.of(gone, change.was, names.old), amounts.of(come, change.now, names.new)
        # What stands beside it as an amount says nothing new; of a sum that took its place both are told.
        if ((gone - unsaid[0]) and come) or ((come - unsaid[1]) and gone):
            unsaid = set(), set()
        was, now = was - unsaid[0], now - unsaid[1]
        if was != now:
            key = change.ref, file_name(change.item, with_kind=True), _name(change.item)
            before, after = found.setdefault(key, (set(), set()))
            before |= was - now
            after |= now - was
    for key, (before, after) in found.items():
        yield LeftOut(*key, _said(before - after, after - before), IN_A_TEXT)


def _name(subject: Subject) -> str:
    if subject.parent is None:
        return "de tekst"
    return called(subject)


def _said(gone: Sums, come: Sums) -> str:
    was, now = _listed(gone), _listed(come)
    if was and now:
        return f"eerst {was}, nu {now}"
    if now:
        return f"nieuw: {now}"
    return f"vervalt: {was}"


def _listed(values: Sums) -> str:
    return listing([each.said for each in sorted(values)])


def _told(change: Change, held: Any, subject: Subject | None) -> Sums:
    """Return the sums of money that one side of a change tells."""
    if held is None or subject is None:
        return set()
    if is_text(change):
        return set(sums(held))
    if change.field is None:
        return set(sums_in(held, change.block))
    unit = change.amount.unit if change.amount is not None else None
    value = money_of(held)
    if unit == "euro" and value is not None:
        return {TextSum(value)}
    return set()


def sums_in(data: Any, slot: str) -> Iterator[TextSum]:
    """Yield the sums of money in the texts and the figures of what is new or gone, at any depth; amounts speak for themselves."""
    if not isinstance(data, Mapping) or slot in (AMOUNT, "bedragen", *_NOT_TOLD):
        return
    if data.get("eenheid") == "euro":
        yield from (TextSum(value) for each in (data, *_measured(data)) if (value := money_of(each.get("waarde"))))
    for name, held in data.items():
        if isinstance(held, str) and name in TEXT_FIELDS and name not in ("noot", "plek"):
            yield from sums(held)
        for part in held if isinstance(held, list) else [held]:
            yield from sums_in(part, name)


def _measured(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for name in ("metingen", "streefwaarden"):
        found = data.get(name)
        for each in found if isinstance(found, list) else ():
            if isinstance(each, Mapping):
                yield each


class _Amounts:
    """The sums that the amounts of each file hold: a text that names one of these says nothing new."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, str], set[Decimal | None]] = {}

    def of(self, told: Sums, subject: Subject | None, side: Side) -> Sums:
        """Return which of these sums the file of an item holds as an amount too."""
        held = self._beside(subject, side)
        return {each for each in told if each.value in held}

    def _beside(self, subject: Subject | None, side: Side) -> set[Decimal | None]:
        """Return the sums of the file of an item, read once for all that stands in it."""
        if subject is None:
            return set()
        file = subject.ref.partition("/")[0]
        key = id(side), file
        if key not in self._found:
            self._found[key] = {money_of(item.data.get("bedrag")) for item in amounts_in(side.file(file))}
        return self._found[key]
