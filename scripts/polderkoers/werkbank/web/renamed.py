"""Fields of a form under other names, so that several forms can stand on one page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.form import FormField, FormRow


def with_prefix(each: FormField, before: str) -> FormField:
    """Return a field with something before its name, and before the names of all that is in it."""
    return replace(
        each,
        name=f"{before}{each.name}",
        parts=tuple(with_prefix(part, before) for part in each.parts),
        fresh=tuple(with_prefix(part, before) for part in each.fresh),
        rows=tuple(_row(row, before) for row in each.rows),
        blank=each.blank and _row(each.blank, before),
    )


def _row(row: FormRow, before: str) -> FormRow:
    return replace(row, fields=tuple(with_prefix(part, before) for part in row.fields))
