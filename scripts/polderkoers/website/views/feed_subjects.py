"""What has a feed of its own: subjects, places at home, parties, files of policy and goals, and how its feed is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.catalogues import Brondocument
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.policy.publisher import publisher_of
from polderkoers.website.pages import address, folder_of, overview

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy
    from polderkoers.website.history import History
    from polderkoers.website.words import Words

KINDS = ("thema", "plaats", "partij", "kernopgave", "programmalijn", "plan", "doel")
"""The kinds that have feeds, in the order in which a reader looks for them."""
# Above this number of goals nobody looks through a list of feeds; the feed of the file tells of each of its goals as well.
GOALS_AT_MOST = 450


def subjects(history: History, kind: str) -> tuple[Entry, ...]:
    """Return the items of a kind in any version that can be followed, as they are in the newest that has them."""
    found: dict[str, Entry] = {}
    # An earlier version may not say who publishes.
    home = publisher_of(history.versions[-1].policy).area
    for version in reversed(history.versions):
        for entry in _followed(version.policy, kind, home):
            found.setdefault(entry.ref, entry)
    if kind == "doel" and len(found) > GOALS_AT_MOST:
        return ()
    return tuple(found.values())


def _followed(policy: Policy, kind: str, home: str) -> Iterator[Entry]:
    """Yield the items of a kind that a reader can follow: of places those at home, of goals our own."""
    for entry in policy.of_kind(kind):
        if isinstance(entry.item, Plaats) and not _is_at_home(policy, entry, home):
            continue
        if isinstance(entry.item, Doel) and _is_of_another(policy, entry):
            continue
        yield entry


def _is_at_home(policy: Policy, entry: Entry, home: str) -> bool:
    """Return whether a place lies in the area of who publishes; of an unknown area every place does."""
    seen: list[str] = []
    current: Entry | None = entry
    while current is not None and isinstance(current.item, Plaats) and current.item.id not in seen:
        seen.append(current.item.id)
        current = policy.get(f"plaatsen/{current.item.ligt_in}")
    return not home or (home in seen and seen[0] != home)


def _is_of_another(policy: Policy, entry: Entry) -> bool:
    document = policy.get(f"documenten/{entry.bron.document}")
    return document is not None and isinstance(document.item, Brondocument) and document.item.van_wie == "ander"


def path(entry: Entry, words: Words) -> str:
    """Return the address of the feed of an item below the root of the site."""
    if isinstance(entry.item, Doel):
        return f"feeds/{overview('doelen', words)}/{entry.ref}.xml"
    return f"feeds/{folder_of(entry.item.soortnaam, words)}/{entry.item.id}.xml"


def anchor(path: str) -> str:
    """Return where a feed stands on the page that lists all feeds, by its address."""
    return path.removeprefix("feeds/").removesuffix(".xml").replace("/", "-")


def place(entry: Entry, words: Words) -> str:
    """Return the address of the page, or of the place on a page, where an item is shown."""
    return address(entry, words) or "wijzigingen/"


def title(kind: str, words: Words) -> str:
    """Return how the title of a feed begins, before the name of what it is about."""
    if kind == "thema":
        return f"Wijzigingen over {words.the(kind)}"
    if kind == "plaats":
        return "Wijzigingen over"
    if kind == "partij":
        return "Wijzigingen voor:"
    if kind == "plan" and not words.own.noun(kind):
        return "Wijzigingen in"
    if kind == "doel":
        return f"Wijzigingen in {words.the(kind)}:"
    return f"Wijzigingen in {words.one(kind).lower()}"


def about(kind: str, label: str, words: Words) -> str:
    """Return what a feed tells of, as a sentence."""
    if kind == "thema":
        return f"Wat er in het beleid verandert over {words.the(kind)} {label}."
    if kind == "plaats":
        return f"Wat er in het beleid verandert over {label}."
    if kind == "partij":
        return f"Wat er in het beleid verandert dat te maken heeft met: {label}."
    if kind == "doel":
        return f"Wat er verandert in {words.the(kind)} '{label}', en in wat daarbij hoort."
    return f"Wat er verandert in {words.one(kind).lower()} {label}."
