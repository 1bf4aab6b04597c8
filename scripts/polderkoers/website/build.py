"""Loads the policy of a site: once per build, kept by who builds."""

from __future__ import annotations

import gc
from pathlib import Path

from polderkoers.changes.ledger import judge
from polderkoers.policy.load import load
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.tree import Folder
from polderkoers.website.history import History
from polderkoers.website.trails import Trails
from polderkoers.website.views.site import Site


def prepare(root: Path, *, without_history: bool = False) -> tuple[Loaded, Site, History]:
    """Load the policy under `root` anew, and return it with the site that shows it and its history; called once at the start of a build.

    The list of versions is judged as a check does. Raises `HistoryUnreadable` when there is one and the history cannot be
    read, unless the site may do `without_history`.
    """
    # Loading makes many small values that stay until the end: looking among them for what can go, now and at every page,
    # takes an eighth of a build.
    gc.disable()
    past = judge(root, Folder(root))
    if past.failure and not without_history:
        raise past.failure
    loaded = load(root, past.past)
    gc.freeze()
    gc.enable()
    history = History(root, loaded, past.failure)
    return loaded, Site(loaded.policy, Trails(history)), history
