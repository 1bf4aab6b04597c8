"""What all tests share: whether this run looks at every page in every way, which takes long, or at one of each sort."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--whole`, which `make test-all` gives."""
    parser.addoption(
        "--whole", action="store_true", help="Look at every page in every way, and not at one of each sort."
    )


@pytest.fixture(scope="session")
def whole(request) -> bool:
    """Whether every page is looked at in every way."""
    return request.config.getoption("--whole")
