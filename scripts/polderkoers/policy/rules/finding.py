"""What a rule is given and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field

from polderkoers.policy.index import Entry, Policy
from polderkoers.problems import Level


@dataclass(frozen=True)
class Context:
    """The policy, and what rules cannot find in it.

    `unread` are the ids of files that could not be read: a reference to those is not a fault of the reference.
    `unraised` are the files that say something else than in the last listed version, under the same version number.
    """

    policy: Policy
    unread: frozenset[str] = field(default_factory=frozenset)
    unraised: frozenset[str] = field(default_factory=frozenset)


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
