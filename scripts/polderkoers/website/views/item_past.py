"""What happened to an item, in a few words that lead to the change; and how a version is spoken of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.changes.change import Change
from polderkoers.policy.index import Entry
from polderkoers.policy.model.kinds import ours
from polderkoers.policy.model.versies import NOW
from polderkoers.website.views.changes.addresses import change_path
from polderkoers.website.views.link import Link

if TYPE_CHECKING:
    from polderkoers.website.trails import Step
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class PastLine:
    """A line about the past of an item: words that lead to the change. `in_full` adds the name of the item to them."""

    link: Link
    in_full: str


def short(id_: str, name: str) -> str:
    """Return how a version is spoken of in a few words: `2030`, or with its name when its id is not a year."""
    if id_.isdigit() or id_ == NOW:
        return id_
    return f"versie '{name}'"


def spoken(id_: str, name: str) -> str:
    """Return how a version is spoken of in a sentence: `de versie van 2030`."""
    if id_.isdigit():
        return f"de versie van {id_}"
    return short(id_, name)


def item_lines(site: Site, entry: Entry) -> tuple[PastLine, ...]:
    """Return what happened to an item, the newest first; nothing for an item that never changed, or where editors only added what leads readers."""
    return tuple(_item_line(entry, step) for step in site.trails.of_item(entry) if not all(map(is_ours, step.changes)))


def is_ours(change: Change) -> bool:
    """Return whether a change is in what editors added to lead readers, so that the policy says the same.

    A list in which something stood already may say something else by now.
    """
    of_editors = (change.block, (change.field or "").partition(".")[0]) in ours()
    return of_editors and not (change.old and isinstance(change.old, list | tuple))


def changed(step: Step) -> str:
    """Return the word for a change of what something says: the editors say of some versions that the policy itself stayed the same."""
    return "Tekst verbeterd" if step.old.is_of_text_alone else "Gewijzigd"


def _item_line(entry: Entry, step: Step) -> PastLine:
    what, change = _in_short(step)
    words = f"{what} {moment(step)}"
    return PastLine(Link(words, change_path(step.old.id, step.new.id, change)), f"{words}: {entry.item.label}")


def _in_short(step: Step) -> tuple[str, Change]:
    """Return the one word for a step, and the change that a reader who follows it wants to see."""
    whole = {change.kind: change for change in step.changes if change.field is None and change.key is None}
    if step.is_new:
        return "Nieuw", whole["added"]
    inside = [change for change in step.changes if change not in whole.values()]
    real = [change for change in inside if change.significance == "inhoudelijk" and not is_ours(change)]
    if real:
        return changed(step), real[0]
    if "moved" in whole:
        return "Verplaatst", whole["moved"]
    return "Schrijfwijze aangepast", inside[0]


def moment(step: Step) -> str:
    """Return when a step was made, as it stands in a sentence: after a version, or in one."""
    if step.new.id == NOW:
        return f"na {short(step.old.id, step.old.name)}"
    return f"in {short(step.new.id, step.new.name)}"
