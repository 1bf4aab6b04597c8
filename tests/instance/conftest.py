"""Fixtures of the tests of a real instance: its policy and its site, built once for all processes of a run."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from polderkoers.policy.load import load
from polderkoers.policy.loaded import Loaded
from support import fixtures
from support.gemeente import with_history
from support.site import BuiltSite, build_whole, serving
from support.structure import Joint, joints_of, styles

# Pytest finds them here.
browser, open_context, shared = fixtures.browser, fixtures.open_context, fixtures.shared


@pytest.fixture(scope="session")
def loaded(instance: Path) -> Loaded:
    """The data of the instance."""
    return load(instance)


@pytest.fixture(scope="session")
def site(instance: Path, shared) -> BuiltSite:
    """The site of the instance."""
    return BuiltSite(shared("instance", functools.partial(build_whole, instance)))


@pytest.fixture(scope="session")
def known(site: BuiltSite, shared, whole) -> frozenset[Joint]:
    """What tests/acceptance/ looks at already: the parts of the made-up municipality, if this instance has the same look.

    With --whole nothing is taken for known, and Polderdam is not built for it.
    """
    if whole:
        return frozenset()
    root = shared("polderdam", with_history)
    polderdam = BuiltSite(shared("site", functools.partial(build_whole, root)))
    return joints_of(polderdam) if styles(polderdam) == styles(site) else frozenset()


@pytest.fixture(scope="session")
def address(site: BuiltSite) -> Iterator[str]:
    """The address at which the site is served, on this machine only."""
    with serving(site.folder) as found:
        yield found
