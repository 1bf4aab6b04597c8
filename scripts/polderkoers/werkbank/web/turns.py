"""Does what saves in the order in which it was asked, and tells when nobody waits for that."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Condition
from typing import TypeVar

Made = TypeVar("Made")
# Two, because one waits for the disk while the other works.
_MOST = 2


class Turns:
    """A row in which each is helped in turn."""

    def __init__(self) -> None:
        """Begin with nobody in it."""
        self._pool = ThreadPoolExecutor(_MOST, thread_name_prefix="bewaren")
        self._waiting = 0
        self._left = Condition()

    def submit(self, work: Callable[..., Made], *given: object) -> Future[Made]:
        """Have work done when it is its turn."""
        with self._left:
            self._waiting += 1
        future = self._pool.submit(work, *given)
        future.add_done_callback(self._helped)
        return future

    def _helped(self, _: Future[Made]) -> None:
        with self._left:
            self._waiting -= 1
            self._left.notify_all()

    def let_go_first(self, patience: float) -> None:
        """Wait until nobody is in the row, and no longer than so many seconds: what nobody waits for comes after what people wait for."""
        with self._left:
            self._left.wait_for(lambda: not self._waiting, patience)

    def close(self) -> None:
        """Finish what was asked, and stop."""
        self._pool.shutdown()
