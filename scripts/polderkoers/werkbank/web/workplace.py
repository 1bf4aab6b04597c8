"""The workplace: the policy at any commit, the proposals, and what is needed to show and judge them. All pages work with this."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from polderkoers.changes.git_call import run
from polderkoers.policy.dutch_words import capital
from polderkoers.policy.load import read_policy
from polderkoers.policy.publisher import publisher_of
from polderkoers.policy.reading import Memory
from polderkoers.werkbank.forms.desk import Desk, began_of, desk_of

if TYPE_CHECKING:
    from polderkoers.werkbank.shown.bench import Bench
    from polderkoers.werkbank.store.store import Store
    from polderkoers.werkbank.web.settings import WebSettings

_MOST_DESKS = 24


@dataclass
class Workplace:
    """One instance in one repository, for all who work on it. `theme` is the folder with the look of the site, and without a `bench` no page of it is shown."""

    root: Path
    store: Store
    settings: WebSettings
    theme: Path
    bench: Bench | None = None
    _desks: OrderedDict[tuple[str, str], Desk] = field(default_factory=OrderedDict)
    _memory: Memory = field(default_factory=Memory)
    _lock: Lock = field(default_factory=Lock)

    @property
    def now(self) -> str:
        """The commit of what is in force."""
        return self.store.main_commit()

    @cached_property
    def name(self) -> str:
        """What the organisation is called; read once."""
        found = publisher_of(self.desk(self.now).policy)
        return capital(found.name or found.this)

    def desk(self, commit: str, base: str = "") -> Desk:
        """Return the policy of a commit to work on; `base` is the commit that the work began at, by default the same."""
        key = (commit, base or commit)
        with self._lock:
            if key not in self._desks:
                self._desks[key] = self._read(*key)
            self._desks.move_to_end(key)
            while len(self._desks) > _MOST_DESKS:
                self._desks.popitem(last=False)
            return self._desks[key]

    def has(self, commit: str) -> bool:
        """Return whether there is a commit with a full id: a form says on which it was made."""
        return run(self.root, "cat-file", "-e", "--end-of-options", f"{commit}^{{commit}}").returncode == 0

    def _read(self, commit: str, base: str) -> Desk:
        made = self._plain(commit)
        first = made if base == commit else self._desks.get((base, base)) or self._plain(base)
        return replace(made, began=began_of(first))

    def _plain(self, commit: str) -> Desk:
        return desk_of(read_policy(self.store.tree(commit), self._memory))
