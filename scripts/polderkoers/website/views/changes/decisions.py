"""The changes of substance as draft text for a decision of the council, numbered by document."""

from __future__ import annotations

from dataclasses import dataclass

from polderkoers.changes.deciding.drafted import Article, Point
from polderkoers.changes.deciding.layout import Row
from polderkoers.changes.deciding.parts import POLICY
from polderkoers.website.views.changes.addresses import change_path, file_anchor, pair_path
from polderkoers.website.views.changes.compared import Compared
from polderkoers.website.views.link import Link
from polderkoers.website.words import one_line


@dataclass(frozen=True)
class DecisionPoint:
    """One point of the draft: its number, its line with what it writes out, and where the change is shown.

    `annex` is the number of the annex that has what it writes out, 0 for none.
    """

    number: str
    words: str
    rows: tuple[Row, ...]
    text: str
    annex: int
    address: str


@dataclass(frozen=True)
class DecisionArticle:
    """The points about one document."""

    number: int
    id: str
    heading: str
    points: tuple[DecisionPoint, ...]


def articles(pair: Compared) -> tuple[DecisionArticle, ...]:
    """Return the draft text of every change of substance in the policy of the municipality, by document."""
    return tuple(_article(pair, article) for article in pair.draft.articles)


def _article(pair: Compared, article: Article) -> DecisionArticle:
    points = tuple(_point(pair, point) for point in article.points)
    return DecisionArticle(article.number, article.ref, one_line(article.heading), points)


def _point(pair: Compared, point: Point) -> DecisionPoint:
    address = pair_path(pair.old.id, pair.new.id)
    if point.changes:
        address = change_path(pair.old.id, pair.new.id, point.changes[0])
    line = point.line
    rows = line.rows
    if line.annex:
        rows = ()
    return DecisionPoint(point.number, one_line(line.words), rows, line.text.strip(), line.annex, address)


def of_others(pair: Compared) -> tuple[tuple[Link, str], ...]:
    """Return the documents of others in which something changes, each with whose it is: no council decides on those."""
    page = pair_path(pair.old.id, pair.new.id)
    found = []
    for file in pair.account.part(POLICY).files:
        if file.ref in pair.draft.others:
            link = Link(one_line(file.subject.title), f"{page}#{file_anchor(file.ref)}")
            found.append((link, pair.owner(file.ref)))
    return tuple(found)
