"""Says a change in one Dutch sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from polderkoers.changes.became import Became, became
from polderkoers.changes.change import RENAMED, Change, Position, Subject
from polderkoers.changes.deciding.adoption import happened
from polderkoers.changes.meaning_words import MEANINGS
from polderkoers.changes.money.inside import amounts_inside
from polderkoers.changes.nature import is_text
from polderkoers.changes.phrases import (
    by_how_much,
    called,
    counted,
    field_name,
    figure_of,
    from_to,
    full_name,
    is_plural,
    list_name,
    moved,
    short_name,
    term_of,
    values,
)
from polderkoers.changes.tokens import joined
from polderkoers.changes.words import hunks
from polderkoers.policy.dutch_words import as_sentence, listing, some
from polderkoers.policy.model.kinds import STANDING

if TYPE_CHECKING:
    from polderkoers.changes.sides import Names


_RESPONSIBLE = {"trekker": "de trekker van", "wie": "wie aan zet is bij"}
# What a field does that comes, goes or changes, by whether its words are a plural.
_VERBS = {False: ("komt", "vervalt", "verandert"), True: ("komen", "vervallen", "veranderen")}
# What stands beside a figure, as it comes and goes.
_MARKS = {"ongeveer": ("staat nu 'ongeveer'", "staat geen 'ongeveer' meer")}
# More replaced pieces than this are not told one by one.
_FEW = 2
_FEW_AMOUNTS = 3
_SHORT = 90
# Of what came into a list or went, at most so many are named.
_MOST = 8


def sentence(change: Change, names: Names) -> str:
    """Return what changed in words, like `Doel 2 van Fijn wonen is aangescherpt: van 10 naar 20 woningen.`."""
    who = full_name(change.item, names.of(change))
    if lives_on := became(change, names):
        return as_sentence(_lives_on(change, who, lives_on, names))
    if change.money is not None:
        return as_sentence(change.money.sentence(who))
    match change.kind:
        case "added":
            told = f"{who} is nieuw{_figured(change, change.new)}{_with_money(change.new)}"
        case "removed":
            told = f"{who} is vervallen{_figured(change, change.old)}{_with_money(change.old)}"
        case "moved":
            told = _term(change, who) if change.field else _moved(change, who)
        case _:
            told = _changed(change, who, names)
    return as_sentence(told)


def _with_money(data: Any) -> str:
    """Return the amounts in what is new or gone as a whole."""
    found = [*amounts_inside(data)]
    if not found:
        return ""
    said = some(found, _FEW_AMOUNTS) if len(found) > _FEW_AMOUNTS + 1 else listing(found)
    return f", met geld: {said}"


def _lives_on(change: Change, who: str, found: Became, names: Names) -> str:
    """Return what an item that is gone became; of a figure with how much it was."""
    told = f"is {found.happened} {listing([_now_called(ref, names) for ref in found.into])}"
    figure = figure_of(change.old) if isinstance(change.old, Mapping) else ""
    if figure:
        return f"{who} ({figure}) {told}"
    return f"{who} {told}"


def _now_called(ref: str, names: Names) -> str:
    item = names.new.item(ref)
    if item is None:
        return f"'{ref}'"
    return full_name(item.subject, names)


def _figured(change: Change, data: Any) -> str:
    """Return how much it is that came or went, when that is a figure."""
    if change.told:
        return f": {change.told[0]}"
    if not isinstance(data, Mapping) or not (figure := figure_of(data)):
        return ""
    return f": {figure}"


def _term(change: Change, who: str) -> str:
    return f"{who} gaat van {term_of(change.old)} naar {term_of(change.new)} termijn"


def _moved(change: Change, who: str) -> str:
    was, now, origin, target = change.was, change.now, change.origin, change.target
    if was is None or now is None or origin is None or target is None:
        return f"{who} is verplaatst"
    if RENAMED in change.meaning:
        return f"{who} is hernoemd: het id was {was.id}, en is nu {now.id}"
    if now.parent is None or was.parent is None:
        return f"{who} staat in een ander bestand: eerst {was.file}, nu {now.file}"
    if origin.file != target.file:
        return f"{called(was)} van {was.title} is verplaatst naar {now.title}"
    if (origin.parent, origin.list) != (target.parent, target.list):
        return f"{who} is verplaatst van {_spot(was.parent, origin)} naar {_spot(now.parent, target)}"
    return f"{who} staat op een andere plek tussen {list_name(target.list or '', change.item.own)}"


def _spot(parent: Subject, place: Position) -> str:
    return f"{list_name(place.list or '', parent.own)} van {short_name(parent)}"


def _changed(change: Change, who: str, names: Names) -> str:
    if change.field in STANDING and change.item.parent is None:
        return _status(change, who, names)
    if is_text(change) and change.significance == "inhoudelijk":
        return _text(change, who)
    for name in change.meaning:
        if name in _BY_MEANING:
            return _BY_MEANING[name](change, who, names)
    return _plainly(change, who, names)


def _status(change: Change, who: str, names: Names) -> str:
    """Return that a file was adopted, withdrawn or enters into force, in the words of a decision."""
    if isinstance(change.old, Mapping) and isinstance(change.new, Mapping):
        return f"{who} {happened(change.old, change.new)}"
    old, new = names.old.file(change.was.ref if change.was else ""), names.new.file(change.ref)
    if old is None or new is None:
        return _plainly(change, who, names)
    return f"{who} {happened(old.fields, new.fields)}"


def _plainly(change: Change, who: str, names: Names) -> str:
    field = change.field or ""
    if field in _MARKS:
        return f"bij {who} {_MARKS[field][not change.new]}"
    what = f"{field_name(field)} van {who}"
    if is_text(change):
        return f"de schrijfwijze van {what} is aangepast{_replaced(change)}"
    name = field_name(field)
    old, new = values(change, names)
    come, lapse, become = _VERBS[is_plural(field)]
    if isinstance(change.old, list) and isinstance(change.new, list):
        return f"bij {who} {become} {name}: {_of_list(change, names)}"
    if change.old is None:
        return f"bij {who} {come} {name} erbij: {new}"
    if change.new is None:
        return f"bij {who} {lapse} {name}: {old}"
    old, new = _sides(change, names)
    return f"bij {who} {become} {name} van {old} in {new}"


def _of_list(change: Change, names: Names) -> str:
    """Return what came into a list and what went out of it; that only its order is another when nothing did."""
    stayed = _stayed(change, names)
    come = [counted(change, part, change.now, names) for part in change.new if part not in stayed.values()]
    gone = [counted(change, part, change.was, names.before) for part in change.old if part not in stayed]
    told = [*_members(come, "komt erbij", "komen erbij"), *_members(gone, "vervalt", "vervallen")]
    return "; ".join(told) or "ze staan in een andere volgorde"


def _stayed(change: Change, names: Names) -> dict[Any, Any]:
    """Return the members that both versions of a list have, by how the old one writes them: an id may be another, or of another."""
    field, forth, back = (change.field or "").rpartition(".")[2], names.renames, names.renames.back
    was, now = ((side or change.item).ref.partition("/")[0] for side in (change.was, change.now))
    pairs = ((part, forth.follow(part, was, field)) for part in change.old)
    return {old: new for old, new in pairs if new in change.new and back.follow(new, now, field) == old}


def _members(members: list[str], one: str, more: str) -> Iterator[str]:
    if len(members) == 1:
        yield f"{members[0]} {one}"
    elif members:
        said = some(members, _MOST) if len(members) > _MOST + 1 else listing(members)
        yield f"{said} {more}"


def _text(change: Change, who: str) -> str:
    """Return all that is different in a text; what it means stands before it when that holds for all of it."""
    told = f": {'; '.join(change.told)}" if change.told else ""
    whole = [name for name in change.meaning if name in _OF_WHOLE_GOALS]
    if (
        len(change.told) == len(change.meaning) == 1
        and MEANINGS[change.meaning[0]].told
        and not _is_about_a_figure(change)
    ):
        whole = list(change.meaning)
    if whole:
        return f"{who} is {MEANINGS[whole[0]].told}{told}"
    return f"{field_name(change.field or '')} van {who} is gewijzigd{told}"


def _is_about_a_figure(change: Change) -> bool:
    return "doelcijfer-gewijzigd" in change.meaning


def _replaced(change: Change) -> str:
    """Return the pieces that were replaced, when they are few and short."""
    told = []
    for hunk in hunks(change.old, change.new):
        if not hunk.same:
            old, new = joined(hunk.old).strip(), joined(hunk.new).strip()
            if max(len(old), len(new)) > _SHORT:
                return ""
            told.append(_piece(old, new))
    return f": {', '.join(told)}" if 1 <= len(told) <= _FEW else ""


def _piece(old: str, new: str) -> str:
    if old and new:
        return f"'{old}' wordt '{new}'"
    if new:
        return f"'{new}' komt erbij"
    return f"'{old}' vervalt"


def _goal(meaning: str) -> Callable[[Change, str, Names], str]:
    def told(change: Change, who: str, names: Names) -> str:
        return f"{who} is {MEANINGS[meaning].told}{_figure_told(change, names)}"

    return told


def _figure_told(change: Change, names: Names) -> str:
    """Return from where to where a figure moved."""
    reason = f" ({change.told[0]})" if change.told else ""
    return f": {moved(change, names)}{reason}" if change.amount else ""


def _moment(meaning: str) -> Callable[[Change, str, Names], str]:
    def told(change: Change, who: str, names: Names) -> str:
        old, new = _sides(change, names)
        return f"{who} is {MEANINGS[meaning].told}: van {old} naar {new}"

    return told


def _sides(change: Change, names: Names) -> tuple[str, str]:
    """Return both values for behind `van` and `naar`; a moment that has words of its own between quotation marks: `'In 2027'`."""
    old, new = values(change, names)
    has_words = [isinstance(held, Mapping) and isinstance(held.get("tekst"), str) for held in (change.old, change.new)]
    if all(has_words) and (old[:1].isupper() or new[:1].isupper()):
        return f"'{old}'", f"'{new}'"
    return old, new


def _end(way: str) -> Callable[[Change, str, Names], str]:
    def told(change: Change, who: str, names: Names) -> str:
        old, new = _sides(change, names)
        return f"het einde van {who} wordt {way}: van {old} naar {new}"

    return told


def _responsible(change: Change, who: str, names: Names) -> str:
    words = _RESPONSIBLE.get(change.field or "", "de verantwoordelijke voor")
    if isinstance(change.old, list) and isinstance(change.new, list) and _stayed(change, names):
        return f"{words} {who} verandert: {_of_list(change, names)}"
    old, new = values(change, names)
    return f"{words} {who} verandert: eerst {old}, nu {new}"


def _role(change: Change, who: str, names: Names) -> str:
    old, new = values(change, names)
    ladder = ""
    if change.amount is not None:
        way = "hoger" if "roltype-omhoog" in change.meaning else "lager"
        ladder = f", {way} op de ladder van invloed ({from_to(change.amount)})"
    return f"de rolsoort van {who} verandert van {old} in {new}{ladder}"


def _figure(change: Change, who: str, names: Names) -> str:
    if change.amount is None:
        return _plainly(change, who, names)
    told = f"{who} gaat {moved(change, names)}"
    if extra := by_how_much(change.amount):
        told = f"{told}: {extra}"
    return f"{told} ({change.told[0]})" if change.told else told


_OF_WHOLE_GOALS = ("doel-aangescherpt", "doel-afgezwakt")
_OF_GOALS = (*_OF_WHOLE_GOALS, "doelcijfer-gewijzigd")
_OF_MOMENTS = ("uitgesteld", "vervroegd")
_BY_MEANING: dict[str, Callable[[Change, str, Names], str]] = {
    **{meaning: _goal(meaning) for meaning in _OF_GOALS},
    **{meaning: _moment(meaning) for meaning in _OF_MOMENTS},
    "einde-later": _end("later"),
    "einde-eerder": _end("eerder"),
    "verantwoordelijke-gewijzigd": _responsible,
    "roltype-omhoog": _role,
    "roltype-omlaag": _role,
    "roltype-gewijzigd": _role,
    "bedrag-gewijzigd": _figure,
    "cijfer-gewijzigd": _figure,
}
