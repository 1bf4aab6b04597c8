"""One Polderdam for all tests of the pages that change nothing in it, and a fresh one for each that does."""

from __future__ import annotations

import shutil

import pytest

from support import werkbank
from support.git import save


@pytest.fixture(scope="session")
def polderdam(tmp_path_factory):
    """A repository to look at, or to copy."""
    return werkbank.laid(tmp_path_factory.mktemp("werkbank") / "polderdam")


@pytest.fixture(scope="session")
def app(polderdam):
    """The werkbank of a Polderdam in which nobody saves."""
    with werkbank.opened(polderdam) as made:
        yield made


@pytest.fixture
def fresh(polderdam, tmp_path):
    """The werkbank of a Polderdam of one's own."""
    root = tmp_path / "polderdam"
    shutil.copytree(polderdam, root)
    with werkbank.opened(root) as made:
        yield made


@pytest.fixture
def bare_policy(polderdam, tmp_path):
    """The werkbank of a Polderdam of which nothing was ever told or decided: no report, no list of decisions."""
    root = tmp_path / "polderdam"
    shutil.copytree(polderdam, root)
    for folder in ("verslagen", "besluiten"):
        shutil.rmtree(root / "data" / folder)
    save(root, "Nog niets gemeld")
    with werkbank.opened(root) as made:
        yield made
