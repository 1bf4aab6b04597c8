"""What is wrong with a proposal: for the summary above a form, at its fields, and for who wants to hand it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.werkbank.forms.faults import at_fields, missing_in
from polderkoers.werkbank.forms.making import form_of
from polderkoers.werkbank.web.in_form import key_of, said
from polderkoers.werkbank.web.words import address_of, element_of

if TYPE_CHECKING:
    from polderkoers.problems import Problem
    from polderkoers.werkbank.forms.desk import Desk
    from polderkoers.werkbank.forms.form import ItemForm
    from polderkoers.werkbank.shown.problems import DraftProblem
    from polderkoers.werkbank.store.values import Proposal
    from polderkoers.werkbank.web.current import Whereabouts
    from polderkoers.werkbank.web.notes import Texts
    from polderkoers.werkbank.web.visit import Visit

# Who opens a form waits no longer than this for what the rules say; who looks at a proposal waits until it is there.
_SHORT, _LONG = 0.08, 20.0
_NOT_YET = "De controle loopt nog. Ververs deze bladzijde om te zien wat zij vindt."


@dataclass(frozen=True)
class TellProblem:
    """A problem as the page of a proposal tells it: the item with a link to the field, what is wrong, and how to mend it.

    `mends` names it for the button that carries out its cure, empty when none is certain.
    """

    label: str
    address: str
    text: str
    mends: str = ""


@dataclass(frozen=True)
class JudgedProposal:
    """The problems that a proposal brings: faults stop it, warnings do not. `unknown` says why they are not known."""

    faults: tuple[TellProblem, ...] = ()
    warnings: tuple[TellProblem, ...] = ()
    unknown: str = ""


@dataclass(frozen=True)
class FieldProblems:
    """What is wrong at the fields of an item: faults, and what to look at."""

    faults: Texts
    warnings: Texts


def problems_at(visit: Visit, where: Whereabouts, form: ItemForm, patience: float = _SHORT) -> FieldProblems:
    """Return what the checks say at the fields of an item, by name; of what is in force only what was wrong already."""
    found = visit.workplace.problems(where.base, where.commit, patience) or ()
    faults = [each.problem for each in found if each.problem.level == "fout"]
    warnings = [each.problem for each in found if each.problem.level != "fout" and each.is_new]
    return FieldProblems(_told(at_fields(form, faults)), _told(at_fields(form, warnings)))


def _told(found: dict[str, tuple[Problem, ...]]) -> Texts:
    return {name: tuple(map(said, some)) for name, some in found.items()}


def problems_of(visit: Visit, proposal: Proposal) -> JudgedProposal:
    """Return what is wrong in a proposal that is not wrong in what it is made on."""
    found = visit.workplace.problems(proposal.base, proposal.tip, _LONG)
    if found is None:
        return JudgedProposal(unknown=_NOT_YET)
    desk = visit.workplace.desk(proposal.tip, proposal.base)
    faults = tuple(_tell(desk, proposal, each) for each in found if each.stops)
    warnings = tuple(_tell(desk, proposal, each) for each in found if each.is_new and not each.stops)
    return JudgedProposal(faults, warnings)


def _tell(desk: Desk, proposal: Proposal, found: DraftProblem) -> TellProblem:
    item = desk.items.get(found.ref)
    problem = found.problem
    field = "/".join(filter(None, (found.field, missing_in(problem))))
    mends = key_of(problem) if found.repair is not None else ""
    if item is None:
        return TellProblem(found.file, "", said(problem), mends)
    place = element_of(field) if field else "inhoud"
    name = _label(desk, found.ref, field)
    return TellProblem(
        f"{item.label}, {name}" if name else item.label,
        f"/onderdeel/{address_of(found.ref)}?voorstel={proposal.id}#{place}",
        said(problem),
        mends,
    )


def _label(desk: Desk, ref: str, field: str) -> str:
    """Return what a form calls a field, empty when it has none of that name."""
    form = form_of(desk, ref)
    return next((each.label for each in form.every_field if each.name == field), "")
