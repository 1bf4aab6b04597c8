"""The past of what a page shows, in words: since when it is as it is, what changed last, and what to read of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from polderkoers.changes.change import Change
from polderkoers.changes.wording import sentence
from polderkoers.policy.index import Entry
from polderkoers.policy.model.catalogues import NOW
from polderkoers.website.pages import old_address
from polderkoers.website.trails import FileTrail, Step
from polderkoers.website.views.changes.addresses import change_path, file_anchor, pair_path
from polderkoers.website.views.site import Link, Site
from polderkoers.website.words import listing
from polderkoers.website.words import sentence as capital

# More changes than this are read on the page that shows them all.
_FEW = 3


@dataclass(frozen=True)
class PastLine:
    """A line about the past of an item: words that lead to the change. `voluit` adds the name of the item to them."""

    link: Link
    voluit: str


@dataclass(frozen=True)
class FilePast:
    """The past of a file: since when it is as it is, when it changed last and how, and how it was in each version.

    `alle` leads to all changes of that last time. `ontbreekt` tells a reader which versions this copy cannot show.
    """

    sinds: str
    wanneer: str
    laatste: tuple[Link, ...]
    alle: Link | None
    eerder: tuple[Link, ...]
    ontbreekt: str


def short(version: str) -> str:
    """Return how a version is spoken of by its id in a few words: `2030`, or `versie 2030-b` when that is not a year."""
    if version.isdigit() or version == NOW:
        return version
    return f"versie {version}"


def spoken(version: str) -> str:
    """Return how a version is spoken of in a sentence: `de versie van 2030`."""
    if version.isdigit():
        return f"de versie van {version}"
    return short(version)


def file_changes_address(old: str, new: str, changes: Sequence[Change]) -> str:
    """Return the address of the changes in one file between two versions, by the ids of these.

    What is only written otherwise does not stand with the rest of its file on that page.
    """
    real = next((change for change in changes if change.significance == "inhoudelijk"), None)
    if real is None:
        return change_path(old, new, changes[0])
    return f"{pair_path(old, new)}#{file_anchor(real.ref)}"


def item_lines(site: Site, entry: Entry) -> tuple[PastLine, ...]:
    """Return what happened to an item, the newest first; nothing for an item that never changed."""
    return tuple(_item_line(entry, step) for step in site.trails.of_item(entry))


def _item_line(entry: Entry, step: Step) -> PastLine:
    what, change = _in_short(step)
    words = f"{what} {_moment(step)}"
    return PastLine(Link(words, change_path(step.old.id, step.new.id, change)), f"{words}: {entry.item.label}")


def _in_short(step: Step) -> tuple[str, Change]:
    """Return the one word for a step, and the change that a reader who follows it wants to see."""
    whole = {change.kind: change for change in step.changes if change.field is None and change.key is None}
    if step.is_new:
        return "Nieuw", whole["added"]
    inside = [change for change in step.changes if change not in whole.values()]
    real = [change for change in inside if change.significance == "inhoudelijk"]
    if real:
        return "Gewijzigd", real[0]
    if "moved" in whole:
        return "Verplaatst", whole["moved"]
    return "Schrijfwijze aangepast", inside[0]


def _moment(step: Step) -> str:
    if step.new.id == NOW:
        return f"na {short(step.old.id)}"
    return f"in {short(step.new.id)}"


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
    return replace(past, wanneer=capital(_moment(last)), laatste=_changes(last), alle=_all_changes(last))


def _since(trail: FileTrail) -> str:
    told = _since_last(trail.steps[0]) if trail.steps else ""
    return told or _unchanged(trail)


def _since_last(step: Step) -> str:
    """Return how a file is as it is since its last step; nothing when it has been the same in a later version."""
    if step.new.id == NOW:
        what = "Nieuw" if step.is_new else "Gewijzigd"
        return f"{what} na {spoken(step.old.id)}"
    if step.is_new:
        return f"Nieuw sinds {spoken(step.new.id)}, daarna niet gewijzigd"
    return ""


def _unchanged(trail: FileTrail) -> str:
    if not trail.since:
        return ""
    notes = ", op opmerkingen van de redactie na" if trail.noted else ""
    return f"Ongewijzigd sinds {spoken(trail.since.id)}{notes}"


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
    return Link(f"{words} {_moment(step)}", file_changes_address(step.old.id, step.new.id, step.changes))


def missing_words(site: Site) -> str:
    """Return which of the listed versions this copy of the site cannot show; nothing when it can show them all."""
    history = site.trails.history
    if history is None or not history.missing:
        return ""
    if not history.past:
        return "Eerdere versies zijn in deze kopie van de site niet te lezen. Daarom staat hier niet wat er veranderde."
    names = [spoken(missing.version.id) for missing in history.missing]
    verb = "is" if len(names) == 1 else "zijn"
    return f"{capital(listing(names))} {verb} in deze kopie van de site niet te lezen."
