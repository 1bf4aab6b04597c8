"""What a page that is written by hand can ask of the policy: an item, a list of items, a figure."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter

from polderkoers.errors import PolderkoersError
from polderkoers.policy.general import general_policy
from polderkoers.policy.index import Entry, only
from polderkoers.policy.lookup import Lookup
from polderkoers.policy.model.base import Cijfer
from polderkoers.policy.model.catalogues import Thema
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.policy.model.references import Doelsoort
from polderkoers.website.views.cards import figure_row
from polderkoers.website.views.figure_rows import CijferRow
from polderkoers.website.views.overviews import task_tile
from polderkoers.website.views.site import Site
from polderkoers.website.views.tiles import Tile
from polderkoers.website.words import KINDS

# By what a list can be chosen, and among what the id that is written there must be.
_CHOICES: Mapping[str, Doelsoort] = {"thema": "themas", "partij": "betrokkenen", "plaats": "plaatsen"}
_WHERE = {
    "thema": "data/themas.yaml",
    "partij": "data/roles.yaml of data/organisaties.yaml",
    "plaats": "data/plaatsen.yaml",
}
# Fields that say in words what an item is, the first that is filled.
_WORDS = ("samenvatting", "toelichting", "tekst", "uitleg")


class AskedWrongly(PolderkoersError):
    """A page asks for something that the policy does not have, or asks it in a way that cannot be."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(f"{what} Hoe op te lossen: {cure}")


@dataclass(frozen=True)
class ListChoice:
    """Which items a list shows: of a kind, about a subject, of a party, at a place, and how many at most."""

    kind: str | None = None
    thema: str | None = None
    partij: str | None = None
    plaats: str | None = None
    most: int | None = None


def tile_of(site: Site, reference: object) -> Tile:
    """Return an item as a card that leads to it. Raises `AskedWrongly`."""
    return _tile(site, _entry(site, reference))


def tiles_of(site: Site, choice: ListChoice) -> tuple[Tile, ...]:
    """Return the cards of a list, in the order of the data; none when nothing was chosen. Raises `AskedWrongly`."""
    kinds = POLICY_KINDS if choice.kind is None else (_kind(site, choice.kind),)
    found = list(filter(site.address, site.policy.of_kind(*kinds)))
    for name, wanted in (("thema", choice.thema), ("partij", choice.partij), ("plaats", choice.plaats)):
        if wanted is not None:
            target = _target(site, name, wanted)
            found = [entry for entry in found if _is_about(site, entry, target)]
    return site.each(_tile, found[: _most(choice.most)])


def figure_of(site: Site, reference: object) -> CijferRow:
    """Return a figure with what it is about and where it stands. Raises `AskedWrongly`."""
    entry = _entry(site, reference)
    if not isinstance(entry.item, Cijfer):
        word = site.words.one(entry.item.soortnaam).lower()
        near = ", ".join(f"'{other.ref}'" for other in only(Cijfer, site.policy.below(entry)))
        cure = f"kies een cijfer dat erbij hoort: {near}." if near else "schrijf de verwijzing van een cijfer."
        raise AskedWrongly(f"'{reference}' is geen cijfer ({word}).", cure)
    # Its own page has its anchor and its past.
    return replace(figure_row(site, entry), id="", past=())


def known_overview(name: object, overviews: Iterable[str]) -> str:
    """Return the name of an overview that there is. Raises `AskedWrongly`."""
    known = sorted(overviews)
    if name in known:
        return str(name)
    raise AskedWrongly(
        f"'{name}' is geen overzicht.", _cure(_nearest(str(name), known), f"kies uit: {', '.join(known)}.")
    )


def _nearest(word: str, known: Iterable[str]) -> str | None:
    return next(iter(difflib.get_close_matches(word, list(known), n=1)), None)


def _cure(meant: str | None, otherwise: str) -> str:
    """Return what to write in place of what stands there: what was meant, when that can be guessed."""
    return f"schrijf '{meant}'." if meant else otherwise


def _entry(site: Site, reference: object) -> Entry:
    """Return the item that a page refers to, as long as it has a place on the site."""
    if not isinstance(reference, str):
        raise AskedWrongly(
            f"'{reference}' is geen verwijzing.", 'schrijf die tussen aanhalingstekens, zoals "fijn-wonen".'
        )
    entry = site.policy.get(reference.strip())
    if entry is not None and site.address(entry):
        return entry
    cure = _cure(
        Lookup(site.policy, general_policy()).meant(reference, "onderdeel", ""),
        "gebruik het id van een bestand, of BESTAND/ONDERDEEL. Het staat in het adres van de bladzijde.",
    )
    what = "heeft geen plek op de site" if entry else "staat niet in de gegevens"
    raise AskedWrongly(f"'{reference}' {what}.", cure)


def _kind(site: Site, word: object) -> str:
    """Return the kind that a word stands for, in one or in many: the word of the data, or that of the organisation."""
    known = {kind: kind for kind in KINDS} | {many.lower(): kind for kind, (_, many) in KINDS.items()}
    for kind, noun in site.words.own.nouns:
        known = {noun.one.replace(" ", "_"): kind, noun.more.replace(" ", "_"): kind, **known}
    asked = str(word).strip().lower().replace(" ", "_")
    if asked in known:
        return known[asked]
    raise AskedWrongly(f"'{word}' is geen soort.", _cure(_nearest(asked, known), f"kies uit: {', '.join(KINDS)}."))


def _target(site: Site, name: str, wanted: object) -> Entry:
    kind = _CHOICES[name]
    found = site.policy.resolve(str(wanted), kind, site.policy.files[0]) if site.policy.files else None
    if found is not None:
        return found
    near = Lookup(site.policy, general_policy()).meant(str(wanted), kind, "")
    cure = f"schrijf {name}='{near}'." if near else f"gebruik een id uit {_WHERE[name]}."
    raise AskedWrongly(f"'{wanted}' staat niet in {_WHERE[name]}.", cure)


def _is_about(site: Site, entry: Entry, target: Entry) -> bool:
    """Return whether an item or something inside it refers to a target; it is about the subjects of its file as well."""
    inside = [entry, *site.policy.below(entry)]
    if isinstance(target.item, Thema):
        inside += list(filter(attrgetter("is_file"), entry.ancestors()))
    references = chain.from_iterable(map(site.policy.outgoing, inside))
    return any(reference.target is target for reference in references)


def _most(number: object) -> int | None:
    if number is None:
        return None
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise AskedWrongly(f"hoogstens={number!r} kan niet.", "schrijf een getal van 1 of meer, zoals hoogstens=3.")
    return number


def _tile(site: Site, entry: Entry) -> Tile:
    tile = task_tile(site, entry) if isinstance(entry.item, Beleid) else _item_tile(site, entry)
    if not site.is_foreign(entry):
        return tile
    return replace(tile, above=f"{tile.above} van {site.owner(entry)}")


def _item_tile(site: Site, entry: Entry) -> Tile:
    is_inside_policy = entry.parent is not None and isinstance(entry.file, Beleid)
    foot = f"Bij: {entry.file.label}" if is_inside_policy else ""
    return Tile(site.link(entry), site.words.one(entry.item.soortnaam), next(_words(entry), ""), foot)


def _words(entry: Entry) -> Iterator[str]:
    for name in _WORDS:
        if text := getattr(entry.item, name, None):
            yield str(text)
