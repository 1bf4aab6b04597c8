"""Signing on alone: whoever sits at this machine is who Git's settings name."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request

from polderkoers.changes.git_call import answers
from polderkoers.errors.serving import NobodyKnown
from polderkoers.werkbank.web.people import Visitor, WebRole, person_of


class Alone:
    """Knows one person, who may do everything."""

    address = leaves_at = leaves_here = ""

    def __init__(self, root: Path) -> None:
        """Look who works in a repository. Raises `NobodyKnown`."""
        person = person_of(answers(root, "config", "user.name"), answers(root, "config", "user.email"))
        if person is None:
            raise NobodyKnown
        self._visitor = Visitor(person, WebRole.BESLISSEN)

    def visitor(self, request: Request) -> Visitor | None:  # noqa: ARG002 - as all ways of signing on have it
        """Return who asks."""
        return self._visitor
