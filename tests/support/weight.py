"""What a first visit to a page loads, counted in bytes as they come over the line."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from page_weight import first_visit
from support.site import BuiltSite, sends_on

# The page with all styles, scripts, fonts and pictures.
BUDGET = 110_000


def pages(site: BuiltSite) -> Iterator[Path]:
    """Yield every page of the site, but for those that only send on."""
    yield from itertools.filterfalse(sends_on, sorted(site.folder.resolve().rglob("*.html")))


def too_heavy(site: BuiltSite) -> dict[str, int]:
    """Return the pages of a site that weigh more than they may, with what they weigh; every font counts, used or not."""
    folder = site.folder.resolve()
    weights = {page: first_visit(page, folder) for page in pages(site)}
    return {page.relative_to(folder).as_posix(): total for page, total in weights.items() if total > BUDGET}
