"""What the changes between two versions do to the budget: per plan, kind of money and year, with what cannot be added up apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.changes.deciding.draft import is_of_others
from polderkoers.changes.money.amount import amount_of, amount_words
from polderkoers.changes.money.changed import AmountPair, changed_amounts
from polderkoers.changes.money.flows import Flows, Row, rows_of
from polderkoers.changes.money.mentions import mentions
from polderkoers.changes.money.uncounted import PARTNER_LEFT_OUT, name_of_money, reason
from polderkoers.changes.phrases import file_name, full_name
from polderkoers.policy.dutch_words import capital

if TYPE_CHECKING:
    from polderkoers.changes.change import Change
    from polderkoers.changes.items import Item
    from polderkoers.changes.sides import Names

NO_KIND = "structureel of incidenteel is niet bekend"
_CERTAINTY = {"zeker": "zeker", "onzeker": "onzeker", "mogelijk": "mogelijk (nog niet besloten)"}
_STATUS_CHANGES = "de status van het plan verandert"
_WITHDRAWN = "het plan is ingetrokken"
_OF_OTHERS = "dit is beleid van een ander"


@dataclass(frozen=True)
class BudgetPart:
    """The money of one kind in one plan. `total` is what the rows come to; None when there is no end to them."""

    kind: str
    rows: tuple[Row, ...]
    total: Row | None


@dataclass(frozen=True)
class PlanBudget:
    """The effect of one plan."""

    ref: str
    heading: str
    parts: tuple[BudgetPart, ...]


@dataclass(frozen=True)
class LeftOut:
    """Money that does not count: what it is, how much was and is said of it, and why it does not."""

    ref: str
    name: str
    said: str
    why: str


@dataclass(frozen=True)
class Budget:
    """The effect on the budget. It is empty when no money changes."""

    plans: tuple[PlanBudget, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def by_reason(self) -> Mapping[str, tuple[LeftOut, ...]]:
        """What does not count, by why not."""
        found: dict[str, list[LeftOut]] = {}
        for each in self.left_out:
            found.setdefault(each.why, []).append(each)
        return {why: tuple(those) for why, those in found.items()}

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.plans or self.left_out)


NO_BUDGET = Budget()


def budget_of(changes: Iterable[Change], names: Names) -> Budget:
    """Return what changes do to the budget."""
    found = tuple(changes)
    pairs = [pair for pair in changed_amounts(found, names) if pair.is_changed]
    reasons = _reasons(pairs, names)
    counted = [pair for pair in pairs if not reasons[pair]]
    left_out = [*(_left_out(pair, reasons[pair], names) for pair in pairs if reasons[pair])]
    left_out += [LeftOut(*mention) for mention in mentions(found, names)]
    return Budget(tuple(_plans(counted, names)), tuple(left_out))


def _reasons(pairs: list[AmountPair], names: Names) -> Mapping[AmountPair, str]:
    """Return why each amount does not count. When one does not, neither does what may be the same money under another id."""
    found = {pair: _reason(pair, names) for pair in pairs}
    doubtful = {_key(item) for pair, why in found.items() if why for item in pair.sides}
    for pair, why in found.items():
        if not why and doubtful.intersection(map(_key, pair.sides)):
            found[pair] = PARTNER_LEFT_OUT
    return found


def _key(item: Item) -> tuple[str, str]:
    return item.root.name, name_of_money(item)


def _reason(pair: AmountPair, names: Names) -> str:
    told = (_of_plan(item, names) or reason(item, names) for item in reversed(pair.sides))
    return next(filter(None, told), "")


def _of_plan(item: Item, names: Names) -> str:
    """Return why no amount of a plan counts."""
    ref = item.root.name
    if is_of_others(names, ref):
        return _OF_OTHERS
    statuses = [root.data.get("status") for root in (names.old.file(ref), names.new.file(ref)) if root is not None]
    if len(set(statuses)) > 1:
        return _STATUS_CHANGES
    return _WITHDRAWN if "ingetrokken" in statuses else ""


def _left_out(pair: AmountPair, why: str, names: Names) -> LeftOut:
    item = pair.sides[-1]
    return LeftOut(item.ref, full_name(item.subject, names), _said(pair), why)


def _said(pair: AmountPair) -> str:
    """Return how much an amount was and is."""
    was, now = _words(pair.old), _words(pair.new)
    if was == now:
        return now
    if not was:
        return f"nieuw: {now}"
    return f"eerst {was}, nu {now}" if now else f"vervalt: {was}"


def _words(item: Item | None) -> str:
    if item is None:
        return ""
    return amount_words(item.data) or "niet bekend"


def _plans(pairs: list[AmountPair], names: Names) -> Iterator[PlanBudget]:
    flows: dict[str, dict[str, Flows]] = defaultdict(lambda: defaultdict(Flows))
    for pair in pairs:
        for item, plan, is_new in ((pair.old, pair.old_plan, False), (pair.new, pair.new_plan, True)):
            if item is not None:
                flows[plan][_kind(item)].add(amount_of(item.data), is_new=is_new)
    for ref, kinds in sorted(flows.items()):
        parts = [BudgetPart(kind, *rows_of(kinds[kind])) for kind in sorted(kinds, key=_rank)]
        moved = tuple(part for part in parts if any(row.difference for row in part.rows))
        if moved:
            yield PlanBudget(ref, _heading(ref, names), moved)


def _kind(item: Item) -> str:
    told = [str(item.data.get("soort") or NO_KIND), _CERTAINTY.get(str(item.data.get("zekerheid")), "")]
    return capital(", ".join(filter(None, told)))


def _rank(kind: str) -> tuple[bool, str]:
    return kind.casefold().startswith(NO_KIND), kind


def _heading(ref: str, names: Names) -> str:
    root = names.item(ref)
    assert root is not None  # noqa: S101  # an amount of it was found there
    name = capital(file_name(root.subject, with_kind=True))
    status = root.data.get("status")
    return f"{name} ({status})" if status else name
