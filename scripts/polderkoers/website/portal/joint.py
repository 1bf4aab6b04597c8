"""Where a build meets the portal: what it reads at its start, and what it adds at its end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from polderkoers.website.portal.participants import participants
from polderkoers.website.portal.portal import Portal
from polderkoers.website.portal.published import write_published
from polderkoers.website.portal.searching import add_participants

if TYPE_CHECKING:
    from polderkoers.policy.index import Policy
    from polderkoers.website.views.site import Site


def portal_of(root: Path, policy: Policy) -> Portal | None:
    """Return what a portal below `root` shows of its participants; None when it is no portal. Raises `PortalFaults`."""
    found = participants(root, policy)
    return Portal(policy, found) if found else None


def publish(site: Site, folder: Path) -> None:
    """Write what portals read of a site that was built in a folder, whose search is there; a portal gets the search of its participants.

    Raises `PortalFaults`.
    """
    # Before the participants are added: a portal gives others what is its own.
    write_published(site, folder)
    if site.portal:
        add_participants(site.portal.participants, folder)
