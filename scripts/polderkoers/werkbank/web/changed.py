"""What a proposal changes, in sentences, with the remarks at each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.werkbank.store.values import Proposal
    from polderkoers.werkbank.web.visit import Visit


def changed_in(visit: Visit, proposal: Proposal) -> object:
    """Return what a proposal changes."""
    return None
