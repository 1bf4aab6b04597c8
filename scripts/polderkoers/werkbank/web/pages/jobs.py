"""Jobs on an item as a whole, and jobs that begin with choosing where."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from starlette.exceptions import HTTPException
from starlette.responses import Response

from polderkoers.errors.forms import WorkRefused
from polderkoers.werkbank.jobs.referring import touches
from polderkoers.werkbank.web import saving
from polderkoers.werkbank.web.answers import quoted, sent_to, shown
from polderkoers.werkbank.web.current import Whereabouts, current
from polderkoers.werkbank.web.item_jobs import ITEM_JOBS, ItemJob
from polderkoers.werkbank.web.once import once
from polderkoers.werkbank.web.visit import Visit

_MOST_TOUCHED = 40


def job_page(visit: Visit) -> Response:
    """Show what a job asks, and what it touches, before it is done."""
    return _shown(visit, _job(visit))


@once
@saving.retrying
def do_job(visit: Visit) -> Response:
    """Do a job, and go on with what came of it."""
    job, where, ref = _job(visit), saving.changeable(current(visit)), visit.place["ref"]
    given = {name: values[-1].strip() for name, values in visit.posted.items()}
    try:
        worked = saving.work_on(visit, where, lambda desk: job.do(desk, ref, given))
    except WorkRefused as error:
        return _shown(visit, job, 409, str(error))
    visit.say(*worked.notes)
    if worked.is_changed:
        visit.say(f"Gedaan: {worked.sentence}.")
    onward = worked.ref
    if not onward and worked.where.proposal is not None:
        return sent_to(f"/voorstel/{worked.where.proposal.id}")
    return sent_to(f"/onderdeel/{quoted(onward)}{worked.where.query}")


def _job(visit: Visit) -> ItemJob:
    found = next((job for job in ITEM_JOBS if job.name == visit.place["job"]), None)
    if found is None:
        raise HTTPException(404)
    return found


def _shown(visit: Visit, job: ItemJob, status: int = 200, said: str = "") -> Response:
    where, ref = current(visit), visit.place["ref"]
    desk = where.desk(visit)
    placed = desk.item(ref)
    if not job.fits(placed):
        what = (
            f"'{placed.label}' is een {placed.noun}, en daarmee kan dit niet: {job.title[:1].lower()}{job.title[1:]}."
        )
        raise WorkRefused(what, "kies op de bladzijde van het onderdeel wat wel kan.")
    touched = touches(desk, ref) if job.touches else ()
    along = desk.below(placed) if job.takes_along else ()
    return shown(
        visit,
        "werk.html.j2",
        status,
        where=where,
        job=job,
        item=placed,
        asks=job.asks(desk, placed),
        touched=touched[:_MOST_TOUCHED],
        more=max(0, len(touched) - _MOST_TOUCHED),
        along=along[:_MOST_TOUCHED],
        more_along=max(0, len(along) - _MOST_TOUCHED),
        pages=_pages(visit, where, ref) if job.leaves else (),
        said=said,
        posted=visit.posted,
    )


def _pages(visit: Visit, where: Whereabouts, ref: str) -> tuple[str, ...]:
    """Return the pages written by hand that name an item: only data is written here."""
    find: Callable[..., tuple[str, ...]] = import_module("polderkoers.werkbank.shown.own_pages").naming
    return find(visit.workplace.root, where.commit, where.desk(visit).policy, ref)
