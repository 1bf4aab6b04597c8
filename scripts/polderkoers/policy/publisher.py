"""Who publishes, in the words of a sentence; neutral words where the data do not say it."""

from __future__ import annotations

from dataclasses import dataclass

from polderkoers.policy.dutch_words import capital
from polderkoers.policy.index import Policy
from polderkoers.policy.model.instelling import Instelling

_POINTING = {"de": "deze", "het": "dit"}


@dataclass(frozen=True)
class _Type:
    """What a type of organisation is called, its article, and what its elected council and who helps that are called in a sentence."""

    noun: str
    article: str
    council: str
    clerk: str = "het secretariaat"

    @property
    def this(self) -> str:
        """The noun with the word that points at it."""
        return f"{_POINTING[self.article]} {self.noun}"


_UNKNOWN = _Type("organisatie", "de", "het bestuur")
_TYPES = {
    "gemeente": _Type("gemeente", "de", "de gemeenteraad", "de griffie"),
    "provincie": _Type("provincie", "de", "Provinciale Staten", "de griffie"),
    "waterschap": _Type("waterschap", "het", "het algemeen bestuur"),
    "samenwerking": _Type("samenwerking", "de", "het algemeen bestuur"),
}


@dataclass(frozen=True)
class Publisher:
    """Who publishes.

    `full` is the name as it stands in a sentence (de gemeente Polderdam), `name` the same as a label (Gemeente Polderdam), `the` and
    `this` what it is (de gemeente, deze gemeente), `noun` that without an article. `council` is who adopts its policy, `adopter` the
    same as it is noted with a decision (Gemeenteraad), and `clerk` who helps it.
    `area` is the id of the place that the policy is about. `example` is whether someone else made the site, to show what it can be, and
    `made_up` whether nothing on it is real. What the data do not say is empty.
    """

    full: str = _UNKNOWN.this
    name: str = ""
    noun: str = _UNKNOWN.noun
    the: str = f"{_UNKNOWN.article} {_UNKNOWN.noun}"
    this: str = _UNKNOWN.this
    council: str = _UNKNOWN.council
    adopter: str = "Bestuur"
    clerk: str = _UNKNOWN.clerk
    area: str = ""
    website: str = ""
    contact: str = ""
    reactions: str = ""
    authority: str = ""
    example: bool = False
    made_up: bool = False


def publisher_of(policy: Policy) -> Publisher:
    """Return who publishes a policy."""
    for entry in policy.of(Instelling):
        return _publisher(entry.item)
    return Publisher()


def _publisher(item: Instelling) -> Publisher:
    type_ = _TYPES[item.type]
    name = _name(item, type_)
    council = item.bestuur or type_.council
    adopter = council.removeprefix("de ").removeprefix("het ")
    return Publisher(
        full=f"{item.lidwoord or type_.article} {name}",
        name=capital(name),
        noun=type_.noun,
        the=f"{type_.article} {type_.noun}",
        this=type_.this,
        council=council,
        adopter=capital(adopter),
        clerk=type_.clerk,
        area=item.gebied,
        website=item.website or "",
        contact=item.contact or "",
        reactions=item.reacties or "",
        authority=item.feeds or "",
        example=item.voorbeeld,
        made_up=item.verzonnen,
    )


def _name(item: Instelling, type_: _Type) -> str:
    """Return the name with the type of organisation before it, unless the name says that itself."""
    if item.type == "samenwerking" or item.lidwoord is not None:
        return item.naam
    return f"{type_.noun} {item.naam}"
