"""The form of an item: shown, and saved without losing what anybody typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from starlette.responses import JSONResponse, Response

from polderkoers.werkbank.forms.desk import Desk
from polderkoers.werkbank.forms.form import FormAnswer, FormField, ItemForm
from polderkoers.werkbank.forms.making import form_of, form_to_read
from polderkoers.werkbank.forms.reading import read_form
from polderkoers.werkbank.forms.refill import refilled
from polderkoers.werkbank.forms.required import unfilled
from polderkoers.werkbank.jobs.items import change_item, step_item
from polderkoers.werkbank.web import judged, saving
from polderkoers.werkbank.web.answers import quoted, sent_to
from polderkoers.werkbank.web.current import Whereabouts, current
from polderkoers.werkbank.web.form_page import BACK, SHOW, FormPage
from polderkoers.werkbank.web.notes import Notes, Texts, gaps_in, joined, texts
from polderkoers.werkbank.web.once import once
from polderkoers.werkbank.web.previewed import preview_of
from polderkoers.werkbank.web.rows import with_rows_changed
from polderkoers.werkbank.web.three_way import differing, three_way
from polderkoers.werkbank.web.visit import Visit

_TOLD = "verteld"
_MOST_TOLD = 1_500
# How many seconds a script waits for what the checks say.
_PATIENCE = 10.0
_STEPS = {"hoger": -1, "lager": 1}
_NOT_SAVED = (
    "Niet opgeslagen: iemand anders, of jij in een ander venster, veranderde intussen hetzelfde. "
    "Klik op Opslaan als jouw tekst moet blijven."
)
_MEANWHILE = "Dit veranderde intussen, door iemand anders of in een ander venster. Hier staat wat het nu is."


@dataclass(frozen=True)
class _Filled:
    """A form that was filled in: as it was when somebody saw it, the policy and the item as they are now, what was posted, and how that reads."""

    stood: ItemForm
    desk: Desk
    ref: str
    posted: Mapping[str, list[str]]
    answer: FormAnswer

    @property
    def own(self) -> frozenset[str]:
        """The fields that this person changed."""
        return differing(self.stood.data, self.answer.values)

    @property
    def refused(self) -> frozenset[str]:
        """The fields at the top of the form in which something could not be read."""
        return frozenset(name.partition("/")[0] for name in self.answer.faults)


def item_page(visit: Visit) -> Response:
    """Show the form of an item as it stands in a proposal, or in what is in force."""
    where = current(visit)
    # Who comes to add a measurement is asked for that alone.
    only = tuple(filter(None, [visit.text("deel")]))
    form = form_of(where.desk(visit), visit.place["ref"], only)
    told = visit.request.session.pop(_TOLD, None) or {}
    notes = Notes(warned=texts(told.get("let_op", {})), understood=texts(told.get("begrepen", {})), opened=only)
    return FormPage(visit, where, form, notes).answer()


@once
@saving.retrying
def save_item(visit: Visit) -> Response:
    """Save what was filled in. What cannot be read, or what somebody else changed too, comes back as it was typed."""
    where, ref = saving.changeable(current(visit)), visit.place["ref"]
    filled = _filled(visit, where, ref)
    values, clashing = three_way(filled.stood.data, filled.answer.values, filled.desk.item(ref).data)
    if visit.text("doe") == SHOW:
        return _put_back(visit, where, filled, clashing)
    if clashing:
        return _both_changed(visit, where, filled, clashing)
    answer = replace(filled.answer, values=values)
    worked = saving.work_on(visit, where, lambda desk: change_item(desk, ref, answer))
    is_same = not worked.is_changed
    where = _stepped(visit, worked.where)
    # What somebody else changed meanwhile, or the same person in another window: the screen does not have it.
    others = differing(filled.answer.values, values)
    if visit.is_live:
        return _live(visit, where, filled, gaps_in(unfilled(filled.stood.cls, values)), others)
    if others:
        visit.say(
            f"Intussen veranderde hier ook iets anders: {_labels(filled, others)}. Dat staat nu in het formulier."
        )
    if answer.faults:
        return _partly(visit, where, filled, ref)
    _keep_told(visit, answer)
    visit.keep_saved()
    visit.say(*worked.notes)
    if any(unfilled(filled.stood.cls, values)):
        visit.say(saving.GAPS)
    if is_same and where is worked.where:
        visit.say("Er is niets veranderd, dus er viel niets op te slaan.")
    query = where.query if where.proposal else ""
    return sent_to(f"/onderdeel/{quoted(ref)}{query}")


def _filled(visit: Visit, where: Whereabouts, ref: str) -> _Filled:
    posted = with_rows_changed(visit.posted, visit.text("doe"))
    stood = form_to_read(where.desk(visit, saving.stand_of(visit, where)), ref)
    return _Filled(stood, where.desk(visit), ref, posted, read_form(stood, posted))


def _stepped(visit: Visit, where: Whereabouts) -> Whereabouts:
    """Move an item in one of the lists of the form up or down, when that button was pressed; what was typed is saved by then."""
    verb, _, ref = visit.text("doe").partition(" ")
    if verb not in _STEPS:
        return where
    return saving.work_on(visit, where, lambda desk: step_item(desk, ref, _STEPS[verb])).where


def _partly(visit: Visit, where: Whereabouts, filled: _Filled, ref: str) -> Response:
    """Return the form with what could not be read as it was typed; all else is saved."""
    answer = filled.answer
    form = refilled(form_of(where.desk(visit), ref), _only(filled.posted, filled.refused))
    notes = Notes(texts(answer.faults), texts(answer.warned), _told(answer))
    return FormPage(visit, where, form, notes, "Niet alles is opgeslagen: zie hieronder.").answer(422)


def _both_changed(visit: Visit, where: Whereabouts, filled: _Filled, clashing: frozenset[str]) -> Response:
    """Return the form as it stands now with one's own changes in it, and at each field that both changed what the other made of it."""
    form, told = _with_own(filled, clashing)
    if visit.is_live:
        return JSONResponse({"fout": _NOT_SAVED, "velden": saving.told_at(Notes(told))}, 409)
    return FormPage(visit, where, form, Notes(joined(told, texts(filled.answer.faults))), _NOT_SAVED).answer(409)


def _put_back(visit: Visit, where: Whereabouts, filled: _Filled, clashing: frozenset[str]) -> Response:
    """Return the form with what somebody typed before and wants back, and save nothing yet."""
    form, told = _with_own(filled, clashing)
    notes = Notes(texts(filled.answer.faults), joined(told, texts(filled.answer.warned)), _told(filled.answer))
    return FormPage(visit, where, form, notes, BACK, is_back=True).answer()


def _with_own(filled: _Filled, clashing: frozenset[str]) -> tuple[ItemForm, Texts]:
    """Return the form as it stands now with one's own changes in it, and what to tell at the fields that others changed too."""
    now = form_of(filled.desk, filled.ref)
    told = {each.name: (_other(each),) for each in now.fields if each.name in clashing}
    return refilled(now, _only(filled.posted, filled.own | filled.refused)), told


def _only(posted: Mapping[str, list[str]], tops: frozenset[str]) -> dict[str, list[str]]:
    """Return what was posted of some fields at the top of a form, and of what is in them."""
    return {name: found for name, found in posted.items() if name.partition("/")[0] in tops}


def _other(each: FormField) -> str:
    value = each.value or ", ".join(each.values)
    if value:
        return f"Intussen is hiervan gemaakt: {value}"
    return "Dit veranderde intussen ook."


def _told(answer: FormAnswer) -> Texts:
    understood = {name: f"Gelezen als: {text}" for name, text in answer.understood.items()}
    return joined(texts(understood), texts(answer.cleaned))


def _keep_told(visit: Visit, answer: FormAnswer) -> None:
    """Have the next page tell how things were read, as far as a cookie can hold it."""
    understood = {name: " ".join(some) for name, some in _told(answer).items()}
    told = {"begrepen": understood, "let_op": dict(answer.warned)}
    if (understood or answer.warned) and len(str(told)) < _MOST_TOLD:
        visit.request.session[_TOLD] = told


def _labels(filled: _Filled, names: frozenset[str]) -> str:
    now = form_of(filled.desk, filled.ref)
    return ", ".join(each.label for each in now.fields if each.name in names)


def _live(visit: Visit, where: Whereabouts, filled: _Filled, gaps: Texts, others: frozenset[str]) -> Response:
    """Tell a script what became of what was typed, and give it the fields that others changed meanwhile.

    What the checks say of it, it asks for after that (`checked`).
    """
    answer, ref = filled.answer, filled.ref
    warned = joined(texts(answer.warned), dict.fromkeys(others, (_MEANWHILE,)))
    notes = Notes(joined(texts(answer.faults), gaps), warned, _told(answer))
    told = saving.as_told(where, notes, preview_of(where, ref))
    if others:
        told["anders"] = FormPage(visit, where, form_of(where.desk(visit), ref)).shown_fields(others)
    return JSONResponse({**told, "geweigerd": sorted(answer.faults)})


def checked(visit: Visit) -> Response:
    """Tell a script what the checks say at the fields of an item, and of which state: somebody may have gone on typing."""
    where, ref = current(visit), visit.place["ref"]
    found = judged.problems_at(visit, where, form_of(where.desk(visit), ref), _PATIENCE)
    told = saving.told_at(Notes(found.faults, found.warnings))
    return JSONResponse({"stand": where.commit, "velden": told})
