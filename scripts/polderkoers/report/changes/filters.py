"""Selects changes: only policy itself, what touches a party, organisation, place or subject, or what is in one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from polderkoers.changes.change import Change
from polderkoers.changes.deciding.parts import POLICY, part_of
from polderkoers.changes.impact import touches
from polderkoers.changes.named import is_named
from polderkoers.changes.names_in_text import NamesInText
from polderkoers.errors import NameUnknown
from polderkoers.policy.dutch_words import listing
from polderkoers.policy.groups import wider
from polderkoers.policy.index import Entry, Policy, only
from polderkoers.policy.model.catalogues import Brondocument, Organisatie, Partij
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.having import andere_namen_of


@dataclass(frozen=True)
class WantedChanges:
    """Which changes are wanted: those of policy only, and those that touch or are in what is named by its id or name.

    The list of versions is no policy, and is left out unless they are wanted `with_list`.
    """

    only_substantive: bool = False
    party: str | None = None
    organisation: str | None = None
    place: str | None = None
    subject: str | None = None
    document: str | None = None
    with_list: bool = False

    @property
    def is_named(self) -> bool:
        """Whether something is named that has to be looked up."""
        named = (self.party, self.organisation, self.place, self.subject, self.document)
        return any(name is not None for name in named)


class Selection(NamedTuple):
    """The changes that were selected, and what they were selected by, in words."""

    changes: tuple[Change, ...]
    filters: tuple[str, ...]


class _Touched(NamedTuple):
    """What a change can be asked to touch: how that is said, what it is called, its kinds, where its names stand, and if a text may say it."""

    said: str
    what: str
    kinds: tuple[str, ...]
    files: str
    in_text: bool = False


_BY = {
    "party": _Touched(
        "voor",
        "partij of organisatie",
        ("partij", "organisatie"),
        "data/roles.yaml of data/organisaties.yaml",
        in_text=True,
    ),
    "organisation": _Touched(
        "over organisatie", "organisatie", ("organisatie",), "data/organisaties.yaml", in_text=True
    ),
    "place": _Touched("over plaats", "plaats", ("plaats",), "data/plaatsen.yaml", in_text=True),
    "subject": _Touched("over onderwerp", "onderwerp", ("thema",), "data/themas.yaml"),
}

_DOCUMENT = "kernopgave, programmalijn, plan, wegwijzer of document uit de bron met beleid"
_DOCUMENT_HINT = "noem het id van een bestand (de naam zonder .yaml), of een id of naam uit data/documenten.yaml."


def select(changes: Iterable[Change], wanted: WantedChanges, old: Policy, new: Policy) -> Selection:
    """Return the changes that pass all filters. Raises `NameUnknown` when neither version has what is named."""
    kept, filters = tuple(changes), []
    for said, passes in _filters(wanted, old, new):
        kept = tuple(filter(passes, kept))
        filters.append(said)
    return Selection(kept, tuple(filters))


def _filters(wanted: WantedChanges, old: Policy, new: Policy) -> Iterator[tuple[str, Callable[[Change], bool]]]:
    """Yield each filter: how it is said, and whether a change passes it."""
    if wanted.only_substantive:
        yield "alleen inhoudelijk", _is_policy
    if wanted.document is not None:
        found = _documents(wanted.document, old, new)
        inside = _refs(found[1])
        yield f"in {found[0]}", lambda change: not inside.isdisjoint(_files(change))
    asked = {
        "party": wanted.party,
        "organisation": wanted.organisation,
        "place": wanted.place,
        "subject": wanted.subject,
    }
    for kind, name in asked.items():
        if name is not None:
            yield _touching(_BY[kind], name, old, new)


def _is_policy(change: Change) -> bool:
    return part_of(change) == POLICY


def _touching(by: _Touched, name: str, old: Policy, new: Policy) -> tuple[str, Callable[[Change], bool]]:
    known = [*new.of_kind(*by.kinds), *old.of_kind(*by.kinds)]
    found = _named(name, known)
    if not found:
        raise NameUnknown(by.what, name, _names(known), f"noem een id of naam uit {by.files}.")
    above = _wider(found, old, new)
    about = [*found, *_belonging(found, known), *above]
    also = f", ook wat voor {listing([entry.item.label for entry in above])} is" if above else ""
    refs, said = _refs(about), f"{by.said} {found[0].item.label}{also}"
    if not by.in_text:
        return said, lambda change: touches(change, old, new, refs)
    names = NamesInText(chain.from_iterable(map(_words, about)))
    return (
        f"{said} (ook waar die naam in de tekst staat)",
        lambda change: touches(change, old, new, refs) or is_named(change, names),
    )


def _wider(found: Sequence[Entry], old: Policy, new: Policy) -> list[Entry]:
    """Return the groups that a group is a part of in either version: what is for residents is for each of them."""
    above: dict[str, Entry] = {}
    for policy in (new, old):
        for entry in found:
            above |= {each.ref: each for each in wider(policy, policy.get(entry.ref) or entry)}
    return list(above.values())


def _belonging(found: Sequence[Entry], known: Sequence[Entry]) -> list[Entry]:
    """Return the parties that belong to an organisation among what was found."""
    organisations = {entry.item.id for entry in only(Organisatie, found)}
    return [entry for entry in only(Partij, known) if entry.item.organisatie in organisations]


def _documents(name: str, old: Policy, new: Policy) -> tuple[str, list[Entry]]:
    """Return the name of a document and the files of policy that are it, or that are of that document of the source."""
    known: list[Entry] = [*only(Beleid, new.entries.values()), *only(Beleid, old.entries.values())]
    found = _named(name, known)
    if found:
        return found[0].item.label, found
    sources: list[Entry] = [*only(Brondocument, new.entries.values()), *only(Brondocument, old.entries.values())]
    named = _named(name, sources)
    ids = {entry.item.id for entry in named}
    of_source = [entry for entry in known if isinstance(entry.item, Beleid) and entry.item.bron.document in ids]
    if of_source:
        return named[0].item.label, of_source
    raise NameUnknown(_DOCUMENT, name, _names([*known, *sources]), _DOCUMENT_HINT)


def _refs(entries: Iterable[Entry]) -> set[str]:
    return {entry.ref for entry in entries}


def _files(change: Change) -> set[str]:
    """Return the ids of the files that a change is about; a move from one to another is about both."""
    return {subject.ref.partition("/")[0] for subject in (change.was, change.now) if subject is not None}


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
