"""What can be said of a field and of a kind of block, in their own declaration in the model.

A field is declared once, in its class: `naam: Annotated[Regel, Fact("Naam", "De naam van …", "de naam")]`. What follows from
that is found in `facts`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, ClassVar, NamedTuple


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

    What is `ours` was added by the editors to lead readers, and is no text of the policy: with another value the policy is the same.
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
    ours: bool = False

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
        words, more = self.shown
        return noun_of(words).name.capitalize(), more.capitalize()

    @property
    def shown(self) -> tuple[str, str]:
        """What pages call one of it, with its article, and many of it, in small letters."""
        return self.heading or (self.words, self.more)


class Deel:
    """Anything of the model, with or without an id."""

    kind: ClassVar[Kind]
    soortnaam: ClassVar[str]

    def __init_subclass__(cls) -> None:
        """Take the name of the kind from what is said of it."""
        super().__init_subclass__()
        if "kind" in vars(cls):
            cls.soortnaam = cls.kind.name
