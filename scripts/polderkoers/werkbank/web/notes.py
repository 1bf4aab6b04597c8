"""What a form tells at its fields: faults, what to look at again, and how something was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from polderkoers.werkbank.forms.form import FILL_IN

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.form import FormField

Texts = Mapping[str, tuple[str, ...]]


class FieldFault(NamedTuple):
    """A fault for the summary above a form: at which field, what that is called, and what is wrong."""

    name: str
    label: str
    text: str


@dataclass(frozen=True)
class Notes:
    """The messages of a form by the name of a field, and what its templates need to make links.

    `query` what links have behind their address, `ref` the item of the form.
    `kinds` are the kinds of item that can come in each list of it, each with what it is called, and `opened` the lists to which somebody
    comes to add a row.
    """

    faults: Texts = field(default_factory=dict)
    warned: Texts = field(default_factory=dict)
    understood: Texts = field(default_factory=dict)
    query: str = ""
    ref: str = ""
    can_change: bool = True
    kinds: Mapping[str, list[tuple[str, str]]] = field(default_factory=dict)
    opened: tuple[str, ...] = ()

    def faults_at(self, name: str) -> tuple[str, ...]:
        """Return what is wrong with a field."""
        return self.faults.get(name, ())

    def warned_at(self, name: str) -> tuple[str, ...]:
        """Return what to look at again in a field."""
        return self.warned.get(name, ())

    def understood_at(self, name: str) -> tuple[str, ...]:
        """Return how what was typed in a field was read."""
        return self.understood.get(name, ())

    def is_told(self, form_field: FormField) -> bool:
        """Return whether anything is told at a field or in it, so that it must not be folded away."""
        return self.is_told_in((form_field,))

    def is_told_in(self, fields: Iterable[FormField]) -> bool:
        """Return whether anything is told at one of some fields, or in one."""
        told = self.faults.keys() | self.warned.keys()
        return any(part.name in told for part in _parts(fields))

    def summary(self, fields: Iterable[FormField]) -> list[FieldFault]:
        """Return all faults of a form in the order of its fields; what belongs to no field comes first, at the form itself."""
        parts = {part.name: part for part in _parts(fields)}
        found: list[FieldFault] = []
        for name in self.faults.keys() - parts.keys():
            found += (FieldFault("", "", text) for text in self.faults[name])
        for name, part in parts.items():
            found += (FieldFault(name, part.label, text) for text in self.faults_at(name))
        return found


def _parts(fields: Iterable[FormField]) -> Iterator[FormField]:
    for each in fields:
        yield from each.inside


def texts(found: Mapping[str, str]) -> Texts:
    """Return single texts by name as the texts of `Notes`."""
    return {name: (text,) for name, text in found.items()}


def gaps_in(names: Iterable[str]) -> Texts:
    """Return what is said at fields that must be filled in and are not."""
    return dict.fromkeys(names, (FILL_IN,))


def joined(*found: Texts) -> Texts:
    """Return all texts of several by name, each once."""
    whole: dict[str, tuple[str, ...]] = {}
    for each in found:
        for name, some in each.items():
            whole[name] = tuple(dict.fromkeys((*whole.get(name, ()), *some)))
    return whole
