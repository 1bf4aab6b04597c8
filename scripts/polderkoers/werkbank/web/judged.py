"""What is wrong with a proposal: for the summary above a form, at its fields, and for who wants to hand it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.form import ItemForm
    from polderkoers.werkbank.store.values import Proposal
    from polderkoers.werkbank.web.current import Current
    from polderkoers.werkbank.web.notes import Texts
    from polderkoers.werkbank.web.visit import Visit


@dataclass(frozen=True)
class JudgedProposal:
    """The problems of a proposal that are not in what is in force: faults stop it, warnings do not."""

    faults: tuple[object, ...] = ()
    warnings: tuple[object, ...] = ()
    unknown: str = ""


def faults_of(visit: Visit, where: Current, form: ItemForm) -> Texts:
    """Return what is wrong at the fields of an item, by the name of the field."""
    return {}


def problems_of(visit: Visit, proposal: Proposal) -> JudgedProposal:
    """Return what is wrong in a proposal."""
    return JudgedProposal()
