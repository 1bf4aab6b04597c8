"""The changes of substance as draft text for a decision of the council, numbered by document."""

from __future__ import annotations

from dataclasses import dataclass

from polderkoers.changes.change import Change
from polderkoers.changes.decision import decision
from polderkoers.changes.phrases import file_name
from polderkoers.policy.dutch_words import capital
from polderkoers.website.views.changes.addresses import change_path, file_anchor, pair_path
from polderkoers.website.views.changes.compared import POLICY, Compared, files_in_order
from polderkoers.website.views.link import Link
from polderkoers.website.words import one_line


@dataclass(frozen=True)
class DecisionPoint:
    """One point of the draft: its number, its text, where the change is shown, and for a new document its page."""

    number: str
    text: str
    address: str
    page: Link | None


@dataclass(frozen=True)
class DecisionArticle:
    """The points about one document."""

    number: int
    id: str
    heading: str
    points: tuple[DecisionPoint, ...]


def articles(pair: Compared) -> tuple[DecisionArticle, ...]:
    """Return the draft text of every change of substance in the policy of the municipality, by document."""
    own = tuple(change for change in pair.part(POLICY) if not pair.owner(change.ref))
    files = files_in_order(pair, own)
    return tuple(_article(pair, place, ref, changes) for place, (ref, changes) in enumerate(files, 1))


def _article(pair: Compared, place: int, ref: str, changes: list[Change]) -> DecisionArticle:
    title = one_line(capital(file_name(changes[0].item, with_kind=True)))
    points = tuple(_point(pair, f"{place}.{below}", change) for below, change in enumerate(changes, 1))
    return DecisionArticle(place, ref, title, points)


def of_others(pair: Compared) -> tuple[tuple[Link, str], ...]:
    """Return the documents of others in which something changes, each with whose it is: no council decides on those."""
    page = pair_path(pair.old.id, pair.new.id)
    found = []
    for ref, changes in files_in_order(pair, pair.part(POLICY)):
        owner = pair.owner(ref)
        if owner:
            found.append((Link(one_line(changes[0].item.title), f"{page}#{file_anchor(ref)}"), owner))
    return tuple(found)


def _point(pair: Compared, number: str, change: Change) -> DecisionPoint:
    address = change_path(pair.old.id, pair.new.id, change)
    return DecisionPoint(number, one_line(decision(change, pair.names)), address, _page_of_new(pair, change))


def _page_of_new(pair: Compared, change: Change) -> Link | None:
    """Return a link to the page of a document that is new as a whole, None for any other change or when it has no page."""
    if change.kind != "added" or change.item.parent is not None:
        return None
    page = pair.link(change.ref, one_line(change.item.title))
    return page if page.address else None
