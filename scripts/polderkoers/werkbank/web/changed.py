"""What a proposal changes, in sentences, with the remarks at each change."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from polderkoers.werkbank.web.current import within
from polderkoers.werkbank.web.previewed import preview_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from polderkoers.werkbank.forms.desk import Desk, Placed
    from polderkoers.werkbank.shown.was_wordt import DraftChange, WasWordt
    from polderkoers.werkbank.store.values import Proposal, Remark
    from polderkoers.werkbank.web.visit import Visit

_LONG = 20.0


@dataclass(frozen=True)
class ChangedItem:
    """A change of a proposal with what people said of it.

    `preview` is the address of the page as it will look, empty when there is none, and `has_form` says whether the item is still there.
    `along` are the items that come or go with it, because they stand in it.
    """

    change: DraftChange
    remarks: tuple[Remark, ...]
    preview: str
    has_form: bool
    along: tuple[Placed, ...] = ()


@dataclass(frozen=True)
class ChangedFile:
    """The changes in one file, under its name."""

    heading: str
    items: tuple[ChangedItem, ...]


@dataclass(frozen=True)
class Changed:
    """What a proposal changes; `told` is None as long as that is still being found out.

    `others` are remarks about items that it does not change, or not any more. `unread` names the files of which cannot be told yet what changes.
    """

    told: WasWordt | None
    files: tuple[ChangedFile, ...] = ()
    others: tuple[Remark, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether it was found out what changes."""
        return self.told is not None


def changed_in(visit: Visit, proposal: Proposal) -> Changed:
    """Return what a proposal changes in what it is made on."""
    told = visit.workplace.changes(proposal.base, proposal.tip, _LONG)
    about = [each for each in proposal.remarks if each.about]
    if told is None:
        return Changed(None, others=tuple(about))
    where = within(proposal)
    was, now = visit.workplace.desk(proposal.base), where.desk(visit)
    there = now.items
    shown: set[str] = set()
    files = []
    for heading, changes in told.files:
        items = []
        for change in changes:
            # Of several changes of one item the first has its remarks.
            said = tuple(each for each in about if each.about == change.ref and change.ref not in shown)
            shown.add(change.ref)
            preview = preview_of(where, _nearest(there, change.ref))
            items.append(ChangedItem(change, said, preview, change.ref in there, _along(change, was, now)))
        files.append(ChangedFile(heading, tuple(items)))
    others = tuple(each for each in about if each.about not in shown)
    blind = dict.fromkeys(problem.file for problem in told.report.comparison.skipped)
    names = (PurePosixPath(file).stem for file in blind)
    unread = tuple(there[name].label if name in there else name for name in names)
    return Changed(told, tuple(files), others, unread)


def _along(change: DraftChange, was: Desk, now: Desk) -> tuple[Placed, ...]:
    """Return what comes or goes in an item that is new or gone as a whole; nothing of one that only changes."""
    if change.was or change.becomes or (change.ref in was.items) == (change.ref in now.items):
        return ()
    desk = now if change.ref in now.items else was
    return desk.below(desk.items[change.ref])


def _nearest(there: Mapping[str, Placed], ref: str) -> str:
    """Return the reference of an item, of the file that it stood in when it is gone, and nothing when that is gone too."""
    return next((each for each in (ref, ref.partition("/")[0]) if each in there), "")
