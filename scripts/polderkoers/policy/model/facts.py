"""What is known of a field and of a kind of block, said with the field and the kind themselves; all else follows from it.

A field is declared once, in its class: `naam: Annotated[Regel, Fact("Naam", "De naam van …", "de naam")]`. Its schema, its words in
a sentence about a change, the rules that read it and the way in which a page shows it are found here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from polderkoers.policy.model.declared import Deel, Fact, Form, Role, Shown
from polderkoers.policy.model.references import Doelsoort, Refers


@dataclass(frozen=True)
class FieldOf:
    """A field of a class of the model, as its declaration says it: `held` is the class of what is inside it, if there is one."""

    name: str
    fact: Fact
    form: Form | None
    target: Doelsoort | None
    held: type[Deel] | None
    many: bool
    required: bool
    null: bool

    @property
    def role(self) -> Role:
        """What the field is to a reader."""
        if self.fact.role is not None:
            return self.fact.role
        if self.target is not None:
            return Role.REFERENCE
        return self.form.role if self.form is not None else Role.PART

    @property
    def ordered(self) -> bool:
        """Whether the order of the values says something."""
        return self.target is None if self.fact.ordered is None else self.fact.ordered

    @property
    def shown(self) -> Shown:
        """Where a page shows the field."""
        if self.fact.shown is not None:
            return self.fact.shown
        if self.many and self.role is Role.PART:
            return Shown.INSIDE
        return _SHOWN.get(self.role, Shown.LABELLED)

    @property
    def label(self) -> str:
        """What stands before it among the facts of its item."""
        return self.fact.label or self.fact.title


# What names an item, tells about it or stands inside it has a place of its own, and what only programs use has none.
_SHOWN = {
    Role.NAME: Shown.OWN,
    Role.PROSE: Shown.OWN,
    Role.PART: Shown.OWN,
    Role.FIGURE: Shown.OWN,
    Role.FLAG: Shown.OWN,
    Role.TECHNICAL: Shown.NOWHERE,
    Role.TERM: Shown.NOWHERE,
}
# What stands in a class and not in the data.
_NO_DATA = frozenset({"pointer", "file"})
_YES_OR_NO = Form(Role.FLAG, {"type": "boolean"})


def fields_of(cls: type[Any]) -> tuple[FieldOf, ...]:
    """Return the fields of a class of the model that stand in the data, in the order of the data."""
    asked: Any = cls  # a class can be hashed, which its type does not say
    return _fields_of(asked)


@cache
def _fields_of(cls: Any) -> tuple[FieldOf, ...]:
    hints = _hints(cls)
    made = {each.name: each for each in dataclasses.fields(cls) if each.name not in _NO_DATA}
    return tuple(_field_of(made[name], hints[name]) for name in _in_order(cls, hints) if name in made)


def _hints(cls: Any) -> dict[str, Any]:
    """Return the types of all fields of a class, as `get_type_hints` does."""
    found: dict[str, Any] = {}
    for each in reversed(cls.__mro__):
        found |= _own_hints(each)
    return found


@cache
def _own_hints(cls: Any) -> dict[str, Any]:
    """Return the types of the fields that a class itself declares; what many classes have in common is worked out once."""
    apart = type(
        cls.__name__, (), {"__annotations__": vars(cls).get("__annotations__", {}), "__module__": cls.__module__}
    )
    return get_type_hints(apart, include_extras=True)


def names_in(cls: type[Deel]) -> tuple[str, ...]:
    """Return the fields that name an item of a class, in the order of the data."""
    asked: Any = cls
    return _names_in(asked)


@cache
def _names_in(cls: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields_of(cls) if each.role is Role.NAME)


def _in_order(cls: Any, hints: Mapping[str, Any]) -> list[str]:
    """Return the names of fields: those of the base first, and last those of the base that stand behind."""
    before: list[str] = []
    behind: list[str] = []
    for each in reversed(cls.__mro__):
        own = [name for name in vars(each).get("__annotations__", ()) if name in hints]
        before += [name for name in own if not _fact_in(hints[name]).behind]
        behind = [name for name in own if _fact_in(hints[name]).behind] + behind
    # A field that a subclass says anew stands where the subclass has it.
    return list(reversed(dict.fromkeys(reversed([*before, *behind]))))


def form_in(hint: Any) -> Form:
    """Return the form that an annotated type says it has. Raises `TypeError` when it has none."""
    for found in _said(hint):
        if isinstance(found, Form):
            return found
    raise TypeError(f"{hint} does not say what may stand in it")


def _fact_in(hint: Any) -> Fact:
    return next((found for found in _said(hint) if isinstance(found, Fact)), Fact())


def _said(hint: Any) -> Iterator[Any]:
    """Yield what a type hint says beside types, and all types in it: the outermost first."""
    if get_origin(hint) is Annotated:
        yield from hint.__metadata__
    else:
        yield hint
    for part in get_args(hint):
        yield from _said(part)


def _field_of(made: Any, hint: Any) -> FieldOf:
    said = list(_said(hint))
    form = next((found for found in said if isinstance(found, Form)), _YES_OR_NO if bool in said else None)
    fact = _fact_in(hint)
    has_default = made.default is not dataclasses.MISSING
    return FieldOf(
        name=made.name,
        fact=fact,
        form=form,
        target=next((found.to for found in said if isinstance(found, Refers)), None),
        held=next((found for found in said if isinstance(found, type) and issubclass(found, Deel)), None),
        many=any(get_origin(found) is tuple for found in said),
        required=fact.needed or not has_default,
        null=type(None) in said and (fact.null or not has_default),
    )
