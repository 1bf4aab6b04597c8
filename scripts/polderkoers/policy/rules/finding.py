"""What a rule is given and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.blocks import Onderdeel
from polderkoers.policy.texts import Text, texts
from polderkoers.problems import Level


@dataclass(frozen=True)
class Context:
    """The policy, and what rules cannot find in it.

    `unread` are the ids of files that could not be read: a reference to those is not a fault of the reference.
    `unraised` are the files that say something else than in the last listed version, under the same version number.
    `former` are by reference the items that may have changed, as they were in that version and before a proposal.
    """

    policy: Policy
    unread: frozenset[str] = field(default_factory=frozenset)
    unraised: frozenset[str] = field(default_factory=frozenset)
    former: Mapping[str, tuple[Onderdeel, ...]] = field(default_factory=dict)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every free text of the policy: several rules read them all."""
        return tuple(texts(self.policy))


@dataclass(frozen=True)
class Finding:
    """Something a rule found, at a place (JSON Pointer) in the file of an entry.

    `first` is the entry that it clashes with; the message then ends with where that stands.
    """

    entry: Entry
    pointer: str
    message: str
    hint: str
    level: Level = "fout"
    at_key: bool = False
    first: Entry | None = None
