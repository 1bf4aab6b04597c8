"""Keeps the newest state of a site that can be shown, follows what an editor changes, and says what is wrong with it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from polderkoers.problems import Problem, has_errors
from polderkoers.website.dates import log_of_commits
from polderkoers.website.faulty import Faulty
from polderkoers.website.preview.failures import NothingYet, PageFailed, in_words, words
from polderkoers.website.preview.searching import inside, make_next, searchable
from polderkoers.website.preview.stage import Stage
from polderkoers.website.preview.watch import State, changed, state_of

if TYPE_CHECKING:
    from polderkoers.website.build import Kept

# How many seconds pass between two looks at the files.
_PAUSE = 0.2
# How many seconds the making of a search leaves to others after each page.
_TURN = 0.002


@dataclass(frozen=True)
class Status:
    """What a preview knows of what it shows.

    `run` tells one start of the preview from another, which counts anew. `pages` counts the states that were shown: a browser
    that has another number shows an older one. `told` counts all that was said. `at` is when the files were last read, `took`
    how many seconds passed from the change until a page could be asked for. `problems` are those of the data, `fault` what
    stops the site apart from those, in words. `is_current` says whether what is shown is what the files say, `is_judged`
    whether the rules looked at it, `is_past_unread` whether they did without the earlier versions, `is_searchable` whether a search was made of it. `changed` names the files that changed
    last, with the address of the page of each, where it has one.
    """

    run: str = field(default_factory=lambda: token_hex(4))
    pages: int = 0
    told: int = 0
    at: datetime = field(default_factory=lambda: _now())  # noqa: PLW0108 - stands below
    took: float = 0.0
    problems: tuple[Problem, ...] = ()
    fault: str = ""
    is_current: bool = False
    is_judged: bool = False
    is_past_unread: bool = False
    is_searchable: bool = False
    changed: tuple[tuple[str, str], ...] = ()

    @property
    def refuses(self) -> bool:
        """Whether a build would refuse to make a site of this."""
        return bool(self.fault) or has_errors(self.problems)


@dataclass(frozen=True)
class ShownPage:
    """A page as a preview shows it: its HTML, what is not right with it, and whether it is of an earlier state."""

    html: str
    said: tuple[str, ...] = ()
    is_earlier: bool = False


class Workshop:
    """A site in the making. Any thread may ask; one at a time is served."""

    def __init__(self, root: Path, kept: Kept, *, judges: bool = True) -> None:
        """Take the folder of a site, and what is kept of it from one state to the next; nothing is read before `follow` or `look`.

        Without `judges` no rule looks at the whole.
        """
        self._root = root
        self._judges = judges
        self._kept = kept
        self._stage: Stage | None = None
        self._seen: dict[str, ShownPage] = {}
        self._answered: dict[str, ShownPage] = {}
        self._search: TemporaryDirectory[str] | None = None
        self._making = threading.RLock()
        self._news = threading.Condition()  # of a lock that its holder may take again
        self._status = Status()
        self._files: State = {}
        self._looks = 0
        # What changed last, and that again when the menu of the state that was made of it is not right.
        self._named_last: frozenset[Path] = frozenset()
        self._behind: frozenset[Path] | None = None

    @property
    def status(self) -> Status:
        """What is known of what is shown, at this moment."""
        return self._status

    def news(self, told: int, patience: float) -> Status:
        """Return the status as soon as more was told than `told`, or after `patience` seconds."""
        with self._news:
            self._news.wait_for(lambda: self._status.told != told, patience)
            return self._status

    def look(self) -> bool:
        """Read again what changed since the last look and let the rules look at it; return whether anything did change."""
        is_other = self._look()
        # What changed meanwhile comes first.
        if state_of(self._watched) == self._files:
            self._judge()
            if self._look():
                self._judge()
        return is_other

    def _look(self) -> bool:
        """Read again what changed since the last look, and return whether there is another state."""
        began = time.monotonic()
        files = state_of(self._watched)
        if files == self._files and self._status.told and self._behind is None:
            return False
        named = (changed(self._files, files) if self._files else frozenset()) | (self._behind or frozenset())
        self._files, self._behind, self._named_last = files, None, named
        self._renew(named, began)
        return True

    def close(self) -> None:
        """Clear away what was made to be searched."""
        with self._making:
            if self._search:
                self._search.cleanup()
            self._search = None

    def follow(self, stop: threading.Event) -> None:
        """Look, again and again, until `stop` is set. The rules take longer, and keep no edit waiting."""
        rules = threading.Thread(target=self._judge_on, args=(stop,), daemon=True)
        rules.start()
        while not stop.is_set():
            if not self._look():
                stop.wait(_PAUSE)
        rules.join()

    def _judge_on(self, stop: threading.Event) -> None:
        """Let the rules look at each state that stays for a moment, until `stop` is set."""
        while not stop.wait(_PAUSE):
            looks = self._looks
            if not self._status.is_judged and not stop.wait(_PAUSE) and looks == self._looks:
                self._judge()

    def page(self, address: str) -> ShownPage:
        """Return a page by its address: of the state of now, or as it was last when that cannot be made.

        Raises `KeyError` when there is no such page, and `NothingYet` when there is no site at all.
        """
        with self._working() as stage:
            if not stage.has(address):
                raise KeyError(address)
            try:
                html, said = stage.page(address)
            except Exception as error:
                earlier = self._seen.get(address)
                shown = ShownPage(earlier.html if earlier else "", (words(error),), is_earlier=earlier is not None)
                self._answered[address] = shown
                if earlier is None:
                    raise PageFailed(words(error)) from error
                return shown
            shown = ShownPage(html, (*stage.said, *said), not self._status.is_current)
            self._seen[address] = self._answered[address] = shown
            return shown

    def answered(self, address: str) -> ShownPage:
        """Return what was last answered to who asked for a page; nothing of it is made."""
        return self._answered.get(address, ShownPage(""))

    def file(self, path: str) -> bytes:
        """Return a file that is no page. Raises `KeyError` when there is no such file, and else as `page` does."""
        with self._working() as stage:
            if not stage.has_file(path):
                raise KeyError(path)
            with in_words():
                return stage.file(path)

    def not_found(self) -> str:
        """Return the page that says that there is no such page. Raises `NothingYet` and `PageFailed` as `page` does."""
        with self._working() as stage, in_words():
            return stage.not_found()

    def search(self, path: str) -> bytes:
        """Return a file of the search, which is made of all pages when it is first asked for after a change.

        Raises `KeyError` when there is no such file, and else as `page` does.
        """
        while not self._made_one_more():
            # Who waits for a page goes first: making all of them takes long.
            time.sleep(_TURN)
        with self._working() as stage:
            if self._search is None:
                self._search = searchable(stage)
                self._tell(is_searchable=True, at=self._status.at)
            return inside(Path(self._search.name), path)

    def _made_one_more(self) -> bool:
        """Make a page that was not made yet; return whether there was none left to make for the search."""
        with self._working() as stage:
            return self._search is not None or not make_next(stage)

    @contextmanager
    def _working(self) -> Iterator[Stage]:
        with self._making:
            if self._stage is None:
                raise NothingYet
            yield self._stage

    @property
    def _watched(self) -> tuple[Path, ...]:
        own = tuple(self._root / name for name in ("data", "docs", "schema", "mkdocs.yml"))
        return (*own, *self._commits, *(self._stage.watched if self._stage else ()))

    @cached_property
    def _commits(self) -> tuple[Path, ...]:
        """What tells that there is another last commit: pages show of when it is."""
        log = log_of_commits(self._root)
        return (log,) if log else ()

    def _renew(self, named: frozenset[Path], began: float) -> None:
        """Make a new state of the site, and tell of it."""
        with self._making:
            with self._news:
                self._looks += 1
            try:
                stage = Stage(self._root, self._kept)
            except Faulty as error:
                self._tell(
                    problems=error.problems, fault="", is_current=False, is_judged=True, changed=self._named(named)
                )
                return
            except Exception as error:  # noqa: BLE001 - whatever it is, the next change may mend it
                self._tell(
                    problems=(), fault=words(error), is_current=False, is_judged=True, changed=self._named(named)
                )
                return
            self._stage = stage
            self._answered = {}
            self.close()
        took = time.monotonic() - began if named else 0.0
        self._tell(
            pages=self._status.pages + 1,
            took=took,
            problems=(),
            fault="",
            is_current=True,
            is_judged=False,
            is_searchable=False,
            changed=self._named(named),
        )

    def _judge(self) -> None:
        """Let the rules look at the whole, where they did not yet. What they say of a state that is no more, is not told."""
        with self._making:  # not while another state is made
            looks, at = self._looks, self._status.at
        if not self._judges or self._status.is_judged:
            return
        try:
            problems = self._kept.judged().problems
            news: dict[str, object] = {"problems": problems, "is_past_unread": self._kept.is_past_unread}
            with self._working() as stage:
                is_right = looks != self._looks or stage.is_menu_right()
        except Exception as error:  # noqa: BLE001 - as below
            news, is_right = {"fault": words(error)}, True
        with self._news:
            if looks == self._looks:
                self._tell(**news, is_judged=True, at=at)
                self._behind = None if is_right else self._named_last

    def _named(self, files: frozenset[Path]) -> tuple[tuple[str, str], ...]:
        own = (path for path in files.difference(self._commits) if path.is_relative_to(self._root))
        names = sorted(path.relative_to(self._root).as_posix() for path in own)
        return tuple((name, self._stage.address_of(name) if self._stage else "") for name in names)

    def _tell(self, **news: object) -> None:
        with self._news:
            news = {"at": _now(), **news}
            self._status = replace(self._status, told=self._status.told + 1, **news)  # type: ignore[arg-type]
            self._news.notify_all()


def _now() -> datetime:
    """Return the time on the clock of the editor."""
    return datetime.now().astimezone()
