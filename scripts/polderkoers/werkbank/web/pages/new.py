"""The form of something new: an item in a list, or a file."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from starlette.responses import Response

from polderkoers.werkbank.forms.form import FormAnswer, ItemForm
from polderkoers.werkbank.forms.fresh import alike
from polderkoers.werkbank.forms.making import empty_form
from polderkoers.werkbank.forms.reading import read_form
from polderkoers.werkbank.forms.refill import refilled
from polderkoers.werkbank.forms.required import unfilled
from polderkoers.werkbank.jobs.items import add_item
from polderkoers.werkbank.web import saving
from polderkoers.werkbank.web.answers import quoted, sent_to
from polderkoers.werkbank.web.current import Whereabouts, current
from polderkoers.werkbank.web.form_page import BACK, SHOW, SURE, FormPage
from polderkoers.werkbank.web.notes import Notes, Texts, gaps_in, joined, texts
from polderkoers.werkbank.web.once import once
from polderkoers.werkbank.web.rows import with_rows_changed
from polderkoers.werkbank.web.visit import Visit

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.desk import Desk, Placed
    from polderkoers.werkbank.jobs.changing import JobResult

_DECISION = "besluit"
_REPORT, _TOLD_IN_REPORT = "verslag", "meldingen"


def new_page(visit: Visit) -> Response:
    """Show an empty form."""
    where = current(visit)
    return FormPage(visit, where, _form(visit, where)).answer()


@once
@saving.retrying
def save_new(visit: Visit) -> Response:
    """Add what was filled in. What cannot be read comes back as it was typed, and nothing is added then."""
    where = saving.changeable(current(visit))
    form, posted = _form(visit, where), with_rows_changed(visit.posted, visit.text("doe"))
    answer = read_form(form, posted)
    if visit.text("doe") == SHOW:
        notes = Notes(texts(answer.faults), texts(answer.warned))
        return FormPage(visit, where, refilled(form, posted), notes, BACK, is_back=True).answer()
    if faults := _faults(form, answer):
        notes = Notes(faults, texts(answer.warned))
        return FormPage(visit, where, refilled(form, posted), notes, "Nog niet opgeslagen.").answer(422)
    same = alike(form, answer.values)
    if same is not None and visit.text(SURE) != same.ref:
        return _ask_again(visit, where, refilled(form, posted), same)
    worked = saving.work_on(visit, where, lambda desk: _added(desk, form, answer))
    visit.keep_saved()
    visit.say(*worked.notes)
    gaps = set(unfilled(form.cls, answer.values))
    if form.kind == _REPORT and gaps <= {_TOLD_IN_REPORT}:
        return sent_to(f"/klus/voortgang/{quoted(worked.ref)}{worked.where.query}")
    if gaps:
        visit.say(saving.GAPS)
    return sent_to(f"/onderdeel/{quoted(worked.ref)}{worked.where.query}")


def _ask_again(visit: Visit, where: Whereabouts, form: ItemForm, same: Placed) -> Response:
    """Return the form with the question whether there must be two: it may have been sent twice."""
    said = f"Nog niet opgeslagen: er is hier al {form.noun} '{same.label}'. Moet dit er toch nog een worden? Klik dan nog eens op Opslaan."
    return FormPage(visit, where, form, said=said, sure=same.ref).answer(409)


def _added(desk: Desk, form: ItemForm, answer: FormAnswer) -> JobResult:
    if form.kind != _DECISION:
        return add_item(desk, form, answer)
    # A decision comes in the list of its year, whichever list its form was opened from.
    found: JobResult = import_module("polderkoers.werkbank.jobs.telling").add_decision(desk, answer)
    return found


def _faults(form: ItemForm, answer: FormAnswer) -> Texts:
    if not answer.faults and not any(answer.values.values()):
        return {"": ("Er is nog niets ingevuld.",), **gaps_in(unfilled(form.cls, {}))}
    faults = texts(answer.faults)
    if form.kind == _DECISION and not answer.values.get("datum"):
        # The date tells in which list it comes.
        return joined(gaps_in(["datum"]), faults)
    return faults


def _form(visit: Visit, where: Whereabouts) -> ItemForm:
    return empty_form(where.desk(visit), visit.place["kind"], visit.text("bij"), visit.text("in"))
