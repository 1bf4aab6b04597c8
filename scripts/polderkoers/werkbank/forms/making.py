"""Makes the form of an item from what the model says of its fields."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any

from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.model.base import Bestand, Bron
from polderkoers.policy.model.besluiten import Besluit
from polderkoers.policy.model.declared import Deel
from polderkoers.policy.model.facts import FieldOf, fields_of, names_in
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.kinds import lists_for
from polderkoers.policy.model.verslag import Melding
from polderkoers.werkbank.forms.choices import MOST_CHOICES, chosen, targets
from polderkoers.werkbank.forms.desk import Desk, Placed, holds_items
from polderkoers.werkbank.forms.form import Control, FormChoice, FormField, FormRow, ItemForm
from polderkoers.werkbank.forms.helping import help_in_form
from polderkoers.werkbank.forms.plain import as_group, as_groups, as_list, shortened
from polderkoers.werkbank.forms.shown import control_of, text_of, texts_of, texts_of_list, values_of

NOT_SAID = "niet gezegd"
NEW_ROW = "n"
"""How the key of a row begins that is new to its list."""
_ALWAYS_ASKED = ("bron", "uitleg_van")
# What a file is and what it is called in the data are fixed, and the id of an item is made from its name.
_ID = "id"
_NUMBER = "versie"
_FIXED = ("soort", _ID)
# What a report of an item is about: it says one of these, or both.
_IN_SIGHT: Mapping[type[Deel], tuple[str, ...]] = {Melding: ("stand", "toelichting")}


def form_of(desk: Desk, ref: str, only: tuple[str, ...] = ()) -> ItemForm:
    """Return the form of an item by its reference, or of the fields `only` that are named. Raises `ItemNowhere`.

    With `only=("metingen",)` it is the form to add a measurement: what is not asked stays as it is.
    """
    placed = desk.item(ref)
    maker = _Maker(desk, ref.partition("/")[0])
    fields = maker.of_item(placed.cls, placed.data, placed)
    asked = tuple(each for each in fields if not only or each.name in only)
    return dataclasses.replace(form_to_read(desk, ref), fields=asked)


def form_to_read(desk: Desk, ref: str) -> ItemForm:
    """Return the form of an item without its fields, for who only reads what was posted. Raises `ItemNowhere`."""
    placed = desk.item(ref)
    return ItemForm(
        kind=placed.cls.soortnaam,
        noun=placed.noun,
        ref=ref,
        label=placed.label,
        file=placed.file,
        pointer=placed.pointer,
        fields=(),
        data=placed.data,
        cls=placed.cls,
        desk=desk,
        above=placed.above,
        into=placed.within,
    )


def empty_form(desk: Desk, kind: str, above: str = "", into: str = "") -> ItemForm:
    """Return the form of something new: an item for the field `into` of the item `above`, or without these a file of a kind.

    `into` may be left out when the item above has one field for the kind. Raises `WorkRefused` when there is no such place.
    """
    if not above:
        if kind == Besluit.soortnaam:
            # It comes in the list of its year, which may not be there yet.
            return _empty(desk, Besluit, "", "", "")
        if kind not in KINDS:
            raise WorkRefused(
                f"Een bestand van de soort '{shortened(kind)}' bestaat niet.", "kies een soort uit de lijst."
            )
        return _empty(desk, KINDS[kind], "", "", "")
    placed = desk.item(above)
    each = place_for(placed, kind, into)
    cls: Any = each.held
    return _empty(desk, cls, above, each.name, placed.file)


def place_for(placed: Placed, kind: str, into: str = "") -> FieldOf:
    """Return the field of an item in which another of a kind can stand. Raises `WorkRefused` when there is none, or more than one."""
    fits = [each for each in fields_of(placed.cls) if holds_items(each) and each.many]
    fits = [each for each in fits if _is(each, kind) and into in ("", each.name)]
    if len(fits) != 1:
        raise WorkRefused(
            f"Bij '{placed.label}' is geen plek voor dit onderdeel.", "kies eerst in welke lijst het komt."
        )
    return fits[0]


def _is(each: FieldOf, kind: str) -> bool:
    return each.held is not None and each.held.soortnaam == kind


def _empty(desk: Desk, cls: Any, above: str, into: str, file: str) -> ItemForm:
    maker = _Maker(desk, above.partition("/")[0])
    return ItemForm(
        kind=cls.soortnaam,
        noun=cls.kind.noun.name,
        ref="",
        label="",
        file=file,
        pointer="",
        fields=maker.of_item(cls, {}, None),
        data={},
        cls=cls,
        desk=desk,
        above=above,
        into=into,
    )


def asked_of(cls: type[Deel]) -> Iterator[FieldOf]:
    """Yield the fields of a class that a form asks for: all but its id, and of a file what it is."""
    for each in fields_of(cls):
        if each.name not in _FIXED or (each.name != _ID and not issubclass(cls, Bestand)):
            yield each


def asked_of_new(cls: type[Deel]) -> Iterator[FieldOf]:
    """Yield the fields that are asked of an entry that is made on the spot: what it must have, and where that comes from."""
    for each in asked_of(cls):
        if (each.required or each.name in _ALWAYS_ASKED) and control_of(each) is not Control.ITEMS:
            yield each


def fresh_class(each: FieldOf) -> type[Deel] | None:
    """Return what can be made on the spot to refer to, None when a reference only leads to what is there."""
    if each.target is None or not lists_for(each.target):
        return None
    return lists_for(each.target)[-1].held


class _Maker:
    """Makes the fields of one form; `file` is the id of the file that it is of."""

    def __init__(self, desk: Desk, file: str) -> None:
        self._desk, self._file = desk, file

    def of_item(self, cls: type[Deel], data: Mapping[str, Any], placed: Placed | None) -> tuple[FormField, ...]:
        """Return the fields of an item: those that must be filled in first, in the order of the data."""
        made = [self._field(each, data, "", placed) for each in asked_of(cls)]
        made = [
            dataclasses.replace(each, folded=each.folded and each.name not in _IN_SIGHT.get(cls, ())) for each in made
        ]
        return tuple(sorted(made, key=lambda field: (field.folded, not field.required)))

    def _fields(self, cls: type[Deel], data: Any, before: str) -> tuple[FormField, ...]:
        return tuple(self._field(each, as_group(data), before, None) for each in asked_of(cls))

    def _field(self, each: FieldOf, data: Mapping[str, Any], before: str, placed: Placed | None) -> FormField:
        value, control = data.get(each.name), control_of(each)
        name = f"{before}{each.name}"
        made = FormField(
            name=name,
            label=each.fact.title or each.name.replace("_", " ").capitalize(),
            help=help_in_form(each.fact.help, is_flag=control is Control.FLAG),
            control=control,
            required=each.required and not each.null,
            ordered=each.ordered,
            **self._content(each, value, name, control, placed),
        )
        return _folded(made, each)

    def _content(self, each: FieldOf, value: Any, name: str, control: Control, placed: Placed | None) -> dict[str, Any]:
        if control is Control.GROUP:
            return {"parts": self._fields(held_by(each), value, f"{name}/")}
        if control is Control.ROWS:
            return self._rows(each, value, name)
        if control is Control.ITEMS:
            return {"rows": tuple(self._links(value, placed))}
        if each.target is not None:
            return self._reference(each, value, name)
        return _of_value(each, value, control)

    def _rows(self, each: FieldOf, value: Any, name: str) -> dict[str, Any]:
        held = as_list(value)
        cls = held_by(each)
        rows = tuple(
            FormRow(str(place), _title(cls, data), self._fields(cls, data, f"{name}/{place}/"))
            for place, data in enumerate(held)
        )
        key = f"{NEW_ROW}{len(held)}"
        return {"rows": rows, "blank": FormRow(key, cls.kind.noun.name, self._fields(cls, {}, f"{name}/{key}/"))}

    def _links(self, value: Any, placed: Placed | None) -> Iterator[FormRow]:
        """Yield a row for each item in a field, that leads to its own form."""
        for data in as_groups(value):
            ref = f"{self._file}/{data.get('id')}"
            found = self._desk.items.get(ref)
            if placed is not None and found is not None:
                yield FormRow(ref, found.label, ref=ref)

    def _reference(self, each: FieldOf, value: Any, name: str) -> dict[str, Any]:
        kind: Any = each.target
        written = texts_of(each, value)
        every = targets(self._desk, kind, self._file)
        picked = chosen(self._desk, kind, written, self._file)
        found: dict[str, Any] = {"values": written, "choices": picked}
        if len(every) <= MOST_CHOICES:
            known = tuple(map(attrgetter("choice"), every))
            found["choices"] = (*(choice for choice in picked if choice not in known), *known)
        else:
            found["find"] = kind
        if cls := fresh_class(each):
            found |= {"fresh": self._fresh(cls, f"{name}/nieuw/"), "fresh_noun": cls.kind.noun.name}
        return found

    def _fresh(self, cls: type[Deel], before: str) -> tuple[FormField, ...]:
        if before.count("/nieuw/") > 1:
            return ()  # something new that asks for something new is made first
        return tuple(self._field(each, {}, before, None) for each in asked_of_new(cls))


def _of_value(each: FieldOf, value: Any, control: Control) -> dict[str, Any]:
    """Return what a form shows of a value, or of a list of words."""
    found: dict[str, Any] = {}
    if control is Control.CHOICES:
        found["values"] = texts_of_list(value)
    elif control is Control.LINES:
        found["value"] = "\n".join(texts_of_list(value))
    else:
        found["value"] = text_of(each, value)
    if control in (Control.CHOICE, Control.CHOICES):
        found["choices"] = _choices(each, value)
    return found


def held_by(each: FieldOf) -> type[Deel]:
    """Return the class of what is inside a field that holds parts."""
    cls: Any = each.held
    found: type[Deel] = cls
    return found


def _title(cls: type[Deel], data: Any) -> str:
    """Return what a row is called: the first text or number in it, or else what it is."""
    held = as_group(data)
    names = names_in(cls) or tuple(each.name for each in fields_of(cls) if each.held is None)
    shown = (text_of(each, held.get(each.name)) for each in fields_of(cls) if each.name in names)
    return next(filter(None, shown), cls.kind.noun.name)


def _choices(each: FieldOf, value: Any) -> tuple[FormChoice, ...]:
    words = values_of(each)
    every = dict.fromkeys((*words, *texts_of(each, value)))
    found = tuple(FormChoice(word, (each.fact.says.get(word) or word).partition(":")[0]) for word in every)
    if each.many:
        return found
    if each.required and not each.null:
        return (FormChoice("", "kies"), *found)
    return (FormChoice("", NOT_SAID), *found)


def _folded(made: FormField, each: FieldOf) -> FormField:
    """Return a field behind a fold when it may be left out and is empty: not that which tells where something stands.

    Where the data must say that something is not known, somebody must have seen the question.

    The number of a file stands there too: a save raises it.
    """
    is_number = each.form is not None and each.form.name == _NUMBER
    if not is_number and (each.required or made.is_filled or each.held is Bron):
        return made
    return dataclasses.replace(made, folded=True)
