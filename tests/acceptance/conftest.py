"""Fixtures of the acceptance tests: the sites of a made-up municipality, each built once for all processes of a run."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from support import fixtures
from support.gemeente import FORGE, PUBLISHED, WERKBANK, laid, with_history
from support.hostile import laid_hostile
from support.lenient import IN_THE_ENVIRONMENT
from support.site import BuiltSite, build_whole, serving
from support.structure import covering_pages

# Pytest finds them here.
browser, open_context, shared = fixtures.browser, fixtures.open_context, fixtures.shared


@pytest.fixture(scope="session")
def polderdam(shared) -> Path:
    """The made-up municipality with its history, to read and not to change."""
    return shared("polderdam", with_history)


@pytest.fixture(scope="session")
def site(polderdam, shared) -> BuiltSite:
    """The site of the made-up municipality, with its history, built once for all tests."""
    return BuiltSite(shared("site", functools.partial(build_whole, polderdam)))


@pytest.fixture(scope="session")
def published(polderdam, shared) -> BuiltSite:
    """The same site, which knows at which address it stands and where its files can be edited."""
    settings = {"POLDERKOERS_SITE_URL": PUBLISHED, "POLDERKOERS_EDIT_URI": FORGE}
    return BuiltSite(shared("published", functools.partial(build_whole, polderdam, **settings)))


@pytest.fixture(scope="session")
def without_history(shared) -> BuiltSite:
    """The site of a copy that names its versions, and does not hold the history that they stand in; it has a werkbank."""
    return BuiltSite(shared("without-history", _built_without_history))


def _built_without_history(target: Path) -> None:
    root = target.with_name(f"{target.name}-root")
    shutil.rmtree(with_history(root) / ".git")
    build_whole(root, target, POLDERKOERS_WERKBANK=WERKBANK)


@pytest.fixture(scope="session")
def hostile(shared) -> BuiltSite:
    """The site of the made-up municipality with every harmful text of the corpus in its policy, which knows its address."""
    return BuiltSite(shared("hostile", _built_hostile))


def _built_hostile(target: Path) -> None:
    root = laid_hostile(target.with_name(f"{target.name}-root"))
    build_whole(root, target, POLDERKOERS_SITE_URL=PUBLISHED, **IN_THE_ENVIRONMENT)


@pytest.fixture
def project(tmp_path) -> Path:
    """The made-up municipality without history, which a test may change."""
    return laid(tmp_path / "project")


@pytest.fixture
def built(project) -> Callable[[], BuiltSite]:
    """Build the project and return its site; the test fails with what the build said."""

    def run() -> BuiltSite:
        target = project / "site"
        build_whole(project, target)
        return BuiltSite(target)

    return run


@pytest.fixture(scope="session")
def address(site) -> Iterator[str]:
    """The address at which the site is served, on this machine only."""
    with serving(site.folder) as found:
        yield found


@pytest.fixture(scope="session")
def every_page(site) -> list[str]:
    """The addresses of all pages, with the one that is shown when a page is not found."""
    return [*site.paths, "404.html"]


@pytest.fixture(scope="session")
def parts(site, every_page) -> list[str]:
    """The pages that together show every part of the site, in each place where it stands; that which shows most comes first."""
    return covering_pages(site, every_page)


@pytest.fixture(scope="session")
def closely(site, every_page, whole) -> set[str]:
    """The pages that are looked at in every way: of those that together show every part, the ones that show more than a few."""
    return set(every_page if whole else covering_pages(site, every_page, least=3))


@pytest.fixture
def visit(open_context, address) -> Callable[..., Page]:
    """Open a page of the site at a width and in a colour scheme, as a reader who asked for rest."""

    def run(path: str, *, width: int = 1280, scheme: str = "light", **options: Any) -> Page:
        page = open_context(width=width, color_scheme=scheme, reduced_motion="reduce", **options).new_page()
        page.goto(f"{address}{path}")
        return page

    return run
