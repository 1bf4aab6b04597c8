"""Telling how it goes with many items at once, in a report."""

from __future__ import annotations

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
from polderkoers.werkbank.web.notes import Notes, texts
from polderkoers.werkbank.web.once import once
from polderkoers.werkbank.web.visit import Visit

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.form import FormAnswer, ItemForm

_KINDS = ("doel", "activiteit", "stap", "indicator", "bedrag")
_MOST = 60
_TELLING = "polderkoers.werkbank.jobs.telling"


def telling_page(visit: Visit) -> Response:
    """Show the items to choose from, or the forms of those that were chosen."""
    return _shown(visit, visit.request.query_params.getlist("over"))


@once
@saving.retrying
def tell(visit: Visit) -> Response:
    """Add to a report what was told of items; what cannot be read comes back as it was typed."""
    where, report = saving.changeable(current(visit)), visit.place["ref"]
    refs = visit.posted.get("over", [])
    jobs: Any = import_module(_TELLING)
    forms: tuple[ItemForm, ...] = jobs.progress_forms(where.desk(visit), report, refs)
    answers = [read_form(form, jobs.posted_of_item(visit.posted, str(form.data["over"]))) for form in forms]
    if any(answer.faults for answer in answers):
        return _shown(visit, refs, 422, answers=answers)
    try:
        worked = saving.work_on(visit, where, lambda desk: jobs.report_progress(desk, report, answers))
    except WorkRefused as error:
        return _shown(visit, refs, 409, str(error))
    visit.say(*worked.notes)
    return sent_to(f"/onderdeel/{quoted(worked.ref)}{worked.where.query}")


def _shown(
    visit: Visit, refs: list[str], status: int = 200, said: str = "", answers: list[FormAnswer] | None = None
) -> Response:
    where, report = current(visit), visit.place["ref"]
    desk = where.desk(visit)
    placed = desk.item(report)
    if placed.cls is not Verslag:
        raise WorkRefused(f"'{placed.label}' is geen verslag.", "kies een verslag, of begin er een.")
    jobs: Any = import_module(_TELLING)
    forms: tuple[ItemForm, ...] = jobs.progress_forms(desk, report, refs)
    parts = []
    for place, form in enumerate(forms):
        ref = str(form.data["over"])
        names = NewNames("", f"{ref}:")
        filled = refilled(form, jobs.posted_of_item(visit.posted, ref)) if visit.posted else form
        faults = answers[place].faults if answers else {}
        fields = [names.field(each) for each in filled.fields if each.name != "over"]
        notes = Notes(texts({f"{ref}:{name}": text for name, text in faults.items()}))
        parts.append((desk.item(ref), fields, notes))
    asked = visit.text("q")
    items = [each for each in desk.of_kind(*_KINDS) if asked.casefold() in each.label.casefold()]
    return shown(
        visit,
        "voortgang.html.j2",
        status,
        where=where,
        report=placed,
        parts=parts,
        items=items[:_MOST],
        more=max(0, len(items) - _MOST),
        asked=asked,
        said=said,
    )
