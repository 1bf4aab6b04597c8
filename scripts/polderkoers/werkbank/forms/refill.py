"""Shows a form again with what somebody typed in it, so that nothing that could not be saved is lost."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Iterator
from itertools import count

from polderkoers.werkbank.forms.choices import chosen
from polderkoers.werkbank.forms.form import Control, FormField, FormRow, ItemForm
from polderkoers.werkbank.forms.making import NEW_ROW
from polderkoers.werkbank.forms.posted import Posted, find_name, last_of, rows_name
from polderkoers.werkbank.forms.shown import YES

_MANY = (Control.CHOICES, Control.REFERENCE, Control.REFERENCES)


def refilled(form: ItemForm, posted: Posted, only: Container[str] | None = None) -> ItemForm:
    """Return a form with what was posted of it in its fields, rows in the order in which they were posted.

    With `only` in the fields of those names at its top alone.
    """
    filler = _Filler(form, posted)
    filled = {each.name: filler.field(each) for each in form.fields if only is None or each.name in only}
    return dataclasses.replace(form, fields=tuple(filled.get(each.name, each) for each in form.fields))


class _Filler:
    def __init__(self, form: ItemForm, posted: Posted) -> None:
        self._form, self._posted = form, posted

    def field(self, field: FormField) -> FormField:
        """Return a field with what was posted of it; a field of which nothing was posted stays as it is."""
        made = self._own(field)
        made = dataclasses.replace(
            made, parts=tuple(map(self.field, field.parts)), fresh=tuple(map(self.field, field.fresh))
        )
        if field.control is Control.ROWS and rows_name(field.name) in self._posted:
            made = self._rows(made)
        return dataclasses.replace(made, folded=field.folded and made == field)

    def _own(self, field: FormField) -> FormField:
        texts = self._posted.get(field.name)
        if field.find or field.fresh:
            # What was typed to look for, which is no value yet.
            field = dataclasses.replace(field, value=last_of(self._posted, find_name(field.name)))
        if texts is None:
            return field
        if field.control in _MANY:
            return self._several(field, tuple(filter(None, texts)))
        if field.control is Control.FLAG and YES not in (field.value, texts[-1]):
            return field  # off, and not there, are the same to who looks at it
        return dataclasses.replace(field, value=last_of(self._posted, field.name))

    def _several(self, field: FormField, values: tuple[str, ...]) -> FormField:
        known = {each.value for each in field.choices}
        missing = [value for value in values if value not in known]
        added = field.choices
        if missing and field.find:
            added = (*chosen(self._form.desk, field.find, missing, self._form.top), *added)
        return dataclasses.replace(field, values=values, choices=added)

    def _rows(self, field: FormField) -> FormField:
        keys = filter(None, dict.fromkeys(self._posted[rows_name(field.name)]))
        rows = {row.key: row for row in self._posted_rows(field, keys)}
        blank = field.blank
        for number in count(len(field.rows)):
            if blank is None or blank.key not in rows:
                break
            blank = _called(field.name, blank, f"{NEW_ROW}{number}")
        return dataclasses.replace(field, rows=tuple(rows.values()), blank=blank)

    def _posted_rows(self, field: FormField, keys: Iterable[str]) -> Iterator[FormRow]:
        there = {row.key: row for row in field.rows}
        for key in keys:
            if key in there:
                yield self._row(there[key])
            elif key.startswith(NEW_ROW) and field.blank is not None:
                row = self._row(_called(field.name, field.blank, key))
                # An empty row that was offered is offered again, and not twice.
                if any(each.is_filled for each in row.fields) or key != field.blank.key:
                    yield row

    def _row(self, row: FormRow) -> FormRow:
        return dataclasses.replace(row, fields=tuple(map(self.field, row.fields)))


def _called(list_: str, row: FormRow, key: str) -> FormRow:
    """Return a row with another key, which stands in the names of its fields."""
    names = NewNames(f"{list_}/{row.key}/", f"{list_}/{key}/")
    return dataclasses.replace(names.row(row), key=key)


@dataclasses.dataclass(frozen=True)
class NewNames:
    """What the names of fields begin with, and what they begin with from now on; without `old` that comes before each."""

    old: str
    new: str

    def row(self, row: FormRow) -> FormRow:
        """Return a row with other names in it."""
        return dataclasses.replace(row, fields=tuple(map(self.field, row.fields)))

    def field(self, field: FormField) -> FormField:
        """Return a field under its other name, with all that is in it."""
        return dataclasses.replace(
            field,
            name=field.name.replace(self.old, self.new, 1),
            parts=tuple(map(self.field, field.parts)),
            fresh=tuple(map(self.field, field.fresh)),
            rows=tuple(map(self.row, field.rows)),
            blank=field.blank and self.row(field.blank),
        )
