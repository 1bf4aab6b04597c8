"""Loads the policy of a build with all that is wrong with it, which a check of the very same data may have found already."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from polderkoers.changes.ledger import judge
from polderkoers.changes.memory import history_key
from polderkoers.errors import HistoryUnreadable
from polderkoers.policy.cache import Checked, checked_tree, outcome_of
from polderkoers.policy.load import load, read_policy
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.tree import Folder, Snapshot, Tree

# The policy with its problems, and why the history could not be read.
Judged = tuple[Loaded, HistoryUnreadable | None]


def remembered(root: Path, without_history: bool) -> Judged:  # noqa: FBT001 - as `Take` of a build says
    """Load the policy and judge it, but for what a check or a build did before when nothing has changed since.

    Raises `HistoryUnreadable` as a build does.
    """
    tree = Snapshot(Folder(root))
    found: list[Judged] = []

    def check(tree: Tree) -> Checked:
        outcome, checked = _judged(root, tree, without_history=without_history)
        found.append(outcome)
        return checked

    known = checked_tree(root, tree, check, history_key(root, None))
    if found:
        return found[0]
    # Such an outcome is not remembered when the history could not be read.
    return replace(read_policy(tree).unjudged, problems=known.problems), None


def _judged(root: Path, tree: Tree, *, without_history: bool) -> tuple[Judged, Checked]:
    history = judge(root, tree)
    if history.failure and not without_history:
        raise history.failure
    loaded = load(tree, history.past)
    return (loaded, history.failure), outcome_of(loaded, str(history.failure or ""), history.unchecked)
