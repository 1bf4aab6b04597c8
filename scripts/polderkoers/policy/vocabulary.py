"""What an organisation calls things itself, by the name that they have in the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.instelling import Instelling, Woord

if TYPE_CHECKING:
    from polderkoers.policy.index import Policy


# The lists that hold what can have a word of its own.
_LISTS = {
    "doelen": "doel",
    "activiteiten": "activiteit",
    "stappen": "stap",
    "indicatoren": "indicator",
    "themas": "thema",
}
_PARTS = ("enkelvoud", "meervoud", "lidwoord")


@dataclass(frozen=True)
class OwnNoun:
    """A noun in small letters: singular, plural and article. `before` are plurals that addresses had earlier."""

    one: str
    more: str
    article: str
    before: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """The nouns of an organisation. Whatever it has no word of its own for is called as usual, which others know."""

    nouns: tuple[tuple[str, OwnNoun], ...] = ()

    def noun(self, kind: str) -> OwnNoun | None:
        """Return the own noun for a kind of file or block, None when there is none."""
        return next((noun for name, noun in self.nouns if name == kind), None)

    def of_list(self, name: str) -> OwnNoun | None:
        """Return the own noun for what stands in a list, None when there is none."""
        return self.noun(_LISTS.get(name, ""))


AS_USUAL = Vocabulary()


def vocabulary_of(policy: Policy) -> Vocabulary:
    """Return the nouns of who publishes a policy."""
    for entry in policy.of_kind("instelling"):
        if isinstance(entry.item, Instelling) and entry.item.woorden is not None:
            words = vars(entry.item.woorden).items()
            found = ((kind, _noun(word)) for kind, word in words if word)
            return Vocabulary(tuple(found))
    return AS_USUAL


def _noun(word: Woord) -> OwnNoun:
    return OwnNoun(word.enkelvoud, word.meervoud, word.lidwoord, word.eerder)


def vocabulary_in(files: Iterable[Any]) -> Vocabulary:
    """Return the nouns that the data of files say, which need not be right; what is wrong there is passed over."""
    for data in files:
        if isinstance(data, dict) and data.get("soort") == "instelling" and isinstance(data.get("woorden"), dict):
            return Vocabulary(tuple(_nouns(data["woorden"])))
    return AS_USUAL


def _nouns(words: Mapping[str, Any]) -> Iterable[tuple[str, OwnNoun]]:
    for kind, word in words.items():
        if not isinstance(word, dict):
            continue
        parts = list(map(word.get, _PARTS))
        if all(isinstance(part, str) for part in parts):
            one, more, article = map(str, parts)
            yield kind, OwnNoun(one, more, article)
