"""How a tree is checked, for the commands that need to know."""

from __future__ import annotations

import gc
from pathlib import Path

from polderkoers.policy.cache import Checked, outcome_of
from polderkoers.policy.tree import Tree


def check_tree(tree: Tree, root: Path, base: str | None = None) -> Checked:
    """Check a tree, also by the history of a root: what it is made on is a commit (its full id), or what Git says itself."""
    from polderkoers.changes.ledger import judge
    from polderkoers.policy.load import load

    # A check lives for seconds and lets go of nothing on the way; looking for what can go takes a quarter of its time.
    gc.disable()
    history = judge(root, tree, base)
    loaded = load(tree, history.past)
    return outcome_of(loaded, str(history.failure or ""), history.unchecked)
