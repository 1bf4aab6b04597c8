"""What is wrong with a proposal: for the summary above a form, at its fields, and for who wants to hand it in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from polderkoers.werkbank.forms.faults import at_fields, missing_in
from polderkoers.werkbank.forms.lines import items_named
from polderkoers.werkbank.forms.making import form_of
from polderkoers.werkbank.web.in_form import READ_AGAIN, is_to_be_read, key_of, said
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
_MEND = "Zet dit goed"
_NOT_YET = "De controle loopt nog. Ververs deze bladzijde om te zien wat zij vindt."


@dataclass(frozen=True)
class TellProblem:
    """A problem as the page of a proposal tells it: the item with a link to the field, what is wrong, and how to mend it.

    `mends` names it for the button that carries out its cure, empty when none is certain; `button` is what that says.
    `others` are the names and the addresses of other items that it speaks of.
    """

    label: str
    address: str
    text: str
    mends: str = ""
    button: str = ""
    others: tuple[tuple[str, str], ...] = ()


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
    return FieldProblems(_told(form.desk, at_fields(form, faults)), _told(form.desk, at_fields(form, warnings)))


def _told(desk: Desk, found: dict[str, tuple[Problem, ...]]) -> Texts:
    words = partial(said, desk=desk)
    return {name: tuple(map(words, some)) for name, some in found.items()}


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
    is_read = is_to_be_read(problem)
    mends = key_of(problem) if found.repair is not None or is_read else ""
    button = READ_AGAIN if is_read else _MEND
    if item is None:
        return TellProblem(found.file, "", said(problem, desk), mends, button)
    place = element_of(field) if field else "inhoud"
    # A mark is of the werkbank, not of people.
    name = "" if is_read else _label(desk, found.ref, field)
    return TellProblem(
        f"{item.label}, {name}" if name else item.label,
        _address(found.ref, proposal, place),
        said(problem, desk),
        mends,
        button,
        tuple((each.label, _address(ref, proposal)) for ref, each in items_named(problem, desk).items()),
    )


def _address(ref: str, proposal: Proposal, place: str = "inhoud") -> str:
    return f"/onderdeel/{address_of(ref)}?voorstel={proposal.id}#{place}"


def _label(desk: Desk, ref: str, field: str) -> str:
    """Return what a form calls a field, empty when it has none of that name."""
    form = form_of(desk, ref)
    return next((each.label for each in form.every_field if each.name == field), "")
