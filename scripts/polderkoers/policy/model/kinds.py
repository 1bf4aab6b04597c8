"""Every kind of file, and what all classes of the model say of fields: the one place to ask by name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

from polderkoers.policy.model import catalogues, files, instelling
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.facts import Deel, FieldOf, Noun, Role, fields_of
from polderkoers.policy.model.files import Bestand
from polderkoers.policy.model.references import Doelsoort


def _file_kinds() -> Iterator[type[Bestand]]:
    """Yield the classes of files in the order in which they are declared: to declare one is to have it."""
    for module in (files, catalogues, instelling):
        for cls in vars(module).values():
            if (
                isinstance(cls, type)
                and issubclass(cls, Bestand)
                and cls.__module__ == module.__name__
                and "kind" in vars(cls)
            ):
                yield cls


KINDS: dict[str, type[Bestand]] = {cls.soortnaam: cls for cls in _file_kinds()}
"""Every kind of file, by its name in the data."""

POLICY_KINDS = tuple(name for name, kind in KINDS.items() if issubclass(kind, files.Beleid))
"""The kinds of file that hold policy; the others are lists of names that it refers to."""

LIST_KINDS = tuple(
    name for name, kind in KINDS.items() if issubclass(kind, catalogues.Catalogus) and kind is not instelling.Instelling
)
"""The kinds of file that are a list of entries."""

NO_POLICY = frozenset({"instelling"})
"""The kinds of file that a comparison of policy passes over: what changes in them changes nothing for anyone."""


# A reference that more than one list can answer.
_EITHER: dict[Doelsoort, tuple[Doelsoort, ...]] = {"betrokkenen": ("partijen", "organisaties")}


def file_id(kind: str) -> str:
    """Return the id of the only file of a kind, empty for a kind that has a folder of files."""
    cls = KINDS[kind]
    return "" if cls.kind.folder else cls.kind.file or kind


def catalogues_of_references() -> tuple[dict[Doelsoort, tuple[str, ...]], dict[Doelsoort, frozenset[str]]]:
    """Return for what references point at the ids of the files that hold it, and the kinds of entries there."""
    holders: dict[Doelsoort, tuple[str, ...]] = {}
    entries: dict[Doelsoort, frozenset[str]] = {}
    for name in get_args(Doelsoort):
        found = [
            (kind, each.held)
            for part in _EITHER.get(name, (name,))
            for kind in KINDS
            for each in fields_of(KINDS[kind])
            if kind in LIST_KINDS and each.name == part and each.held is not None
        ]
        if found:
            holders[name] = tuple(file_id(kind) for kind, _ in found)
            entries[name] = frozenset(held.soortnaam for _, held in found)
    return holders, entries


@cache
def entry_kinds(target: Doelsoort) -> tuple[str, ...]:
    """Return the kinds of entries that a reference may point at, in the order in which its lists are looked through."""
    fields = [
        each
        for part in _EITHER.get(target, (target,))
        for kind in LIST_KINDS
        for each in fields_of(KINDS[kind])
        if each.name == part
    ]
    return tuple(each.held.soortnaam for each in fields if each.held is not None)


@cache
def noun_of_kind(name: str) -> Noun:
    """Return the noun of a kind by its name in the data. Raises `StopIteration` for a name that no kind has."""
    return next(cls.kind.noun for cls in classes() if cls.soortnaam == name)


def where_of(target: Doelsoort) -> str:
    """Return where the entries stand that a reference may point at, in words: `data/roles.yaml bij partijen`."""
    parts = [_where(part) for part in _EITHER.get(target, (target,))]
    # A file that is named with others is named alone: which list of it says the id.
    return parts[0] if len(parts) == 1 else " of ".join(part.partition(" ")[0] for part in parts)


def _where(target: Doelsoort) -> str:
    for kind in LIST_KINDS:
        lists = [each.name for each in fields_of(KINDS[kind]) if each.held is not None]
        if target in lists:
            return f"data/{file_id(kind)}.yaml" + (f" bij {target}" if len(lists) > 1 else "")
    return "dit bestand" if target == "lokaal" else "de map data"


@cache
def classes() -> tuple[type[Deel], ...]:
    """Return every class of the model that a file can hold, files too, each once."""
    found: dict[type[Deel], None] = {}
    todo: list[type[Deel]] = list(KINDS.values())
    while todo:
        cls = todo.pop(0)
        if cls not in found:
            found[cls] = None
            todo += [each.held for each in fields_of(cls) if each.held is not None]
    return tuple(found)


@cache
def fields_named(name: str) -> tuple[FieldOf, ...]:
    """Return the fields of this name, of every class that has one."""
    return tuple(each for cls in classes() for each in fields_of(cls) if each.name == name)


@cache
def names_of(*roles: Role) -> frozenset[str]:
    """Return the names of the fields that have one of these roles in some class."""
    return frozenset(each.name for cls in classes() for each in fields_of(cls) if each.role in roles)


@cache
def reference_fields() -> dict[str, Doelsoort]:
    """Return the fields that hold references, with what they refer to."""
    ordered = sorted(classes(), key=lambda cls: cls.__name__)
    return {each.name: each.target for cls in ordered for each in fields_of(cls) if each.target is not None}


@cache
def target_of_field(name: str) -> Doelsoort | None:
    """Return what a field of this name refers to, when that is one thing wherever the field stands; else None."""
    kinds = {each.target for each in fields_named(name) if each.target is not None}
    return kinds.pop() if len(kinds) == 1 else None


@cache
def block_names() -> dict[tuple[str, str], str]:
    """Return the block that stands in a field of a block or file kind: `("doel", "cijfers")` gives `cijfer`."""
    return {
        (cls.soortnaam, each.name): each.held.soortnaam
        for cls in classes()
        if issubclass(cls, Onderdeel)
        for each in fields_of(cls)
        if each.held is not None
    }


@cache
def order_says_nothing(*, of_blocks: bool) -> frozenset[str]:
    """Return the names of the lists of which the order says nothing: those of blocks, or those of references and words."""
    fields = (each for cls in classes() for each in fields_of(cls) if each.many)
    return frozenset(each.name for each in fields if (each.held is not None) is of_blocks and not each.ordered)


@cache
def dates_or_years() -> frozenset[str]:
    """Return the names of the fields in which a year may stand as a number and as text."""
    fields = (each for cls in classes() for each in fields_of(cls) if each.form is not None)
    return frozenset(
        each.name
        for each in fields
        if each.form is not None and "integer" in each.form.schema["type"] and "string" in each.form.schema["type"]
    )


def lists_of_blocks() -> Iterator[tuple[type[Deel], FieldOf]]:
    """Yield every list of blocks with the class that has it."""
    for cls in classes():
        yield from ((cls, each) for each in fields_of(cls) if each.many and each.held is not None)
