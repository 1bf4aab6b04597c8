"""Pages and files of the site at a commit, as the bench makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.werkbank.web.current import Current
    from polderkoers.werkbank.web.visit import Visit

NOW = "nu"
"""What the address of a preview has in the place of a proposal, for what is in force."""


def preview_of(visit: Visit, where: Current, ref: str) -> str:
    """Return the address of the page on which an item is shown, empty when that is not known."""
    return ""


def site_at(visit: Visit, name: str, commit: str, path: str) -> tuple[bytes | str, str]:
    """Return a page or a file of the site with its media type. Raises `KeyError` when there is none."""
    raise KeyError(path)
