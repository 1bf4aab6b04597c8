"""What all tests share: how closely this run looks, and at which instance beside the made-up one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from support import tries


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--whole`, which `make test-all` gives, and `--instance`."""
    parser.addoption(
        "--whole", action="store_true", help="Look at every page and try every way, and not only one of each sort."
    )

    parser.addoption(
        "--instance",
        metavar="DIR",
        type=Path,
        default=Path(__file__).resolve().parents[1],
        help="The instance that the tests in tests/instance/ are of; by default the one of this repository.",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Let builds make their pages in one process and keep none of them, unless a test asks otherwise, and let no test be timed.

    Tests share the processors already, and hardly any builds one site twice; the tests of both ways ask for them.
    """
    os.environ.setdefault("POLDERKOERS_PROCESSEN", "1")
    os.environ.setdefault("POLDERKOERS_ZONDER_VOORRAAD", "1")
    # How long something takes is no test: a machine may be busy.
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")
    if config.getoption("--whole"):
        tries.PART[:] = [1]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked `whole`, unless `--whole` is given."""
    if not config.getoption("--whole"):
        left = [item for item in items if item.get_closest_marker("whole")]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not item.get_closest_marker("whole")]


@pytest.fixture(scope="session")
def whole(request) -> bool:
    """Whether every page is looked at in every way."""
    return request.config.getoption("--whole")


@pytest.fixture(scope="session")
def instance(request) -> Path:
    """The folder of the instance that the tests in tests/instance/ are of."""
    return request.config.getoption("--instance").resolve()
