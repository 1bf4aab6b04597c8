"""Telling how it goes with many items at once, in a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from polderkoers.errors.forms import WorkRefused
from polderkoers.policy.model.verslag import Verslag
from polderkoers.werkbank.forms.reading import read_form
from polderkoers.werkbank.forms.refill import NewNames, refilled
from polderkoers.werkbank.web import saving
from polderkoers.werkbank.web.answers import quoted, sent_to, shown
from polderkoers.werkbank.web.current import current
from polderkoers.werkbank.web.form_page import BACK, SHOW
from polderkoers.werkbank.web.notes import Notes, texts
from polderkoers.werkbank.web.once import once
from polderkoers.werkbank.web.visit import Visit

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.desk import Desk
    from polderkoers.werkbank.forms.form import FormAnswer, FormField, ItemForm
    from polderkoers.werkbank.jobs.reportable import Reportable, ReportedWanted

# So many can be chosen from on one page, and so many be told of: a page with more takes long, and one tires of it.
_MOST, _MOST_TOLD = 100, 40
_ALL, _ON = "alle", "verder"
_JOBS = "polderkoers.werkbank.jobs"


@dataclass(frozen=True)
class _ToldPart:
    """One item on the page: what is known of it, its fields, and what is told at these."""

    item: Reportable
    fields: list[FormField]
    notes: Notes


def telling_page(visit: Visit) -> Response:
    """Show the items to choose from, or the forms of those that were chosen: by tick, or all that were looked for."""
    asked = visit.text("doe")
    ticked = visit.request.query_params.getlist("over")
    desk = current(visit).desk(visit)
    _report(desk, visit)
    if asked == _ALL:
        here = [each.placed.ref for each in _found(visit, desk) if each.here is None]
        ticked = [*dict.fromkeys((*ticked, *here))]
    # An address that names items and asks nothing else is one that somebody kept.
    if ticked and asked in ("", _ALL, _ON):
        return _forms(visit, ticked)
    return _choice(visit, ticked)


@once
@saving.retrying
def tell(visit: Visit) -> Response:
    """Add to a report what was told of items; what cannot be read comes back as it was typed."""
    where, report = saving.changeable(current(visit)), visit.place["ref"]
    refs = visit.posted.get("over", [])
    jobs: Any = import_module(f"{_JOBS}.telling")
    if visit.text("doe") == SHOW:
        return _forms(visit, refs, said=BACK)
    forms: tuple[ItemForm, ...] = jobs.progress_forms(where.desk(visit), report, refs)
    answers = [read_form(form, jobs.posted_of_item(visit.posted, str(form.data["over"]))) for form in forms]
    if any(answer.faults for answer in answers):
        return _forms(visit, refs, 422, answers=answers)
    try:
        worked = saving.work_on(visit, where, lambda desk: jobs.report_progress(desk, report, answers))
    except WorkRefused as error:
        return _forms(visit, refs, 409, str(error))
    visit.keep_saved()
    visit.say(*worked.notes)
    return sent_to(f"/onderdeel/{quoted(worked.ref)}{worked.where.query}")


def _report(desk: Desk, visit: Visit) -> None:
    placed = desk.item(visit.place["ref"])
    if placed.cls is not Verslag:
        raise WorkRefused(f"'{placed.label}' is geen verslag.", "kies een verslag, of begin er een.")


def _wanted(visit: Visit) -> ReportedWanted:
    wanted: Callable[..., ReportedWanted] = import_module(f"{_JOBS}.reportable").ReportedWanted
    return wanted(visit.text("wie"), visit.text("uit"), visit.text("q"))


def _found(visit: Visit, desk: Desk) -> list[Reportable]:
    every = import_module(f"{_JOBS}.reportable").reportable(desk, visit.place["ref"])
    return [*filter(_wanted(visit).fits, every)]


def _choice(visit: Visit, ticked: list[str]) -> Response:
    """Show what can be chosen; what was ticked before stays ticked, whatever is looked for now."""
    where = current(visit)
    desk = where.desk(visit)
    known: Any = import_module(f"{_JOBS}.reportable")
    every: tuple[Reportable, ...] = known.reportable(desk, visit.place["ref"])
    found = [*filter(_wanted(visit).fits, every)]
    chosen = {*ticked}
    free = [each for each in found if each.here is None]
    return shown(
        visit,
        "voortgang_kiezen.html.j2",
        where=where,
        report=desk.item(visit.place["ref"]),
        wanted=_wanted(visit),
        people=known.who_answers(every),
        files=known.files_of(every),
        chosen=[each for each in every if each.placed.ref in chosen],
        items=[each for each in free if each.placed.ref not in chosen][:_MOST],
        told=[each for each in found if each.here is not None],
        number=len(free),
        more=max(0, len(free) - _MOST),
    )


def _forms(
    visit: Visit, refs: list[str], status: int = 200, said: str = "", answers: list[FormAnswer] | None = None
) -> Response:
    where, report = current(visit), visit.place["ref"]
    desk = where.desk(visit)
    _report(desk, visit)
    jobs: Any = import_module(f"{_JOBS}.telling")
    forms: tuple[ItemForm, ...] = jobs.progress_forms(desk, report, refs[:_MOST_TOLD])
    about: Callable[..., Reportable] = import_module(f"{_JOBS}.reportable").reportable_item
    parts = []
    for place, form in enumerate(forms):
        ref = str(form.data["over"])
        names = NewNames("", f"{ref}:")
        filled = refilled(form, jobs.posted_of_item(visit.posted, ref)) if visit.posted else form
        faults = answers[place].faults if answers else {}
        fields = [names.field(each) for each in filled.fields if each.name != "over"]
        notes = Notes(texts({f"{ref}:{name}": text for name, text in faults.items()}))
        parts.append(_ToldPart(about(desk, report, desk.item(ref)), fields, notes))
    return shown(
        visit,
        "voortgang.html.j2",
        status,
        where=where,
        report=desk.item(report),
        parts=parts,
        more=max(0, len(refs) - _MOST_TOLD),
        said=said,
        saved_copy=visit.saved(),
    )
