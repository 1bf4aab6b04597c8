"""Fixtures of the acceptance tests: the real site, built once, and made-up sites with other data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from support.browser import launched
from support.looks import kinds
from support.site import ROOT, BuiltSite, build, copied, serving
from support.structure import covering_pages


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> BuiltSite:
    """The real site, built once for all tests."""
    target = tmp_path_factory.mktemp("site")
    outcome = build(ROOT, target)
    assert outcome.returncode == 0, outcome.stderr
    return BuiltSite(target)


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of the project whose data a test may change."""
    return copied(tmp_path / "project")


@pytest.fixture
def built(project) -> Callable[[], BuiltSite]:
    """Build the copied project and return its site; the test fails with what the build said."""

    def run() -> BuiltSite:
        target = project / "site"
        outcome = build(project, target)
        assert outcome.returncode == 0, outcome.stderr
        return BuiltSite(target)

    return run


@pytest.fixture(scope="session")
def address(site) -> Iterator[str]:
    """The address at which the real site is served, on this machine only."""
    with serving(site.folder) as found:
        yield found


@pytest.fixture(scope="session")
def every_page(site) -> list[str]:
    """The addresses of all pages, with the one that is shown when a page is not found."""
    return [*site.paths, "404.html"]


@pytest.fixture(scope="session")
def closely(site, every_page, whole) -> set[str]:
    """The pages that are looked at in every way: one of each kind, and those that together show every part of the site."""
    return set(every_page) if whole else {*kinds(site), *covering_pages(site, every_page)}


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


@pytest.fixture
def visit(open_context, address) -> Callable[..., Page]:
    """Open a page of the site at a width and in a colour scheme, as a reader who asked for rest."""

    def run(path: str, *, width: int = 1280, scheme: str = "light", **options: Any) -> Page:
        page = open_context(width=width, color_scheme=scheme, reduced_motion="reduce", **options).new_page()
        page.goto(f"{address}{path}")
        return page

    return run
