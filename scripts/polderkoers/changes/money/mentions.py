"""Money that no amount holds: in a text, or as a figure or measurement in euro. Nobody can add it up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from polderkoers.changes.deciding.parts import POLICY, part_of
from polderkoers.changes.figures import figures
from polderkoers.changes.money.amount import euro, money_of
from polderkoers.changes.money.changed import AMOUNT
from polderkoers.changes.nature import TEXT_FIELDS, is_text
from polderkoers.changes.phrases import full_name
from polderkoers.policy.dutch_words import listing

if TYPE_CHECKING:
    from polderkoers.changes.change import Change, Subject
    from polderkoers.changes.items import Item
    from polderkoers.changes.sides import Names, Side

IN_A_TEXT = "het staat in een tekst of als cijfer, en niet als bedrag"
_NOT_TOLD = frozenset({"let_op", "samenhang", "publicatie", "bron"})


class Mention(NamedTuple):
    """Money that is only mentioned: where, what was and is said, and that it does not count."""

    ref: str
    name: str
    said: str
    why: str = IN_A_TEXT


def mentions(changes: Iterable[Change], names: Names) -> Iterator[Mention]:
    """Yield where sums of money come or go that are no amounts."""
    found: dict[tuple[str, str], tuple[set[Decimal], set[Decimal]]] = {}
    for change in changes:
        if change.block == AMOUNT or change.significance == "redactioneel" or part_of(change) != POLICY:
            continue
        was = _told(change, change.old, change.was) - _amounts(names.old, change.was)
        now = _told(change, change.new, change.now) - _amounts(names.new, change.now)
        if was != now:
            before, after = found.setdefault((change.ref, full_name(change.item, names)), (set(), set()))
            before |= was - now
            after |= now - was
    for (ref, name), (before, after) in found.items():
        yield Mention(ref, name, _said(before - after, after - before))


def _said(gone: set[Decimal], come: set[Decimal]) -> str:
    was, now = (listing([*map(euro, sorted(values))]) for values in (gone, come))
    if was and now:
        return f"eerst {was}, nu {now}"
    return f"nieuw: {now}" if now else f"vervalt: {was}"


def _told(change: Change, held: Any, subject: Subject | None) -> set[Decimal]:
    """Return the sums of money that one side of a change tells."""
    if held is None or subject is None:
        return set()
    if is_text(change):
        return _in_text(held)
    if change.field is None:
        return set(_in_data(held, change.block))
    unit = change.amount.unit if change.amount is not None else None
    value = money_of(held)
    return {value} if unit == "euro" and value is not None else set()


def _in_text(text: str) -> set[Decimal]:
    return {figure.value for figure in figures(text) if figure.unit == "euro"}


def _in_data(data: Any, slot: str) -> Iterator[Decimal]:
    """Yield the sums of money in the texts and the figures of what is new or gone, at any depth; amounts speak for themselves."""
    if not isinstance(data, Mapping) or slot in (AMOUNT, "bedragen", *_NOT_TOLD):
        return
    if data.get("eenheid") == "euro":
        yield from filter(None, (money_of(each.get("waarde")) for each in (data, *_measured(data))))
    for name, held in data.items():
        if isinstance(held, str) and name in TEXT_FIELDS and name not in ("noot", "plek"):
            yield from _in_text(held)
        for part in held if isinstance(held, list) else [held]:
            yield from _in_data(part, name)


def _measured(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    found = data.get("metingen")
    if isinstance(found, list):
        yield from (each for each in found if isinstance(each, Mapping))


def _amounts(side: Side, subject: Subject | None) -> set[Decimal]:
    """Return the sums that the amounts in the same file hold: a text that names one of these says nothing new."""
    root = None if subject is None else side.file(subject.ref.partition("/")[0])
    if root is None:
        return set()
    return set(filter(None, (money_of(item.data.get("bedrag")) for item in _of_money(root))))


def _of_money(root: Item) -> Iterator[Item]:
    yield from (item for item in root.inside() if item.block == AMOUNT)
