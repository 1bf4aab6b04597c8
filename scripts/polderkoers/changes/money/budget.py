"""What the changes between two versions do to the budget: per plan, kind of money and year, with what cannot be added up apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, starmap
from typing import TYPE_CHECKING

from polderkoers.changes.deciding.others import is_of_others
from polderkoers.changes.money.amount import amount_of, amount_words
from polderkoers.changes.money.budgeted import STATUS_CHANGES, Budget, BudgetPart, LeftOut, PlanBudget
from polderkoers.changes.money.changed import AmountPair, changed_amounts, kept_amounts
from polderkoers.changes.money.flows import Flows, rows_of
from polderkoers.changes.money.mentions import mentions
from polderkoers.changes.money.period import years_of
from polderkoers.changes.money.plans import Plans
from polderkoers.changes.money.uncounted import PARTNER_LEFT_OUT, name_of_money, reason
from polderkoers.changes.phrases import file_name
from polderkoers.changes.same_thing import is_same_thing
from polderkoers.policy.dutch_words import capital

if TYPE_CHECKING:
    from polderkoers.changes.change import Change
    from polderkoers.changes.compare import Comparison
    from polderkoers.changes.items import Item
    from polderkoers.changes.sides import Names

NO_KIND = "structureel of incidenteel is niet bekend"
_CERTAINTY = {"zeker": "zeker", "onzeker": "onzeker", "mogelijk": "mogelijk (nog niet aangevraagd of besloten)"}
_UNKNOWN = "een onbekend bedrag"
_WITHDRAWN = "het plan is ingetrokken"
FOR_ANOTHER = "het geld is nu voor iets anders"
_OF_OTHERS = "dit is beleid van een ander"


def budget_of(changes: Iterable[Change], comparison: Comparison, *, is_chosen: bool = False) -> Budget:
    """Return what changes of a comparison do to the budget; `is_chosen` when they are not all of them."""
    names, plans = comparison.names, Plans(comparison.changes, comparison.names)
    found = tuple(changes)
    counted: list[AmountPair] = []
    left_out: list[LeftOut] = []
    for pair, why in _reasons(filter(_is_changed, changed_amounts(found, names, plans)), names, plans).items():
        if why:
            left_out.append(_left_out(pair, why))
        else:
            counted.append(pair)
    left_out.extend(_kept(found, names, plans))
    left_out.extend(mentions(found, names))
    return Budget(
        tuple(_plans(counted, names)),
        tuple(left_out),
        is_partial=bool(comparison.skipped),
        is_chosen=is_chosen,
        outside=_outside(found, comparison, plans) if is_chosen else 0,
    )


def _outside(chosen: tuple[Change, ...], comparison: Comparison, plans: Plans) -> int:
    """Return how many amounts change by what was not chosen."""
    told = (change for change in comparison.changes if change.is_told)
    within = {pair.sides[-1].ref for pair in changed_amounts(chosen, comparison.names, plans)}
    every = filter(_is_changed, changed_amounts(told, comparison.names, plans))
    return len({pair.sides[-1].ref for pair in every} - within)


def _kept(changes: Iterable[Change], names: Names, plans: Plans) -> Iterator[LeftOut]:
    """Yield what stays the same in a plan of our own of which the status changes: it is decided on, or no longer."""
    for pair in kept_amounts(changes, names, plans):
        if _of_plan(pair.new_plan, names, plans) == STATUS_CHANGES:
            yield _left_out(pair, STATUS_CHANGES)


def _is_changed(pair: AmountPair) -> bool:
    return pair.is_changed


def _reasons(pairs: Iterable[AmountPair], names: Names, plans: Plans) -> Mapping[AmountPair, str]:
    """Return why each amount does not count. When one does not, neither does what may be the same money under another id."""
    found = {pair: _reason(pair, names, plans) for pair in pairs}
    sides = chain.from_iterable(pair.sides for pair, why in found.items() if why)
    doubtful = set(map(_key, sides))
    for pair, why in found.items():
        if not why and doubtful.intersection(map(_key, pair.sides)):
            found[pair] = PARTNER_LEFT_OUT
    return found


def _key(item: Item) -> tuple[str, str]:
    return item.root.name, name_of_money(item)


def _reason(pair: AmountPair, names: Names, plans: Plans) -> str:
    for item, ref in ((pair.new, pair.new_plan), (pair.old, pair.old_plan)):
        if item is not None and (why := _of_plan(ref, names, plans) or reason(item, names)):
            return why
    return FOR_ANOTHER if _is_for_another(pair) else ""


def _is_for_another(pair: AmountPair) -> bool:
    """Return whether an amount is for something else: between two purposes nothing is more or less."""
    return pair.old is not None and pair.new is not None and not is_same_thing(pair.old.data, pair.new.data)


def _of_plan(ref: str, names: Names, plans: Plans) -> str:
    """Return why no amount of a plan counts, given the id that it has now."""
    if is_of_others(names, ref):
        return _OF_OTHERS
    statuses = plans.statuses(ref)
    if len(statuses) > 1:
        return STATUS_CHANGES
    if "ingetrokken" in statuses:
        return _WITHDRAWN
    return ""


def _left_out(pair: AmountPair, why: str) -> LeftOut:
    item = pair.sides[-1]
    plan, name = file_name(item.subject, with_kind=True), f"'{item.subject.label}'"
    return LeftOut(item.ref, plan, name, _said(pair), why, is_changed=pair.is_changed)


def _said(pair: AmountPair) -> str:
    """Return how much an amount was and is."""
    was, now = _words(pair.old), _words(pair.new)
    if not pair.is_changed:
        return now
    if pair.old is not None and pair.new is not None and _is_for_another(pair):
        return f"vervalt: {was} voor '{pair.old.label}'; nieuw: {now} voor '{pair.new.label}'"
    if was == now:
        return f"blijft {now}"
    if not was:
        return f"nieuw: {now}"
    if not now:
        return f"vervalt: {was}"
    return f"eerst {was}, nu {now}"


def _words(item: Item | None) -> str:
    if item is None:
        return ""
    said = amount_words(item.data) or _UNKNOWN
    years = years_of(item.data)
    if years is None or not years.is_whole:
        return said
    if years.last is None:
        return f"{said} {years.words}"
    return f"{said} in {years.words}"


def _plans(pairs: list[AmountPair], names: Names) -> Iterator[PlanBudget]:
    flows: dict[str, dict[str, Flows]] = defaultdict(lambda: defaultdict(Flows))
    for pair in pairs:
        for item, plan, is_new in ((pair.old, pair.old_plan, False), (pair.new, pair.new_plan, True)):
            if item is not None:
                flows[plan][_kind(item)].add(amount_of(item.data), is_new=is_new)
    for ref, kinds in sorted(flows.items()):
        ranked = sorted(kinds.items(), key=_rank)
        moved = filter(_is_moved, starmap(_part, ranked))
        if parts := tuple(moved):
            yield PlanBudget(ref, _heading(ref, names), parts)


def _part(kind: str, flows: Flows) -> BudgetPart:
    rows, total = rows_of(flows)
    return BudgetPart(kind, rows, total)


def _is_moved(part: BudgetPart) -> bool:
    return any(row.difference for row in part.rows)


def _kind(item: Item) -> str:
    told = [str(item.data.get("soort") or NO_KIND), _CERTAINTY.get(str(item.data.get("zekerheid")), "")]
    return capital(", ".join(filter(None, told)))


def _rank(held: tuple[str, Flows]) -> tuple[bool, str]:
    kind = held[0]
    return kind.casefold().startswith(NO_KIND), kind


def _heading(ref: str, names: Names) -> str:
    root = names.item(ref)
    assert root is not None  # noqa: S101  # an amount of it was found there
    name = capital(file_name(root.subject, with_kind=True))
    if status := root.data.get("status"):
        return f"{name} ({status})"
    return name
