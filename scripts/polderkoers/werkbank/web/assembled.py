"""Puts the parts of a werkbank together: the store of proposals, what reads and shows them, and the look of the site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from polderkoers.website.layers import THEME
from polderkoers.werkbank.store.store import Store
from polderkoers.werkbank.web.workplace import Workplace

if TYPE_CHECKING:
    from polderkoers.werkbank.shown.bench import Bench
    from polderkoers.werkbank.shown.draft_site import KeptFor
    from polderkoers.werkbank.shown.drafts import Drafts
    from polderkoers.werkbank.web.settings import WebSettings


@contextmanager
def workplace_of(root: Path, settings: WebSettings, begin: KeptFor) -> Iterator[Workplace]:
    """Give the workplace of the instance in a folder, or in a bare repository. Raises a `HistoryUnreadable` when there is none.

    `begin` is `website.build.Kept`, with which the bench begins a site.
    """
    # What reads and shows whole policies is asked for where a werkbank starts; a page only knows what it gives.
    drafts: type[Drafts] = import_module("polderkoers.werkbank.shown.drafts").Drafts
    shows: type[Bench] = import_module("polderkoers.werkbank.shown.bench").Bench
    store = Store(root, settings.main)
    with shows(root, begin, settings.main) as bench:
        workplace = Workplace(root, store, settings, THEME, drafts(root), bench)
        try:
            yield workplace
        finally:
            workplace.close()
