"""A form filled in again with what was posted, for who has to look at it once more: not a letter of it is lost."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace

from polderkoers.werkbank.forms.form import Control, FormField, FormRow, ItemForm

Posted = Mapping[str, list[str]]
_SEVERAL = frozenset({Control.CHOICES, Control.REFERENCES})


def refilled(form: ItemForm, posted: Posted, only: Container[str] | None = None) -> ItemForm:
    """Return a form in which stands what was posted; with `only` in the fields of those names at its top alone."""
    fields = tuple(_filled(each, posted) if only is None or each.name in only else each for each in form.fields)
    return replace(form, fields=fields)


def _filled(each: FormField, posted: Posted) -> FormField:
    fresh = tuple(_filled(part, posted) for part in each.fresh)
    if each.control is Control.GROUP:
        return replace(each, parts=tuple(_filled(part, posted) for part in each.parts))
    if each.control is Control.ROWS:
        return _with_rows(each, posted)
    if each.name not in posted:
        return replace(each, fresh=fresh)
    values = tuple(filter(None, posted[each.name]))
    if each.control in _SEVERAL:
        return replace(each, values=values, fresh=fresh)
    if each.control is Control.REFERENCE:
        return replace(each, values=values[-1:], fresh=fresh)
    return replace(each, value=posted[each.name][-1], fresh=fresh)


def _with_rows(each: FormField, posted: Posted) -> FormField:
    keys = posted.get(f"{each.name}/rij")
    if keys is None:
        return each
    known = {row.key: row for row in each.rows}
    rows = tuple(_row(known[key], posted) for key in keys if key in known)
    return replace(each, rows=rows, blank=each.blank and _row(each.blank, posted))


def _row(row: FormRow, posted: Posted) -> FormRow:
    return replace(row, fields=tuple(_filled(part, posted) for part in row.fields))


def with_rows_changed(posted: Posted, order: str) -> dict[str, list[str]]:
    """Return what was posted after an order of a button: `weg`, `op` or `neer`, then the name of a list and the key of a row."""
    found = dict(posted)
    verb, _, rest = order.partition(" ")
    name, _, key = rest.rpartition(" ")
    keys = list(found.get(f"{name}/rij", ()))
    if key not in keys or not key:
        return found
    place = keys.index(key)
    if verb == "weg":
        del keys[place]
    else:
        # The first of the keys is empty, and stays where it is.
        other = min(max(place + {"op": -1, "neer": 1}.get(verb, 0), 1), len(keys) - 1)
        keys[place], keys[other] = keys[other], keys[place]
    found[f"{name}/rij"] = keys
    return found
