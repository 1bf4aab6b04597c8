"""The past of a file, in words: since when it is as it is, what changed last, and what to read of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from polderkoers.changes.change import Change
from polderkoers.changes.wording import sentence
from polderkoers.policy.dutch_words import capital, listing
from polderkoers.policy.index import Entry
from polderkoers.policy.model.versies import NOW
from polderkoers.website.pages import old_address
from polderkoers.website.trails import FileTrail, Step
from polderkoers.website.views.changes.addresses import change_path, file_anchor, pair_path
from polderkoers.website.views.item_past import changed, moment, spoken
from polderkoers.website.views.link import Link

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

# More changes than this are read on the page that shows them all.
_FEW = 3


@dataclass(frozen=True)
class FilePast:
    """The past of a file: since when it is as it is, when it changed last and how, and how it was in each version.

    `all_changes` leads to all changes of that last time. `missing` tells a reader which versions this copy cannot show.
    """

    since: str
    when: str
    last: tuple[Link, ...]
    all_changes: Link | None
    earlier: tuple[Link, ...]
    missing: str


def file_changes_address(old: str, new: str, changes: Sequence[Change]) -> str:
    """Return the address of the changes in one file between two versions, by the ids of these.

    What is only written otherwise does not stand with the rest of its file on that page.
    """
    real = next((change for change in changes if change.significance == "inhoudelijk"), None)
    if real is None:
        return change_path(old, new, changes[0])
    return f"{pair_path(old, new)}#{file_anchor(real.ref)}"


def file_history(site: Site, entry: Entry) -> FilePast:
    """Return the past of a file of today."""
    trail = site.trails.of_file(entry.ref)
    earlier = tuple(
        Link(version.name, old_address(version.id, version.policy.entries[file], site.words))
        for version, file in trail.earlier
    )
    past = FilePast(_since(trail), "", (), None, earlier, missing_words(site))
    if not trail.steps:
        return past
    last = trail.steps[0]
    return replace(past, when=capital(moment(last)), last=_changes(last), all_changes=_all_changes(last))


def _since(trail: FileTrail) -> str:
    told = _since_last(trail.steps[0]) if trail.steps else ""
    return told or _unchanged(trail)


def _since_last(step: Step) -> str:
    """Return how a file is as it is since its last step; nothing when it has been the same in a later version."""
    if step.new.id == NOW:
        what = "Nieuw" if step.is_new else changed(step)
        return f"{what} na {spoken(step.old.id, step.old.name)}"
    if step.is_new:
        return f"Nieuw sinds {spoken(step.new.id, step.new.name)}, daarna niet gewijzigd"
    return ""


def _unchanged(trail: FileTrail) -> str:
    if not trail.since:
        return ""
    notes = ", op opmerkingen van de redactie na" if trail.noted else ""
    return f"Ongewijzigd sinds {spoken(trail.since.id, trail.since.name)}{notes}"


def _changes(step: Step) -> tuple[Link, ...]:
    """Return the first few changes of a step as sentences; that all of a file is new needs no telling twice."""
    if step.is_new:
        return ()
    weighty_first = sorted(step.changes, key=lambda change: change.significance != "inhoudelijk")
    return tuple(
        Link(sentence(change, step.names), change_path(step.old.id, step.new.id, change))
        for change in weighty_first[:_FEW]
    )


def _all_changes(step: Step) -> Link | None:
    if step.is_new:
        words = "Bekijk wat er nieuw is"
    elif len(step.changes) > _FEW:
        words = f"Alle {len(step.changes)} wijzigingen"
    else:
        return None
    return Link(f"{words} {moment(step)}", file_changes_address(step.old.id, step.new.id, step.changes))


def missing_words(site: Site) -> str:
    """Return which of the listed versions this copy of the site cannot show; nothing when it can show them all."""
    history = site.trails.history
    if history is None or not history.missing:
        return ""
    if not history.past:
        return "Eerdere versies zijn in deze kopie van de site niet te lezen. Daarom staat hier niet wat er veranderde."
    names = [spoken(missing.version.id, missing.version.naam) for missing in history.missing]
    verb = "is" if len(names) == 1 else "zijn"
    return f"{capital(listing(names))} {verb} in deze kopie van de site niet te lezen."
