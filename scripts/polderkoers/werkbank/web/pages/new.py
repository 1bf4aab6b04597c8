"""The form of something new: an item in a list, or a file."""

from __future__ import annotations

from starlette.responses import Response

from polderkoers.werkbank.forms.form import ItemForm
from polderkoers.werkbank.forms.making import empty_form
from polderkoers.werkbank.forms.reading import read_form
from polderkoers.werkbank.jobs.items import add_item
from polderkoers.werkbank.web import saving
from polderkoers.werkbank.web.answers import quoted, sent_to, shown
from polderkoers.werkbank.web.current import Current, current
from polderkoers.werkbank.web.notes import Notes, texts
from polderkoers.werkbank.web.pages.item import above_of
from polderkoers.werkbank.web.refilled import refilled, with_rows_changed
from polderkoers.werkbank.web.visit import Visit


def new_page(visit: Visit) -> Response:
    """Show an empty form."""
    where = current(visit)
    return _shown(visit, where, _form(visit, where), Notes())


@saving.retrying
def save_new(visit: Visit) -> Response:
    """Add what was filled in. What cannot be read comes back as it was typed, and nothing is added then."""
    where = saving.own(visit, current(visit))
    form, posted = _form(visit, where), with_rows_changed(visit.posted, visit.text("doe"))
    answer = read_form(form, posted)
    named = answer.values.get("naam") or answer.values.get("titel") or any(answer.values.values())
    if answer.faults or not named:
        notes = Notes(texts(answer.faults or {"": "Vul eerst iets in."}), texts(answer.warned), posted=posted)
        return _shown(visit, where, refilled(form, posted), notes, 422)
    worked = saving.work_on(visit, where, lambda desk: add_item(desk, form, answer))
    for note in worked.notes:
        visit.say(note)
    return sent_to(f"/onderdeel/{quoted(worked.result.ref)}{worked.where.query}")


def _form(visit: Visit, where: Current) -> ItemForm:
    return empty_form(where.desk(visit), visit.place["kind"], visit.text("bij"), visit.text("in"))


def _shown(visit: Visit, where: Current, form: ItemForm, notes: Notes, status: int = 200) -> Response:
    desk = where.desk(visit)
    above = above_of(desk, form)
    return shown(
        visit,
        "onderdeel.html.j2",
        status,
        where=where,
        form=form,
        notes=notes,
        summary=notes.summary(form.fields),
        above=above,
        within=above[-1].label if above else "",
        said="Nog niet opgeslagen." if status != 200 else "",
        can_change=True,
        action=f"/nieuw/{quoted(form.kind)}",
        hidden=(("bij", form.above), ("in", form.into)),
        jobs=(),
        preview="",
    )
