"""Keeps what the examination of the built site found, for the page Toegankelijkheid."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime

from polderkoers.website.outcome import MARK, AuditFinding, AuditPart, Outcome, read, write
from support.browser import launched
from support.git import git
from support.looks import ACE_VERSION, Seen
from support.site import ROOT, BuiltSite

# Set by who wants what is found in a run kept: `POLDERKOERS_UITKOMST=1 make test-all`.
ASKED = "POLDERKOERS_UITKOMST"
DOCS = ROOT / "docs"
HOW = {
    "wcag": "Licht en donker, 1280 en 320 pixels breed, met menu en uitklapblokken open; in donker alleen de kleuren",
    "tweede-mening": "Gewoon geopend; een melding waarvan is uitgelegd waarom zij geen fout is, telt niet mee",
    "past": "1280 en 320 pixels breed, gewoon en met meer ruimte tussen letters, woorden en regels; op 1280 ook twee keer zo groot",
    "focus": "1280 en 320 pixels breed: een rand met een contrast van minstens 3 op 1, nergens door bedekt",
    "opbouw": "Eén titel per pagina, koppen in volgorde, tabellen en grafieken in woorden",
    "rust": "Met de instelling voor minder beweging",
}
_MARK = re.compile(rf'{MARK}="([0-9a-f]+)"')
_EXAMPLES = 5


def keep(site: BuiltSite, seen: Mapping[str, Seen]) -> None:
    """Write what was found on the pages that were looked at into docs/, when the environment asks for it."""
    if os.environ.get(ASKED):
        with launched() as browser:
            name = f"Chromium {browser.version}"
        # What is changed and not committed is of no commit.
        commit = None if git(ROOT, "status", "--porcelain") else git(ROOT, "rev-parse", "HEAD")
        write(DOCS, outcome(site, seen, browser=name, commit=commit))


def keep_second(site: BuiltSite, found: Mapping[str, list[str]]) -> None:
    """Add what the engine of IBM found that is not explained, by page, to the outcome that `keep` wrote of the same site."""
    kept = read(DOCS) if os.environ.get(ASKED) else None
    if kept and kept.vorm == mark_of(site):
        write(DOCS, with_second(kept, found))


def outcome(site: BuiltSite, seen: Mapping[str, Seen], *, browser: str, commit: str | None) -> Outcome:
    """Return what was found on a built site as an outcome: of the look that the site itself says that it has."""
    # A page at which was only glanced counts for what a glance can tell, and for what was found on it all the same.
    closely = {path: page for path, page in seen.items() if page.axe}
    fits = {path: [*page.sideways, *page.cut_off] for path, page in seen.items()}
    axe = next(iter(closely.values())).axe
    doubts = sum(len(page.doubts) for page in closely.values())
    parts = (
        _part("wcag", f"axe-core {axe}", {path: page.violations for path, page in closely.items()}, doubts),
        _part("past", "Eigen meting", {path: said for path, said in fits.items() if said or path in closely}),
        _part("focus", "Eigen meting", {path: page.stops for path, page in closely.items()}),
        _part("opbouw", "Eigen meting", {path: page.structure for path, page in seen.items()}),
        _part("rust", "Eigen meting", {path: page.moving for path, page in closely.items()}),
    )
    pages = len(site.paths) + 1  # the page that is shown when a page is not found
    return Outcome(mark_of(site), datetime.now(UTC).date().isoformat(), commit, pages, browser, parts)


def with_second(kept: Outcome, found: Mapping[str, list[str]]) -> Outcome:
    """Return an outcome with what the engine of IBM found, after what axe found."""
    first, *others = (part for part in kept.onderdelen if part.wat != "tweede-mening")
    second = _part("tweede-mening", f"IBM accessibility-checker-engine {ACE_VERSION}", found)
    return dataclasses.replace(kept, onderdelen=(first, second, *others))


def mark_of(site: BuiltSite) -> str:
    """Return the mark of its look that a built site carries."""
    (mark,) = _MARK.findall(site.html("toegankelijkheid/"))
    return mark


def _part(what: str, tool: str, found: Mapping[str, list[str]], doubts: int = 0) -> AuditPart:
    examples = [AuditFinding(path, messages[0]) for path, messages in sorted(found.items()) if messages]
    count = sum(len(messages) for messages in found.values())
    return AuditPart(what, tool, HOW[what], len(found), count, doubts, tuple(examples[:_EXAMPLES]))
