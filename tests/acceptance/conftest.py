"""Fixtures of the acceptance tests: the real site, built once, and made-up sites with other data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.site import ROOT, BuiltSite, build, copied, serving


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
