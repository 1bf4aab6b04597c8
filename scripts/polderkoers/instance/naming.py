"""What a new instance is called: its organisation, in the words and ids that its first files need."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from polderkoers.errors import PolderkoersError
from polderkoers.policy.signs import HIDDEN

_BREAK = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LONGEST = 100
# Letters that are no plain one with an accent.
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
# An organisation that has its kind as a part of its name.
_OWN_KIND = re.compile(r"(hoogheemraadschap|wetterskip)\b", re.IGNORECASE)
_WORDS = ("kernopgave", "programmalijn", "plan", "wegwijzer", "doel", "activiteit", "stap", "indicator", "thema")


class NameWrong(PolderkoersError):
    """The name of an organisation is none."""

    def __init__(self, name: str) -> None:
        shown = "".join(sign if sign.isprintable() else "?" for sign in name[:60])
        super().__init__(
            f"'{shown}' kan geen naam van een organisatie zijn. Hoe op te lossen: typ de naam op één regel, hoogstens 100 tekens, "
            f'bijvoorbeeld --naam "Polderdam".'
        )


class WordWrong(PolderkoersError):
    """A word of an organisation is not given as it should be."""

    def __init__(self, text: str, kinds: tuple[str, ...]) -> None:
        super().__init__(
            f"'{text[:60]}' is geen woord met meervoud en lidwoord. Hoe op te lossen: schrijf bijvoorbeeld "
            f"--woord kernopgave=ambitie,ambities,de. Vooraan kan: {', '.join(kinds)}."
        )


@dataclass(frozen=True)
class OrganisationKind:
    """A kind of organisation: its article, who adopts its policy, and what kind of place its area is."""

    article: str
    council: str
    place: str = "regio"


KINDS: Mapping[str, OrganisationKind] = {
    "gemeente": OrganisationKind("de", "Gemeenteraad", "gemeente"),
    "provincie": OrganisationKind("de", "Provinciale Staten", "provincie"),
    "waterschap": OrganisationKind("het", "Algemeen bestuur", "waterschap"),
    "samenwerking": OrganisationKind("de", "Algemeen bestuur"),
}


@dataclass(frozen=True)
class Word:
    """A noun: singular, plural and article."""

    one: str
    more: str
    article: str


@dataclass(frozen=True)
class Naming:
    """What is known of a new instance: the name of the organisation without its kind, and that kind (a key of `KINDS`).

    `article` is there when the name holds its own kind, such as "Hoogheemraadschap van Delfland". `words` are nouns of its own, by
    what they are called in the data. What is None is not known.
    """

    name: str
    kind: str
    article: str | None = None
    code: str | None = None
    website: str | None = None
    contact: str | None = None
    words: Mapping[str, Word] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The organisation as a label: gemeente Polderdam, Hoogheemraadschap van Delfland."""
        if self.article or self.kind == "samenwerking":
            return self.name
        return f"{self.kind} {self.name}"

    @property
    def full(self) -> str:
        """The organisation as it stands in a sentence: de gemeente Polderdam."""
        return f"{self.article or KINDS[self.kind].article} {self.label}"

    @property
    def the(self) -> str:
        """What the organisation is, with its article: de gemeente."""
        return f"{KINDS[self.kind].article} {self.kind}"

    @property
    def place(self) -> str:
        """The id of the place that the policy is about."""
        return slug(self.name) or "gebied"

    @property
    def organisation(self) -> str:
        """The id of the organisation in the list of organisations."""
        own = slug(self.name) or "organisatie"
        if own.startswith(self.kind) or self.article:
            return own
        return f"{self.kind}-{own}"


def named(name: str, kind: str | None) -> tuple[str, str | None, str | None]:
    """Return a name without its kind, that kind when it is known, and the article of a name that holds a kind of its own.

    Raises `NameWrong` when it is empty, too long, or holds signs that no name has.
    """
    if HIDDEN.search(name):
        raise NameWrong(name)
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST or _BREAK.search(name):
        raise NameWrong(name)
    if _OWN_KIND.match(name):
        return name, kind or "waterschap", "het"
    first, _, rest = name.partition(" ")
    said = first.lower()
    if said in KINDS and rest and kind in (None, said):
        return rest, said, None
    return name, kind, None


def word(text: str) -> tuple[str, Word]:
    """Return a noun of an organisation and what it stands for, from `kernopgave=ambitie,ambities,de`. Raises `WordWrong`."""
    kind, _, said = text.partition("=")
    parts = [part.strip() for part in said.split(",")]
    if kind.strip() not in _WORDS or len(parts) != 3 or not all(parts[:2]) or parts[2] not in ("de", "het"):
        raise WordWrong(text, _WORDS)
    return kind.strip(), Word(parts[0].lower(), parts[1].lower(), parts[2])


def slug(name: str) -> str:
    """Return a name as an id: plain small letters, digits and dashes; empty when it holds none of those."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS)).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")[:60].strip("-")
