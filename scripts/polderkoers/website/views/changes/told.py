"""One change as a page shows it: what the account says of it, with the links to what it touches and the values for filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import quote

from polderkoers.changes.account.touched import label_of
from polderkoers.changes.cells import shortened
from polderkoers.changes.deciding.parts import LISTS
from polderkoers.changes.meaning_words import codes_of
from polderkoers.website.views.link import Link
from polderkoers.website.words import one_line

if TYPE_CHECKING:
    from polderkoers.changes.account.told import Told
    from polderkoers.changes.cells import Pair
    from polderkoers.changes.change import Change, Kind
    from polderkoers.website.views.changes.compared import Compared

KINDS: dict[Kind, tuple[str, str]] = {"added": ("erbij", "Erbij"), "removed": ("weg", "Weg"), "changed": ("veranderd", "Veranderd"), "moved": ("verplaatst", "Verplaatst")}  # fmt: skip
# What a reader can filter by, and the group of what is touched that it is about.
TOUCHED = {"partij": "partijen", "organisatie": "organisaties", "plaats": "plaatsen", "onderwerp": "themas"}
# Per change; the page says at the top what all changes together touch.
_MOST = 6
_SHOWN = ("partijen", "organisaties", "plaatsen")


@dataclass(frozen=True)
class Wijziging:
    """A change. `values` are what a reader can filter by, a name with the words that it has, separated by spaces.

    `along` are the changes that are told in its line, each apart.
    """

    told: Told
    permalink: str
    kind: str
    kind_word: str
    sentence: str
    values: Mapping[str, str]
    touches: tuple[Link, ...]
    more: int
    samenhang: tuple[Link, ...]
    along: tuple[Wijziging, ...] = ()

    @property
    def pair(self) -> Pair:
        """What was and will be; of a long text the pieces that differ, with what stands around them."""
        return shortened(self.told.pair)

    @property
    def anchor(self) -> str:
        """The permanent name of the change."""
        return self.told.change.anchor


def show(pair: Compared, told: Told) -> Wijziging:
    """Return a change as a page shows it."""
    change = told.change
    code, word = KINDS[change.kind]
    links = _links(pair, told, *_SHOWN)
    return Wijziging(
        told=told,
        permalink=f"#{quote(change.anchor)}",
        kind=code,
        kind_word=word,
        sentence=one_line(told.sentence),
        values=_values(pair, told),
        touches=links[:_MOST],
        more=max(0, len(links) - _MOST),
        samenhang=_links(pair, told, "onderdelen")[:_MOST],
        along=tuple(show(pair, each) for each in told.along),
    )


def _values(pair: Compared, told: Told) -> dict[str, str]:
    """Return the values of a change for every filter; a move from one document to another is in both."""
    change = told.change
    found = {
        "soort": KINDS[change.kind][0],
        "deel": told.part,
        "over": " ".join(told.matters),
        "betekenis": " ".join(codes_of(change)),
        "document": _words(subject.ref.partition("/")[0] for subject in (change.now, change.was) if subject),
    }
    touched, named = pair.touched_by(change), pair.named_in(change)
    for name, group in TOUCHED.items():
        refs = (each.ref for each in touched if each.group == group)
        also = sorted(ref for ref in named if _is_of(pair, ref, name))
        found[name] = _words(ref.rpartition("/")[2] for ref in chain(refs, also))
    return found


def _is_of(pair: Compared, ref: str, kind: str) -> bool:
    entry = pair.entry(ref)
    return entry is not None and entry.item.soortnaam == kind


def _words(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(words))


def _links(pair: Compared, told: Told, *groups: str) -> tuple[Link, ...]:
    """Return links to what of some groups a change touches and its item names itself, without what is in its own file.

    Of the name or the version of a whole file nobody can say that it touches all that the file names. A list of names is
    what is referred to.
    """
    change = told.change
    whole = change.item.parent is None and change.kind == "changed"
    if change.significance == "redactioneel" or whole or told.part == LISTS:
        return ()
    own = change.ref.partition("/")[0]
    named = set(_named(pair, change))
    found = []
    for each in pair.touched_by(change):
        is_named = each.ref in named or each.group == "onderdelen"
        if each.group in groups and is_named and each.ref.partition("/")[0] != own:
            found.append(pair.link(each.ref, one_line(label_of(each, pair.names))))
    return tuple(found)


def _named(pair: Compared, change: Change) -> Iterator[str]:
    """Yield what an item refers to, in both versions; of a new or removed one also what is in it refers to."""
    for subject, held in ((change.was, pair.old), (change.now, pair.new)):
        entry = held.policy.get(subject.ref) if subject is not None else None
        if entry is not None:
            inside = held.policy.below(entry) if change.field is None else ()
            links = chain.from_iterable(map(held.policy.outgoing, (entry, *inside)))
            yield from (link.target.ref for link in links if link.target is not None)
