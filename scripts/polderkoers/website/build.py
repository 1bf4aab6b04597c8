"""Loads the policy of a site: once per build, or as far as it changed for a live preview."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from polderkoers.changes.ledger import judge
from polderkoers.errors import HistoryUnreadable
from polderkoers.policy.load import PolicyRead, load, read_policy
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.reading import Memory
from polderkoers.policy.tree import Folder, Rereading, Snapshot
from polderkoers.problems import has_errors
from polderkoers.website.faulty import Faulty
from polderkoers.website.history import History
from polderkoers.website.trails import Trails
from polderkoers.website.views.site import Site

if TYPE_CHECKING:
    from polderkoers.website.render import Renderer


# Gives the policy below a root with its problems, and why the history could not be read.
Take = Callable[[Path, bool], tuple[Loaded, HistoryUnreadable | None]]


def judged(root: Path, without_history: bool) -> tuple[Loaded, HistoryUnreadable | None]:  # noqa: FBT001 - as `Take` says
    """Load the policy and judge it. Raises `HistoryUnreadable` when that cannot be done, unless it may do `without_history`."""
    past = judge(root, Folder(root))
    if past.failure and not without_history:
        raise past.failure
    return load(root, past.past), past.failure


def prepare(root: Path, *, without_history: bool = False, take: Take = judged) -> tuple[Loaded, Site, History]:
    """Load the policy under `root` anew, and return it with the site that shows it and its history; called once at the start of a build.

    The list of versions is judged as a check does. Raises `HistoryUnreadable` when there is one and the history cannot be
    read, unless the site may do `without_history`. `take` loads and judges it.
    """
    # Loading makes many small values that stay until the end: looking among them for what can go, now and at every page,
    # takes an eighth of a build.
    gc.disable()
    loaded, failure = take(root, without_history)
    loaded = loaded.without_places()
    gc.freeze()
    gc.enable()
    history = History(root, loaded, failure)
    return loaded, Site(loaded.policy, Trails(history)), history


class Kept:
    """What a live preview keeps from one state of the policy to the next, so that only what changed is read again."""

    def __init__(self, root: Path) -> None:
        """Start with nothing known of the project in a folder."""
        self._root, self._folder = root, Rereading(root)
        self._memory = Memory()
        self._history: History | None = None
        self._failure: HistoryUnreadable | None = None
        self._read: PolicyRead | None = None
        self._empty: frozenset[str] | None = None
        # Whether the last judgement is without the earlier versions, because those could not be read.
        self.is_past_unread = False

    def for_another(self, root: Path) -> Kept:
        """Return what can be kept for another state of the same project, in a folder of its own; the two go their own ways."""
        other = Kept(root)
        other._memory = self._memory.copied()
        other._history, other._failure, other._empty = self._history, self._failure, self._empty
        return other

    def prepare(self, *, without_history: bool) -> tuple[Loaded, Site, History]:
        """Return the policy of now, not yet judged as a whole, with the site that shows it and its history.

        Raises `Faulty` when a file by itself has a fault, and `HistoryUnreadable` as `prepare` of a build does.
        """
        if self._history is None:
            self._failure = judge(self._root, Folder(self._root)).failure
        if self._failure and not without_history:
            raise self._failure
        first = self._read is None
        if first:
            gc.disable()  # as a build does, and what is read first stays longest
        self._read = read_policy(Snapshot(self._folder), self._memory)
        if first:
            gc.freeze()
            gc.enable()
        if self._read.has_faults and has_errors(problems := self.judged().problems):
            raise Faulty(problems)
        loaded = self._read.unjudged
        self._history = self._history_of(loaded)
        return loaded, Site(loaded.policy, Trails(self._history)), self._history

    def empty_of(self, renderer: Renderer) -> frozenset[str]:
        """Return the names of the overviews with nothing to show, as they were last: `is_menu_right` says whether they still are."""
        if self._empty is None:
            self._empty = renderer.empty
        return self._empty

    def is_menu_right(self, renderer: Renderer) -> bool:
        """Return whether the menu of a state has the overviews that it should have; where not, the next state will."""
        before, self._empty = self._empty, renderer.empty
        return before == self._empty

    def judged(self) -> Loaded:
        """Return the policy that was read last with all its problems: those that only the whole and its history tell too."""
        if self._read is None:
            raise LookupError(self._root)
        judgement = judge(self._root, Folder(self._root))
        self.is_past_unread = bool(judgement.failure or judgement.unchecked)
        return self._read.judged(judgement.past)

    def _history_of(self, now: Loaded) -> History:
        """Return the history with another state of now; earlier versions are read again only when the list of them changed."""
        if self._history is not None and self._history.lists_as(now):
            return self._history.until(now, self._root)
        return History(self._root, now, self._failure)
