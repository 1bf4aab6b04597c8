"""The workplace: the policy at any commit, the proposals, and what is needed to show and judge them. All pages work with this."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TakesLong
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from polderkoers.changes.git_call import run
from polderkoers.errors import PolderkoersError
from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.dutch_words import capital
from polderkoers.policy.publisher import publisher_of
from polderkoers.werkbank.forms.desk import Desk, began_of, desk_of
from polderkoers.werkbank.web.after import AfterTaking
from polderkoers.werkbank.web.once import SentForms
from polderkoers.werkbank.web.turns import Turns

if TYPE_CHECKING:
    from polderkoers.werkbank.shown.bench import Bench
    from polderkoers.werkbank.shown.drafts import Drafts
    from polderkoers.werkbank.shown.problems import DraftProblem
    from polderkoers.werkbank.shown.was_wordt import WasWordt
    from polderkoers.werkbank.store.store import Store
    from polderkoers.werkbank.store.values import Proposal
    from polderkoers.werkbank.web.settings import WebSettings

_MOST = 64
# So many seconds what nobody waits for lets others go first.
_POLITE = 5.0
_SHOWN = "polderkoers.werkbank.shown"


@dataclass
class Workplace:
    """One instance in one repository, for all who work on it. `theme` is the folder with the look of the site.

    `turns` does what saves, in the order in which it was asked.
    """

    root: Path
    store: Store
    settings: WebSettings
    theme: Path
    drafts: Drafts
    bench: Bench
    sent: SentForms = field(default_factory=SentForms)
    _desks: OrderedDict[tuple[str, str], Future[Desk]] = field(default_factory=OrderedDict)
    _asked: OrderedDict[tuple[str, str, str], Future[Any]] = field(default_factory=OrderedDict)
    _workers: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(2, thread_name_prefix="controle"))
    _ahead: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="vooruit"))
    _newest: dict[str, str] = field(default_factory=dict)
    turns: Turns = field(default_factory=Turns)
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

    @cached_property
    def after(self) -> AfterTaking:
        """What runs when something came in force."""
        return AfterTaking(self.root, self.settings.after)

    def close(self) -> None:
        """Stop what is still being found out."""
        self._workers.shutdown(cancel_futures=True)
        self._ahead.shutdown(cancel_futures=True)
        self.turns.close()
        self.after.close()

    def has(self, commit: str) -> bool:
        """Return whether there is a commit with a full id: a form says on which it was made."""
        return run(self.root, "cat-file", "-e", "--end-of-options", f"{commit}^{{commit}}").returncode == 0

    def desk(self, commit: str, base: str = "") -> Desk:
        """Return the policy of a commit to work on; `base` is the commit that the work began at, by default the same."""
        key = (commit, base or commit)
        with self._lock:
            is_asked = key in self._desks
            future = self._desks.setdefault(key, Future())
            _held(self._desks, key)
        # Reading takes its time: only who asks for the same waits for it.
        if not is_asked:
            self._fill(future, key)
        return future.result()

    def _fill(self, future: Future[Desk], key: tuple[str, str]) -> None:
        try:
            future.set_result(self._read(*key))
        except BaseException as error:  # noqa: BLE001 - who waits for it gets it, whatever it is
            with self._lock:
                self._desks.pop(key, None)
            future.set_exception(error)

    def _read(self, commit: str, base: str) -> Desk:
        made = self._plain(commit, base)
        first = made
        if base != commit:
            first = self.desk(base)
        return replace(made, began=began_of(first))

    def _plain(self, commit: str, base: str) -> Desk:
        read = self.drafts.read(base, commit).as_read
        if read is None:
            raise WorkRefused("Dit voorstel volgt een ouder schema.", "werk het voorstel eerst bij.")
        return desk_of(read)

    def look_ahead(self, proposal: Proposal) -> None:
        """Read what was saved while nobody waits for it: of a proposal that is saved again meanwhile only the newest."""
        self._newest[proposal.id] = proposal.tip
        self._ahead.submit(self._look, proposal)

    def _look(self, proposal: Proposal) -> None:
        self.turns.let_go_first(_POLITE)
        if self._newest.get(proposal.id) == proposal.tip:
            del self._newest[proposal.id]
            # Whoever asks for it is told what is wrong.
            with suppress(PolderkoersError):
                self.desk(proposal.tip, proposal.base).measure()

    def begin(self) -> None:
        """Have the first form and the first page that is shown made while nobody waits for them."""
        self._ahead.submit(self._warm)

    def _warm(self) -> None:
        with suppress(PolderkoersError):
            desk = self.desk(self.now).measure()
            warm = import_module("polderkoers.werkbank.web.warming")
            warm.warm(desk)
        self.bench.begin()

    def problems(self, base: str, commit: str, patience: float | None = None) -> tuple[DraftProblem, ...] | None:
        """Return what is wrong with a commit, of which what it is made on is `base`; None when that takes longer than `patience` seconds."""
        found: tuple[DraftProblem, ...] | None = self._found("problems", base, commit, patience)
        return found

    def changes(self, base: str, commit: str, patience: float | None = None) -> WasWordt | None:
        """Return what a commit changes in `base`, in sentences; None as for `problems`."""
        found: WasWordt | None = self._found("was_wordt", base, commit, patience)
        return found

    def _found(self, what: str, base: str, commit: str, patience: float | None) -> Any:
        """Return what is found out in a thread of its own, and kept; who has no patience is told later."""
        key = (what, base, commit)
        with self._lock:
            if key not in self._asked:
                work = getattr(import_module(f"{_SHOWN}.{what}"), what)
                self._asked[key] = self._workers.submit(self._politely, work, base, commit)
            future = _held(self._asked, key)
        try:
            return future.result(timeout=patience)
        except TakesLong:
            return None

    def _politely(self, work: Callable[..., Any], base: str, commit: str) -> Any:
        """Judge when those who save were helped: they wait for their save, and not for this."""
        self.turns.let_go_first(_POLITE)
        return work(self.drafts, base, commit)


def _held(kept: OrderedDict[Any, Any], key: object) -> Any:
    """Return what is kept under a key, and let go of what was asked for longest ago."""
    kept.move_to_end(key)
    while len(kept) > _MOST:
        kept.popitem(last=False)
    return kept[key]
