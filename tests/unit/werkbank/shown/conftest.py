"""A repository with a policy in force and drafts of it, and a bench that shows them."""

from __future__ import annotations

import pytest

from polderkoers.website.build import Kept
from polderkoers.werkbank.shown.bench import Bench
from polderkoers.werkbank.shown.drafts import Drafts as DraftReader
from support import gemeente
from support.git import git

MADE = 120.0
"""Seconds after which a page that is not there yet never comes."""


class Drafts:
    """A bare repository with Polderdam in force, in which drafts are made without a working copy."""

    def __init__(self, folder):
        work = gemeente.with_history(folder / "werk")
        git(folder, "clone", "--quiet", "--bare", str(work), "archief.git")
        self.root = folder / "archief.git"
        self.main = git(self.root, "rev-parse", "main")

    def text(self, commit, file):
        return git(self.root, "show", f"{commit}:{file}")

    def with_text(self, start, file, was, becomes):
        """Return a commit after another in which a file says something else."""
        text = self.text(start, file)
        assert was in text
        return self.with_file(start, file, text.replace(was, becomes, 1) + "\n")

    def with_file(self, start, file, text):
        """Return a commit after another in which a file has another text; without one it is gone."""
        index = {"GIT_INDEX_FILE": str(self.root / "index-van-de-test")}
        git(self.root, "read-tree", start, within=index)
        if text is None:
            gone = f"0 {'0' * len(start)}\t{file}\n"
            git(self.root, "update-index", "--index-info", given=gone, within=index)
        else:
            blob = git(self.root, "hash-object", "-w", "--stdin", given=text)
            git(self.root, "update-index", "--add", "--cacheinfo", f"100644,{blob},{file}", within=index)
        tree = git(self.root, "write-tree", within=index)
        return git(self.root, "commit-tree", tree, "-p", start, "-m", "Wijzig iets")


@pytest.fixture(scope="session")
def drafts(tmp_path_factory):
    """Drafts that are made in a repository of their own."""
    return Drafts(tmp_path_factory.mktemp("werkbank"))


@pytest.fixture(scope="session")
def bench(drafts):
    """A bench with room for two sites."""
    with Bench(drafts.root, Kept, most=2) as made:
        yield made


@pytest.fixture(scope="session")
def reader(drafts):
    """What reads the drafts as policy."""
    return DraftReader(drafts.root)
