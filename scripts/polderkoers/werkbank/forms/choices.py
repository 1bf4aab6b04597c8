"""What a reference can point at, by the names that people know; and what they meant who typed one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from polderkoers.policy.general import general_policy
from polderkoers.policy.model.having import andere_namen_of
from polderkoers.policy.model.kinds import entry_kinds, file_id, files_for, lists_for
from polderkoers.policy.model.references import Doelsoort
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.policy.without import done_without
from polderkoers.werkbank.forms.desk import Desk, Placed
from polderkoers.werkbank.forms.form import FormChoice

MOST_CHOICES = 250
"""With more than this a list is no help: one types a name."""
MOST_FOUND = 40


@dataclass(frozen=True)
class Target:
    """Something that a reference can point at: how it is written, its name and other names, and what it is."""

    written: str
    name: str
    others: tuple[str, ...]
    note: str

    @property
    def choice(self) -> FormChoice:
        """What a form shows of it."""
        return FormChoice(self.written, self.name, self.note)

    @cached_property
    def words(self) -> str:
        """All that it goes by, in the letters of an id, to look for words in."""
        return "-".join(map(slug, (self.name, *self.others, self.written)))

    def has(self, asked: list[str]) -> bool:
        """Return whether all of some words stand in what it goes by."""
        return all(word in self.words for word in asked)


def targets(desk: Desk, kind: Doelsoort, file: str) -> tuple[Target, ...]:
    """Return what a reference of some kind from a file can point at, by name; `file` is the id of that file."""
    held = vars(desk).setdefault("_targets", {})
    key = (kind, file * (kind == "lokaal"))
    if key not in held:
        held[key] = tuple(sorted(_targets(desk, kind, file), key=lambda each: each.name.casefold()))
    found: tuple[Target, ...] = held[key]
    return found


def find(desk: Desk, kind: Doelsoort, words: str, file: str = "") -> tuple[FormChoice, ...]:
    """Return what words can mean as a reference, the likeliest first: all words stand in its names or its id; nothing without a word."""
    asked = list(filter(None, map(slug, words.split())))
    hits = [each for each in targets(desk, kind, file) if asked and each.has(asked)]
    whole = slug(words)
    hits.sort(key=lambda each: (slug(each.name) != whole, not slug(each.name).startswith(whole), len(each.name)))
    return tuple(map(attrgetter("choice"), hits[:MOST_FOUND]))


def chosen(desk: Desk, kind: Doelsoort, written: Iterable[str], file: str) -> tuple[FormChoice, ...]:
    """Return what stands in a field as its choices; what leads nowhere is called by its id."""
    known = _by_written(desk, kind, file)
    return tuple(known[ref].choice if ref in known else FormChoice(ref, ref) for ref in written)


def _by_written(desk: Desk, kind: Doelsoort, file: str) -> dict[str, Target]:
    """Return the targets by how they are written; a form asks for them at every reference."""
    held = vars(desk).setdefault("_by_written", {})
    key = (kind, file * (kind == "lokaal"))
    if key not in held:
        held[key] = {each.written: each for each in targets(desk, kind, file)}
    found: dict[str, Target] = held[key]
    return found


def meant(desk: Desk, kind: Doelsoort, typed: str, file: str) -> tuple[Target, ...]:
    """Return what somebody can have meant who typed an id or a name: one when it is sure."""
    every = targets(desk, kind, file)
    exact = tuple(each for each in every if each.written == typed)
    if exact:
        return exact
    wanted = slug(typed)
    by_name = tuple(each for each in every if wanted and wanted in map(slug, (each.name, *each.others)))
    return by_name or tuple(each for each in every if wanted and slug(each.written) == wanted)


def _targets(desk: Desk, kind: Doelsoort, file: str) -> Iterator[Target]:
    if not lists_for(kind):
        for placed in _anywhere(desk, kind, file):
            yield _of_item(desk, placed, placed.ref.removeprefix(f"{file}/" * (kind == "lokaal")))
        return
    seen: set[str] = set()
    for placed in desk.of_kind(*entry_kinds(kind)):
        file_of_it, _, name = placed.ref.partition("/")
        if file_of_it in files_for(kind):
            seen.add(name)
            yield _of_item(desk, placed, name)
    yield from _shipped(desk, kind, seen)


def _anywhere(desk: Desk, kind: Doelsoort, file: str) -> Iterator[Placed]:
    for placed in desk.items.values():
        inside = kind == "lokaal" and placed.ref.startswith(f"{file}/")
        if inside or kind == "onderdeel" or (kind == "bestand" and placed.is_file):
            yield placed


def _of_item(desk: Desk, placed: Placed, written: str) -> Target:
    note = placed.noun
    top = desk.items.get(placed.ref.partition("/")[0])
    # What stands in the one list of its kind is told by what it is.
    if top is not None and top is not placed and not file_id(top.cls.soortnaam):
        note = f"{note} in {top.label}"
    return Target(written, placed.label, placed.other_names, note)


def _shipped(desk: Desk, kind: Doelsoort, seen: set[str]) -> Iterator[Target]:
    """Yield what ships with the engine and the instance neither has itself nor does without."""
    general = general_policy()
    without = done_without(desk.policy, general)
    for entry in general.of_kind(*entry_kinds(kind)):
        if entry.is_file or entry.item.id in seen or entry.ref in without or entry.file.id not in files_for(kind):
            continue
        note = f"{entry.item.kind.noun.name}, meegeleverd"
        yield Target(entry.item.id, entry.item.label, tuple(andere_namen_of(entry.item)), note)
