"""Names what a change means as policy: a goal sharpened, a step postponed, another party responsible, more money."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from polderkoers.changes import goals
from polderkoers.changes.change import Change, MovedFigure
from polderkoers.changes.critical import MODALITY
from polderkoers.changes.items import Item
from polderkoers.changes.nature import is_text
from polderkoers.changes.tokens import TextToken, words_in
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
    if is_text(change) and new.block in _PROMISES and field in ("naam", "toelichting"):
        return _text(change, new.block)
    return _plain(*filter(None, [_BY_FIELD.get(field)]))


def _period(change: Change, part: str, old: Any, new: Any) -> str:
    if part in ("van", "tot") and change.old is not None and change.new is not None:
        return _later_or_sooner(str(change.old), str(change.new))
    if part == "tekst" and not _is_dated(old) and not _is_dated(new) and is_text(change):
        verdict = goals.judge_text(change.old, change.new)
        if verdict.meaning in ((goals.LATER,), (goals.SOONER,)):
            return verdict.meaning[0]
    return "tijdstip-gewijzigd"


def _is_dated(period: Any) -> bool:
    return isinstance(period, dict) and bool({"van", "tot"} & period.keys())


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
    rungs = ladder()
    before, after = _highest(change.old, rungs), _highest(change.new, rungs)
    if before is None or after is None or before == after:
        return _plain("roltype-gewijzigd")
    meaning = "roltype-omhoog" if after < before else "roltype-omlaag"
    return goals.Verdict((meaning,), MovedFigure(old=before, new=after, unit="trede"))


def _highest(held: Any, rungs: Mapping[str, int]) -> int | None:
    """Return the highest rung of the types of role in a field; None when it has none, or one without a rung."""
    names = {name for name in held or () if isinstance(name, str)}
    if not names or not names <= rungs.keys():
        return None
    return min(rungs[name] for name in names)


def _money(change: Change) -> goals.Verdict:
    if _is_number(change.old) and _is_number(change.new):
        return goals.Verdict(("bedrag-gewijzigd",), MovedFigure(old=change.old, new=change.new, unit="euro"))
    return _plain("bedrag-bekend" if change.old is None else "bedrag-onbekend")


def _figure(change: Change, old: Item, new: Item) -> goals.Verdict:
    if not (_is_number(change.old) and _is_number(change.new)):
        return _plain("cijfer-gewijzigd")
    amount = MovedFigure(old=change.old, new=change.new, unit=_common_unit(old, new))
    fact = new.block != "cijfer" or _is_fact(old) or _is_fact(new)
    if fact or new.parent is None or new.parent.block not in _GOALS:
        return goals.Verdict(("cijfer-gewijzigd",), amount)
    verdict = goals.judge_number(change.old, change.new, _about(old))
    if verdict != goals.judge_number(change.old, change.new, _about(new)):
        return goals.Verdict((goals.UNCLEAR,), amount)
    return goals.Verdict((verdict,), amount)


def _common_unit(old: Item, new: Item) -> str | None:
    before, after = _unit(old), _unit(new)
    return after if before == after and isinstance(after, str) else None


def _unit(item: Item) -> Any:
    """Return the unit of a figure, or else of what it stands in."""
    return item.data.get("eenheid") or (item.parent and item.parent.data.get("eenheid"))


def _is_fact(item: Item) -> bool:
    """Return whether a figure has a year or a measurement: it then supports the goal, and is not what the goal asks."""
    return bool(item.data.get("jaar") or item.data.get("meting"))


def _about(item: Item) -> str:
    """Return the words that say what is counted."""
    return " ".join(str(item.data.get(name, "")) for name in ("wat", "weergave", "eenheid"))


def _text(change: Change, block: str) -> goals.Verdict:
    figure = goals.judge_text(change.old, change.new) if block in _GOALS else _plain()
    return goals.Verdict((*figure.meaning, *_binding(change.old, change.new)), figure.amount)


def _binding(old: str, new: str) -> tuple[str, ...]:
    """Return whether the one word that says how firm a promise is became a firmer or a looser one.

    A sentence that was written anew can say anything; only a text that is the same for the rest is judged.
    """
    differing = [hunk for hunk in hunks(old, new) if not hunk.same]
    if len(differing) != 1:
        return ()
    before, after = _strength(differing[0].old), _strength(differing[0].new)
    if before is None or after is None or before == after:
        return ()
    return ("verplichting-aangescherpt" if after > before else "verplichting-afgezwakt",)


def _strength(tokens: Iterable[TextToken]) -> int | None:
    """Return how strongly a few words bind by the one of them that does; None when there are more, or more words."""
    words = words_in(tokens)
    strengths = [MODALITY[word] for word in map(str.casefold, words) if word in MODALITY]
    if len(words) > _FEW or len(strengths) != 1:
        return None
    return strengths[0]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
