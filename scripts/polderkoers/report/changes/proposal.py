"""Reads a proposal and what it is made on, and makes the report of what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from polderkoers.changes.compare import compare
from polderkoers.changes.deciding.draft import draft_of
from polderkoers.changes.git import GitTree, changed_paths, resolve_given
from polderkoers.changes.heads import head_of_tree
from polderkoers.changes.impact import impact
from polderkoers.changes.ledger import judge
from polderkoers.changes.line import common
from polderkoers.changes.listed import ListChanges, ProposalSide, list_changes
from polderkoers.changes.money.budget import budget_of
from polderkoers.changes.upgrade import number_of
from polderkoers.changes.versions import load_version
from polderkoers.policy.index import Policy
from polderkoers.policy.load import load
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.schema import Schemas
from polderkoers.policy.tree import Folder, Tree, WithSchemas
from polderkoers.report.changes.comparison import ComparisonReport
from polderkoers.report.since import new_problems


@dataclass(frozen=True)
class ProposalReport:
    """The report on a proposal, its policy as it would be, and what it changes outside data/.

    `versions` is what it does to the list of versions. `apart_from` is the commit that both have in common, when the base went
    on since; what came there then is left out.
    """

    report: ComparisonReport
    policy: Policy
    other_files: tuple[str, ...]
    versions: ListChanges
    apart_from: str = ""


def compare_proposal(root: Path, base: str, head: str) -> ProposalReport:
    """Return what a proposal changes, with the problems that it brings.

    The data of the proposal is read by the schemas of what it is made on: a schema is code of a kind, and only data is
    taken from a stranger. Data of an older schema are brought to today's, so that a proposal that does nothing but that says that the
    policy stays as it was. Raises a `PolderkoersError` when a commit cannot be had, or the history cannot be read.
    """
    named, last = resolve_given(root, base), resolve_given(root, head)
    start = common(root, named, last)
    before, after = GitTree(root, start), GitTree(root, last)
    today = Schemas(Folder(root)).number
    if {number_of(before), number_of(after)} == {today}:
        proposed = WithSchemas(after, before.schemas())
        old, new = _judged(root, before, start), _judged(root, proposed, start)
    else:
        proposed = WithSchemas(after, Folder(root).schemas())
        old = load_version(before, root)
        # One that is of an older schema is brought to today's first.
        new = _judged(root, proposed, start) if number_of(after) == today else load_version(after, root)
    found = compare(old, new)
    report = ComparisonReport(
        found,
        base,
        head,
        found.changes,
        impact(found.changes, old.policy, new.policy),
        problems_new=tuple(sorted(new_problems(old.problems, new.problems))),
        heads=(head_of_tree(base, before), head_of_tree(head, after)),
        draft=draft_of(found),
        budget=budget_of(found.changes, found),
    )
    others = tuple(path for path in changed_paths(root, start, last) if not path.startswith("data/"))
    versions = list_changes(root, ProposalSide(start, before, old), ProposalSide(last, proposed, new), named, load)
    apart_from = "" if start == named else start
    return ProposalReport(report, new.policy, others, versions, apart_from)


def _judged(root: Path, tree: Tree, base: str) -> Loaded:
    """Load a tree with what the history says of it. Raises `HistoryUnreadable` when that is needed and cannot be read."""
    history = judge(root, tree, base)
    if history.failure:
        raise history.failure
    return load(tree, history.past)
