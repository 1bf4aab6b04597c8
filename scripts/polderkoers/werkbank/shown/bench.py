"""The bench of the werkbank: pages of proposals as they will look, made by the renderer of the site itself."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TakesLong
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Self, TypeVar

from polderkoers.errors.showing import ShownYet
from polderkoers.website.preview.server import type_of
from polderkoers.werkbank.shown.clone import Clone
from polderkoers.werkbank.shown.marking import marked
from polderkoers.werkbank.shown.shown import DraftFile, DraftPage
from polderkoers.werkbank.shown.stages import Stages

if TYPE_CHECKING:
    from polderkoers.werkbank.shown.draft_site import KeptFor

Made = TypeVar("Made")
PATIENCE = 8.0
"""How many seconds a browser waits for a page before it is told that it is still being made."""


class Bench:
    """Pages and files of any commit of a repository, as they will look when it is in force.

    Everything is made in one thread of its own. What takes longer than somebody has patience is made all the same, and is there when it is
    asked for again. `close` it at the end, or use it in a `with`.
    """

    def __init__(self, root: Path, begin: KeptFor, main: str = "main", *, most: int = 8) -> None:
        """Take the folder of an instance or a bare repository of one, its main branch, and of how many commits a site is kept.

        `begin` is `website.build.Kept`; who starts the werkbank gives it.
        """
        self._room = TemporaryDirectory(prefix="polderkoers_", ignore_cleanup_errors=True)
        self._clone = Clone(root, main)
        self._stages = Stages(self._clone, Path(self._room.name), begin, most)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="voorbeeld")
        self._asked: dict[object, Future[Any]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop, and clear away what was made."""
        self._worker.shutdown(cancel_futures=True)
        self._room.cleanup()

    def begin(self, commit: str = "") -> None:
        """Let the site of a commit, by default what is in force, be made while nobody waits, and its first page with it."""
        self._worker.submit(self._begin, commit)

    def page(self, commit: str, address: str, patience: float = PATIENCE) -> DraftPage:
        """Return a page of a commit, by its address below the root of the site (`kernopgaven/samen/`).

        When the data of the commit has faults it is that of the newest commit before it that has none, and says so. Raises `ShownYet` when it
        is not there within `patience` seconds, `PageNowhere`, and a `PolderkoersError` when it cannot be made.
        """
        return self._made(("page", commit, address), lambda: self._page(commit, address), patience)

    def file(self, commit: str, path: str, patience: float = PATIENCE) -> DraftFile:
        """Return a file of the site of a commit that is no page, such as a style sheet. Raises as `page` does."""
        return self._made(("file", commit, path), lambda: self._file(commit, path), patience)

    def address_of(self, commit: str, ref: str, patience: float = PATIENCE) -> str:
        """Return the address of the page and the place on it where an item is shown, empty when it is nowhere. Raises as `page` does."""
        return self._made(("address", commit, ref), lambda: self._stages.of(commit).address_of(ref), patience)

    def _begin(self, commit: str) -> None:
        # Whoever asks for a page is told what is wrong.
        with contextlib.suppress(Exception):
            self._page(commit or self._clone.main, "")

    def _made(self, asked: object, make: Callable[[], Made], patience: float) -> Made:
        """Return what is made in the thread for it; who asks for the same meanwhile waits for the same."""
        future = self._asked.get(asked)
        if future is None:
            future = self._asked[asked] = self._worker.submit(make)
            future.add_done_callback(lambda _: self._asked.pop(asked, None))
        try:
            made: Made = future.result(timeout=patience)
        except TakesLong:
            raise ShownYet from None
        return made

    def _page(self, commit: str, address: str) -> DraftPage:
        state = self._stages.of(commit)
        html, said = state.page(address)
        page = DraftPage(html, state.problems, (*state.said, *said), is_earlier=state.is_earlier)
        if commit == self._clone.main and not (page.problems or page.said):
            return page  # this is in force, and not a proposal
        return replace(page, html=marked(page, address))

    def _file(self, commit: str, path: str) -> DraftFile:
        return DraftFile(self._stages.of(commit).file(path), type_of(path))
