"""The form of an item: shown, and saved without losing what anybody typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from starlette.responses import JSONResponse, Response

from polderkoers.werkbank.forms.form import FormAnswer, ItemForm
from polderkoers.werkbank.forms.making import form_of
from polderkoers.werkbank.forms.reading import read_form
from polderkoers.werkbank.jobs.items import change_item, step_item
from polderkoers.werkbank.web import judged, saving
from polderkoers.werkbank.web.answers import quoted, sent_to, shown
from polderkoers.werkbank.web.current import Current, current, remember
from polderkoers.werkbank.web.item_jobs import jobs_for
from polderkoers.werkbank.web.notes import Notes, Texts, joined, texts
from polderkoers.werkbank.web.people import Role
from polderkoers.werkbank.web.places import lists_of
from polderkoers.werkbank.web.previewed import preview_of
from polderkoers.werkbank.web.refilled import refilled, with_rows_changed
from polderkoers.werkbank.web.three_way import three_way
from polderkoers.werkbank.web.visit import Visit

_TOLD = "verteld"
_MOST_TOLD = 1_500
_STEPS = {"hoger": -1, "lager": 1}


def item_page(visit: Visit) -> Response:
    """Show the form of an item as it stands in a proposal, or in what is in force."""
    where = current(visit)
    form = form_of(where.desk(visit), visit.place["ref"])
    told = visit.request.session.pop(_TOLD, None) or {}
    notes = Notes(warned=texts(told.get("let_op", {})), understood=texts(told.get("begrepen", {})))
    return _shown(visit, where, form, notes)


@saving.retrying
def save_item(visit: Visit) -> Response:
    """Save what was filled in. What cannot be read, or what somebody else changed too, comes back as it was typed."""
    where, ref = saving.own(visit, current(visit)), visit.place["ref"]
    posted = with_rows_changed(visit.posted, visit.text("doe"))
    stand = where.commit
    stood = form_of(where.desk(visit, saving.stand_of(visit, where)), ref)
    answer = read_form(stood, posted)
    now = form_of(where.desk(visit), ref)
    values, clashing = three_way(stood.data, answer.values, now.data)
    if clashing:
        return _both_changed(visit, where, now, posted, clashing, _changed(stood.data, answer.values))
    worked = saving.work_on(visit, where, lambda desk: change_item(desk, ref, replace(answer, values=values)))
    where = _stepped(visit, worked.where)
    if visit.is_live:
        return _live(visit, where, answer, ref)
    if answer.faults:
        form = refilled(form_of(where.desk(visit), ref), posted, _tops(answer.faults))
        notes = Notes(texts(answer.faults), texts(answer.warned), _told(answer), posted)
        return _shown(visit, where, form, notes, 422, "Opgeslagen, behalve wat hieronder staat.")
    _keep_told(visit, answer)
    for note in worked.notes:
        visit.say(note)
    if where.commit == stand:
        visit.say("Er is niets veranderd, dus er viel niets op te slaan.")
    query = where.query if where.proposal else ""
    return sent_to(f"/onderdeel/{quoted(ref)}{query}")


def _stepped(visit: Visit, where: Current) -> Current:
    """Move an item in one of the lists of the form up or down, when that button was pressed; what was typed is saved by then."""
    verb, _, ref = visit.text("doe").partition(" ")
    if verb not in _STEPS:
        return where
    return saving.work_on(visit, where, lambda desk: step_item(desk, ref, _STEPS[verb])).where


def _shown(visit: Visit, where: Current, form: ItemForm, notes: Notes, status: int = 200, said: str = "") -> Response:
    can_change = visit.visitor.may(Role.VOORSTELLEN) and (where.proposal is None or where.proposal.state.can_change)
    wrong = judged.faults_of(visit, where, form)
    notes = replace(notes, faults=joined(notes.faults, wrong), query=where.query, ref=form.ref, can_change=can_change)
    if where.proposal:
        remember(visit, where.proposal.id)
    desk = where.desk(visit)
    above = above_of(desk, form)
    kinds = {each.name: [(each.held.soortnaam, each.held.kind.noun.name)] for each in lists_of(desk.item(form.ref))}
    return shown(
        visit,
        "onderdeel.html.j2",
        status,
        where=where,
        form=form,
        notes=replace(notes, kinds=kinds),
        summary=notes.summary(form.fields),
        above=above,
        within=above[-1].label if above else "",
        said=said,
        can_change=can_change,
        action=f"/onderdeel/{quoted(form.ref)}",
        hidden=(),
        jobs=jobs_for(desk, form.ref),
        preview=preview_of(where, form.ref),
    )


def above_of(desk: Any, form: ItemForm) -> list[Any]:
    """Return the items that the item of a form stands in, the outermost first."""
    found, ref = [], form.above
    while ref:
        placed = desk.item(ref)
        found.insert(0, placed)
        ref = placed.above
    return found


def _both_changed(
    visit: Visit, where: Current, now: ItemForm, posted: Mapping[str, list[str]], clashing: frozenset[str], own: frozenset[str]
) -> Response:
    """Return the form as it stands now with one's own changes in it, and at each field that both changed what the other made of it."""
    told = {each.name: (_other(each),) for each in now.fields if each.name in clashing}
    form = refilled(now, posted, own)
    said = "Niet opgeslagen: iemand anders veranderde intussen hetzelfde. Klik op Opslaan als jouw tekst moet blijven."
    if visit.is_live:
        return JSONResponse({"fout": said, "velden": told}, 409)
    return _shown(visit, where, form, Notes(faults=told, posted=posted), 409, said)


def _other(each: Any) -> str:
    value = each.value or ", ".join(each.values)
    if value:
        return f"Iemand anders maakte hiervan: {value}"
    return "Iemand anders veranderde dit ook."


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))


def _tops(names: Mapping[str, str]) -> frozenset[str]:
    return frozenset(name.partition("/")[0] for name in names)


def _told(answer: FormAnswer) -> Texts:
    understood = {name: f"Gelezen als: {text}" for name, text in answer.understood.items()}
    return joined(texts(understood), texts(answer.cleaned))


def _keep_told(visit: Visit, answer: FormAnswer) -> None:
    """Have the next page tell how things were read, as far as a cookie can hold it."""
    understood = {name: " ".join(some) for name, some in _told(answer).items()}
    told = {"begrepen": understood, "let_op": dict(answer.warned)}
    if (understood or answer.warned) and len(str(told)) < _MOST_TOLD:
        visit.request.session[_TOLD] = told


def _live(visit: Visit, where: Current, answer: FormAnswer, ref: str) -> Response:
    """Tell a script what became of what was typed; a page without script tells the same."""
    form = form_of(where.desk(visit), ref)
    notes = Notes(joined(texts(answer.faults), judged.faults_of(visit, where, form)), texts(answer.warned), _told(answer))
    return JSONResponse(saving.as_told(where, notes, preview_of(where, ref)))
