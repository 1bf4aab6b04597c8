"""Names what a change means as policy: a goal sharpened, a step postponed, another party responsible, more money."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from polderkoers.changes.change import OF_INDICATOR, TARGET, Change, MoneyTold, MovedFigure
from polderkoers.changes.figure_marks import are_exact, marked, marks_of
from polderkoers.changes.items import Item
from polderkoers.changes.money.amount import noted
from polderkoers.changes.money.told import told_of, told_whole
from polderkoers.changes.nature import PERIODS, is_text
from polderkoers.changes.same_thing import is_same_thing, told_as_other, whole_figure
from polderkoers.changes.sameness import moved_together
from polderkoers.changes.telling.measured import measured
from polderkoers.changes.telling.moved import FigureSetting
from polderkoers.changes.telling.read import TextReading, read
from polderkoers.changes.telling.statement import LATER, OTHER_FIGURE, SHARPER, SOONER, WEAKER
from polderkoers.policy.model.dates import parse_datum
from polderkoers.policy.model.kinds import STANDING

# The place of a type of role on the ladder of influence, 1 being the most.
Ladder = Callable[[], Mapping[str, int]]

_GOALS = frozenset({"doel", "deelopgave", "doelengroep"})
# Blocks whose text promises something, so that "moet" becoming "kan" makes it weaker.
_PROMISES = _GOALS | {"activiteit", "stap", "rol", "fase"}
_FIGURES = frozenset({"cijfer", *OF_INDICATOR})
_OF_MONEY = {
    "bedrag": "bedrag-gewijzigd",
    "per_jaar": "ritme-gewijzigd",
    "hoogstens": "bedrag-anders-precies",
    "ongeveer": "bedrag-anders-precies",
    "soort": "geldsoort-gewijzigd",
    "jaar": "tijdstip-gewijzigd",
}
_BY_FIELD = {
    "verantwoordelijk": "verantwoordelijke-gewijzigd",
    "trekker": "verantwoordelijke-gewijzigd",
    "wie": "verantwoordelijke-gewijzigd",
    "partners": "partners-gewijzigd",
    "partijen": "partij-gewijzigd",
    "voor": "doelgroep-gewijzigd",
    "status": "status-gewijzigd",
    "zekerheid": "zekerheid-gewijzigd",
    "vastgesteld_door": "besluit-gewijzigd",
    "vastgesteld_op": "besluit-gewijzigd",
    "treedt_in_werking": "besluit-gewijzigd",
    "ingetrokken_op": "besluit-gewijzigd",
}


class Verdict(NamedTuple):
    """What a change means, the figure that moved when there is just one, and in words all that differs in a text."""

    meaning: tuple[str, ...]
    amount: MovedFigure | None = None
    told: tuple[str, ...] = ()


def name_meaning(change: Change, old: Item | None, new: Item | None, ladder: Ladder) -> Change:
    """Return the change with its meaning, the figure that moved if there is one, and what differs in a text."""
    meaning, amount, told = _meaning(change, old, new, ladder)
    money = _told_money(change, old, new)
    return dataclasses.replace(change, meaning=meaning, amount=amount, told=told, money=money)


def _told_money(change: Change, old: Item | None, new: Item | None) -> MoneyTold | None:
    if change.block in _FIGURES and change.field == "waarde" and old is not None and new is not None:
        before, after = whole_figure(old), whole_figure(new)
        return None if is_same_thing(before, after) else told_as_other(before, after)
    if change.block != "bedrag":
        return None
    if old is not None and new is not None:
        if change.field:
            return told_of(change.field, noted(old), noted(new))
        return None
    was = noted(old) if old is not None else None
    now = noted(new) if new is not None else None
    return told_whole(was, now)


def _meaning(change: Change, old: Item | None, new: Item | None, ladder: Ladder) -> Verdict:
    match change.kind:
        case "added":
            return Verdict(("toegevoegd",), told=_measured(new, with_earlier=True))
        case "removed":
            return Verdict(("vervallen",), told=_measured(old, with_earlier=False))
        case "moved":
            return _plain(_term(change) if change.field else _where(change))
    if old is None or new is None or change.field is None:
        return _plain()
    return _of_field(change, change.field, old, new, ladder)


def _measured(item: Item | None, *, with_earlier: bool) -> tuple[str, ...]:
    """Return a measurement or a target that came or went in words; a target is held against no measurement."""
    if item is None or item.block not in OF_INDICATOR:
        return ()
    return tuple(filter(None, [measured(item, with_earlier=with_earlier and item.block != TARGET)]))


def _plain(*names: str) -> Verdict:
    return Verdict(names)


def _term(change: Change) -> str:
    return {"kort": "van-kort-naar-lang", "lang": "van-lang-naar-kort"}.get(change.old, "termijn-gewijzigd")


def _where(change: Change) -> str:
    origin, target = change.origin, change.target
    if change.meaning:
        return change.meaning[0]
    if origin is None or target is None or origin.file != target.file:
        return "naar-ander-bestand"
    if (origin.parent, origin.list) != (target.parent, target.list):
        return "naar-andere-lijst"
    return "andere-volgorde"


def _of_field(change: Change, field: str, old: Item, new: Item, ladder: Ladder) -> Verdict:
    group, _, part = field.partition(".")
    if change.block == "bedrag" and (group in PERIODS or field in _OF_MONEY):
        return _of_amount(change, field, old, new)
    if group in PERIODS:
        return _period(change, part, old.data.get(group), new.data.get(group))
    if field == "als":
        return _role(change, ladder)
    if change.block in _FIGURES and field == "waarde":
        return _figure(change, old, new)
    if is_text(change):
        return _text(change, old, new)
    return _plain(*_by_field(change, field))


def _by_field(change: Change, field: str) -> Iterator[str]:
    """Yield what it means that a field is another, if that means something: who decided and when, where the status stays."""
    if field == STANDING[0] and isinstance(change.old, Mapping) and change.old.get(field) == change.new.get(field):
        yield "besluit-gewijzigd"
    elif field == "voor" and not (change.old and change.new):
        return  # that it is said at all for whom, or no longer, makes it no other group
    elif field in _BY_FIELD:
        yield _BY_FIELD[field]


def _of_amount(change: Change, field: str, old: Item, new: Item) -> Verdict:
    """Return what it means that an amount is for another time, or another kind of money. Money that comes for longer is not put off."""
    together = moved_together(old.data, new.data)
    along = tuple(_OF_MONEY[name] for name in together[1:] if field == together[0])
    if field == "bedrag":
        found = _money(change, old, new)
        return found._replace(meaning=_each_once(found.meaning + along))
    if field in _OF_MONEY:
        return _plain(*_each_once((_OF_MONEY[field], *along)))
    group, _, part = field.partition(".")
    found = _period(change, part, old.data.get(group), new.data.get(group))
    if found.meaning in (("einde-later",), ("einde-eerder",)):
        return found
    return found._replace(meaning=("tijdstip-gewijzigd",))


def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _text(change: Change, old: Item, new: Item) -> Verdict:
    """Return what is different in a text. Only in what an item promises is it said what that means."""
    promises = new.block in _PROMISES and change.field in ("naam", "toelichting")
    is_goal = promises and new.block in _GOALS
    found = read(
        change.old, change.new, FigureSetting(is_goal, change.field == "naam", promises, better=_better(old, new))
    )
    return Verdict(found.meaning, found.amount, found.told)


def _better(old: Item, new: Item) -> str:
    """Return what the data say is better, `hoger` or `lager`; nothing when they do not, or say something else now."""
    before, after = old.data.get("beter"), new.data.get("beter")
    return before if before == after and isinstance(before, str) else ""


def _period(change: Change, part: str, old: Any, new: Any) -> Verdict:
    if not part:
        return _plain(_of_dates(old, new) if _is_dated(old) and _is_dated(new) else "tijdstip-gewijzigd")
    if part in ("van", "tot"):
        return _plain(_of_dates(old, new))
    if part == "tekst" and is_text(change):
        found = read(
            change.old,
            change.new,
            FigureSetting(is_name=True, is_promise=not _is_dated(old) and not _is_dated(new), is_moment=True),
        )
        return Verdict(_in_words(found), None, found.told)
    return _plain("tijdstip-gewijzigd")


def _in_words(found: TextReading) -> tuple[str, ...]:
    """Return what a moment means that is only told in words: later or sooner when that is all that differs."""
    if len(found.statements) == 1 and found.meaning in ((LATER,), (SOONER,)):
        return found.meaning
    return ("tijdstip-gewijzigd",)


def _is_dated(period: Any) -> bool:
    return isinstance(period, dict) and bool({"van", "tot"} & period.keys())


def _of_dates(old: Any, new: Any) -> str:
    """Return what moved dates mean. Only an end that moves makes something last longer, which is not postponed."""
    begin, end = _way(old, new, "van"), _way(old, new, "tot")
    if begin is None or end is None or not (begin or end):
        return "tijdstip-gewijzigd"
    if begin == 0 and "van" in old and "van" in new:
        return "einde-later" if end > 0 else "einde-eerder"
    if begin * end < 0 or (end == 0 and "tot" in new):
        return "tijdstip-gewijzigd"
    return LATER if begin + end > 0 else SOONER


def _way(old: Any, new: Any, part: str) -> int | None:
    """Return 1 for a date that is later now, -1 for sooner, 0 for the same or none at all; None in doubt."""
    was, now = old.get(part), new.get(part)
    if was == now:
        return 0
    before = parse_datum(str(was)) if was else None
    after = parse_datum(str(now)) if now else None
    if before is None or after is None:
        return None
    # 2026 that becomes March 2026 is more exact, not later.
    if after.first >= before.first and after.last > before.last:
        return 1
    return -1 if after.first <= before.first and after.last < before.last else None


def _role(change: Change, ladder: Ladder) -> Verdict:
    rungs = ladder()
    before, after = _highest(change.old, rungs), _highest(change.new, rungs)
    if before is None or after is None or before == after:
        return _plain("roltype-gewijzigd")
    meaning = "roltype-omhoog" if after < before else "roltype-omlaag"
    return Verdict((meaning,), MovedFigure(old=before, new=after, unit="trede"))


def _highest(held: Any, rungs: Mapping[str, int]) -> int | None:
    """Return the highest rung of the types of role in a field; None when it has none, or one without a rung."""
    names = {name for name in held or () if isinstance(name, str)}
    if not names or not names <= rungs.keys():
        return None
    return min(rungs[name] for name in names)


def _money(change: Change, old: Item, new: Item) -> Verdict:
    """Return what another amount means, given what both versions say of it."""
    was, now = marks_of(old.data), marks_of(new.data)
    if not (_is_number(change.old) and _is_number(change.new)):
        return _plain("bedrag-bekend" if change.old is None else "bedrag-onbekend")
    sure = are_exact(was, now) and is_same_thing(old.data, new.data)
    unit = marked("euro", now) if sure else "euro"
    return Verdict(("bedrag-gewijzigd",), MovedFigure(old=change.old, new=change.new, unit=unit, is_sure=sure))


def _figure(change: Change, old: Item, new: Item) -> Verdict:
    if not (_is_number(change.old) and _is_number(change.new)):
        return _plain("cijfer-gewijzigd")
    same = is_same_thing(whole_figure(old), whole_figure(new))
    sure = are_exact(marks_of(old.data), marks_of(new.data)) and same
    amount = MovedFigure(old=change.old, new=change.new, unit=_common_unit(old, new), is_sure=sure)
    better = _better_of(old, new) if same else ""
    told = (f"{better} is beter",) if better else ()
    if not _is_asked(old, new):
        return Verdict(("cijfer-gewijzigd",), amount, told)
    if not better or change.old == change.new:
        return Verdict((OTHER_FIGURE,), amount)
    rises = change.new > change.old
    return Verdict((SHARPER if rises == (better == "hoger") else WEAKER,), amount, told)


def _is_asked(old: Item, new: Item) -> bool:
    """Return whether a figure is what must be reached: a target, or a figure of a goal that supports it in no version."""
    if new.block != "cijfer":
        return new.block == TARGET
    return new.parent is not None and new.parent.block in _GOALS and not (_is_fact(old) or _is_fact(new))


def _better_of(old: Item, new: Item) -> str:
    """Return what is better of a figure, as the data say of itself or, for what is measured or wanted, of its indicator."""
    if new.block in OF_INDICATOR and old.parent is not None and new.parent is not None:
        return _better(old.parent, new.parent)
    return _better(old, new)


def _common_unit(old: Item, new: Item) -> str | None:
    before, after = _unit(old), _unit(new)
    return after if before == after and isinstance(after, str) else None


def _unit(item: Item) -> Any:
    """Return the unit of a figure, or else of what it stands in."""
    return item.data.get("eenheid") or (item.parent and item.parent.data.get("eenheid"))


def _is_fact(item: Item) -> bool:
    """Return whether a figure has a year or a measurement: it then supports the goal, and is not what the goal asks."""
    return bool(item.data.get("jaar") or item.data.get("meting"))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
