"""Puts the pages that can be found away on disk as they are made, so that a build of many needs no more memory than one of few."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import IO

from polderkoers.website.on_disk import put_away_for
from polderkoers.website.search.page import SearchPage


class KeptPages:
    """Pages by their address: it is said once where each stands in a file that has no name and that nobody else can open."""

    def __init__(self) -> None:
        """Start without pages, and without a file."""
        self._places: dict[str, int] = {}

    @classmethod
    def of(cls, pages: Iterable[SearchPage]) -> KeptPages:
        """Return pages as they are kept; what is kept already is not kept once more."""
        if isinstance(pages, cls):
            return pages
        kept = cls()
        for page in pages:
            kept.add(page)
        return kept

    @cached_property
    def _file(self) -> IO[bytes]:
        return put_away_for(self)

    def add(self, page: SearchPage) -> None:
        """Keep a page, in the place of what had its address before."""
        self._places[page.path] = self._file.seek(0, 2)
        pickle.dump(page, self._file)

    def get(self, path: str) -> SearchPage | None:
        """Return a page by its address, None when it is not kept."""
        return self._at(self._places[path]) if path in self._places else None

    def __iter__(self) -> Iterator[SearchPage]:
        """Yield the pages by the order of their addresses, each read when it is asked for."""
        for path in sorted(self._places):
            yield self._at(self._places[path])

    def _at(self, place: int) -> SearchPage:
        self._file.seek(place)
        page: SearchPage = pickle.load(self._file)  # noqa: S301 - written above
        return page
