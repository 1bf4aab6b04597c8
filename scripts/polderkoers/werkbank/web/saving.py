"""Does work in a proposal: whatever changes the data is saved, and somebody who has no proposal yet gets one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from polderkoers.errors.werkbank import StepRefused
from polderkoers.policy.dutch_words import capital
from polderkoers.werkbank.jobs.writing import Written, write
from polderkoers.werkbank.store.history import COMMIT
from polderkoers.werkbank.store.values import Moved
from polderkoers.werkbank.web.current import Whereabouts, remember, within
from polderkoers.werkbank.web.words import time_of

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.desk import Desk
    from polderkoers.werkbank.jobs.changing import JobResult
    from polderkoers.werkbank.store.values import Proposal
    from polderkoers.werkbank.web.notes import Notes
    from polderkoers.werkbank.web.visit import Page, Visit

_LONGEST_TITLE, _LONGEST_SENTENCE = 90, 190
_TRIES = 5
GAPS = "Er ontbreekt nog iets wat verplicht is: zie hieronder. Zolang kun je het voorstel niet inleveren."
"""What is said of an item that was saved with a required field left empty."""


@dataclass(frozen=True)
class Worked:
    """What came of work: where somebody is after it, in which item, what was done, what they must know, and whether anything is other than it was."""

    where: Whereabouts
    ref: str
    sentence: str
    notes: tuple[str, ...] = ()
    is_changed: bool = False


def work_on(visit: Visit, where: Whereabouts, job: Callable[[Desk], JobResult]) -> Worked:
    """Do a job on the data of a proposal and save it; without a proposal one begins, when the job changes anything.

    Raises what the job or the store raises, among which `Moved` when somebody else saved meanwhile.
    """

    def work(now: Whereabouts) -> tuple[Written, str]:
        desk = now.desk(visit)
        result = job(desk)
        return write(desk, result), result.ref

    return save_work(visit, where, work)


def save_work(visit: Visit, where: Whereabouts, work: Callable[[Whereabouts], tuple[Written, str]]) -> Worked:
    """Save what work gives, as `work_on` does; it says of a state which files change, and the item in which one goes on."""
    written, ref = work(where)
    if not written.files:
        return Worked(where, ref, written.sentence, written.notes)
    saved = _saved(visit, where.proposal, written)
    if saved is None:
        saved = _begun(visit, where.commit, written)
    if saved is None:
        # Something came in force in between: the work is done on that.
        now = visit.workplace.store.begin(visit.visitor.person, title_of(written.sentence))
        written, ref = work(within(now))
        saved = _saved(visit, now, written) or now
    remember(visit, saved.id)
    visit.workplace.look_ahead(saved)
    return Worked(within(saved), ref, written.sentence, written.notes, is_changed=True)


def _saved(visit: Visit, proposal: Proposal | None, written: Written) -> Proposal | None:
    """Return a proposal with work saved in it, None when there is none yet."""
    if proposal is None:
        return None
    sentence = title_of(written.sentence, _LONGEST_SENTENCE)
    return visit.workplace.store.save(proposal.id, proposal.tip, written.files, sentence, visit.visitor.person)


def _begun(visit: Visit, on: str, written: Written) -> Proposal | None:
    """Return a new proposal with work in it that was done on a commit, None when that is not in force any more."""
    store = visit.workplace.store
    if store.main_commit() != on:
        return None
    title, sentence = title_of(written.sentence), title_of(written.sentence, _LONGEST_SENTENCE)
    return store.begin_saved(visit.visitor.person, title, on, written.files, sentence)


def retrying(page: Page) -> Page:
    """Return a page that is tried again when somebody else saved in the same proposal meanwhile."""

    @wraps(page)
    def tried(visit: Visit) -> Response:
        for _ in range(_TRIES - 1):
            try:
                return page(visit)
            except Moved:
                continue
        return page(visit)

    return tried


def stand_of(visit: Visit, where: Whereabouts) -> str:
    """Return the commit that somebody looked at who filled in a form, as the form says; without one as it is now."""
    stand = visit.text("stand")
    if not stand or stand == where.commit:
        return where.commit
    if not COMMIT.fullmatch(stand) or not visit.workplace.has(stand):
        raise HTTPException(400)
    return stand


def title_of(sentence: str, longest: int = _LONGEST_TITLE) -> str:
    """Return a sentence as a title: that which a proposal gets from its first save."""
    title = capital(" ".join(sentence.split()).rstrip("."))
    if len(title) <= longest:
        return title
    return f"{title[:longest].rpartition(' ')[0]} …"


def changeable(where: Whereabouts) -> Whereabouts:
    """Return where somebody works; refuse a proposal that cannot be changed any more."""
    if where.proposal is not None and not where.proposal.state.can_change:
        state = where.proposal.state
        raise StepRefused(f"Dit voorstel is {state.called}. Daarom verandert er nu niets aan.", state.cure)
    return where


def as_told(where: Whereabouts, notes: Notes, preview: str) -> dict[str, Any]:
    """Return for a script what became of what was typed, and what to tell at which field."""
    told: dict[str, Any] = {
        "stand": where.commit,
        "voorstel": where.name,
        "velden": told_at(notes),
        "voorbeeld": preview,
    }
    if where.proposal is not None:
        told["titel"] = where.proposal.title
        told["opgeslagen"] = f"Opgeslagen om {time_of(where.proposal.saved)}"
    return told


def told_at(notes: Notes) -> dict[str, list[tuple[str, str]]]:
    """Return for a script what to tell at each field: what it is, and the text."""
    told: dict[str, list[tuple[str, str]]] = {}
    for kind, found in (("fout", notes.faults), ("let-op", notes.warned), ("begrepen", notes.understood)):
        for name, texts in found.items():
            told.setdefault(name, []).extend((kind, text) for text in texts)
    return told
