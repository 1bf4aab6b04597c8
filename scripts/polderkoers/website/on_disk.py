"""What a build puts away and looks at again at its end: on disk, so that a build of many pages needs no more memory than one of few."""

from __future__ import annotations

import os
import pickle
import weakref
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Generic, TypeVar, cast

Held = TypeVar("Held")


class Shelf(Generic[Held]):
    """Values by name, in a file without a name that nobody else can open; which place each has there is known.

    A process that came out of another begins with an empty one of its own: two that write in one file would mix up what they write.
    """

    def __init__(self) -> None:
        """Start empty, and without a file."""
        self._places: dict[str, int] = {}
        self._file: IO[bytes] | None = None
        self._owner = os.getpid()

    def _opened(self) -> IO[bytes]:
        if self._file is None or self._owner != os.getpid():
            self._places, self._owner = {}, os.getpid()
            self._file = TemporaryFile()  # noqa: SIM115 - closed when this goes
            weakref.finalize(self, self._file.close)
        return self._file

    def put(self, name: str, value: Held) -> None:
        """Put a value away, in the place of what had its name before."""
        file = self._opened()
        self._places[name] = file.seek(0, os.SEEK_END)
        pickle.dump(value, file)

    def get(self, name: str) -> Held | None:
        """Return the value with a name, None when there is none."""
        file = self._opened()
        if name not in self._places:
            return None
        file.seek(self._places[name])
        return cast("Held", pickle.load(file))  # noqa: S301 - written above

    def __iter__(self) -> Iterator[Held]:
        """Yield the values by the order of their names, each read when it is asked for."""
        for name in sorted(self._places):
            found = self.get(name)
            if found is not None:
                yield found
