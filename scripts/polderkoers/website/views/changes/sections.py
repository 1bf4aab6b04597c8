"""The changes between two versions in the order in which a page shows them: policy first, lists of names last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from polderkoers.changes.change import Change, Subject
from polderkoers.changes.deciding.parts import LISTS, PARTS, Part
from polderkoers.changes.phrases import file_name, list_name
from polderkoers.policy.dutch_words import capital, listing
from polderkoers.website.views.changes.addresses import file_anchor
from polderkoers.website.views.changes.compared import Compared, files_in_order
from polderkoers.website.views.changes.told import Wijziging, heading, tell
from polderkoers.website.views.link import Link
from polderkoers.website.words import one_line


@dataclass(frozen=True)
class ChangesOfItem:
    """The changes of one item under its name; `within` says what the item stands in."""

    heading: str
    within: str
    page: Link
    wijzigingen: tuple[Wijziging, ...]


@dataclass(frozen=True)
class FileChanges:
    """The changes in one file. `whole` is the change when the whole file is new or gone, `other_owner` whose policy it is.

    `anchor` is set at the first place where a page tells of the file: what links to the file as a whole leads there.
    """

    anchor: str
    heading: str
    page: Link
    other_owner: str
    whole: Wijziging | None
    groups: tuple[ChangesOfItem, ...]
    total: int


@dataclass(frozen=True)
class NameListChanges:
    """The changes in one list of names: which came, which went, and what is different about the others."""

    anchor: str
    heading: str
    count: str
    added: tuple[tuple[Wijziging, Link], ...]
    removed: tuple[tuple[Wijziging, Link], ...]
    groups: tuple[ChangesOfItem, ...]


def files(pair: Compared, part: Part) -> tuple[FileChanges, ...]:
    """Return the changes in one part of a comparison by file: of policy, only written otherwise, or notes of the editors."""
    before = chain.from_iterable(map(pair.part, PARTS[: PARTS.index(part)]))
    told = {change.ref.partition("/")[0] for change in before}
    found = []
    for ref, changes in files_in_order(pair, pair.part(part)):
        anchor = "" if ref in told else file_anchor(ref)
        found.append(_piece(pair, ref, changes, anchor))
    return tuple(found)


def lists(pair: Compared) -> tuple[NameListChanges, ...]:
    """Return the changes in lists of names: terms, organisations, places and so on."""
    return tuple(_list(pair, ref, changes) for ref, changes in files_in_order(pair, pair.part(LISTS)))


def _piece(pair: Compared, ref: str, changes: list[Change], anchor: str) -> FileChanges:
    first = changes[0].item
    title = one_line(capital(file_name(first, with_kind=True)))
    whole = next(
        (change for change in changes if change.item.parent is None and change.kind in ("added", "removed")), None
    )
    told = tell(pair, whole) if whole is not None else None
    rest = [change for change in changes if change is not whole]
    return FileChanges(
        anchor,
        title,
        pair.link(ref, one_line(first.title)),
        pair.owner(ref),
        told,
        tuple(_groups(pair, rest)),
        len(changes),
    )


def _groups(pair: Compared, changes: list[Change]) -> Iterator[ChangesOfItem]:
    by_item: dict[tuple[str, str | None], list[Change]] = {}
    for change in changes:
        by_item.setdefault((change.ref, change.key), []).append(change)
    for found in by_item.values():
        item = found[0].item
        name, inside = heading(pair, item)
        yield ChangesOfItem(name, inside, pair.link(item.ref, ""), tuple(tell(pair, change) for change in found))


def _list_heading(subject: Subject) -> str:
    if subject.ref.partition("/")[0] == "roles":
        return "Partijen en soorten rollen"
    return capital(list_name(subject.soort, subject.own))


def _list(pair: Compared, ref: str, changes: list[Change]) -> NameListChanges:
    entries: dict[str, list[tuple[Wijziging, Link]]] = {"added": [], "removed": []}
    rest = []
    for change in changes:
        if change.kind in entries and change.key is None and change.item.parent is not None:
            entries[change.kind].append((tell(pair, change), pair.link(change.ref, one_line(change.item.label))))
        else:
            rest.append(change)
    groups = tuple(_groups(pair, rest))
    counts = ((len(entries["added"]), "erbij"), (len(entries["removed"]), "weg"), (len(groups), "veranderd"))
    return NameListChanges(
        file_anchor(ref),
        _list_heading(changes[0].item),
        listing([f"{number} {what}" for number, what in counts if number]),
        tuple(entries["added"]),
        tuple(entries["removed"]),
        groups,
    )
