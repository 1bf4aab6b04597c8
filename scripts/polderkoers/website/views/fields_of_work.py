"""What policy asks of a field of work: of its organisations by name, of the groups they belong to, and for whom they work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, filterfalse
from typing import TYPE_CHECKING, Any

from polderkoers.policy.groups import is_of_people
from polderkoers.policy.index import Entry
from polderkoers.policy.model.catalogues import Organisatie, Partij
from polderkoers.policy.model.facts import form_in
from polderkoers.policy.model.forms import Werkveld
from polderkoers.website.pages import ViewPage
from polderkoers.website.views.asked import AskedItem, asked_items
from polderkoers.website.views.expected import expected_directly
from polderkoers.website.views.link import Link
from polderkoers.website.views.tiles import Tile, TileBox

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

_ABOVE = (("Wie doet wat", "wie/"),)


@dataclass(frozen=True)
class AskedOfOne:
    """What is asked of one organisation or group of them."""

    who: Link
    items: tuple[AskedItem, ...]


def fields_of_work(site: Site) -> tuple[str, ...]:
    """Return the fields in which something of the data works, in the order in which the schema names them."""
    used = set(chain.from_iterable(map(_fields, site.policy.of_kind("organisatie", "partij"))))
    return tuple(filter(used.__contains__, form_in(Werkveld).schema["enum"]))


def work_pages(site: Site) -> Iterator[ViewPage]:
    """Yield a page per field of work."""
    for field in fields_of_work(site):
        about = f"Wat het beleid vraagt van wie werkt in {field}."
        title = f"Werkveld {field}"
        yield ViewPage(
            _path(field), title, partial(str, about), "wie.md", _ABOVE, "werkveld.md.j2", partial(_values, site, field)
        )


def work_box(site: Site) -> TileBox:
    """Return the fields of work as tiles, each with how many organisations it has."""
    tiles = []
    for field in fields_of_work(site):
        total = len(_in(site, field, Organisatie))
        foot = site.words.count(total, "organisatie") if total else ""
        tiles.append(Tile(Link(field.capitalize(), _path(field)), "", "", foot))
    return TileBox("werkvelden", "Waar werk je in?", tuple(tiles))


def _path(field: str) -> str:
    return f"wie/werkveld-{field.replace(' ', '-')}/"


def _fields(entry: Entry) -> tuple[str, ...]:
    return entry.item.werkvelden if isinstance(entry.item, Organisatie | Partij) else ()


def _in(site: Site, field: str, kind: type[Organisatie | Partij]) -> list[Entry]:
    return [entry for entry in site.policy.of_kind(kind.soortnaam) if field in _fields(entry)]


def _values(site: Site, field: str) -> dict[str, Any]:
    organisations, groups = _in(site, field, Organisatie), _in(site, field, Partij)
    people = list(filter(partial(is_of_people, site.policy), groups))
    others = list(filterfalse(people.__contains__, groups))
    return {
        "named": tuple(_asked(site, organisations)),
        "groups": tuple(_asked(site, others)),
        "people": tuple(map(site.link, people)),
        "plans": expected_directly(site, people),
        "organisations": tuple(map(site.link, organisations)),
        "elsewhere": tuple(_elsewhere(site, groups)),
    }


def _elsewhere(site: Site, those: list[Entry]) -> Iterator[Link]:
    """Yield the other groups of organisations of which something is asked today: who works in a field may be one of them too."""
    for entry in site.policy.of(Partij):
        is_group = entry.item.organisatie is None and not is_of_people(site.policy, entry)
        if is_group and entry not in those and asked_items(site, entry):
            yield site.link(entry)


def _asked(site: Site, those: list[Entry]) -> Iterator[AskedOfOne]:
    """Yield those of whom something is asked today, ours before those of others."""
    found = (AskedOfOne(site.link(one), asked_items(site, one)) for one in those)
    yield from sorted(filter(lambda one: one.items, found), key=lambda one: one.items[0].foreign)
