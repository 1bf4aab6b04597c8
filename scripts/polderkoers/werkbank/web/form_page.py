"""The page with a form on it: of an item that is there, or of one that is to come."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from polderkoers.werkbank.forms.required import unfilled
from polderkoers.werkbank.web import judged
from polderkoers.werkbank.web.answers import part, quoted, shown
from polderkoers.werkbank.web.current import remember
from polderkoers.werkbank.web.item_jobs import jobs_for
from polderkoers.werkbank.web.notes import Notes, gaps_in, joined
from polderkoers.werkbank.web.people import WebRole
from polderkoers.werkbank.web.places import lists_of
from polderkoers.werkbank.web.previewed import preview_of

if TYPE_CHECKING:
    from starlette.responses import Response

    from polderkoers.werkbank.forms.desk import Desk, Placed
    from polderkoers.werkbank.forms.form import ItemForm
    from polderkoers.werkbank.web.current import Whereabouts
    from polderkoers.werkbank.web.visit import Visit

SHOW = "toon"
"""What is asked to see a form filled in without saving it."""
SURE = "toch"
"""The field that says beside what something new of the same name comes, to who knows that."""
BACK = "Het staat er weer. Het is nog niet opgeslagen: kijk het na, en klik op Opslaan."


@dataclass(frozen=True)
class FormPage:
    """A form as it is shown to somebody; `said` is what became of saving it, when that is not plain.

    `is_back` when it has what somebody typed before and wanted back; `sure` is what has the name that something new gets too.
    """

    visit: Visit
    where: Whereabouts
    form: ItemForm
    notes: Notes = field(default_factory=Notes)
    said: str = ""
    is_back: bool = False
    sure: str = ""

    def answer(self, status: int = 200) -> Response:
        """Return the page."""
        form, where = self.form, self.where
        above = above_of(self._desk, form)
        notes = self._notes()
        action = f"/onderdeel/{quoted(form.ref)}"
        hidden: tuple[tuple[str, str], ...] = ()
        if not form.ref:
            action, hidden = f"/nieuw/{quoted(form.kind)}", (("bij", form.above), ("in", form.into), (SURE, self.sure))
        return shown(
            self.visit,
            "onderdeel.html.j2",
            status,
            where=where,
            form=form,
            notes=notes,
            summary=notes.summary(form.fields),
            above=above,
            said=self.said,
            is_back=self.is_back,
            saved_copy=self.visit.saved(),
            can_change=notes.can_change,
            action=action,
            hidden=hidden,
            jobs=jobs_for(self._desk, form.ref),
            preview=preview_of(where, form.ref),
        )

    def shown_fields(self, names: Container[str]) -> dict[str, str]:
        """Return the HTML of some fields at the top of the form by name, for a script to put in the place of what is on the screen."""
        notes = self._notes()
        return {
            each.name: part(self.visit, "veld.html.j2", field=each, notes=notes)
            for each in self.form.fields
            if each.name in names
        }

    @property
    def _desk(self) -> Desk:
        return self.where.desk(self.visit)

    def _notes(self) -> Notes:
        form, proposal = self.form, self.where.proposal
        kinds: dict[str, list[tuple[str, str]]] = {}
        faults, warned = self.notes.faults, self.notes.warned
        if form.ref:
            kinds = {each.into: [(each.kind, each.noun)] for each in lists_of(self._desk.item(form.ref))}
            found = judged.problems_at(self.visit, self.where, form)
            gaps = gaps_in(unfilled(form.cls, form.data))
            faults, warned = joined(faults, gaps, found.faults), joined(warned, found.warnings)
        if proposal is not None:
            remember(self.visit, proposal.id)
        return replace(
            self.notes,
            faults=faults,
            warned=warned,
            query=self.where.query,
            ref=form.ref,
            can_change=self.visit.visitor.may(WebRole.VOORSTELLEN) and (proposal is None or proposal.state.can_change),
            kinds=kinds,
        )


def above_of(desk: Desk, form: ItemForm) -> list[Placed]:
    """Return the items that the item of a form stands in, the outermost first."""
    found: list[Placed] = []
    ref = form.above
    while ref:
        placed = desk.item(ref)
        found.insert(0, placed)
        ref = placed.above
    return found
