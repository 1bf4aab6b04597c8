"""What is wrong with a draft, at the item and the field where it is, and whether that was so before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polderkoers.report.since import new_problems
from polderkoers.werkbank.shown.loose_ends import loose_ends

if TYPE_CHECKING:
    from polderkoers.policy.source import Document
    from polderkoers.problems import Problem, Repair
    from polderkoers.werkbank.shown.drafts import Drafts


@dataclass(frozen=True)
class DraftProblem:
    """One thing that is wrong. It `is_new` when what the draft is made on has it not.

    `ref` is the item that it is about, empty when its file cannot be read as one, and `field` the path of the field in that,
    parted by slashes (`wanneer/van`), empty for the item as a whole.
    """

    problem: Problem
    is_new: bool
    ref: str
    field: str

    @property
    def file(self) -> str:
        """The file that it is in."""
        return self.problem.file

    @property
    def message(self) -> str:
        """What is wrong."""
        return self.problem.message

    @property
    def cure(self) -> str:
        """How to mend it, empty when that is not known."""
        return self.problem.hint

    @property
    def repair(self) -> Repair | None:
        """The cure that is certain, when there is one."""
        return self.problem.repair

    @property
    def stops(self) -> bool:
        """Whether it must be mended before the draft can be handed in: a fault that the draft brings."""
        return self.is_new and self.problem.level == "fout"


def problems(drafts: Drafts, base: str, commit: str) -> tuple[DraftProblem, ...]:
    """Return what is wrong with a draft: what it brings first, and of that the faults first. Raises a `PolderkoersError`."""
    before, now = _all(drafts, base, base), _all(drafts, base, commit)
    new = new_problems(before, now)
    documents = {document.file: document for document in drafts.read(base, commit).documents}
    found = [
        DraftProblem(problem, problem in new, *_place(documents.get(problem.file), problem.path)) for problem in now
    ]
    return tuple(sorted(found, key=lambda each: (not each.is_new, each.problem.level, each.problem)))


def _all(drafts: Drafts, base: str, commit: str) -> tuple[Problem, ...]:
    read = drafts.read(base, commit).as_read
    beside = () if read is None else loose_ends(read)
    return (*drafts.judged(base, commit).problems, *beside)


def _place(document: Document | None, path: str) -> tuple[str, str]:
    """Return the reference of the item that a JSON Pointer into a document leads into, and the rest of the way."""
    name = document.data.get("id") if document is not None and isinstance(document.data, dict) else None
    if document is None or not isinstance(name, str):
        return "", ""
    ref, left = name, path.strip("/")
    here: Any = document.data
    steps = left.split("/")
    for number, step in enumerate(steps, start=1):
        here = _inside(here, step)
        if isinstance(here, dict) and isinstance(here.get("id"), str):
            ref, left = f"{name}/{here['id']}", "/".join(steps[number:])
    return ref, left


def _inside(here: Any, step: str) -> Any:
    """Return what stands in a value under a step of a pointer (RFC 6901), None when nothing does."""
    if isinstance(here, dict):
        return here.get(step.replace("~1", "/").replace("~0", "~"))
    if isinstance(here, list) and step.isdecimal() and int(step) < len(here):
        return here[int(step)]
    return None
