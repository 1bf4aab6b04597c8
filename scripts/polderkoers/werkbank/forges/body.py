"""The report on a proposal, for whoever decides on it: why it is made, and what it changes."""

from __future__ import annotations

from polderkoers.problems import Problem
from polderkoers.report.changes.escape import escape
from polderkoers.report.changes.proposal import ProposalReport, compare_proposal
from polderkoers.report.changes.pull_request import LIMIT, PullRequest, as_pull_request
from polderkoers.werkbank.store.store import Store
from polderkoers.werkbank.store.values import Proposal

_LEAST = 6_000


class ProposalBody:
    """What a proposal changes, read once."""

    def __init__(self, store: Store, proposal: Proposal) -> None:
        """Compare a proposal with what it is made on. Raises `HistoryUnreadable`."""
        self._store, self._proposal = store, proposal
        self._found: ProposalReport = compare_proposal(store.root, proposal.base, proposal.tip)

    @property
    def faults(self) -> tuple[Problem, ...]:
        """The faults that it brings."""
        return tuple(problem for problem in self._found.report.problems_new or () if problem.level == "fout")

    @property
    def markdown(self) -> str:
        """The reason, the council document and the report, as a forge shows it."""
        proposal, found = self._proposal, self._found
        see_all = f"polderkoers diff {self._store.main} voorstel/{proposal.id}"
        reason = [escape(" ".join(part.split())) for part in proposal.reason.split("\n\n")]
        document = f"Raadsstuk: {escape(proposal.document)}" if proposal.document else ""
        head = "\n\n".join(filter(None, (*reason, document)))
        told = PullRequest(found.report, other_files=found.other_files, see_all=see_all, versions=found.versions)
        # Forges take so many signs of both together.
        report = as_pull_request(told, max(LIMIT - len(head), _LEAST))
        return "\n\n".join(filter(None, (head, report)))
