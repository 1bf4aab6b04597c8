"""What a form is made of, for who shows it: fields with a label, help and a value in the words of people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from polderkoers.policy.model.base import Onderdeel
    from polderkoers.policy.model.references import Doelsoort
    from polderkoers.werkbank.forms.desk import Desk

FILL_IN = "Vul dit in."
"""What is said at a field that must be filled in and is not."""


class Control(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    AREA = "area"
    CHOICE = "choice"
    CHOICES = "choices"
    FLAG = "flag"
    DATE = "date"
    MONEY = "money"
    NUMBER = "number"
    REFERENCE = "reference"
    REFERENCES = "references"
    LINES = "lines"
    GROUP = "group"
    ROWS = "rows"
    ITEMS = "items"


@dataclass(frozen=True)
class FormChoice:
    """One of what can be chosen: `value` is posted, `label` shown, and `note` tells it from others of that name."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class FormRow:
    """A row of a list: of `ROWS` with fields in place (`key` is posted), of `ITEMS` with a form of its own (`ref`)."""

    key: str
    title: str
    fields: tuple[FormField, ...] = ()
    ref: str = ""


@dataclass(frozen=True)
class FormField:
    """A field to be filled in. `name` is its path in the data of the item, parted by slashes: `wanneer/van`, `metingen/0/waarde`.

    `value` is what stands in it: of `CHOICES` and `REFERENCES` that is `values`. A `GROUP` has `parts`; `ROWS` has `rows`, and
    `blank` for one more; `ITEMS` has `rows`. `find` says of a reference that more can be found than is in `choices`, and `fresh` are
    the fields of something new to refer to, which is called `fresh_noun`. A `folded` field stands behind a fold.

    What is posted under other names: of `ROWS` under `NAME/rij` the keys in their order, the first of them empty; of a reference
    under `NAME/zoek` names that were typed. A `FLAG` is `ja` or `nee`, and a list that can become empty starts with an empty value.
    """

    name: str
    label: str
    help: str
    control: Control
    required: bool = False
    value: str = ""
    values: tuple[str, ...] = ()
    choices: tuple[FormChoice, ...] = ()
    parts: tuple[FormField, ...] = ()
    rows: tuple[FormRow, ...] = ()
    blank: FormRow | None = None
    fresh: tuple[FormField, ...] = ()
    fresh_noun: str = ""
    find: Doelsoort | None = None
    ordered: bool = False
    folded: bool = False

    @property
    def is_filled(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.value or self.values or self.rows) or any(part.is_filled for part in self.parts)

    @property
    def inside(self) -> Iterator[FormField]:
        """The fields in it, at any depth, itself first."""
        yield self
        for part in (*self.parts, *self.fresh, *_in_rows(self.rows), *_in_rows(filter(None, (self.blank,)))):
            yield from part.inside


def _in_rows(rows: Any) -> Iterator[FormField]:
    for row in rows:
        yield from row.fields


@dataclass(frozen=True)
class ItemForm:
    """The form of one item, or of one that is to come: then `ref` is empty, and it comes in the field `into` of `above`.

    `data` is what stands there now, `kind` what it is in the data and `noun` what that is called. The fields that must be filled
    in come first.
    """

    kind: str
    noun: str
    ref: str
    label: str
    file: str
    pointer: str
    fields: tuple[FormField, ...]
    data: Mapping[str, Any] = field(repr=False)
    cls: type[Onderdeel] = field(repr=False)
    desk: Desk = field(repr=False, compare=False)
    above: str = ""
    into: str = ""

    @property
    def top(self) -> str:
        """The id of the file that it stands in or comes in, empty for a new file."""
        return (self.ref or self.above).partition("/")[0]

    @property
    def every_field(self) -> Iterator[FormField]:
        """All fields, at any depth."""
        for each in self.fields:
            yield from each.inside


@dataclass(frozen=True)
class NewEntry:
    """Something new that a form asks for on the spot: an entry for a list of a catalogue, with its id."""

    kind: str
    list: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class FormAnswer:
    """What people typed into a form, as data.

    `values` is the data of the whole item. By name of a field: `understood` says how a date, amount or number was read, `cleaned`
    what was taken out of a pasted text, `warned` what to look at again, and `faults` why a value could not be read: `values` then has
    what stood there.
    """

    values: Mapping[str, Any]
    understood: Mapping[str, str] = field(default_factory=dict)
    cleaned: Mapping[str, str] = field(default_factory=dict)
    warned: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    entries: tuple[NewEntry, ...] = ()
