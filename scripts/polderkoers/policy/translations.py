"""The translations of a policy: which text of which item there is in which language, and whether its Dutch text is still the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from polderkoers.policy.marks import mark
from polderkoers.policy.model.vertaling import VertaaldeTekst, Vertaling

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy


class Translated(NamedTuple):
    """A text of a page in another language: as `text`, or in Dutch when there is none. `is_older` says that the Dutch changed since."""

    text: str
    is_dutch: bool = False
    is_older: bool = False


class TranslatedPlace(NamedTuple):
    """A text of a translation, where it stands (a JSON Pointer), and the Dutch text of today, None when there is none."""

    told: VertaaldeTekst
    pointer: str
    dutch: str | None


def mark_of_text(text: str) -> str:
    """Return the hash (`nl-` and hexadecimal signs) of a Dutch text by which a translation knows it; how its lines are folded takes no part."""
    # With letters before it, so that YAML takes no hash for a number.
    return f"nl-{mark(' '.join(text.split()))}"


def places_of(policy: Policy, entry: Entry[Vertaling]) -> Iterator[TranslatedPlace]:
    """Yield the texts of a translation, each with the Dutch text that it is of."""
    for place, told in enumerate(entry.item.teksten):
        of = policy.get(told.onderdeel)
        yield TranslatedPlace(told, f"/teksten/{place}", None if of is None else _dutch(of, told.veld))


def _dutch(entry: Entry, field: str) -> str | None:
    """Return the Dutch text of an item in a field, with a dot for what stands deeper; None when no text stands there."""
    held: object = entry.item
    for name in field.split("."):
        held = getattr(held, name, None)
    return held if isinstance(held, str) else None


@dataclass(frozen=True)
class Language:
    """A language of the site. `texts` holds its texts by reference and field."""

    entry: Entry[Vertaling]
    texts: dict[tuple[str, str], VertaaldeTekst]

    @property
    def code(self) -> str:
        """Its code, as HTML names it (BCP 47)."""
        return self.entry.item.id

    def of(self, entry: Entry, field: str) -> Translated:
        """Return a text of an item in this language."""
        dutch = _dutch(entry, field) or ""
        told = self.texts.get((entry.ref, field))
        if told is None:
            return Translated(dutch, is_dutch=True)
        return Translated(told.tekst, is_older=told.kenmerk != mark_of_text(dutch))


def languages(policy: Policy) -> tuple[Language, ...]:
    """Return the languages in which a part of a policy can be read, beside Dutch, in the order of their files."""
    return tuple(map(_language, policy.of(Vertaling)))


def _language(entry: Entry[Vertaling]) -> Language:
    return Language(entry, {(told.onderdeel, told.veld): told for told in entry.item.teksten})
