"""What all kinds of files and blocks say of themselves and of their fields: the one place to ask by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from polderkoers.policy.model.base import Catalogus, Onderdeel
from polderkoers.policy.model.declared import Deel, Noun, Role
from polderkoers.policy.model.facts import FieldOf, fields_of
from polderkoers.policy.model.files import KINDS, Beleid, classes, within
from polderkoers.policy.model.instelling import Instelling
from polderkoers.policy.model.references import Doelsoort

POLICY_KINDS = tuple(name for name, kind in KINDS.items() if issubclass(kind, Beleid))
"""The kinds of file that hold policy; the others are lists of names that it refers to."""

LIST_KINDS = tuple(name for name, kind in KINDS.items() if issubclass(kind, Catalogus) and kind is not Instelling)
"""The kinds of file that are a list of entries."""

OF_WHAT_CAME = {"verslag": "", "besluiten": "besluiten"}
"""The kinds of file that tell what came of the policy, each with the field whose items are counted, nothing where the files are.

They add to the policy and change nothing in it, and are no part of a version.
"""

NOT_COMPARED = frozenset({*OF_WHAT_CAME, "instelling", "adressen", "gelezen", "contact", "veelgevraagd", "vertaling"})
"""The kinds of file that a comparison of policy passes over: what changes in them changes nothing for anyone."""

WRITTEN_BY_COMMANDS = frozenset({"versies", "gelezen"})
"""The kinds of file that nobody begins by hand: versions are made by 'polderkoers vaststellen', readings by 'polderkoers trouw'."""


# A reference that more than one list can answer.
_EITHER: dict[Doelsoort, tuple[Doelsoort, ...]] = {"betrokkenen": ("partijen", "organisaties")}


class ListOf(NamedTuple):
    """A list of entries in a catalogue: the kind of file that holds it, its field, and the class of its entries."""

    kind: str
    name: str
    held: type[Deel]


STANDING = ("status", "vastgesteld_op", "vastgesteld_door", "treedt_in_werking", "ingetrokken_op")
"""The fields of a file that say together whether it is in force: what happens to more of them is one thing that happens."""


@cache
def _lists() -> tuple[ListOf, ...]:
    found = []
    for kind in LIST_KINDS:
        found += [ListOf(kind, each.name, each.held) for each in fields_of(KINDS[kind]) if each.held is not None]
    return tuple(found)


def lists_for(target: Doelsoort) -> tuple[ListOf, ...]:
    """Return the lists that hold what a reference may point at, in the order in which they are looked through."""
    found: list[ListOf] = []
    for part in _EITHER.get(target, (target,)):
        found += [each for each in _lists() if each.name == part]
    return tuple(found)


def file_id(kind: str) -> str:
    """Return the id of the only file of a kind, empty for a kind that has a folder of files."""
    said = KINDS[kind].kind
    return "" if said.folder else said.file or kind


def entry_kinds(target: Doelsoort) -> tuple[str, ...]:
    """Return the kinds of entries that a reference may point at."""
    return tuple(map(attrgetter("held.soortnaam"), lists_for(target)))


@cache
def files_for(target: Doelsoort) -> tuple[str, ...]:
    """Return the ids of the files that hold what a reference may point at."""
    return tuple(file_id(each.kind) for each in lists_for(target))


def references_meant(wanted: str, kind: Doelsoort, file: str) -> tuple[str, ...]:
    """Return which references a text may mean that stands in a file, given its id, where one of a kind belongs."""
    if kind == "lokaal":
        return (f"{file}/{wanted}",)
    if kind in ("bestand", "onderdeel"):
        return (wanted,)
    return tuple(f"{catalogue}/{wanted}" for catalogue in files_for(kind))


def counted_as(kind: str) -> tuple[str, str]:
    """Return what one and many are called of what is counted of a kind that tells what came of the policy."""
    field = OF_WHAT_CAME[kind]
    held = next((each.held for each in fields_of(KINDS[kind]) if each.name == field), None)
    said = (held or KINDS[kind]).kind
    return said.noun.name, said.more


@cache
def nouns() -> Mapping[str, Noun]:
    """Return the noun of every kind, by its name in the data."""
    return {cls.soortnaam: cls.kind.noun for cls in classes()}


def where_of(target: Doelsoort) -> str:
    """Return where the entries stand that a reference may point at, in words: `data/roles.yaml bij partijen`."""
    found = lists_for(target)
    if not found:
        return "dit bestand" if target == "lokaal" else "de map data"
    paths = [f"data/{file}.yaml" for file in files_for(target)]
    alone = len(found) == 1 and sum(each.kind == found[0].kind for each in _lists()) > 1
    # A file that is named with others is named alone: which list of it says the id.
    return f"{paths[0]} bij {target}" if alone else " of ".join(paths)


def all_fields() -> Iterator[tuple[type[Deel], FieldOf]]:
    """Yield every field of every class of the model, with its class."""
    for cls in classes():
        for each in fields_of(cls):
            yield cls, each


@cache
def fields_named(name: str) -> tuple[FieldOf, ...]:
    """Return the fields of this name, of every class that has one."""
    return tuple(each for _, each in all_fields() if each.name == name)


@cache
def names_of(*roles: Role) -> frozenset[str]:
    """Return the names of the fields that have one of these roles in some class."""
    return frozenset(each.name for _, each in all_fields() if each.role in roles)


@cache
def ours() -> frozenset[tuple[str, str]]:
    """Return the fields that editors added to lead readers, each with the kind of block that has it."""
    return frozenset((cls.soortnaam, each.name) for cls, each in all_fields() if each.fact.ours)


@cache
def compared() -> frozenset[type[Deel]]:
    """Return the classes that a comparison of policy can meet: the files that it looks at, and what stands in them."""
    kinds = (cls for name, cls in KINDS.items() if name not in NOT_COMPARED)
    return frozenset(chain.from_iterable(map(within, kinds)))


@cache
def reference_fields() -> dict[str, Doelsoort]:
    """Return the fields that hold references, with what they refer to; where one name holds two kinds, as it is in what is compared."""
    ordered = sorted(all_fields(), key=lambda pair: (pair[0] in compared(), pair[0].__name__))
    return {each.name: each.target for _, each in ordered if each.target is not None}


@cache
def target_of_field(name: str, within: str = "") -> Doelsoort | None:
    """Return what a field of this name refers to, given the field that its block stands in; None when that may be more than one thing."""
    asked = [(cls, each.target) for cls, each in all_fields() if each.name == name and each.target is not None]
    kinds = {target for _, target in asked}
    if len(kinds) > 1:
        blocks = {block for (_, field), block in block_names().items() if field == within}
        kinds = {target for cls, target in asked if cls.soortnaam in blocks}
    return kinds.pop() if len(kinds) == 1 else None


@cache
def block_names() -> dict[tuple[str, str], str]:
    """Return the block that stands in a field of a block or file kind: `("doel", "cijfers")` gives `cijfer`."""
    holding = ((cls, each) for cls, each in all_fields() if issubclass(cls, Onderdeel))
    return {(cls.soortnaam, each.name): each.held.soortnaam for cls, each in holding if each.held is not None}


@cache
def order_says_nothing(*, of_blocks: bool) -> frozenset[str]:
    """Return the names of the lists of which the order says nothing: those of blocks, or those of references and words."""
    lists = (each for _, each in all_fields() if each.many and not each.ordered)
    return frozenset(each.name for each in lists if (each.held is not None) is of_blocks)


@cache
def dates_or_years() -> frozenset[str]:
    """Return the names of the fields in which a year may stand as a number and as text."""
    forms = ((each.name, each.form.schema["type"]) for _, each in all_fields() if each.form is not None)
    return frozenset(name for name, types in forms if "integer" in types and "string" in types)


def of_editors(data: Mapping[str, Any]) -> bool:
    """Return whether a block is a link that the editors laid."""
    return data.get("gelegd_door") == "redactie"
