"""What a rule is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from polderkoers.policy.index import Entry, Policy
from polderkoers.problems import Level

Former = Callable[[], Mapping[str, str]]


@dataclass(frozen=True)
class Context:
    """The policy, and what rules cannot find in it.

    `unread` are the ids of files that could not be read: a reference to those is not a fault of the reference.
    `unraised` are the files that say something else than in the last listed version, under the same version number.
    `former` gives the label of what earlier versions had, by reference; it is asked only when a reference leads
    nowhere. `names` are all files of the tree, and `block` gives an entry of a catalogue (its list, id and name) to paste.
    """

    policy: Policy
    unread: frozenset[str] = field(default_factory=frozenset)
    unraised: frozenset[str] = field(default_factory=frozenset)
    former: Former = dict
    names: frozenset[str] = field(default_factory=frozenset)
    block: Callable[[str, str, str], str] = lambda _, id_, name: f"{{id: {id_}, naam: {name}}}"


@dataclass(frozen=True)
class Finding:
    """Something a rule found, at a place (JSON Pointer) in the file of an entry.

    `first` is the entry that it clashes with; the message then ends with where that stands.
    `rename` is the path that the file must certainly get, and `also` are other places with the same fault.
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
