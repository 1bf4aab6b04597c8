"""Fixtures that tests of the engine and tests of an instance have in common; their conftest.py imports them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from support.browser import launched
from support.shared import folder_of_run, made_once


@pytest.fixture(scope="session")
def shared(tmp_path_factory) -> Callable[..., Path]:
    """Make a folder once for all processes of this run, by a name."""
    return functools.partial(made_once, folder_of_run(tmp_path_factory))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless browser."""
    with launched() as found:
        yield found


@pytest.fixture
def open_context(browser) -> Iterator[Callable[..., BrowserContext]]:
    """Open a fresh browser profile, and close it after the test."""
    contexts: list[BrowserContext] = []

    def run(*, width: int = 1280, height: int = 900, **options: Any) -> BrowserContext:
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **options))
        return contexts[-1]

    yield run
    for context in contexts:
        context.close()
