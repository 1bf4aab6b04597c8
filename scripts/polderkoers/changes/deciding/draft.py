"""Makes the draft decision of a comparison."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.changes.change import RENAMED
from polderkoers.changes.deciding.drafted import LISTED, NOTED, OTHERS, SPELLING, VERSIONS, Annex, Article, Draft, Point
from polderkoers.changes.deciding.layout import Layout
from polderkoers.changes.deciding.lines import LineWriter
from polderkoers.changes.deciding.naming import ItemNames
from polderkoers.changes.deciding.others import is_of_others
from polderkoers.changes.deciding.parts import EDITORIAL, LISTS, POLICY, part_of
from polderkoers.changes.deciding.said import ValueWords
from polderkoers.changes.deciding.sequence import files_in_order, in_order
from polderkoers.changes.deciding.steps import DecisionStep, steps
from polderkoers.changes.deciding.trees import Trees, trees_of
from polderkoers.changes.figure_marks import FIGURE_FIELDS, MARKS
from polderkoers.policy.model.files import KINDS

if TYPE_CHECKING:
    from polderkoers.changes.change import Change
    from polderkoers.changes.compare import Comparison
    from polderkoers.changes.items import Item
    from polderkoers.changes.sides import Names

# What is longer is read at the end, in an annex.
_MOST_ROWS = 40
# From so many other ids in one file on, they have one number.
_MANY = 3
_KINDS = tuple(KINDS)


def draft_of(comparison: Comparison) -> Draft:
    """Return the draft decision of a comparison."""
    names, changes = comparison.names, comparison.changes
    trees = trees_of(names, changes)
    own: dict[str, list[DecisionStep]] = {}
    for step in steps(trees):
        if not is_of_others(names, step.file):
            own.setdefault(step.file, []).append(step)
    naming, by_aspect = ItemNames(trees), _by_aspect(changes, trees)
    said = ValueWords(names, naming, trees.back.called)
    lines = LineWriter(trees, naming, said, Layout(said, trees.pairs.old_of))
    roots = {ref: _root(found) for ref, found in own.items()}
    articles = []
    for place, ref in enumerate(files_in_order(trees, own, sorted(own, key=lambda ref: _rank(roots[ref]))), 1):
        ordered = in_order(trees, own[ref])
        points = (_point(f"{place}.{below}", step, lines, by_aspect) for below, step in enumerate(ordered, 1))
        articles.append(Article(place, ref, naming.heading(trees.was(roots[ref])), tuple(points)))
    return _finished(articles, names, changes)


_Aspect = tuple[str, str | None, str]


def _by_aspect(changes: Iterable[Change], trees: Trees) -> dict[_Aspect, list[Change]]:
    """Return the changes of policy by item and by what of it changes."""
    found: dict[_Aspect, list[Change]] = {}
    for change in changes:
        if part_of(change) == POLICY:
            found.setdefault((change.ref, trees.key(change), _aspect(change)), []).append(change)
    return found


def _aspect(change: Change) -> str:
    if change.field:
        return change.field.partition(".")[0]
    return change.kind


def _root(found: list[DecisionStep]) -> Item:
    return found[0].item.root


def _rank(root: Item) -> tuple[int, float, str]:
    number = root.data.get("nummer")
    if not isinstance(number, int):
        number = 0
    return _KINDS.index(root.block), number, root.name


def _file_of(names: Names, change: Change) -> Item:
    root = names.of(change).item(change.ref.partition("/")[0])
    assert root is not None  # noqa: S101  # a change is about an item of one of the two versions
    return root


def _point(number: str, step: DecisionStep, lines: LineWriter, changes: Mapping[_Aspect, list[Change]]) -> Point:
    made = chain.from_iterable(changes.get(aspect, ()) for aspect in step.covers)
    return Point(number, lines.of(step), tuple(sorted(made, key=_goes_along)))


def _goes_along(change: Change) -> bool:
    return change.goes_along


def _finished(articles: list[Article], names: Names, changes: Iterable[Change]) -> Draft:
    annexes: list[Annex] = []
    found = tuple(_with_annexes(article, annexes) for article in articles)
    numbers: dict[str, str] = {}
    for article in found:
        for point in article.points:
            numbers |= {change.anchor: point.number for change in point.changes}
    counted: Counter[str] = Counter()
    many, shared = _renamed_together(changes), dict[tuple[str, str], str]()
    others: dict[str, None] = {}
    for change in sorted(changes, key=lambda change: _rank(_file_of(names, change))):
        if change.anchor not in numbers and not change.goes_along:
            series = _series(names, change)
            run = (series, many.get(change.anchor, change.anchor))
            if run not in shared:
                counted[series] += 1
                shared[run] = f"{series}.{counted[series]}"
            numbers[change.anchor] = shared[run]
            if series == OTHERS:
                others[change.ref.partition("/")[0]] = None
    return Draft(found, tuple(annexes), tuple(others), numbers | dict(_along(changes, numbers)))


def _along(changes: Iterable[Change], numbers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the number of what goes along with the figure of its item, outside the decision: that of the figure."""
    every = tuple(changes)
    leading = (change for change in every if change.field in FIGURE_FIELDS | MARKS and not change.goes_along)
    figures = {(change.ref, change.key): change.anchor for change in leading}
    for change in every:
        if change.goes_along and change.anchor not in numbers:
            yield change.anchor, numbers[figures[change.ref, change.key]]


def _renamed_together(changes: Iterable[Change]) -> Mapping[str, str]:
    """Return the changes that are only another id, in files that have many of these, with the file: they are one for a reader."""
    by_file: dict[str, list[str]] = {}
    for change in changes:
        if RENAMED in change.meaning:
            by_file.setdefault(change.ref.partition("/")[0], []).append(change.anchor)
    found: dict[str, str] = {}
    for file, anchors in by_file.items():
        if len(anchors) >= _MANY:
            found |= dict.fromkeys(anchors, file)
    return found


def _with_annexes(article: Article, annexes: list[Annex]) -> Article:
    """Return an article in which what is very long stands in an annex."""
    points = []
    for point in article.points:
        shown = point
        if len(point.line.rows) > _MOST_ROWS:
            annexes.append(Annex(len(annexes) + 1, article.heading, point.line.rows))
            shown = dataclasses.replace(point, line=dataclasses.replace(point.line, annex=len(annexes)))
        points.append(shown)
    return dataclasses.replace(article, points=tuple(points))


def _series(names: Names, change: Change) -> str:
    part = part_of(change)
    if change.item.soort == "versies":
        return VERSIONS
    if part == LISTS:
        return LISTED
    if part == EDITORIAL:
        return SPELLING
    if part == POLICY and is_of_others(names, change.ref.partition("/")[0]):
        return OTHERS
    return NOTED
