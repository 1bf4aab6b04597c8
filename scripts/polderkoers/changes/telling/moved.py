"""Figures that moved in a sentence: which way, as far as the words beside them say so for certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from polderkoers.changes.change import MovedFigure
from polderkoers.changes.figures import plain
from polderkoers.changes.telling.basis import frame_of, is_beside_the_same, moves_with_its_basis
from polderkoers.changes.telling.quantities import MOMENTS, TextQuantity, is_vague, quantities
from polderkoers.changes.telling.roles import DAYS, PLAIN, FigureRole, is_doubtful, is_negated, role_of, time_unit
from polderkoers.changes.telling.statement import LATER, OTHER_TIME, SHARPER, SOONER, WEAKER, Telling
from polderkoers.changes.telling.stems import are_alike
from polderkoers.changes.telling.worth import better_way, is_promised, is_state, way_by_data

# By bound or act: what is said when the figure went up, and when it went down.
_SAID_OF_BOUND = {
    "lower": ("de ondergrens gaat omhoog", "de ondergrens gaat omlaag"),
    "upper": ("de bovengrens gaat omhoog", "de bovengrens gaat omlaag"),
}
_SAID_OF_ACT = {
    "fall-by": ("de daling wordt groter", "de daling wordt kleiner"),
    "rise-by": ("de stijging wordt groter", "de stijging wordt kleiner"),
    "fall-to": ("het eindcijfer wordt hoger", "het eindcijfer wordt lager"),
    "rise-to": ("het eindcijfer wordt hoger", "het eindcijfer wordt lager"),
    "from": ("het begincijfer wordt hoger", "het begincijfer wordt lager"),
    "less-by": ("het verschil wordt groter", "het verschil wordt kleiner"),
    "more-by": ("het verschil wordt groter", "het verschil wordt kleiner"),
    "within": ("de termijn wordt langer", "de termijn wordt korter"),
    "window": ("de termijn wordt langer", "de termijn wordt korter"),
    "interval": ("het gebeurt minder vaak", "het gebeurt vaker"),
    "often": ("het gebeurt vaker", "het gebeurt minder vaak"),
    "moment": ("het moment wordt later", "het moment wordt eerder"),
    "start": ("het begin wordt later", "het begin wordt eerder"),
}
_NO_COUNT = MOMENTS | {"name"}
# What has no size of its own by which it could be more or less.
_NO_SIZE = frozenset({"name", "range", "period"})
# Time that passes day and night, so that weeks can be beside days.
_RUNNING = frozenset({"within", "window", "interval"})
_KEER = re.compile(r"\s(?:keer|maal)\b", re.IGNORECASE)
_CALENDAR = frozenset({"dag", "week", "maand", "kwartaal", "jaar"})
_WAITS = re.compile(r"\b(?:wacht|wachten|wachttijd\w*|doorlooptijd\w*|levertijd\w*)\b", re.IGNORECASE)
_TIMED = frozenset({"within", "moment", "start"})


class FigureSetting(NamedTuple):
    """Where a text stands: whether it is the text of a goal, its name, a promise, or a moment in words, and what is better by the data.

    The whole text `is_one_rhythm` when it says as often `per jaar`, `elke maand` in both wordings.
    """

    is_goal: bool = False
    is_name: bool = False
    is_promise: bool = False
    is_moment: bool = False
    better: str = ""
    is_one_rhythm: bool = True


class Pairing(NamedTuple):
    """The quantities of two sentences, side by side; None when they do not answer to each other."""

    old: tuple[TextQuantity, ...]
    new: tuple[TextQuantity, ...]

    @property
    def moved(self) -> list[tuple[TextQuantity, TextQuantity]]:
        """Those that differ."""
        return [pair for pair in zip(self.old, self.new, strict=True) if not _is_same(*pair)]


def pair_up(old: str, new: str) -> Pairing | None:
    """Return the quantities of two sentences when each answers to one of the other, in order and in kind."""
    before, after = quantities(old), quantities(new)
    if len(before) != len(after):
        return None
    for was, now in zip(before, after, strict=True):
        if was.kind != now.kind or not _same_unit(was, now):
            return None
    return Pairing(before, after)


def moved_figures(old: str, new: str, pairing: Pairing, setting: FigureSetting) -> Iterator[Telling]:
    """Yield what is said of each figure that moved between two wordings of one sentence."""
    statements = list(_each_moved(old, new, pairing, setting))
    unsure = any(_may_be_a_term(each) or each.meaning == OTHER_TIME for each in statements)
    for each in statements:
        yield each._replace(meaning="") if unsure and each.meaning in (LATER, SOONER) else each


def _may_be_a_term(statement: Telling) -> bool:
    """Return whether a figure may be a term too (`en de rest in 12`), of which nobody can say whether it is later."""
    amount = statement.amount
    return amount is not None and not statement.meaning and (not amount.unit or time_unit(amount.unit) is not None)


def _each_moved(old: str, new: str, pairing: Pairing, setting: FigureSetting) -> Iterator[Telling]:
    alone = sum(was.kind not in MOMENTS for was, _ in pairing.moved) == 1
    same_frame = frame_of(old) == frame_of(new)
    on_one_basis = setting.is_one_rhythm and is_beside_the_same(old, new)
    on_one_basis = on_one_basis and not moves_with_its_basis(old, pairing.moved)
    for was, now in pairing.moved:
        if _is_as_much(was, now):
            yield Telling(f"'{was.said}' is anders geschreven: '{now.said}'")
            continue
        role = role_of(old, was)
        if role != role_of(new, now) or not _is_comparable(old, was, now, role):
            role = PLAIN
        if not on_one_basis and was.kind not in MOMENTS:
            role = PLAIN
        if setting.is_moment and was.kind == "year" and frame_of(old) == frame_of(new) == "#":
            role = FigureRole("", "moment")
        if role.act in ("moment", "start") and not (same_frame and _is_aim(new, pairing, setting)):
            role = PLAIN
        counts = [each for each in pairing.new if each.kind not in _NO_COUNT and role_of(new, each).act != "from"]
        sure = not (is_vague(old, was) or is_vague(new, now))
        yield _statement(was, now, role, _Sentence(new, same_frame and alone, len(counts) == 1, sure), setting)


class _Sentence(NamedTuple):
    """The new wording; whether one figure is all that differs, moments left aside, and whether it holds no other figure.

    By how much that figure differs `is_sure` when both wordings say it exactly.
    """

    text: str
    is_same: bool
    is_single: bool
    is_sure: bool


def _statement(
    was: TextQuantity, now: TextQuantity, role: FigureRole, sentence: _Sentence, setting: FigureSetting
) -> Telling:
    amount = _amount(was, now, is_sure=sentence.is_sure)
    up = _went_up(was, now)
    if role == PLAIN or up is None:
        times = " keer" if _KEER.match(sentence.text, now.end) else ""
        told = f"{_thing(was)} verandert {_from_to(was, now)}{times}"
    else:
        said = _SAID_OF_BOUND[role.bound] if role.bound else _SAID_OF_ACT[role.act]
        told = f"{said[not up]}, {_between(was, now, role)}"
    if meaning := _of_time(was, role, up):
        return Telling(told, meaning if setting.is_promise else "", "", amount)
    if verdict := _by_data(role, up, sentence, setting):
        return Telling(f"{told} ({setting.better} is beter)", "", verdict, amount, is_figure=True)
    return Telling(told, "", _by_words(now, role, up, sentence, setting), amount, is_figure=was.kind != "name")


def _of_time(was: TextQuantity, role: FigureRole, up: bool | None) -> str:  # noqa: FBT001
    """Return what it means that a term or a moment became another; nothing for any other figure."""
    if role.act in _TIMED and not role.bound and up is not None:
        return LATER if up else SOONER
    return OTHER_TIME if was.kind in MOMENTS else ""


def _by_data(role: FigureRole, up: bool | None, sentence: _Sentence, setting: FigureSetting) -> str:  # noqa: FBT001
    """Return the verdict by what the data say is better: of the one figure of a goal's name, or of what its text promises."""
    if up is None or not (sentence.is_same and sentence.is_single):
        return ""
    if is_negated(sentence.text) or is_doubtful(sentence.text):
        return ""
    if not setting.is_name and not is_promised(sentence.text):
        return ""
    return _verdict(way_by_data(role, setting.better), up=up)


def _by_words(now: TextQuantity, role: FigureRole, up: bool | None, sentence: _Sentence, setting: FigureSetting) -> str:  # noqa: FBT001
    if up is None or not (setting.is_goal and sentence.is_same) or is_doubtful(sentence.text):
        return ""
    return _verdict(better_way(sentence.text, now, role, in_name=setting.is_name), up=up)


def _verdict(way: int, *, up: bool) -> str:
    if way == 0:
        return ""
    return SHARPER if up == (way > 0) else WEAKER


def _is_aim(sentence: str, pairing: Pairing, setting: FigureSetting) -> bool:
    """Return whether a moment is surely one to come: a year beside another figure may just as well be that of a count."""
    counts = any(each.kind in ("number", "ratio", "range") for each in pairing.new)
    return setting.is_name or not counts or not is_state(sentence)


def _is_same(was: TextQuantity, now: TextQuantity) -> bool:
    if was.kind in _NO_SIZE:
        return (
            was.written.casefold().replace("–", "-") == now.written.casefold().replace("–", "-")
            and was.unit == now.unit
        )
    return was.value == now.value and _is_one_unit(was, now)


def _is_as_much(was: TextQuantity, now: TextQuantity) -> bool:
    """Return whether two quantities that are written otherwise are as much: 14 dagen and 2 weken."""
    return was.kind not in _NO_COUNT and was.kind not in _NO_SIZE and was.measure == now.measure


def _same_unit(was: TextQuantity, now: TextQuantity) -> bool:
    """Return whether two quantities count the same, or both time."""
    if was.kind == "range":
        return True
    return _is_one_unit(was, now) or bool(time_unit(was.unit) and time_unit(now.unit))


def _is_one_unit(was: TextQuantity, now: TextQuantity) -> bool:
    before, after = time_unit(was.unit), time_unit(now.unit)
    if before or after:
        return before == after
    return are_alike(was.unit, now.unit)


def _is_comparable(sentence: str, was: TextQuantity, now: TextQuantity, role: FigureRole) -> bool:
    """Return whether two dates are equally exact, and two times are of one measure.

    A month that becomes a day is not later, and two days of work are not 48 hours: only a term or a wait runs on at night.
    """
    if was.kind == "date":
        return (was.value % 100 == 0) == (now.value % 100 == 0)
    units = {time_unit(was.unit), time_unit(now.unit)}
    return len(units) == 1 or role.act in _RUNNING or (units <= _CALENDAR and _WAITS.search(sentence) is not None)


def _went_up(was: TextQuantity, now: TextQuantity) -> bool | None:
    """Return whether a figure became larger; None when that is not certain, as of eight weeks and two months."""
    if was.kind in _NO_SIZE:
        return None
    before, after = time_unit(was.unit), time_unit(now.unit)
    if before is None or after is None or before == after:
        return now.value > was.value if now.value != was.value else None
    low, high = _days(was.value, before), _days(now.value, after)
    if high[0] > low[1]:
        return True
    return False if high[1] < low[0] else None


def _days(value: Decimal, unit: str) -> tuple[Decimal, Decimal]:
    least, most = DAYS[unit]
    return value * least, value * most


def _thing(was: TextQuantity) -> str:
    if was.kind == "year":
        return "het jaartal"
    if was.kind == "date":
        return "de datum"
    if was.kind == "period":
        return "de periode"
    if was.kind == "name":
        return "de aanduiding"
    return "het bedrag" if was.unit == "euro" else "het cijfer"


def _between(was: TextQuantity, now: TextQuantity, role: FigureRole) -> str:
    if role.act == "interval" and not role.bound:
        return f"van elke {was.said} naar elke {now.said}"
    if role.act == "often":
        return f"van {was.written} naar {now.written} keer"
    return _from_to(was, now)


def _from_to(was: TextQuantity, now: TextQuantity) -> str:
    if was.kind in _NO_SIZE or not _is_one_unit(was, now):
        return f"van '{was.said}' naar '{now.said}'"
    if now.unit == "+":
        return f"van {was.written} naar {now.written}"
    unit = was.unit if now.value == 1 and was.value != 1 else now.unit
    return f"van {_inside(was)} naar {_inside(now)} {unit}".strip()


def _inside(quantity: TextQuantity) -> str:
    """Return a quantity as it stands inside a sentence: a word without its capital."""
    return quantity.written[:1].lower() + quantity.written[1:]


def _amount(was: TextQuantity, now: TextQuantity, *, is_sure: bool) -> MovedFigure | None:
    if was.kind != "number":
        return None
    if time_unit(was.unit) != time_unit(now.unit):
        return None
    unit = now.unit.casefold() if was.unit.casefold() == now.unit.casefold() else ""
    return MovedFigure(old=plain(was.value), new=plain(now.value), unit=unit or None, is_sure=is_sure)
