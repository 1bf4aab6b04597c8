"""What is known of a field and of a kind of block, said with the field and the kind themselves; all else follows from it.

A field is declared once, in its class: `naam: Annotated[Regel, Fact("Naam", "De naam van …", "de naam")]`. Its schema, its words in
a sentence about a change, the rules that read it and the way in which a page shows it are found here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Annotated, Any, ClassVar, NamedTuple, get_args, get_origin, get_type_hints

from polderkoers.policy.model.references import Doelsoort, Refers


class Role(Enum):
    """What a field is to a reader."""

    NAME = "what an item is called"
    PROSE = "running text"
    LINE = "a short text, of which the wording may be polished"
    REMARK = "a remark of the editors"
    LABEL = "a name, of which another spelling is another name"
    TERM = "words to find something by, or of a register: no text that someone reads"
    FIGURE = "a value that was counted or measured, or an amount"
    NUMBER = "a number in an order"
    FLAG = "yes or no"
    DATE = "a day, month, quarter or year"
    CHOICE = "one of a few words"
    REFERENCE = "the id of something else"
    PART = "fields or items inside it"
    TECHNICAL = "what only programs and editors use"


WORDING = frozenset({Role.NAME, Role.PROSE, Role.LINE, Role.REMARK})
"""The roles of which another wording can say the same."""


class Shown(Enum):
    """Where a page shows a field of an item."""

    LABELLED = "under its label, among the facts of the item"
    INSIDE = "as cards inside the card of the item, under a heading"
    OWN = "at a place of its own: a heading, the text, a list, a mark"
    WITHIN = "as a part of another value: the unit of a figure, the first day of a period"
    NOWHERE = "only in the data: for programs and editors"


@dataclass(frozen=True)
class Form:
    """What a single value may be, as JSON Schema says it. With a `name` it stands once among the shared definitions."""

    role: Role
    schema: Mapping[str, Any] = field(hash=False)
    name: str = ""


@dataclass(frozen=True)
class Fact:
    """What is said of a field: its title, the help for who fills it in, and how a sentence names it, with its article.

    `role` is that of its form when None. `one` names a single item of a list, with its article. `words_of` names the parts of
    what is held here, where that differs from what they are called elsewhere. `null` says that null may be written though the
    field may also be left out; `least` how many values a list must hold. `ordered` is whether the order of a list
    says something: of references it does not, of all else it does, unless it is said here. A
    field that is `behind` stands below those that a subclass adds. What is `needed` must stand in a file, though the model can do
    without it in an old version. `schema` is what JSON Schema asks besides.

    `shown` is where a page shows it, when that does not follow from its role. Under its `label` (else its title) it stands among
    the facts of its item, those with a lower `place` first. The label of a list of blocks is its heading; else it is called as the
    blocks in it are, and without a heading when None. `unknown` says there that the source does not tell. `says` is what
    stands there for a choice, if not its own word; nothing when it goes without saying.
    """

    title: str = ""
    help: str = ""
    words: str = ""
    role: Role | None = None
    plural: bool = False
    one: str = ""
    words_of: Mapping[str, str] = field(default_factory=dict, hash=False)
    null: bool = False
    least: int | None = None
    ordered: bool | None = None
    behind: bool = False
    needed: bool = False
    schema: Mapping[str, Any] = field(default_factory=dict, hash=False)
    shown: Shown | None = None
    label: str | None = ""
    place: int = 0
    unknown: bool = False
    says: Mapping[str, str] = field(default_factory=dict, hash=False)

    def but(self, help: str = "", **other: Any) -> Fact:  # noqa: A002 - the name of the field
        """Return the same with other help, and what else differs."""
        return dataclasses.replace(self, help=help or self.help, **other)


class Noun(NamedTuple):
    """A noun in small letters, with its article."""

    name: str
    article: str = "de"

    @property
    def definite(self) -> str:
        """The name with its article: `het doel`."""
        return f"{self.article} {self.name}"


def noun_of(words: str) -> Noun:
    """Return a noun out of its words: `het doel`."""
    article, _, name = words.partition(" ")
    return Noun(name, article)


@dataclass(frozen=True)
class Kind:
    """What is said of a kind of block or file: its name in the data, what it is called, and what it is.

    `words` is one of it with its article (`het doel`), `more` many of them. `title` is what its schema is called, and `heading` what
    pages call one and many of it, where that is not its noun. `folder` is where files of it stand below data/, and `file` what the
    only file of it is called, where that is not its name. `page` is the folder of the site in which each of it has a page, and
    `overview` the page above that, where that is another.
    """

    name: str
    words: str
    more: str
    help: str
    title: str = ""
    heading: tuple[str, str] | None = None
    folder: str = ""
    file: str = ""
    page: str = ""
    overview: str = ""

    @property
    def noun(self) -> Noun:
        """Its noun, for a sentence."""
        return noun_of(self.words)

    @property
    def headings(self) -> tuple[str, str]:
        """What pages call one and many of it."""
        return self.heading or (self.noun.name.capitalize(), self.more.capitalize())


class Deel:
    """Anything of the model, with or without an id."""

    kind: ClassVar[Kind]
    soortnaam: ClassVar[str]

    def __init_subclass__(cls) -> None:
        """Take the name of the kind from what is said of it."""
        super().__init_subclass__()
        if "kind" in vars(cls):
            cls.soortnaam = cls.kind.name


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
    hints = get_type_hints(cls, include_extras=True)
    made = {each.name: each for each in dataclasses.fields(cls) if each.name not in _NO_DATA}
    return tuple(_field_of(made[name], hints[name]) for name in _in_order(cls, hints) if name in made)


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
    """Return the form that an annotated type says it has. Raises `StopIteration` when it has none."""
    return next(found for found in _said(hint) if isinstance(found, Form))


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
