"""Selects changes: only those of substance, that touch a party, or in one file of policy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from polderkoers.changes.change import Change
from polderkoers.changes.impact import touches
from polderkoers.errors import PartyUnknown, SubjectUnknown
from polderkoers.policy.index import Entry, Policy, only
from polderkoers.policy.model.catalogues import Organisatie, Partij
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.having import andere_namen_of


class Selection(NamedTuple):
    """The changes that were selected, and what they were selected by, in words."""

    changes: tuple[Change, ...]
    filters: tuple[str, ...]


def select(  # noqa: PLR0913 - an argument per option of the command
    changes: Iterable[Change],
    *,
    only_substantive: bool,
    party: str | None,
    inside: str | None,
    old: Policy,
    new: Policy,
) -> Selection:
    """Return the changes that pass all filters.

    `party` is the id or name of a party or organisation, `inside` the id or title of a file of policy, in either version.
    Raises `PartyUnknown` or `SubjectUnknown` when there is none.
    """
    kept, filters = tuple(changes), []
    if only_substantive:
        kept = tuple(change for change in kept if change.significance == "inhoudelijk")
        filters.append("alleen inhoudelijk")
    if inside is not None:
        found = _subjects(inside, old, new)
        refs = _refs(found)
        kept = tuple(change for change in kept if refs & _files(change))
        filters.append(f"in {found[0].item.label}")
    if party is not None:
        found = _parties(party, old, new)
        wanted = _refs(found)
        kept = tuple(change for change in kept if touches(change, old, new, wanted))
        filters.append(f"voor {found[0].item.label}")
    return Selection(kept, tuple(filters))


def _refs(entries: list[Entry]) -> set[str]:
    return {entry.ref for entry in entries}


def _files(change: Change) -> set[str]:
    """Return the ids of the files that a change is about; a move from one to another is about both."""
    return {subject.ref.partition("/")[0] for subject in (change.was, change.now) if subject is not None}


def _subjects(name: str, old: Policy, new: Policy) -> list[Entry]:
    known = [*only(Beleid, new.entries.values()), *only(Beleid, old.entries.values())]
    found = _named(name, known)
    if not found:
        raise SubjectUnknown(name, _names(known))
    return found


def _parties(name: str, old: Policy, new: Policy) -> list[Entry]:
    """Return the parties and organisations of a name, and the parties that belong to such an organisation."""
    known = [*new.of_kind("partij", "organisatie"), *old.of_kind("partij", "organisatie")]
    found = _named(name, known)
    if not found:
        raise PartyUnknown(name, _names(known))
    organisations = {entry.item.id for entry in only(Organisatie, found)}
    return found + [entry for entry in only(Partij, known) if entry.item.organisatie in organisations]


def _named(name: str, known: Sequence[Entry]) -> list[Entry]:
    wanted = _form(name)
    by_id = [entry for entry in known if _form(entry.item.id) == wanted]
    return by_id or [entry for entry in known if wanted in map(_form, _words(entry))]


def _words(entry: Entry) -> tuple[str, ...]:
    return (entry.item.label, *andere_namen_of(entry.item))


def _form(name: str) -> str:
    return " ".join(name.split()).casefold()


def _names(known: Sequence[Entry]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for entry in known:
        names |= {entry.item.id: None, entry.item.label: None}
    return tuple(names)
