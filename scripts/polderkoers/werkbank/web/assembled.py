"""Puts the parts of a werkbank together: the store of proposals, the bench that shows them, and the look of the site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from polderkoers.website.layers import THEME
from polderkoers.werkbank.store.store import Store
from polderkoers.werkbank.web.workplace import Workplace

if TYPE_CHECKING:
    from polderkoers.werkbank.web.settings import WebSettings


@contextmanager
def workplace_of(root: Path, settings: WebSettings) -> Iterator[Workplace]:
    """Give the workplace of the instance in a folder, or in a bare repository. Raises a `HistoryUnreadable` when there is none."""
    yield Workplace(root, Store(root, settings.main), settings, THEME)
