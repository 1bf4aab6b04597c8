"""What a rule is given and what it gives back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.pictures import Pictures
from polderkoers.policy.texts import Text, texts
from polderkoers.problems import Level

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy


Labels = Callable[[], Mapping[str, str]]
Held = Callable[[str], frozenset[str]]


def _nothing(_: str) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True)
class Note:
    """What the history says about a version of data/versies.yaml: a fault or warning of a rule, in a field of the entry.

    `version` is the id of the entry, and `field` its field; both are empty for the list as a whole.
    """

    rule: str
    version: str
    field: str
    message: str
    hint: str
    level: Level = "fout"


@dataclass(frozen=True)
class Past:
    """What no rule can see in the policy itself: what its history says. `changes/ledger.py` finds it.

    `unraised` are the files that say something else than in the last listed version, under the same version number;
    `unraised_since` those that do so since the commit that the work is made on. `former` are by reference the items that may have
    changed, as they were in that version and in that commit. `labels` gives the label of what earlier versions had, by reference; it
    is asked only when a reference leads nowhere. `held` gives the references of all that a listed version holds, by the id of that; nothing when
    that is not known.
    """

    unraised: frozenset[str] = field(default_factory=frozenset)
    unraised_since: frozenset[str] = field(default_factory=frozenset)
    notes: tuple[Note, ...] = ()
    former: Mapping[str, tuple[Onderdeel, ...]] = field(default_factory=dict)
    labels: Labels = dict
    held: Held = _nothing


@dataclass(frozen=True)
class Context:
    """The policy, and what rules cannot find in it.

    `unread` are the ids of files that could not be read: a reference to those is not a fault of the reference.
    `names` are all files of the tree, and `block` gives an entry of a catalogue (its list, id and name) to paste. `general` is all
    that ships with the engine, of which the policy holds only what it uses; nothing ships when it is not given. `pictures` gives
    the files below docs/, None when these are not known; it is asked only when one is named.
    """

    policy: Policy
    unread: frozenset[str] = field(default_factory=frozenset)
    past: Past = field(default_factory=Past)
    names: frozenset[str] = field(default_factory=frozenset)
    block: Callable[[str, str, str], str] = lambda _, id_, name: f"{{id: {id_}, naam: {name}}}"
    general: Policy | None = None
    pictures: Pictures = lambda: None

    def known(self, file: str) -> bool:
        """Return whether a file of this id was in an earlier version, or is referred to."""
        return file in self._referred or file in self.past.labels()

    @cached_property
    def _referred(self) -> frozenset[str]:
        whole = (each for each in self.policy.references if each.kind in ("bestand", "onderdeel"))
        return frozenset(each.wanted.partition("/")[0] for each in whole)

    def in_order(self, one: Entry, other: Entry) -> tuple[Entry, Entry, bool]:
        """Return two items that clash, the older first, and whether it is sure which that is.

        In one file the order of the lines tells; of two files the earlier versions, or an id that is the other's with a number.
        """
        if one.file is other.file:
            return one, other, True
        first, second = one.file.id, other.file.id
        for new, old, pair in ((second, first, (one, other)), (first, second, (other, one))):
            if re.fullmatch(rf"{re.escape(old)}-(?:\d+|kopie.*|copy.*|nieuw|v\d+)|kopie-van-{re.escape(old)}", new):
                return *pair, True
        before = self.past.labels()
        if (first in before) != (second in before):
            return (one, other, True) if first in before else (other, one, True)
        return one, other, False

    @cached_property
    def shipped(self) -> Policy:
        """All that ships with the engine."""
        return type(self.policy)(()) if self.general is None else self.general

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every free text of the policy: several rules read them all."""
        return tuple(texts(self.policy))


@dataclass(frozen=True)
class Finding:
    """Something a rule found, at a place (JSON Pointer) in the file of an entry.

    `first` is the entry that it clashes with; the message then ends with where that stands.
    `rename` is the path that the file must certainly get, and `also` are other places with the same fault. `swap` are words of
    the text, and those that must certainly stand in their place.
    """

    entry: Entry
    pointer: str
    message: str
    hint: str
    level: Level = "fout"
    at_key: bool = False
    first: Entry | None = None
    rename: str = ""
    also: tuple[tuple[Entry, str], ...] = ()
    swap: tuple[str, str] = ("", "")
