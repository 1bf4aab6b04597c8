"""What loading a policy gives, for all who only look at it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from polderkoers.policy.index import Policy
from polderkoers.policy.source import Document
from polderkoers.problems import Problem


@dataclass(frozen=True)
class Loaded:
    """What loading gave: the policy of the well-formed files and their documents, all problems in order, and a count."""

    policy: Policy
    problems: tuple[Problem, ...]
    file_count: int
    documents: tuple[Document, ...] = ()

    def without_places(self) -> Loaded:
        """Return the same for who has told all problems: without the lines on which things stand, as far as these were found."""
        return replace(self, documents=tuple(document.without_places() for document in self.documents))
