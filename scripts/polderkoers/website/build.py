"""The policy and its renderer, loaded once per build and shared by the hook and the macros."""

from __future__ import annotations

import gc
from pathlib import Path

from polderkoers.changes.ledger import judge
from polderkoers.policy.load import Loaded, load
from polderkoers.policy.tree import Folder
from polderkoers.website.history import History
from polderkoers.website.render import Renderer
from polderkoers.website.trails import Trails
from polderkoers.website.views.site import Site

_current: dict[Path, Renderer] = {}


def prepare(root: Path, *, without_history: bool = False) -> Loaded:
    """Load the policy under `root` anew and keep a renderer for it; called once at the start of a build.

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
    history = History(root, loaded)
    _current[root.resolve()] = Renderer(Site(loaded.policy, Trails(history)), history)
    return loaded


def renderer(root: Path) -> Renderer:
    """Return the renderer of a root; loads the policy when no build has done so yet."""
    if root.resolve() not in _current:
        prepare(root, without_history=True)
    return _current[root.resolve()]
