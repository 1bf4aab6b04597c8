"""Says on the console which versions a site lacks: whoever left them out on purpose may forget it."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from polderkoers.changes.versions import Missing
from polderkoers.policy.dutch_words import listing

# Beside the logger of MkDocs: with --strict a warning of that one would end the build.
_log = logging.getLogger("polderkoers.website.history")


def tell_left_out(missing: Iterable[Missing]) -> None:
    """Warn of the versions that cannot be shown, with the reason, those with the same reason together."""
    reasons: dict[str, list[str]] = {}
    for each in missing:
        reasons.setdefault(each.reason, []).append(each.version.id)
    for reason, ids in reasons.items():
        _log.warning("Niet op deze site: %s %s. %s", "versie" if len(ids) == 1 else "versies", listing(ids), reason)
