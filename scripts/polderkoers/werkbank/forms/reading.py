"""Reads what was posted of a form back into the data of its item; a field that was not touched keeps its value to the letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from polderkoers.policy.model.facts import FieldOf, names_in
from polderkoers.policy.model.kinds import lists_for
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.werkbank.forms.choices import Target, meant
from polderkoers.werkbank.forms.desk import name_in
from polderkoers.werkbank.forms.form import FILL_IN, Control, FormAnswer, ItemForm, NewEntry
from polderkoers.werkbank.forms.fresh import fresh_id, plain_name
from polderkoers.werkbank.forms.making import NEW_ROW, asked_of, asked_of_new, fresh_class, held_by
from polderkoers.werkbank.forms.plain import NOTHING, as_group, as_list, shortened
from polderkoers.werkbank.forms.posted import Posted, find_name, last_of, rows_name
from polderkoers.werkbank.forms.required import unfilled
from polderkoers.werkbank.forms.shown import NO, control_of, is_number, text_of, texts_of, texts_of_list
from polderkoers.werkbank.forms.sizes import too_long, too_long_name
from polderkoers.werkbank.forms.typed import Typed, typed, words
from polderkoers.werkbank.forms.warned import changed_facts

_UNIT = "eenheid"


def read_form(form: ItemForm, posted: Posted) -> FormAnswer:
    """Return what people typed into a form, as the data of its item; what was not posted stays as it was."""
    reader = _FormReader(form, posted)
    values = reader.read(asked_of(form.cls), form.data, "")
    return FormAnswer(
        values=values,
        understood=reader.understood,
        cleaned=reader.cleaned,
        warned=reader.warned,
        faults=reader.faults,
        entries=tuple(reader.entries),
    )


class _FormReader:
    """Reads the fields of one form."""

    def __init__(self, form: ItemForm, posted: Posted) -> None:
        self._form, self._posted, self._desk = form, posted, form.desk
        self._file = form.top
        self.understood: dict[str, str] = {}
        self.cleaned: dict[str, str] = {}
        self.warned: dict[str, str] = {}
        self.faults: dict[str, str] = {}
        self.entries: list[NewEntry] = []

    def read(self, fields: Iterator[FieldOf], data: Any, before: str) -> dict[str, Any]:
        """Return the data of an item or a part of one with what was posted of its fields."""
        values = dict(as_group(data))
        for each in fields:
            value = self._value(each, values.get(each.name, NOTHING), f"{before}{each.name}", values)
            if value is NOTHING:
                values.pop(each.name, None)
            else:
                values[each.name] = value
        return values

    def _value(self, each: FieldOf, old: Any, name: str, around: Mapping[str, Any]) -> Any:
        control = control_of(each)
        if control is Control.ITEMS:
            return old
        if each.target is not None:
            return self._references(each, old, name)
        if control is Control.CHOICES:
            return self._picked(each, old, name)
        if read := {Control.GROUP: self._group, Control.ROWS: self._rows, Control.LINES: self._lines}.get(control):
            return read(each, old, name)
        return self._single(each, old, name, around)

    def _last(self, name: str, default: str = "") -> str:
        return last_of(self._posted, name, default)

    def _several(self, name: str, default: tuple[str, ...] = ()) -> list[str]:
        return list(filter(None, self._posted.get(name, default)))

    def _single(self, each: FieldOf, old: Any, name: str, around: Mapping[str, Any]) -> Any:
        shown = text_of(each, old)
        text = self._last(name, shown)
        is_flag = control_of(each) is Control.FLAG
        # A flag that is off and one that is not there are the same to who looks at it.
        if text == shown or (is_flag and {text, shown} <= {"", NO}):
            return old
        if not text.strip() or (is_flag and text == NO):
            return _empty(each, old)
        return self._kept(each, typed(each, text, shown, self._unit(each, name, around)), old, name)

    def _kept(self, each: FieldOf, found: Typed, old: Any, name: str) -> Any:
        """Return a value that was read, or what stood there when it could not be, and note what is to be told."""
        said = {
            "faults": found.fault,
            "understood": found.understood,
            "cleaned": "; ".join(found.cleaned),
            "warned": found.warned,
        }
        for about, words_of_it in said.items():
            if words_of_it:
                getattr(self, about)[name] = words_of_it
        if found.fault or found.value == old:
            return old
        if isinstance(found.value, str) and isinstance(old, str):
            self._warn(name, old, found.value)
        if found.value == "":
            return _empty(each, old)
        return found.value

    def _warn(self, name: str, old: str, new: str) -> None:
        if warning := changed_facts(self._desk, old, new):
            self.warned[name] = warning

    def _unit(self, each: FieldOf, name: str, around: Mapping[str, Any]) -> str:
        """Return the unit of a number: of its own item, or of that in which its row stands."""
        if not is_number(each):
            return ""
        posted = (self._last(f"{name.removesuffix(each.name)}{_UNIT}"), self._last(_UNIT))
        known = (around.get(_UNIT), self._form.data.get(_UNIT))
        return str(next(filter(None, (*posted, *known)), ""))

    def _group(self, each: FieldOf, old: Any, name: str) -> Any:
        values = self.read(asked_of(held_by(each)), old, f"{name}/")
        if not values and not isinstance(old, dict):
            return old
        if _says(values) or values == old:
            return values
        return _empty(each, old)

    def _rows(self, each: FieldOf, old: Any, name: str) -> Any:
        keys = self._posted.get(rows_name(name))
        if keys is None:
            return old
        held = as_list(old)
        kept = list(self._kept_rows(each, held, keys, name))
        if kept == held:
            return old
        return kept or _empty(each, old)

    def _kept_rows(self, each: FieldOf, held: list[Any], keys: list[str], name: str) -> Iterator[dict[str, Any]]:
        there = {str(place): row for place, row in enumerate(held)}
        for key in dict.fromkeys(keys):
            fields = asked_of(held_by(each))
            if key in there:
                yield self.read(fields, there[key], f"{name}/{key}/")
            elif key.startswith(NEW_ROW) and _says(values := self.read(fields, {}, f"{name}/{key}/")):
                yield values

    def _lines(self, each: FieldOf, old: Any, name: str) -> Any:
        shown = texts_of_list(old)
        text = self._last(name, "\n".join(shown))
        if text == "\n".join(shown):
            return old
        if fault := too_long(each, text):
            self.faults[name] = fault
            return old
        lines = []
        for line in filter(str.strip, text.split("\n")):
            lines.append(line)
            if line not in shown:
                lines[-1] = self._kept(each, words(line), line, name)
        return _as_list(each, old, lines)

    def _picked(self, each: FieldOf, old: Any, name: str) -> Any:
        if self._has_long(name):
            return old
        return _as_list(each, old, self._several(name, texts_of_list(old)))

    def _has_long(self, name: str) -> bool:
        """Return whether a name was typed or chosen that is far too long for one, and note that."""
        posted = (*self._posted.get(name, ()), *self._posted.get(find_name(name), ()))
        fault = next(filter(None, map(too_long_name, posted)), "")
        if fault:
            self.faults[name] = fault
        return bool(fault)

    def _references(self, each: FieldOf, old: Any, name: str) -> Any:
        shown = texts_of(each, old)
        if self._has_long(name):
            return old
        more = [*self._named(each, name), *self._new(each, name)]
        picked = self._several(name, shown)
        if each.many:
            return _as_list(each, old, [*picked, *more])
        chosen = [*picked, *more][-1:]
        if chosen == list(shown):
            return old
        return "".join(chosen) or _empty(each, old)

    def _named(self, each: FieldOf, name: str) -> Iterator[str]:
        """Yield the references that are meant by names that were typed, and note the names of which that is not sure."""
        kind: Any = each.target
        for text in filter(str.strip, self._posted.get(find_name(name), ())):
            found = meant(self._desk, kind, text.strip(), self._file)
            if len(found) == 1:
                self.understood[name] = found[0].name
                yield found[0].written
            else:
                self.faults[name] = _which(text.strip(), found)

    def _new(self, each: FieldOf, name: str) -> Iterator[str]:
        """Yield the id of something new that was asked for on the spot."""
        cls = fresh_class(each)
        if cls is None:
            return
        before = f"{name}/nieuw/"
        if not any(_is_said(key, texts, before) for key, texts in self._posted.items()):
            return
        values = self.read(asked_of_new(cls), {}, before)
        called = name_in(cls, values)
        if not slug(called):
            self.faults[f"{before}{names_in(cls)[0]}"] = "Geef dit een naam: daar maakt de werkbank het adres van."
            return
        if self._is_there(cls.soortnaam, called):
            self.faults[f"{before}{names_in(cls)[0]}"] = (
                f"'{shortened(called)}' staat al in de lijst. Kies het daar, of geef dit een andere naam."
            )
            return
        kind: Any = each.target
        if gaps := list(unfilled(cls, values, before)):
            self.faults.update(dict.fromkeys(gaps, FILL_IN))
            return
        place = lists_for(kind)[-1]
        id_ = fresh_id(self._desk, place.kind, called, [str(entry.data["id"]) for entry in self.entries])
        self.entries.append(NewEntry(place.kind, place.name, {"id": id_, **values}))
        yield id_

    def _is_there(self, kind: str, name: str) -> bool:
        """Return whether there is something of a kind by this name, or somebody asks for it elsewhere in the form."""
        asked = (plain_name(str(entry.data.get("naam", ""))) for entry in self.entries)
        there = (plain_name(each.label) for each in self._desk.of_kind(kind))
        return plain_name(name) in {*asked, *there}


def _as_list(each: FieldOf, old: Any, posted: list[str]) -> Any:
    """Return a list of words or references with what was posted; the same words are the same list."""
    shown = list(texts_of_list(old))
    if posted == shown or (not each.ordered and sorted(posted) == sorted(shown)):
        return old
    return list(dict.fromkeys(posted)) or _empty(each, old)


def _empty(each: FieldOf, old: Any) -> Any:
    """Return what stands in a field that is empty: null where that must be, or was; else nothing."""
    if each.null and (each.required or old is None):
        return None
    return NOTHING


def _says(values: Mapping[str, Any]) -> bool:
    """Return whether a part says anything: a null alone does not."""
    return any(value is not None for value in values.values())


def _is_said(key: str, texts: list[str], before: str) -> bool:
    return key.startswith(before) and any(text.strip() and text != NO for text in texts)


def _which(typed_name: str, found: tuple[Target, ...]) -> str:
    if not found:
        return f"'{shortened(typed_name)}' staat nog niet in de lijst. Kies een andere naam, of maak het nieuw."
    several = "; ".join(f"{each.name} ({each.note}): {each.written}" for each in found[:5])
    return f"'{shortened(typed_name)}' kan meer dan één ding zijn. Typ wat je bedoelt: {several}."
