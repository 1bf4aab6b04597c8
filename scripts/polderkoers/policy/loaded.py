"""What loading a policy gives, for all who only look at it."""

from __future__ import annotations

from dataclasses import dataclass

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
