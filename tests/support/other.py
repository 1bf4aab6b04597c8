"""A made-up water board with words of its own, to build a site of in which nothing of this repository's own policy stands."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from polderkoers.policy.load import load
from support.site import ROOT

DATA = ROOT / "tests" / "voorbeeld" / "data"
_SETTINGS = (("Polderkoers Noordoostpolder", "Polderkoers Dijk en Vliet"),)
_DESCRIPTION = re.compile(r"^site_description: .*$", re.MULTILINE)
_LABELLED = ("plaats", "organisatie", "document", "kernopgave", "programmalijn", "plan", "wegwijzer", "doel")
# Names of places and organisations that anybody may speak of, or that are a common word too: links lead (leiden) somewhere.
_GENERAL = frozenset({"nederland", "belastingdienst", "uwv", "de zorgverzekeraar", "waterschap", "regio", "leiden"})


def other_root(target: Path, data: Path | None = DATA) -> Path:
    """Make an instance with other data, or with none, and return it."""
    (target / "docs").mkdir(parents=True)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for old, new in _SETTINGS:
        settings = settings.replace(old, new)
    settings = _DESCRIPTION.sub("site_description: Wat er gebeurt, in gewone taal.", settings)
    (target / "mkdocs.yml").write_text(settings, encoding="utf-8")
    if data:
        shutil.copytree(data, target / "data", dirs_exist_ok=True)
    else:
        (target / "data").mkdir()
    return target


def own_names() -> frozenset[str]:
    """Return the names and places of this repository's own policy, in small letters; a common noun is nobody's own."""
    own = (name.casefold() for name in _names() if len(name) > 3 and name != name.casefold())
    return frozenset(name for name in own if name not in _GENERAL)


def _names() -> Iterator[str]:
    policy = load(ROOT).policy
    for entry in policy.of_kind(*_LABELLED):
        if entry.is_shipped:
            continue  # what ships with the engine is nobody's own
        yield entry.item.label
        yield from getattr(entry.item, "andere_namen", ())
