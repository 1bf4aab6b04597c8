"""The places of a site: which documents do not name one, and the overview with a map and a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import filterfalse
from typing import TYPE_CHECKING

from polderkoers.policy.areas import is_in
from polderkoers.policy.index import Entry
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.having import andere_namen_of
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.policy.texts import texts
from polderkoers.website.views.age import EARLIER, NOW, OTHERS, WAITING
from polderkoers.website.views.link import Link
from polderkoers.website.views.named_places import ABOUT, in_area, naming
from polderkoers.website.views.overviews import document_heading, newest_first

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

_FEW_LETTERS = 4
# What is put behind the name of a place for who or what is of it.
_OF_A_PLACE = "s|se|er|ers"
# Under which name a kind of place stands in the list.
_GROUPS = {"gemeente": "Gemeenten", "stad": "Steden en dorpen", "dorp": "Steden en dorpen"}
_REST = "Wijken en andere plekken"


@dataclass(frozen=True)
class PlaceRow:
    """A place in the list: a link, what kind it is, and how often policy names it."""

    link: Link
    kind: str
    said: str


@dataclass(frozen=True)
class PlaceGroup:
    """Places under one name, by the alphabet."""

    heading: str
    rows: tuple[PlaceRow, ...]


def is_named_in(text: str, place: Entry) -> bool:
    """Return whether a text names a place: by any of its names, or as who or what is of it (Nagele, Nagelese).

    A line may end inside a name; a name of few letters has no other forms, since those are too much like other words.
    """
    return any(_pattern(name).search(text) for name in (place.item.label, *andere_namen_of(place.item)))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, name.split()))
    if len(name) >= _FEW_LETTERS:
        # The last letter may be left out before what is put behind it: Zuideinde, Zuideindse.
        stem = words.removesuffix("e")
        words = rf"(?:{words}|{stem}e?(?:{_OF_A_PLACE}))"
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def silent_on(site: Site, place: Entry) -> tuple[Link, ...]:
    """Return the own documents with policy that do not name a place, by title and year, the newest first.

    A document names it when an item of it is about the place or about one in it, and also when one of its names, or of those of a place in it, stands
    somewhere in its texts, or in a text of a list that comes from it.
    """
    return tuple(site.link(document, document_heading(document)) for document in _silent_on(site, place))


def _silent_on(site: Site, place: Entry) -> Iterator[Entry]:
    inside = [inner for inner in site.policy.of(Plaats) if is_in(site.policy, inner, place.item.id)]
    naming = frozenset(_documents_naming(site, inside))
    texts_of, with_policy = _texts_by_document(site)
    for document in newest_first(site):
        id_ = document.item.id
        if id_ in with_policy and id_ not in naming and not any(is_named_in(texts_of[id_], inner) for inner in inside):
            yield document


def _documents_naming(site: Site, inside: Iterable[Entry]) -> Iterator[str | None]:
    for inner in inside:
        for source, field in site.policy.named_by(inner):
            if field == ABOUT:
                yield source.bron.document


@lru_cache(maxsize=1)
def _texts_by_document(site: Site) -> tuple[dict[str, str], frozenset[str]]:
    """Return all texts that come from each own document one after another, by its id; and the documents with policy among them."""
    found: dict[str, str] = defaultdict(str)
    with_policy = set()
    for text in texts(site.policy):
        document = text.entry.bron.document
        if document and not site.is_foreign(text.entry):
            found[document] += f"{text.text}\0"
            if isinstance(text.entry.file, Beleid):
                with_policy.add(document)
    return found, frozenset(with_policy)


def place_groups(site: Site) -> tuple[PlaceGroup, ...]:
    """Return the places in the area: the whole, then municipalities, cities and villages, and all else."""
    groups: dict[str, list[Entry[Plaats]]] = {name: [] for name in ("", *_GROUPS.values(), _REST)}
    for entry in site.policy.of(Plaats):
        if _is_here(site, entry):
            groups[_group_of(site, entry)].append(entry)
    return tuple(PlaceGroup(name, tuple(_rows(site, entries))) for name, entries in groups.items() if entries)


def elsewhere(site: Site) -> tuple[PlaceRow, ...]:
    """Return the places that do not lie in the area; all places when the area is not known."""
    return tuple(_rows(site, filterfalse(partial(_is_here, site), site.policy.of(Plaats))))


def _is_here(site: Site, entry: Entry) -> bool:
    """Return whether a place lies in the area; none does when the area is not known."""
    return site.home is not None and in_area(site, entry)


def _group_of(site: Site, entry: Entry[Plaats]) -> str:
    if site.home and entry.ref == site.home.ref:
        return ""
    return _GROUPS.get(entry.item.soort, _REST)


def _rows(site: Site, entries: Iterable[Entry[Plaats]]) -> Iterator[PlaceRow]:
    for entry in sorted(entries, key=lambda entry: entry.item.label.casefold()):
        yield PlaceRow(site.link(entry), entry.item.soort, _said(naming(site)[entry.ref]))


def _said(by_time: dict[str, set[str]]) -> str:
    """Return how often policy names a place; what is not of today says so."""
    if now := len(by_time.get(NOW, ())):
        return f"{now} keer in het beleid van nu"
    if EARLIER in by_time:
        return f"{len(by_time[EARLIER])} keer in ouder beleid"
    if WAITING in by_time:
        return f"{len(by_time[WAITING])} keer in beleid dat niet geldt, of nog niet"
    if OTHERS in by_time:
        return f"{len(by_time[OTHERS])} keer in plannen van anderen"
    return "niet apart genoemd"
