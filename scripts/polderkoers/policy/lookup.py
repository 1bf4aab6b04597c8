"""Finds what was meant by a reference that leads nowhere: by id, by name, or nearly; among what may stand there and no more."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from polderkoers.policy.model import catalogues
from polderkoers.policy.model.kinds import entry_kinds, files_for
from polderkoers.policy.model.references import Doelsoort
from polderkoers.policy.schema_rules.naming import slug

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy

_NEAR = 0.85
# How many of those that share most letters are compared closely, and for how many words that is done at all.
_CLOSEST = 8
_MOST_WORDS = 200
_LISTS = frozenset().union(*map(files_for, get_args(Doelsoort)))
_ARTICLES = ("de-", "het-", "een-", "onze-")


@dataclass(frozen=True)
class Candidate:
    """Something that a reference of some kind can point at: how it is written, and the names that it goes by."""

    written: str
    names: frozenset[str]


class Lookup:
    """What a policy holds, to look a wrong reference up in."""

    def __init__(self, policy: Policy, shipped: Policy) -> None:
        """Take the policy and all that ships; nothing is looked at before something is asked."""
        self._policy, self._shipped = policy, shipped
        self._indexes: dict[tuple[str, str], _Index] = {}
        self._asked = 0

    def meant(self, word: str, kind: Doelsoort, file: str) -> str | None:
        """Return how a reference of a kind from a file is written that a word was meant for, or None when that is unsure."""
        key = (kind, file if kind == "lokaal" else "")
        if key not in self._indexes:
            self._indexes[key] = _Index(self._candidates(kind, file))
        self._asked += 1
        return self._indexes[key].find(word, near=self._asked <= _MOST_WORDS)

    def elsewhere(self, word: str) -> Entry | None:
        """Return the entry of a catalogue that has a word for its id, whatever may stand at the place of it."""
        for catalogue in ("roles", "organisaties", "plaatsen", "themas", "documenten"):
            if entry := self._policy.get(f"{catalogue}/{word}"):
                return entry
        return None

    def _candidates(self, kind: Doelsoort, file: str) -> list[Candidate]:
        entries = self._policy.entries.items()
        if kind == "lokaal":
            return [_candidate(entry.item.id, entry) for ref, entry in entries if ref.startswith(f"{file}/")]
        if kind in ("bestand", "onderdeel"):
            return [_candidate(ref, entry) for ref, entry in entries if entry.is_file or kind == "onderdeel"]
        known = {**self._shipped.entries, **self._policy.entries}.values()
        files, kinds = files_for(kind), entry_kinds(kind)
        of_kind = (entry for entry in known if entry.item.soortnaam in kinds and entry.file.id in files)
        return [_candidate(entry.item.id, entry) for entry in of_kind if not entry.is_file]

    def called(self, label: str, file: str) -> list[str]:
        """Return the references of the items that a reader knows by these words: in one file when it is a list of names, else in all."""
        found = self._by_label.get(label, [])
        return [ref for ref in found if file not in _LISTS or ref.startswith(f"{file}/")]

    @cached_property
    def _by_label(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for ref, entry in self._policy.entries.items():
            found[entry.item.label].append(ref)
        return found


def _candidate(written: str, entry: Entry) -> Candidate:
    others = entry.item.andere_namen if isinstance(entry.item, catalogues.Organisatie) else ()
    names = {slug(entry.item.label), slug(entry.item.id), *map(slug, others)}
    return Candidate(written, frozenset(names))


class _Index:
    """Candidates by their names and by the groups of three letters in how they are written."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._by_letters: dict[str, list[str]] = defaultdict(list)
        for candidate in candidates:
            for name in candidate.names:
                self._by_name[name].add(candidate.written)
            for letters in _letters(candidate.written):
                self._by_letters[letters].append(candidate.written)

    def find(self, word: str, *, near: bool) -> str | None:
        last = word.rpartition("/")[2]
        for name in dict.fromkeys((slug(word), _bare(slug(word)), slug(last))):
            written = self._by_name.get(name, ())
            if len(written) == 1:
                return next(iter(written))
        if not near:
            return None
        return self._near(word)

    def _near(self, word: str) -> str | None:
        shared: Counter[str] = Counter()
        for letters in _letters(word):
            shared.update(self._by_letters.get(letters, ()))
        # Another year or number is another thing.
        close = [each for each, _ in shared.most_common(_CLOSEST) if _digits(each) == _digits(word)]
        return next(iter(difflib.get_close_matches(word, close, n=1, cutoff=_NEAR)), None)


def _letters(word: str) -> set[str]:
    return {word[place : place + 3] for place in range(max(1, len(word) - 2))}


def _digits(word: str) -> list[str]:
    return [sign for sign in word if sign.isdigit()]


def _bare(name: str) -> str:
    return next((name.removeprefix(article) for article in _ARTICLES if name.startswith(article)), name)
