"""What a browser posts of a form in which nobody touched anything."""

from __future__ import annotations

from collections import defaultdict

from polderkoers.werkbank.forms.form import Control, FormField, ItemForm

_MANY = (Control.REFERENCES, Control.CHOICES)


def posted_of(form: ItemForm, **typed: str | list[str]) -> dict[str, list[str]]:
    """Return what is posted of a form, with other values for the fields of which the name is given (`__` for a slash)."""
    found = defaultdict(list)
    for field in form.fields:
        _add(field, found)
    for name, value in typed.items():
        found[name.replace("__", "/")] = [value] if isinstance(value, str) else list(value)
    return dict(found)


def _add(field: FormField, found: dict[str, list[str]]) -> None:
    """Add what one field posts; what is new to a list or made on the spot is posted empty."""
    if field.control is Control.ITEMS:
        return
    if field.control is Control.GROUP:
        _add_all(field.parts, found)
    elif field.control is Control.ROWS:
        found[f"{field.name}/rij"] += ["", *(row.key for row in field.rows), field.blank.key]
        for row in (*field.rows, field.blank):
            _add_all(row.fields, found)
    elif field.control in _MANY or field.control is Control.REFERENCE:
        found[field.name] += ["", *field.values]
    elif field.control is Control.FLAG:
        found[field.name] += ["nee", *(["ja"] if field.value == "ja" else [])]
    else:
        found[field.name].append(field.value.replace("\n", "\r\n"))
    if field.find or field.fresh:
        found[f"{field.name}/zoek"].append("")
    _add_all(field.fresh, found)


def _add_all(fields: tuple[FormField, ...], found: dict[str, list[str]]) -> None:
    for field in fields:
        _add(field, found)
