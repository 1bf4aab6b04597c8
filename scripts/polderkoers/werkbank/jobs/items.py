"""Changes, adds, removes, moves and copies one item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.dutch_words import listing
from polderkoers.policy.model.adressen import GONE, RENAMED
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.facts import FieldOf, fields_of
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.kinds import WRITTEN_BY_COMMANDS, file_id
from polderkoers.policy.values import copied, same
from polderkoers.werkbank.forms.desk import Desk, Placed, item_fields, name_in
from polderkoers.werkbank.forms.form import FormAnswer, ItemForm, NewEntry
from polderkoers.werkbank.forms.fresh import free_id, fresh_file_id
from polderkoers.werkbank.forms.making import place_for
from polderkoers.werkbank.forms.plain import as_groups
from polderkoers.werkbank.jobs.beside import follow_beside
from polderkoers.werkbank.jobs.changing import Changing, JobResult
from polderkoers.werkbank.jobs.referring import Gone, Referring, carry, inside, lead_on, outside, touches
from polderkoers.werkbank.jobs.sources import keep_source
from polderkoers.werkbank.jobs.stones import leave_stone

_FIRST_NUMBER = "0.1"


def change_item(desk: Desk, ref: str, answer: FormAnswer) -> JobResult:
    """Give an item the data that was typed in its form, and put what is new beside it in the lists."""
    placed = desk.item(ref)
    changing = Changing(desk)
    put_entries(changing, answer.entries)
    set_data(changing, ref, answer.values)
    fields = [_called(each) for each in fields_of(placed.cls) if _differs(each, placed.data, answer.values)]
    what = " van ".join(filter(None, (listing(fields), named(placed))))
    return changing.result(_sentence(f"{what} gewijzigd", answer.entries), ref)


def add_item(desk: Desk, form: ItemForm, answer: FormAnswer) -> JobResult:
    """Add what was typed in an empty form: an item at the end of its list, or a new file. Its id is made from its name."""
    changing = Changing(desk)
    put_entries(changing, answer.entries)
    name = name_in(form.cls, answer.values)
    if not form.above:
        return _add_file(changing, form, answer, name)
    top = form.above.partition("/")[0]
    id_ = free_id(desk, f"{top}/", name or form.noun, (entry.data["id"] for entry in answer.entries))
    held = changing.spot(form.above).data
    held.setdefault(form.into, []).append({"id": id_, **answer.values})
    above = desk.item(form.above)
    what = f"{form.noun} '{name or id_}' toegevoegd bij {named(above)}"
    return changing.result(_sentence(what, answer.entries), f"{top}/{id_}")


def _add_file(changing: Changing, form: ItemForm, answer: FormAnswer, name: str) -> JobResult:
    kind = form.kind
    if kind in WRITTEN_BY_COMMANDS:
        raise WorkRefused(f"Een bestand van de soort '{kind}' begint niemand zelf.", "laat dat aan de werkbank over.")
    id_ = file_id(kind) or fresh_file_id(changing.desk, name or form.noun)
    path = "/".join(filter(None, ("data", KINDS[kind].kind.folder, f"{id_}.yaml")))
    if path in changing.desk.documents or id_ in changing.desk.items:
        raise WorkRefused(f"De lijst {path} is er al.", "voeg toe aan die lijst.")
    changing.put(path, {"soort": kind, "id": id_, **_begun(KINDS[kind]), **answer.values})
    return changing.result(_sentence(f"{form.noun} '{name or id_}' begonnen", answer.entries), id_)


def _begun(cls: type[Onderdeel]) -> dict[str, Any]:
    """Return what a file says of itself that somebody just began: it is not decided."""
    said = {"versie": _FIRST_NUMBER, "status": "concept"}
    return {each.name: said[each.name] for each in fields_of(cls) if each.name in said}


def remove_item(desk: Desk, ref: str, why: str = "") -> JobResult:
    """Remove an item, or a whole file, and every reference to it; its old address says that it is no more, and why.

    `touched` tells what referred to it.
    """
    placed = desk.item(ref)
    changing = Changing(desk)
    those = outside(desk, ref)
    carry(changing, those, lambda _: None)
    every = (placed, *desk.below(placed))
    for each in every:
        lead_on(changing, each.ref, None, Gone(each.label, why))
    beside = follow_beside(changing, dict.fromkeys(each.ref for each in every))
    if placed.is_file:
        changing.put(placed.file, None)
    else:
        take_out(changing, placed)
    left = leave_stone(changing, placed, GONE, why=why)
    # The stone of a file is one for all that stood in it.
    for inner in () if placed.is_file else every[1:]:
        leave_stone(changing, inner, GONE, why=why)
    notes = [_fill(each.placed, each.touch.words) for each in those if each.must]
    if placed.above and placed.within not in changing.spot(placed.above).data:
        above = desk.item(placed.above)
        notes += [
            _fill(above, _called(each))
            for each in item_fields(above.cls)
            if each.name == placed.within and each.required
        ]
    if left and not why:
        notes.append("Zeg waarom dit is vervallen: dat leest wie het oude adres heeft bewaard.")
    notes += (*_emptied(changing, those), *beside)
    return changing.result(f"{named(placed)} verwijderd", placed.above, touches(desk, ref), *dict.fromkeys(notes))


def _emptied(changing: Changing, those: Iterable[Referring]) -> Iterator[str]:
    """Yield that items referred to nothing but what is gone: without `over` a note is about all that it stands in."""
    alone = [each for each in those if not each.must and each.steps[0] not in changing.spot(each.placed.ref).data]
    touched = dict.fromkeys(each.touch for each in alone)
    if touched:
        which = listing([f"'{touch.label}' ({touch.words})" for touch in touched])
        yield f"Kijk na of dit nog klopt, want hier stond alleen wat nu weg is, en is het nu leeg: {which}."


def _fill(placed: Placed, words: str) -> str:
    return f"Vul bij '{placed.label}' iets anders in: {words}."


def step_item(desk: Desk, ref: str, steps: int) -> JobResult:
    """Move an item up (below 0) or down in its list; at the end of the list it stays."""
    placed = desk.item(ref)
    changing = Changing(desk)
    spot = changing.spot(ref)
    if not isinstance(spot.holder, list):
        raise WorkRefused(f"{named(placed)} staat niet in een lijst.", "laat het waar het is.")
    place = max(0, min(len(spot.holder) - 1, spot.key + steps))
    spot.holder.insert(place, spot.take())
    way = {True: "omhoog", False: "omlaag"}[steps < 0]
    return changing.result(f"{named(placed)} {way} gezet", ref)


def move_item(desk: Desk, ref: str, above: str, into: str = "") -> JobResult:
    """Move an item to the end of a list of another item, in its own file or in another; references go along."""
    placed, target = desk.item(ref), desk.item(above)
    if placed.is_file or above == ref or target in desk.below(placed):
        raise WorkRefused(f"{named(placed)} kan daar niet staan.", "kies een andere plek.")
    each = place_for(target, placed.cls.soortnaam, into)
    changing = Changing(desk)
    if target.file == placed.file:
        data = take_out(changing, placed)
        keep_source(desk, placed, data, target)
        changing.spot(above).data.setdefault(each.name, []).append(data)
        return changing.result(f"{named(placed)} verplaatst naar {named(target)}", ref)
    return _to_other_file(changing, placed, target, each)


def _to_other_file(changing: Changing, placed: Placed, target: Placed, each: FieldOf) -> JobResult:
    touched = touches(changing.desk, placed.ref)
    now = ids_elsewhere(changing.desk, (placed, *changing.desk.below(placed)), target.ref.partition("/")[0])
    notes = follow(changing, placed, now)
    follow_beside(changing, now)
    data = take_out(changing, placed)
    keep_source(changing.desk, placed, data, target)
    rename_inside(placed.cls, data, now)
    changing.spot(target.ref).data.setdefault(each.name, []).append(data)
    for one in now:
        leave_stone(changing, changing.desk.item(one), RENAMED, (now[one],))
    return changing.result(f"{named(placed)} verplaatst naar {named(target)}", now[placed.ref], touched, *notes)


def ids_elsewhere(desk: Desk, moved: Iterable[Placed], top: str) -> dict[str, str]:
    """Return by reference what items are called that come to stand in another file, with the id `top`: ids that are free there."""
    now: dict[str, str] = {}
    for one in moved:
        taken = [ref.partition("/")[2] for ref in now.values()]
        now[one.ref] = f"{top}/{free_id(desk, f'{top}/', one.ref.partition('/')[2], taken)}"
    return now


def follow(changing: Changing, placed: Placed, now: Mapping[str, str]) -> tuple[str, ...]:
    """Let all references follow an item that comes to stand in another file, and what is inside it; say which cannot.

    An item of the same file is named by its id alone, and one of another file cannot be.
    """
    desk = changing.desk
    own = inside(desk, placed.ref)
    lost: list[str] = []

    def leads(one: Referring) -> str | None:
        meant, stays = one.means(desk), one.placed.ref in now
        if one.kind != "lokaal" or not meant:
            return now.get(meant, one.wanted)
        if stays and meant in now:
            return now[meant].partition("/")[2]
        lost.append(f"'{one.placed.label}' noemde '{desk.item(meant).label}'; dat kan alleen binnen één bestand.")
        return None

    local = tuple(one for one in own if one.kind == "lokaal" or one.means(desk) in now)
    carry(changing, (*outside(desk, placed.ref), *local), leads)
    for old, new in now.items():
        lead_on(changing, old, new)
    return tuple(dict.fromkeys(lost))


def rename_inside(cls: type[Onderdeel], data: dict[str, Any], now: Mapping[str, str]) -> None:
    """Give an item and all inside it the ids that belong to their new references, in place."""
    _with_ids(cls, data, {old.partition("/")[2]: new.partition("/")[2] for old, new in now.items()})


def copy_item(desk: Desk, ref: str) -> JobResult:
    """Put a copy of an item behind it, with ids of its own; what is inside it is copied too."""
    placed = desk.item(ref)
    if placed.is_file:
        raise WorkRefused("Een heel bestand kopiëren kan niet.", "begin een nieuw bestand.")
    changing = Changing(desk)
    spot = changing.spot(ref)
    if not isinstance(spot.holder, list):
        raise WorkRefused(f"{named(placed)} staat niet in een lijst.", "maak een nieuw onderdeel.")
    data = copied(spot.data)
    ref_of_copy = with_fresh_ids(desk, placed, data)
    spot.holder.insert(spot.key + 1, data)
    return changing.result(f"{named(placed)} gekopieerd", ref_of_copy)


def with_fresh_ids(desk: Desk, placed: Placed, data: dict[str, Any]) -> str:
    """Give copied data of an item ids that are free in its file, in place, and return the reference of the copy."""
    top = placed.ref.partition("/")[0]
    new: dict[str, str] = {}
    for one in (placed, *desk.below(placed)):
        old = str(one.data["id"])
        new[old] = free_id(desk, f"{top}/", old, new.values())
    _with_ids(placed.cls, data, new)
    return f"{top}/{data['id']}"


def _with_ids(cls: type[Onderdeel], data: dict[str, Any], new: Mapping[str, str]) -> None:
    data["id"] = new.get(str(data.get("id")), data.get("id"))
    for each in item_fields(cls):
        inner: Any = each.held
        for item in as_groups(data.get(each.name)):
            _with_ids(inner, item, new)


def take_out(changing: Changing, placed: Placed) -> dict[str, Any]:
    """Take an item out of the data, and with it the list that is empty then."""
    spot = changing.spot(placed.ref)
    data = spot.take()
    if isinstance(spot.holder, list) and not spot.holder:
        changing.spot(placed.above).data.pop(placed.within)
    return data


def set_data(changing: Changing, ref: str, values: Mapping[str, Any]) -> None:
    """Give an item other data, in the place where it stands."""
    data = changing.spot(ref).data
    for gone in data.keys() - values.keys():
        del data[gone]
    data.update(copied(dict(values)))


def put_entries(changing: Changing, entries: Iterable[NewEntry]) -> None:
    """Put what is new in the lists that it belongs in; a list that is not there is begun."""
    for entry in entries:
        top = file_id(entry.kind)
        path = f"data/{top}.yaml"
        if path not in changing.desk.documents and not changing.has(path):
            changing.put(path, {"soort": entry.kind, "id": top, **_begun(KINDS[entry.kind])})
        changing.file(path).setdefault(entry.list, []).append(copied(dict(entry.data)))


def named(placed: Placed) -> str:
    """Return an item as a sentence names it: `doel 'Genoeg huizen'`."""
    return f"{placed.noun} '{placed.label}'"


def _called(each: FieldOf) -> str:
    return each.fact.words or each.name


def _differs(each: FieldOf, old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    if (each.name in old) != (each.name in new):
        return True
    return not same(old.get(each.name), new.get(each.name))


def _sentence(what: str, entries: Iterable[NewEntry]) -> str:
    added = [f"'{entry.data.get('naam') or entry.data['id']}'" for entry in entries]
    if not added:
        return what
    return f"{what}; {listing(added)} aan de lijsten toegevoegd"
