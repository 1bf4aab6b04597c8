"""Puts the parts of a werkbank together: the store of proposals, the bench that shows them, and the look of the site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from polderkoers.website.layers import THEME
from polderkoers.werkbank.shown.bench import Bench
from polderkoers.werkbank.store.store import Store
from polderkoers.werkbank.web.workplace import Workplace

if TYPE_CHECKING:
    from polderkoers.werkbank.shown.draft_site import KeptFor
    from polderkoers.werkbank.web.settings import WebSettings


@contextmanager
def workplace_of(root: Path, settings: WebSettings, begin: KeptFor) -> Iterator[Workplace]:
    """Give the workplace of the instance in a folder, or in a bare repository. Raises a `HistoryUnreadable` when there is none.

    `begin` is `website.build.Kept`, with which the bench begins a site.
    """
    store = Store(root, settings.main)
    with Bench(root, begin, settings.main) as bench:
        bench.begin()
        yield Workplace(root, store, settings, THEME, bench)
