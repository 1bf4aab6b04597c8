"""What the store gives: people, proposals with their state and remarks, and saves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from polderkoers.errors.werkbank import WerkbankError
from polderkoers.problems import Problem


@dataclass(frozen=True)
class Person:
    """Somebody who works in the werkbank, as the author of a commit."""

    name: str
    mail: str


class ProposalState(Enum):
    """Where a proposal is on its way."""

    CONCEPT = "concept"
    INGEDIEND = "ingediend"
    TERUGGESTUURD = "teruggestuurd"
    AFGEWEZEN = "afgewezen"
    OVERGENOMEN = "overgenomen"
    WEGGEGOOID = "weggegooid"

    @property
    def can_change(self) -> bool:
        """Whether somebody may still change what is proposed."""
        return self in (ProposalState.CONCEPT, ProposalState.TERUGGESTUURD)

    @property
    def called(self) -> str:
        """What people read: one word with the button that leads there. Its value is what records hold."""
        return "ingeleverd" if self is ProposalState.INGEDIEND else self.value

    @property
    def cure(self) -> str:
        """What somebody can do who asked for what cannot be done in this state."""
        return _CURES[self]


_CURES = {
    ProposalState.CONCEPT: "maak het af, en lever het in.",
    ProposalState.INGEDIEND: "wacht op het besluit. Moet er nog iets anders in? Neem het dan eerst terug.",
    ProposalState.TERUGGESTUURD: "lees waarom, verander het, en lever het opnieuw in.",
    ProposalState.AFGEWEZEN: "lees waarom. Wil je er toch mee verder? Klik dan op 'Begin hiermee opnieuw'.",
    ProposalState.OVERGENOMEN: "het is nu het geldende beleid. Moet er nog iets anders? Begin dan een nieuw voorstel.",
    ProposalState.WEGGEGOOID: "haal het eerst terug.",
}


@dataclass(frozen=True)
class Remark:
    """What somebody says of a proposal; `about` is the reference of an item, empty for the whole."""

    id: str
    who: Person
    when: datetime
    about: str
    text: str


@dataclass(frozen=True)
class StateStep:
    """A step of a proposal from one state to another: to which, by whom, when and why, and what it was then."""

    state: ProposalState
    who: Person
    when: datetime
    why: str
    tip: str


@dataclass(frozen=True)
class Proposal:
    """A proposal as it is now.

    `base` is the commit of what is in force that it is made on, `tip` its own last commit, both by their full ids, and `saved` the moment of
    the last save. `address` is where it is on a forge, empty when it is on none. `steps` are the states that it went through.
    """

    id: str
    title: str
    reason: str
    document: str
    author: Person
    state: ProposalState
    base: str
    tip: str
    saved: datetime
    remarks: tuple[Remark, ...] = ()
    address: str = ""
    steps: tuple[StateStep, ...] = ()

    @property
    def decided_why(self) -> str:
        """Why it is in the state that it is in, when somebody decided so."""
        return self.steps[-1].why if self.steps else ""


@dataclass(frozen=True)
class Save:
    """One save of a proposal: when, by whom, what was done in a sentence, and the commit that it is."""

    when: datetime
    who: Person
    sentence: str
    commit: str


class Moved(WerkbankError):
    """Somebody else changed a proposal meanwhile; `newer` is the proposal as it is now."""

    def __init__(self, newer: Proposal) -> None:
        self.newer = newer
        super().__init__(
            "Iemand anders heeft dit voorstel intussen veranderd.",
            "kijk wat er nu staat, en breng je wijziging daar opnieuw in aan.",
        )


class HasFaults(WerkbankError):
    """The check finds something in a proposal that is not in what is in force; `problems` says what."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        first = f"{problems[0].file}: {problems[0].message}"
        super().__init__(
            f"De controle vindt fouten in dit voorstel. {first}", "stuur het terug, of zet het eerst goed."
        )
