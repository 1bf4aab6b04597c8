"""The pages that an instance writes by hand, as far as they name something of the policy: the werkbank leaves them as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from polderkoers.changes.git_call import ask
from polderkoers.instance.renamed_pages import Followed
from polderkoers.policy.addresses import address_of_item
from polderkoers.policy.vocabulary import vocabulary_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Policy

_PAGES = "docs"


def naming(root: Path, commit: str, policy: Policy, ref: str) -> tuple[str, ...]:
    """Return the pages of a commit that name an item of its policy or lead to its address, by their paths."""
    entry = policy.get(ref)
    if entry is None:
        return ()
    address = address_of_item(entry, vocabulary_of(policy)) or ""
    followed = Followed(entry, ref, f"{ref}-", address, "elders/")
    return tuple(path for path, text in _pages(root, commit) if followed.of_page(text)[1])


def _pages(root: Path, commit: str) -> Iterator[tuple[str, str]]:
    """Yield the pages of a commit with their text."""
    told = ask(root, "ls-tree", "-r", "-z", "--end-of-options", commit, f"{_PAGES}/")
    for row in filter(None, told.split("\0")):
        kind, path = row.split("\t", 1)
        if path.endswith(".md") and " blob " in kind:
            yield path, ask(root, "cat-file", "blob", kind.split()[2])
