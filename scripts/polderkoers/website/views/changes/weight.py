"""Into how many pages what was and will be is divided, known before two versions are compared."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from polderkoers.policy.model.kinds import POLICY_KINDS

if TYPE_CHECKING:
    from polderkoers.policy.loaded import Loaded
    from polderkoers.policy.source import Document

# So many signs of texts that differ, both sides together, fit on a page that a phone still loads at once.
_ON_A_PAGE = 60_000


def number_of_parts(old: Loaded, new: Loaded) -> int:
    """Return into how many pages the policy that differs between two versions is divided; 1 when it stays on one page.

    Only texts of files that both have are counted: what is new or gone as a whole is told by what it is called.
    """
    before, after = _policy(old), _policy(new)
    differing = (file for file in before.keys() & after.keys() if before[file].data != after[file].data)
    signs = sum(_differing(before[file], after[file]) for file in differing)
    return max(1, ceil(signs / _ON_A_PAGE))


def _policy(loaded: Loaded) -> dict[str, Document]:
    return {each.file: each for each in loaded.documents if each.data.get("soort") in POLICY_KINDS}


def _differing(old: Document, new: Document) -> int:
    """Return how many signs the texts have that stand in one of two files alone."""
    before, after = old.texts, new.texts
    return sum(len(text) * number for text, number in ((before - after) + (after - before)).items())
