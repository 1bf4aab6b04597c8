"""What a proposal changes, in sentences, with the remarks at each change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.werkbank.shown.was_wordt import DraftChange, WasWordt
    from polderkoers.werkbank.store.values import Proposal, Remark
    from polderkoers.werkbank.web.visit import Visit

_LONG = 20.0


@dataclass(frozen=True)
class ChangedItem:
    """A change of a proposal with what people said of it."""

    change: DraftChange
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class ChangedFile:
    """The changes in one file, under its name."""

    heading: str
    items: tuple[ChangedItem, ...]


@dataclass(frozen=True)
class Changed:
    """What a proposal changes; `told` is None as long as that is still being found out.

    `others` are remarks about items that it does not change, or not any more.
    """

    told: WasWordt | None
    files: tuple[ChangedFile, ...] = ()
    others: tuple[Remark, ...] = ()

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
    shown: set[str] = set()
    files = []
    for heading, changes in told.files:
        items = []
        for change in changes:
            # Of several changes of one item the first has its remarks.
            said = tuple(each for each in about if each.about == change.ref and change.ref not in shown)
            shown.add(change.ref)
            items.append(ChangedItem(change, said))
        files.append(ChangedFile(heading, tuple(items)))
    return Changed(told, tuple(files), tuple(each for each in about if each.about not in shown))
