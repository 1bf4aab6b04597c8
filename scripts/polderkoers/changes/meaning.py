"""Names what a change means as policy: a goal sharpened, a step postponed, another party responsible, more money."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from polderkoers.changes import goals
from polderkoers.changes.change import Amount, Change
from polderkoers.changes.critical import MODALITY
from polderkoers.changes.items import Item
from polderkoers.changes.words import hunks
from polderkoers.policy.model.dates import parse_datum

# The place of a type of role on the ladder of influence, 1 being the most.
Ladder = Callable[[], Mapping[str, int]]

_GOALS = frozenset({"doel", "deelopgave", "doelengroep"})
# Blocks whose text promises something, so that "moet" becoming "kan" makes it weaker.
_PROMISES = _GOALS | {"activiteit", "stap", "rol", "fase"}
_FEW = 3
_PERIODS = frozenset({"wanneer", "looptijd"})
_BY_FIELD = {
    "verantwoordelijk": "verantwoordelijke-gewijzigd",
    "trekker": "verantwoordelijke-gewijzigd",
    "wie": "verantwoordelijke-gewijzigd",
    "partners": "partners-gewijzigd",
    "partijen": "partij-gewijzigd",
    "status": "status-gewijzigd",
    "zekerheid": "zekerheid-gewijzigd",
    "vastgesteld_door": "besluit-gewijzigd",
    "vastgesteld_op": "besluit-gewijzigd",
}


def name_meaning(change: Change, old: Item | None, new: Item | None, ladder: Ladder) -> Change:
    """Return the change with its meaning, and the figure that moved if there is one."""
    meaning, amount = _meaning(change, old, new, ladder)
    return dataclasses.replace(change, meaning=meaning, amount=amount)


def _meaning(change: Change, old: Item | None, new: Item | None, ladder: Ladder) -> goals.Verdict:
    match change.kind:
        case "added":
            return _plain("toegevoegd")
        case "removed":
            return _plain("vervallen")
        case "moved":
            return _plain(_term(change) if change.field else _where(change))
    if old is None or new is None or change.field is None:
        return _plain()
    return _of_field(change, change.field, old, new, ladder)


def _plain(*names: str) -> goals.Verdict:
    return goals.Verdict(names, None)


def _term(change: Change) -> str:
    return {"kort": "van-kort-naar-lang", "lang": "van-lang-naar-kort"}.get(change.old, "termijn-gewijzigd")


def _where(change: Change) -> str:
    origin, target = change.origin, change.target
    if origin is None or target is None or origin.file != target.file:
        return "naar-ander-bestand"
    if (origin.parent, origin.list) != (target.parent, target.list):
        return "naar-andere-lijst"
    return "andere-volgorde"


def _of_field(change: Change, field: str, old: Item, new: Item, ladder: Ladder) -> goals.Verdict:
    group, _, part = field.partition(".")
    if group in _PERIODS:
        return _plain(_period(change, part, old.data.get(group), new.data.get(group)))
    if field == "als":
        return _role(change, ladder)
    if change.block == "bedrag" and field == "bedrag":
        return _money(change)
    if change.block in ("cijfer", "meting") and field == "waarde":
        return _figure(change, old, new)
    if change.is_text and new.block in _PROMISES and field in ("naam", "toelichting"):
        return _text(change, new.block)
    return _plain(*filter(None, [_BY_FIELD.get(field)]))


def _period(change: Change, part: str, old: Any, new: Any) -> str:
    dated = [period for period in (old, new) if isinstance(period, dict) and {"van", "tot"} & period.keys()]
    if part in ("van", "tot") and change.old is not None and change.new is not None:
        return _later_or_sooner(str(change.old), str(change.new))
    if part == "tekst" and not dated and change.is_text:
        verdict = goals.judge_text(change.old, change.new)
        if verdict.meaning in ((goals.LATER,), (goals.SOONER,)):
            return verdict.meaning[0]
    return "tijdstip-gewijzigd"


def _later_or_sooner(old: str, new: str) -> str:
    before, after = parse_datum(old), parse_datum(new)
    if before is not None and after is not None:
        # 2026 that becomes March 2026 is more exact, not later.
        if after.first >= before.first and after.last > before.last:
            return goals.LATER
        if after.first <= before.first and after.last < before.last:
            return goals.SOONER
    return "tijdstip-gewijzigd"


def _role(change: Change, ladder: Ladder) -> goals.Verdict:
    before, after = ({name for name in side or () if isinstance(name, str)} for side in (change.old, change.new))
    rungs = ladder()
    if not before or not after or not (before | after) <= rungs.keys():
        return _plain("roltype-gewijzigd")
    highest = [min(rungs[name] for name in side) for side in (before, after)]
    amount = Amount(old=highest[0], new=highest[1], unit="trede")
    if highest[0] == highest[1]:
        return _plain("roltype-gewijzigd")
    return goals.Verdict(("roltype-omhoog" if highest[1] < highest[0] else "roltype-omlaag",), amount)


def _money(change: Change) -> goals.Verdict:
    if _is_number(change.old) and _is_number(change.new):
        return goals.Verdict(("bedrag-gewijzigd",), Amount(old=change.old, new=change.new, unit="euro"))
    return _plain("bedrag-bekend" if change.old is None else "bedrag-onbekend")


def _figure(change: Change, old: Item, new: Item) -> goals.Verdict:
    if not (_is_number(change.old) and _is_number(change.new)):
        return _plain("cijfer-gewijzigd")
    units = [item.data.get("eenheid") or (item.parent and item.parent.data.get("eenheid")) for item in (old, new)]
    unit = units[1] if units[0] == units[1] and isinstance(units[1], str) else None
    amount = Amount(old=change.old, new=change.new, unit=unit)
    # A figure with a year or a measurement is a fact that supports the goal, not what the goal asks.
    fact = new.block != "cijfer" or any(item.data.get(name) for item in (old, new) for name in ("jaar", "meting"))
    if fact or new.parent is None or new.parent.block not in _GOALS:
        return goals.Verdict(("cijfer-gewijzigd",), amount)
    about = [" ".join(str(item.data.get(name, "")) for name in ("wat", "weergave", "eenheid")) for item in (old, new)]
    verdicts = {goals.judge_number(change.old, change.new, words) for words in about}
    return goals.Verdict((verdicts.pop() if len(verdicts) == 1 else goals.UNCLEAR,), amount)


def _text(change: Change, block: str) -> goals.Verdict:
    figure = goals.judge_text(change.old, change.new) if block in _GOALS else goals.Verdict((), None)
    return goals.Verdict((*figure.meaning, *_binding(change.old, change.new)), figure.amount)


def _binding(old: str, new: str) -> tuple[str, ...]:
    """Return whether the one word that says how firm a promise is became a firmer or a looser one.

    A sentence that was written anew can say anything; only a text that is the same for the rest is judged.
    """
    differing = [hunk for hunk in hunks(old, new) if not hunk.same]
    if len(differing) != 1:
        return ()
    sides = [
        [token.form.casefold() for token in side if token.is_word] for side in (differing[0].old, differing[0].new)
    ]
    firm = [[MODALITY[word] for word in side if word in MODALITY] for side in sides]
    if any(len(side) > _FEW for side in sides) or [len(side) for side in firm] != [1, 1] or firm[0] == firm[1]:
        return ()
    return ("verplichting-aangescherpt" if firm[1] > firm[0] else "verplichting-afgezwakt",)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
