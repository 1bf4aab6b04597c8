"""Reads what was posted of a form back into the data of its item; a field that was not touched keeps its value to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from polderkoers.policy.model.declared import Deel
from polderkoers.policy.model.facts import FieldOf, names_in
from polderkoers.policy.model.kinds import lists_for
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.werkbank.forms.choices import Target, meant
from polderkoers.werkbank.forms.form import Control, FormAnswer, ItemForm, NewEntry
from polderkoers.werkbank.forms.fresh import fresh_id
from polderkoers.werkbank.forms.making import NEW_ROW, asked_of, asked_of_new, fresh_class
from polderkoers.werkbank.forms.shown import NO, control_of, is_number, text_of, texts_of_list
from polderkoers.werkbank.forms.typed import Typed, typed, words
from polderkoers.werkbank.forms.warned import changed_facts

Posted = Mapping[str, list[str]]
_ROW = "rij"
_NOTHING = object()
_BREAK = re.compile(r"\r\n|\r")


def read_form(form: ItemForm, posted: Posted) -> FormAnswer:
    """Return what people typed into a form, as the data of its item; what was not posted stays as it was."""
    reader = _Reader(form, posted)
    values = reader.read(asked_of(form.cls), form.data, "")
    return FormAnswer(
        values=values,
        understood=reader.understood,
        cleaned=reader.cleaned,
        warned=reader.warned,
        faults=reader.faults,
        entries=tuple(reader.entries),
    )


class _Reader:
    """Reads the fields of one form."""

    def __init__(self, form: ItemForm, posted: Posted) -> None:
        self._form, self._posted, self._desk = form, posted, form.desk
        self._file = (form.ref or form.above).partition("/")[0]
        self.understood: dict[str, str] = {}
        self.cleaned: dict[str, str] = {}
        self.warned: dict[str, str] = {}
        self.faults: dict[str, str] = {}
        self.entries: list[NewEntry] = []

    def read(self, fields: Iterator[FieldOf], data: Any, before: str) -> dict[str, Any]:
        """Return the data of an item or a part of one with what was posted of its fields."""
        values = dict(data) if isinstance(data, dict) else {}
        for each in fields:
            value = self._value(each, values.get(each.name, _NOTHING), f"{before}{each.name}", values)
            if value is _NOTHING:
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
            return self._list(each, old, self._several(name))
        if read := {Control.GROUP: self._group, Control.ROWS: self._rows, Control.LINES: self._lines}.get(control):
            return read(each, old, name)
        return self._single(each, old, name, around)

    def _single(self, each: FieldOf, old: Any, name: str, around: Mapping[str, Any]) -> Any:
        posted = self._posted.get(name)
        shown = text_of(each, None if old is _NOTHING else old)
        text = _plain(posted[-1]) if posted else shown
        # A flag that is off and one that is not there are the same to who looks at it.
        if text == shown or (control_of(each) is Control.FLAG and {text, shown} <= {"", NO}):
            return old
        if not text.strip() or (control_of(each) is Control.FLAG and text == NO):
            return _empty(each, old)
        unit = self._unit(each, name, around)
        return self._kept(each, typed(each, text, None if old is _NOTHING else old, unit), old, name)

    def _kept(self, each: FieldOf, found: Typed, old: Any, name: str) -> Any:
        """Return a value that was read, or what stood there when it could not be, and note what is to be told."""
        if found.fault:
            self.faults[name] = found.fault
            return old
        if found.understood:
            self.understood[name] = found.understood
        if found.cleaned:
            self.cleaned[name] = "; ".join(found.cleaned)
        if isinstance(found.value, str) and isinstance(old, str):
            if found.value == old:
                return old
            if warning := changed_facts(self._desk, old, found.value):
                self.warned[name] = warning
        return found.value if found.value != "" else _empty(each, old)

    def _unit(self, each: FieldOf, name: str, around: Mapping[str, Any]) -> str:
        """Return the unit of a number: of its own item, or of that in which its row stands."""
        if not is_number(each):
            return ""
        own = self._posted.get(f"{name.removesuffix(each.name)}eenheid")
        own = own or self._posted.get("eenheid")
        return (own[-1] if own else "") or str(around.get("eenheid") or self._form.data.get("eenheid") or "")

    def _group(self, each: FieldOf, old: Any, name: str) -> Any:
        values = self.read(asked_of(_held(each)), None if old is _NOTHING else old, f"{name}/")
        if values or isinstance(old, dict):
            return values if _says(values) or values == old else _empty(each, old)
        return old

    def _rows(self, each: FieldOf, old: Any, name: str) -> Any:
        keys = self._posted.get(f"{name}/{_ROW}")
        if keys is None:
            return old
        held = old if isinstance(old, list) else []
        rows = [self._row(each, held, key, name) for key in keys if key]
        kept = [row for row in rows if row is not _NOTHING]
        if kept == held:
            return old
        return kept or _empty(each, old)

    def _row(self, each: FieldOf, held: list[Any], key: str, name: str) -> Any:
        if key.isdecimal() and int(key) < len(held):
            return self.read(asked_of(_held(each)), held[int(key)], f"{name}/{key}/")
        if not key.startswith(NEW_ROW):
            return _NOTHING
        values = self.read(asked_of(_held(each)), {}, f"{name}/{key}/")
        return values if _says(values) else _NOTHING

    def _several(self, name: str) -> list[str] | None:
        posted = self._posted.get(name)
        return None if posted is None else [text for text in posted if text]

    def _list(self, each: FieldOf, old: Any, posted: list[str] | None) -> Any:
        """Return a list of words or references with what was posted; the same words are the same list."""
        shown = list(texts_of_list(old))
        if posted is None or posted == shown:
            return old
        if not each.ordered and sorted(posted) == sorted(shown):
            return old
        return list(dict.fromkeys(posted)) or _empty(each, old)

    def _lines(self, each: FieldOf, old: Any, name: str) -> Any:
        posted = self._posted.get(name)
        if not posted or _plain(posted[-1]) == "\n".join(texts_of_list(old)):
            return old
        lines = []
        for line in filter(str.strip, _plain(posted[-1]).split("\n")):
            known = line in texts_of_list(old)
            lines.append(line if known else self._kept(each, words(line), line, name))
        return self._list(each, old, lines)

    def _references(self, each: FieldOf, old: Any, name: str) -> Any:
        picked = self._several(name)
        named = list(self._named(each, name))
        new = list(self._new(each, name))
        if each.many:
            shown = list(texts_of_list(old)) if picked is None else picked
            extra = [*named, *new]
            return self._list(each, old, [*shown, *extra] if picked is not None or extra else None)
        shown_one = text_of(each, None if old is _NOTHING else old)
        chosen = next(iter([*new, *named, *reversed(picked if picked is not None else [shown_one])]), "")
        if chosen == shown_one:
            return old
        return chosen or _empty(each, old)

    def _named(self, each: FieldOf, name: str) -> Iterator[str]:
        """Yield the references that are meant by names that were typed, and note the names of which that is not sure."""
        kind: Any = each.target
        for text in filter(str.strip, self._posted.get(f"{name}/zoek", ())):
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
        called = next((str(values[field]) for field in names_in(cls) if values.get(field)), "")
        if not slug(called):
            self.faults[f"{before}{names_in(cls)[0]}"] = "Geef dit een naam: daar maakt de werkbank het id van."
            return
        kind: Any = each.target
        place = lists_for(kind)[-1]
        id_ = fresh_id(self._desk, place.kind, called, [str(entry.data["id"]) for entry in self.entries])
        self.entries.append(NewEntry(place.kind, place.name, {"id": id_, **values}))
        yield id_


def _held(each: FieldOf) -> type[Deel]:
    cls: Any = each.held
    found: type[Deel] = cls
    return found


def _plain(text: str) -> str:
    """Return a text with the line breaks of the data: a browser sends those of Windows."""
    return _BREAK.sub("\n", text)


def _empty(each: FieldOf, old: Any) -> Any:
    """Return what stands in a field that is empty: null where that must be, or was; else nothing."""
    if each.null and (each.required or old is None):
        return None
    return _NOTHING


def _says(values: Mapping[str, Any]) -> bool:
    """Return whether a part says anything: a null alone does not."""
    return any(value is not None for value in values.values())


def _is_said(key: str, texts: list[str], before: str) -> bool:
    return key.startswith(before) and any(text.strip() and text != NO for text in texts)


def _which(typed_name: str, found: tuple[Target, ...]) -> str:
    if not found:
        return f"'{typed_name[:80]}' staat nog niet in de lijst. Kies een andere naam, of maak het nieuw."
    several = "; ".join(f"{each.name} ({each.note}): {each.written}" for each in found[:5])
    return f"'{typed_name[:80]}' kan meer dan één ding zijn. Typ wat je bedoelt: {several}."
