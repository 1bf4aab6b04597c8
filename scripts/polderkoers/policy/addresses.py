"""Where on a site something has its address: that is known without a site, and a rule has to know it too."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polderkoers.policy.model.base import Bestand, Onderdeel
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import KINDS, classes
from polderkoers.policy.model.kinds import LIST_KINDS, POLICY_KINDS, file_id
from polderkoers.policy.schema_rules.naming import slug
from polderkoers.policy.vocabulary import AS_USUAL, Vocabulary

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry

FOLDERS = {cls.soortnaam: cls.kind.page for cls in classes() if cls.kind.page}
"""The folder of the site for each kind that has pages of its own; that of policy follows the word that the organisation uses."""
PARENTS = {cls.soortnaam: cls.kind.overview or cls.kind.page for cls in classes() if cls.kind.page}
"""The overview above each folder."""
CALLED = {"onderwerpen": "thema", "plannen": "plan", "doelen": "doel"}
"""The overviews that are called after a kind."""

ALONE = frozenset({"doel", "activiteit", "stap"})
"""The kinds of what stands in a file of policy and has a page of its own, below the page of that file."""

CONTINUED = "vervolg"
"""The folder of what became of a document in a later one: below it stand the ids of both."""

_FILES = tuple(name for name, cls in KINDS.items() if name in POLICY_KINDS or (cls.kind.page and cls.kind.folder))
# Addresses that pages of another sort have.
_TAKEN = (
    frozenset(FOLDERS.values())
    | frozenset(PARENTS.values())
    | frozenset(
        "assets cijfers contact data deelnemers doelen feeds geld meedoen meepraten open-vragen over rode-draad search tijdlijn toegankelijkheid voortgang vragen zoeken".split()  # noqa: SIM905
    )
)


@cache
def folder_of(kind: str, own: Vocabulary = AS_USUAL) -> str | None:
    """Return the folder of the pages of a kind, None when it has none."""
    if kind == "thema":
        return overview(FOLDERS[kind], own)
    plural = _plural(kind, own)
    # What stands at an address already keeps it.
    if kind in POLICY_KINDS and plural and plural not in _TAKEN:
        return plural
    return FOLDERS.get(kind)


@cache
def overview(name: str, own: Vocabulary) -> str:
    """Return the address of an overview, without a slash, by its name: that follows the plural of the organisation's word.

    A word that two kinds have in common, or that names another page, gives no address.
    """
    if name not in CALLED:
        return name
    kind = CALLED[name]
    plural = _plural(kind, own)
    others = {slug(other.more) for about, other in own.nouns if about != kind}
    return plural if plural and plural not in _TAKEN | others else name


def _plural(kind: str, own: Vocabulary) -> str:
    """Return the word that the organisation has for more of a kind, as an address; empty where it has none."""
    noun = own.noun(kind)
    return slug(noun.more) if noun else ""


def page_of(kind: str, id_: str, own: Vocabulary = AS_USUAL) -> str | None:
    """Return the address that the page of an item of a kind has below the root of a site; None for a kind without pages."""
    folder = folder_of(kind, own)
    return f"{folder}/{id_}/" if folder else None


def address_of_item(entry: Entry, own: Vocabulary = AS_USUAL) -> str | None:
    """Return the address of the page and anchor where an item is shown, or None for a catalogue as a whole."""
    page = page_of(entry.item.soortnaam, entry.item.id, own)
    if page is not None:
        return page
    above = page_of(entry.file.soortnaam, entry.file.id, own)
    return None if entry.is_file or above is None else below(above, entry.item.soortnaam, entry.item.id)


def below(above: str, kind: str, id_: str) -> str:
    """Return the address of what stands in a file of policy, given that of the page of the file: its own page, or a place on that page."""
    return f"{above}{id_}/" if kind in ALONE else f"{above}#{id_}"


def old_address_of_item(version: str, entry: Entry, own: Vocabulary = AS_USUAL) -> str:
    """Return the address of a file or item of policy as it was in a version, given the id of that version."""
    above = page_of(entry.file.soortnaam, entry.file.id, own) or ""
    place = "" if entry.is_file else f"#{entry.item.id}"
    # A version is read in one piece: what stands in a file has no page of its own there.
    return f"{FOLDERS['versie']}/{version}/{above}{place}"


def former_address(ref: str, entry: Entry, own: Vocabulary = AS_USUAL) -> str | None:
    """Return the address that an item had under another reference, in the same file or list; None when it had none."""
    id_ = ref.rpartition("/")[2]
    page = page_of(entry.item.soortnaam, id_, own)
    above = page_of(entry.file.soortnaam, entry.file.id, own)
    if page is not None or entry.is_file or above is None:
        return page
    return below(above, entry.item.soortnaam, id_)


def kinds_at(ref: str) -> tuple[str, ...]:
    """Return the kinds of things with an address that can have a reference; none where nothing has an address that changes."""
    file, slash, _ = ref.partition("/")
    if not slash:
        return _FILES
    return _listed().get(file, _inside())


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """Return the kinds of entries of each list, by the id of its file. A version keeps its id."""
    found = {}
    for kind in LIST_KINDS:
        held = (each.held for each in fields_of(KINDS[kind]) if each.held is not None)
        kinds = tuple(cls.soortnaam for cls in held if cls.soortnaam in FOLDERS and cls.soortnaam != "versie")
        found[file_id(kind)] = kinds
    return found


@cache
def _inside() -> tuple[str, ...]:
    """Return the kinds of what stands on the page of a file of policy."""
    items = (cls for cls in classes() if issubclass(cls, Onderdeel) and not issubclass(cls, Bestand))
    listed = {"versie", "zoekwoord"}.union(*_listed().values())
    return tuple(sorted(cls.soortnaam for cls in items if cls.soortnaam not in listed))
