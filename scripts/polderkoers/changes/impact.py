"""Who and what a change touches: the parties, organisations, places, themes and items that references lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.changes.change import RENAMED, Change
from polderkoers.policy.model.having import told_name_of
from polderkoers.policy.model.verslag import Melding

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy

# What kind of item a reference leads to, and how that counts in the impact.
_GROUPS = {"partij": "partijen", "organisatie": "organisaties", "plaats": "plaatsen", "thema": "themas"}
# What says of a whole file whether it is in force, and so of all in it.
_IN_FORCE = frozenset({"status", "treedt_in_werking", "ingetrokken_op"})
# What a reference only leans on: a source, a kind of role, the meaning of a word.
_NOT_TOUCHED = frozenset({"documenten", "rolsoorten", "begrippen"})


@dataclass(frozen=True)
class Touched:
    """One thing that changes touch: its reference and name, and the changes, in their order.

    `group` is partijen, organisaties, plaatsen, themas, or onderdelen for any other item of the policy.
    """

    group: str
    ref: str
    label: str
    changes: tuple[Change, ...]


def impact(changes: Iterable[Change], old: Policy, new: Policy) -> tuple[Touched, ...]:
    """Return what the changes touch in the old or the new version, by group and then by reference.

    A change touches what its item refers to, what is inside that, and what it is silent about but an item above it says; and the
    items that refer to it. Of what only its whole document names it touches the themes, and nothing else. What stands in a document
    as a whole, such as its name, touches what it refers to itself; whether it is in force touches what is inside it too.
    """
    labels: dict[tuple[str, str], str] = {}
    told: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        for group, entry in _touched(change, old, new):
            name = (group, entry.ref)
            labels[name] = told_name_of(entry.item, entry.file)
            so_far = told.setdefault(name, [])
            # One change after another: what a change touches twice, it touched last.
            if not so_far or so_far[-1] is not change:
                so_far.append(change)
    order = [*_GROUPS.values(), "onderdelen"]
    names = sorted(told, key=lambda name: (order.index(name[0]), name[1]))
    return tuple(Touched(group, ref, labels[group, ref], tuple(told[group, ref])) for group, ref in names)


def touches(change: Change, old: Policy, new: Policy, refs: set[str]) -> bool:
    """Return whether a change touches a party, organisation, place, theme or item with one of these references."""
    return any(entry.ref in refs for _, entry in _touched(change, old, new))


def items_of(change: Change, old: Policy, new: Policy) -> Iterator[tuple[tuple[Entry, ...], Policy]]:
    """Yield the items of each version that a change is about, that which it names first, with the policy that they stand in."""
    whole = change.key is None and (change.field is None or _is_of_all(change))
    for subject, policy in ((change.was, old), (change.now, new)):
        if subject is None or (entry := policy.get(subject.ref)) is None:
            continue
        yield ((entry, *policy.below(entry)) if whole else (entry,)), policy


def _is_of_all(change: Change) -> bool:
    """Return whether a change is about a whole file with all in it, though it is one field: it is withdrawn, or adopted."""
    return change.field in _IN_FORCE and change.item.parent is None


def _touched(change: Change, old: Policy, new: Policy) -> Iterator[tuple[str, Entry]]:
    if RENAMED in change.meaning:
        return  # only its address is another
    for items, policy in items_of(change, old, new):
        entry = items[0]
        itself = _GROUPS.get(entry.item.soortnaam)
        if itself:
            yield itself, entry
        elif entry.is_file and change.field and not _is_of_all(change):
            yield from _named_by(entry, change.field, policy)
        else:
            yield from _referred(items, policy)
        yield from _referring(items, policy)


def _referred(items: tuple[Entry, ...], policy: Policy) -> Iterator[tuple[str, Entry]]:
    """Yield what items refer to; for each group that they are silent about, what the nearest item above says.

    Of a whole document only the subject is that of all in it.
    """
    silent = {*_GROUPS.values(), "onderdelen"}
    higher = ((above,) for above in items[0].ancestors())
    for level in (items, *higher):
        asked = silent & {"themas"} if level[0].is_file and level is not items else silent
        told = set()
        for group, target in _outgoing(level, policy):
            told.add(group)
            if group in asked:
                yield group, target
        # Only what a reader would call the subject is inherited; the links of a chapter are not those of its goals.
        silent -= {*told, "onderdelen"}


def _named_by(entry: Entry, field: str, policy: Policy) -> Iterator[tuple[str, Entry]]:
    """Yield what one field of a whole file refers to, with its group."""
    for reference in policy.outgoing(entry):
        if reference.field == field and reference.target is not None and reference.kind not in _NOT_TOUCHED:
            yield _GROUPS.get(reference.target.item.soortnaam, "onderdelen"), reference.target


def _outgoing(items: tuple[Entry, ...], policy: Policy) -> Iterator[tuple[str, Entry]]:
    """Yield all that items refer to, with its group."""
    for entry in items:
        for reference in policy.outgoing(entry):
            if reference.target is not None and reference.kind not in _NOT_TOUCHED:
                yield _GROUPS.get(reference.target.item.soortnaam, "onderdelen"), reference.target


def _referring(items: tuple[Entry, ...], policy: Policy) -> Iterator[tuple[str, Entry]]:
    inside = {entry.ref for entry in items}
    for entry in items:
        for reference in policy.backlinks(entry):
            # What a report says of it is no policy, and has no name.
            if reference.source.ref not in inside and not isinstance(reference.source.item, Melding):
                yield "onderdelen", reference.source
